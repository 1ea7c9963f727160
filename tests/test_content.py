"""Reading a whole tree: what lands where, and what happens to what does not fit."""

from collections.abc import Callable

import pytest

from campaign.content import Content, load_content
from campaign.models import KINDS, SINGLETONS, file_of
from campaign.problems import Phrase, Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
LAST_DAY = Phrase("DID_YOU_MEAN", {"word": "first-day"})


@pytest.fixture
def content(tree: dict[str, bytes]) -> Content:
    """The good specimen as a content."""
    return load_content(tree)[0]


def problems_of(tree: dict[str, bytes]) -> list[tuple[str, str]]:
    """The paths and codes of what reading a tree says."""
    return [(problem.path, problem.code) for problem in load_content(tree)[1]]


def test_every_kind_has_records(content: Content) -> None:
    """The good specimen shows an example of every kind of record."""
    assert [kind for kind in KINDS if not content.records[kind]] == []


def test_a_record_is_found_by_its_file_name(content: Content) -> None:
    """The name of the file is the name of the record."""
    assert content.records["chapters"]["first-day"].title["sv"] == "Den första dagen"


def test_a_page_is_found_by_its_path_below_the_language(content: Content) -> None:
    """A page has the same path in both languages."""
    names = [content.prose[code]["services/exempellots.md"].file for code in ("sv", "no")]
    assert names == ["content/sv/services/exempellots.md", "content/no/services/exempellots.md"]


def test_pictures_are_found_by_their_path_below_media(content: Content) -> None:
    """A picture is known by the path that templates use."""
    expected = [
        "cover.svg",
        "emblems/eksempelby.svg",
        "emblems/exempelby.svg",
        "eu-emblem.svg",
        "films/hello-no.vtt",
        "films/hello-sv.vtt",
        "films/hello.mp4",
        "films/hello.svg",
        "mark.svg",
        "pictures/brygga.jpg",
        "posters/eksempelby.svg",
        "posters/eksempelregionen.svg",
        "posters/exempelby.svg",
        "posters/exempelregionen.svg",
        "scenes/station.svg",
    ]
    assert sorted(content.media) == expected


def test_a_label_speaks_the_readers_language(content: Content) -> None:
    """An interface word comes in the language asked for."""
    assert [content.label("interface", "now", code) for code in ("sv", "no")] == ["Nu", "Nå"]


def test_an_unknown_label_is_an_error(content: Content) -> None:
    """A template that asks for a word that nobody wrote fails loudly."""
    with pytest.raises(KeyError, match="gibberish"):
        content.label("interface", "gibberish", "sv")


@pytest.mark.parametrize(("word", "address"), [("projects", "prosjekter"), ("unlisted", "unlisted")])
def test_a_word_becomes_its_public_address(content: Content, word: str, address: str) -> None:
    """Addresses are in the reader's language where the table has the word, and else stay as they are."""
    assert content.word_in_address(word, "no") == address


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/note.md", "S013"),
        ("content/data/note.yml", "S013"),
        ("content/data/people/ann.yml", "S013"),
        ("content/data/regions/deep/down.yml", "S013"),
        ("content/data/regions/note.txt", "S013"),
        ("content/de/index.md", "S013"),
        ("content/sv/note.txt", "S013"),
        ("content/media", "S013"),
        ("content/data/regions/Stor.yml", "S014"),
        ("content/sv/två ord.md", "S014"),
        ("content/sv/Mapp/index.md", "S014"),
        ("content/sv/a--b.md", "S014"),
        ("content/media/bild.JPG", "S014"),
        ("content/data/regions/stor.YML", "S014"),
    ],
)
def test_a_file_in_the_wrong_place_is_told(tree: dict[str, bytes], path: str, code: str) -> None:
    """A file that nobody would read, or whose name cannot become an address, does not vanish silently."""
    assert problems_of(tree | {path: b"text"}) == [(path, code)]


