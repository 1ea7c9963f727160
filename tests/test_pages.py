"""Which pages there are, what they are called, and where they live."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from campaign.content import Content, load_content
from campaign.pages import address_of, build_pages, is_of, path_of, record_of, relative_address
from campaign.settings import BY_CODE, Language


@pytest.fixture
def content(tree: dict[str, bytes]) -> Content:
    """The good specimen as a content."""
    return load_content(tree)[0]


def test_every_page_has_its_address_title_and_layout(
    content: Content, golden_text: Callable[[str, str], None]
) -> None:
    """Every file and every record with a page of its own appears in both languages, with the right words."""
    lines = [
        f"{page.source_file} → /{page.address} [{page.layout}, {page.body_language.code}]\n"
        f"  {page.title_language.code}: {page.title} | {page.menu} | {page.subtitle}\n"
        f"  {page.description}"
        for page in build_pages(content).values()
    ]
    golden_text("pages.txt", "\n".join(lines))


def test_pages_come_in_the_order_of_their_paths(content: Content) -> None:
    """The same content always gives the same order, Swedish before Norwegian."""
    keys = list(build_pages(content))
    assert keys == sorted(keys, key=lambda key: (key[1], key[0] == "no"))


@pytest.mark.parametrize(
    ("language", "path", "address"),
    [
        (BY_CODE["sv"], "index.md", ""),
        (BY_CODE["no"], "index.md", "no/"),
        (BY_CODE["sv"], "move.md", "flytta/"),
        (BY_CODE["no"], "move.md", "no/flytte/"),
        (BY_CODE["sv"], "hr-guide/index.md", "hr-guide/"),
        (BY_CODE["no"], "hr-guide/first-day.md", "no/hr-guide/forste-dagen/"),
        (BY_CODE["sv"], "seminars/unlisted.md", "seminarier/unlisted/"),
    ],
)
def test_addresses_are_in_the_readers_language(
    content: Content, language: Language, path: str, address: str
) -> None:
    """Swedish pages lie at the root, Norwegian ones below /no/, both with words of their own language."""
    assert address_of(content, language, path) == address


@pytest.mark.parametrize(
    ("origin", "target", "way"),
    [
        ("", "", "./"),
        ("", "flytta/", "flytta/"),
        ("flytta/", "", "../"),
        ("flytta/", "flytta/", "./"),
        ("flytta/", "no/flytte/", "../no/flytte/"),
        ("kommuner/falun/", "kallor/", "../../kallor/"),
        ("kommuner/falun/", "media/mark.svg", "../../media/mark.svg"),
        ("", "media/mark.svg", "media/mark.svg"),
    ],
)
def test_addresses_are_relative(origin: str, target: str, way: str) -> None:
    """The site works below any root, also from a folder on somebody's own computer."""
    assert relative_address(origin, target) == way


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("services/exempellots.md", ("services", "exempellots")),
        ("hr-guide/first-day.md", ("chapters", "first-day")),
        ("services/index.md", None),
        ("services/unknown.md", None),
        ("index.md", None),
        ("regions/exempelregionen.md", ("regions", "exempelregionen")),
        ("networks/managers.md", None),
    ],
)
def test_a_page_belongs_to_the_record_of_its_name(
    content: Content, path: str, found: tuple[str, str] | None
) -> None:
    """A text and a record find each other by folder and file name."""
    belongs = record_of(content, path)
    assert (belongs and (belongs[0].name, belongs[1])) == found


def test_a_record_without_text_has_a_page_in_both_languages(content: Content) -> None:
    """A service that nobody has written about yet can be read about all the same."""
    pages = build_pages(content)
    found = [pages[code, "services/eksempelnettverk.md"].description for code in ("sv", "no")]
    assert found == ["Ett nätverk för dem som flyttade med.", "Et nettverk for dem som flyttet med."]


def test_a_page_in_one_language_is_a_fallback_in_the_other(content: Content) -> None:
    """A Swedish reader finds the page that exists in Norwegian only at a Swedish address, marked as Norwegian."""
    pages = build_pages(content)
    theirs, own = pages["sv", "constitution-day.md"], pages["no", "constitution-day.md"]
    assert [(p.language, p.body_language, p.is_fallback) for p in (theirs, own)] == [
        (BY_CODE["sv"], BY_CODE["no"], True),
        (BY_CODE["no"], BY_CODE["no"], False),
    ]


def test_a_record_that_needs_text_has_no_page_without(content: Content) -> None:
    """A chapter without its text is no page, and the checks say so."""
    chapter = "hr-guide/first-day.md"
    prose = {
        code: {path: text for path, text in texts.items() if path != chapter}
        for code, texts in content.prose.items()
    }
    content = replace(content, prose=prose)
    assert [path for _, path in build_pages(content) if path == "hr-guide/first-day.md"] == []


@pytest.mark.parametrize(
    ("origin", "link", "path"),
    [
        ("index.md", "move.md", "move.md"),
        ("a/b.md", "c.md", "a/c.md"),
        ("a/b.md", "../c.md", "c.md"),
        ("a/b.md", "./c/../d.md", "a/d.md"),
        ("a/b.md", "../../media/c.svg", "../media/c.svg"),
    ],
)
def test_a_relative_path_is_followed(origin: str, link: str, path: str) -> None:
    """Dots in a path mean what they mean in every editor, and lead out of the language's folder too."""
    assert path_of(origin, link) == path


@pytest.mark.parametrize(
    ("path", "kind", "belongs"),
    [
        ("hr-guide/first-day.md", "chapters", True),
        ("hr-guide/second-day.md", "chapters", False),
        ("hr-guide/duties.md", "chapters", False),
        ("templates/welcome-letter.md", "templates", True),
        ("templates/welcome-letter.md", "chapters", False),
        ("about.md", "templates", False),
    ],
)
def test_a_text_belongs_to_its_own_record(content: Content, path: str, kind: str, belongs: bool) -> None:
    """Rules for chapters and templates hold for their texts and no others that lie beside them."""
    assert is_of(content, path, kind) is belongs