@pytest.mark.parametrize("name", ["Höst.yml", "a b.yml", "hired-2.yaml", "deep/note.yml"])
def test_a_misnamed_record_hides_no_other_problem(check: Check, name: str) -> None:
    """The files around one that nobody can read under its name are checked as always."""
    path = f"content/data/questions/{name}"
    page = "---\ntitle: Prov\ndescription: En sida som bara finns medan ett prov pågår, med en mening.\nonly: sv\n---\n"
    found = check({path: b"text", "content/sv/prov.md": page + "[a](nowhere.md)\n"})
    codes = {(problem.path, problem.code[0]) for problem in found}
    assert codes == {(path, "S"), ("content/sv/prov.md", "P")}


def test_the_bad_part_of_a_name_is_named(tree: dict[str, bytes]) -> None:
    """For a folder with a bad name the message shows the folder and not the file."""
    path = "content/sv/Mapp/index.md"
    assert load_content(tree | {path: b"x"})[1] == [
        Problem(path, Position(), "S014", {"name": "Mapp", "wanted": "mapp"})
    ]


NEEDED = (
    *(file_of(name) for name in SINGLETONS),
    *(f"content/media/{name}.svg" for name in ("cover", "eu-emblem", "mark")),
)


@pytest.mark.parametrize("path", NEEDED)
def test_a_missing_file_of_all_pages_is_told(tree: dict[str, bytes], path: str) -> None:
    """Without one of the tables and drawings that all pages need, the check says which one."""
    del tree[path]
    assert problems_of(tree) == [(path, "S015")]


def test_an_empty_tree_has_problems_and_no_traceback() -> None:
    """A project without content says what it needs."""
    assert problems_of({}) == [(path, "S015") for path in NEEDED]


def test_a_broken_record_still_counts_as_a_name(tree: dict[str, bytes]) -> None:
    """Records that point at a broken record are not blamed for it."""
    path = "content/data/regions/eksempelregionen.yml"
    assert {blamed for blamed, _ in problems_of(tree | {path: b"name: 12\n"})} == {path}


def test_a_broken_page_still_counts_as_a_name(tree: dict[str, bytes]) -> None:
    """Pages that link to a broken page, and its translation, are not blamed for it."""
    content = load_content(tree | {"content/sv/move.md": b"Hej\n"})[0]
    assert ("move.md" in content.names["sv"], "move.md" in content.prose["sv"]) == (True, False)


def test_a_reference_to_nothing_is_told_where_it_stands(
    changed: Callable[..., dict[str, bytes]], edited: Callable[..., dict[str, str]]
) -> None:
    """A record that names another that does not exist gets the line of the name."""
    path = "content/data/templates/welcome-letter.yml"
    problems = load_content(changed(edited(path, "chapters: [first-day]", "chapters: [last-day]")))[1]
    assert problems == [
        Problem(path, Position(10, 12), "D110", {"value": "last-day", "kind": "chapters", "hint": LAST_DAY})
    ]


def test_a_reference_in_front_matter_is_followed_too(
    changed: Callable[..., dict[str, bytes]], edited: Callable[..., dict[str, str]]
) -> None:
    """The source of a whole page must exist like any other."""
    path = "content/sv/seminars/vem-kommer.md"
    problems = load_content(changed(edited(path, "source: slutrapport-exempel", "source: nowhere")))[1]
    assert problems == [
        Problem(
            path, Position(4, 11), "D110", {"value": "nowhere", "kind": "sources", "hint": Phrase("NO_HINT")}
        )
    ]


def test_a_text_is_parsed_once(content: Content) -> None:
    """The checks share the parsed text of a page."""
    prose = content.prose["sv"]["move.md"]
    assert prose.tokens is prose.tokens


def test_a_reference_in_a_single_file_is_followed_too(
    changed: Callable[..., dict[str, bytes]], edited: Callable[..., dict[str, str]]
) -> None:
    """The self-check never sends anybody to a chapter that does not exist."""
    path = "content/data/self-check.yml"
    problems = load_content(changed(edited(path, "[first-day]", "[last-day]")))[1]
    assert [(p.path, p.code, p.values) for p in problems] == [
        (path, "D110", {"value": "last-day", "kind": "chapters", "hint": LAST_DAY})
    ]
