"""What only the lines of a change are asked: spelling, compounds, values of another size."""

from collections.abc import Callable, Collection

import pytest

from campaign.changed import Changed, check_changed
from campaign.content import load_content
from campaign.problems import Position, Problem
from conftest import Changes

Edited = Callable[[str, str, str], Changes]
Asked = Callable[[Changes], list[Problem]]
MOVE = "content/sv/move.md"
PLACE = "content/data/municipalities/exempelby.yml"


@pytest.fixture
def asked(tree: dict[str, bytes], changed: Callable[[Changes], dict[str, bytes]]) -> Asked:
    """A function that says what is asked of a change to the good specimen, where no dictionary knows `kommunn`."""

    def ask(changes: Changes) -> list[Problem]:
        after = changed(changes)
        return list(check_changed(Changed(load_content(after)[0], tree, after), _unknown))

    return ask


def _unknown(_code: str, words: Collection[str]) -> Collection[str]:
    return {"kommunn", "innbyggerne"} & set(words)


def _added(tree: dict[str, bytes], path: str, text: str) -> Changes:
    return {path: f"{tree[path].decode()}\n{text}\n"}


def _line(tree: dict[str, bytes], path: str) -> int:
    return tree[path].decode().count("\n") + 2


def test_a_misspelt_word_on_a_new_line_is_told(asked: Asked, tree: dict[str, bytes]) -> None:
    """A colleague would see it; a dictionary does too."""
    assert asked(_added(tree, MOVE, "En kommunn till.")) == [
        Problem(MOVE, Position(_line(tree, MOVE)), "W406", {"value": "kommunn"})
    ]


def test_a_word_that_stood_there_before_is_not_asked_about(
    tree: dict[str, bytes], changed: Callable[[Changes], dict[str, bytes]]
) -> None:
    """Nobody has to fix what another wrote."""
    before = changed(_added(tree, MOVE, "En kommunn till."))
    after = before | {MOVE: before[MOVE] + b"\nMer.\n"}
    assert list(check_changed(Changed(load_content(after)[0], before, after), _unknown)) == []


@pytest.mark.parametrize("text", ["Hon sade »kommunn«.", "*kommunn*", "`kommunn`"])
def test_quotations_and_words_set_apart_are_not_asked_about(
    asked: Asked, tree: dict[str, bytes], text: str
) -> None:
    """A misspelling may be what the text is about."""
    assert asked(_added(tree, MOVE, text)) == []


def test_a_record_is_asked_in_each_language(asked: Asked, edited: Edited) -> None:
    """The words of a value are looked up in the dictionary of their language."""
    path = "content/data/rules/se-coffee.yml"
    found = asked(edited(path, "Den nye får kaffe innen", "Den nye i kommunn får kaffe innen"))
    assert (path, Position(13, 7), "W406") in [(one.path, one.position, one.code) for one in found]


@pytest.mark.parametrize(
    ("told", "written", "codes"),
    [
        ("Segelbåtarna kommer.", "De små segel båtarna kommer.", ["W407"]),
        ("Segelbåtarna kommer.", "De små segelbåtarna kommer.", []),
        ("Segelbåtarna kommer. Med segel båtarna menas annat.", "De små segel båtarna.", []),
        ("Inget.", "De små segel båtarna kommer.", []),
        ("Halvmil.", "En halv mil.", []),
    ],
)
def test_a_compound_that_the_site_writes_as_one_word_is_told(
    tree: dict[str, bytes], told: str, written: str, codes: list[str]
) -> None:
    """The site's own words are the list; what it writes apart elsewhere, or what is short, is left alone."""
    before = tree | {"content/sv/about.md": tree["content/sv/about.md"] + f"\n{told}\n".encode()}
    after = before | {MOVE: tree[MOVE] + f"\n{written}\n".encode()}
    found = check_changed(Changed(load_content(after)[0], before, after), _unknown)
    assert [(one.path, one.code) for one in found] == [(MOVE, code) for code in codes]


@pytest.mark.parametrize(("new", "expected"), [("123450", True), ("1234", True), ("12900", False)])
def test_a_value_of_another_size_is_a_note(asked: Asked, edited: Edited, new: str, expected: bool) -> None:
    """A digit too many is asked about; a year's growth is not."""
    found = asked(edited(PLACE, "value: 12345", f"value: {new}"))
    assert [(one.path, one.code, one.severity) for one in found] == (
        [(PLACE, "N401", "note")] if expected else []
    )


RULE = "content/data/rules/se-coffee.yml"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"sv: Den nya får": "sv: Varje ny får"}, ["N402"]),
        ({"no: Den nye får": "no: Hver ny får"}, ["N402"]),
        ({"sv: Den nya får": "sv: Varje ny får", "no: Den nye får": "no: Hver ny får"}, []),
        ({"order: 10": "order: 20"}, []),
    ],
)
def test_a_rule_changed_in_one_language_by_words_alone_is_asked_about(
    asked: Asked, tree: dict[str, bytes], changes: dict[str, str], expected: list[str]
) -> None:
    """No number tells that the languages say different things, so whoever reads the change is asked."""
    text = tree[RULE].decode()
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    found = asked({RULE: text})
    assert [one.code for one in found if one.code == "N402"] == expected


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("sv: Hej, no: Hei, en: Hi", ["en sv", "en no"]),
        ("sv: Hejsan, no: Heisan, en: Hello", ["sv en", "no en"]),
        ("sv: Hejsan, no: Heisan, en: Hi", []),
    ],
)
def test_each_language_that_still_says_the_old_is_asked_about(
    changed: Callable[[Changes], dict[str, bytes]], new: str, expected: list[str]
) -> None:
    """A third language is asked about too, whatever the two others are."""
    path = "content/data/questions/kiosk.yml"
    before, after = (
        changed(
            {path: f'question: {{{said}}}\npages: [move.md]\nsince: "2025-03-04"\nask: exempelregionen\n'}
        )
        for said in ("sv: Hej, no: Hei, en: Hello", new)
    )
    found = check_changed(Changed(load_content(after)[0], before, after), _unknown)
    assert [f"{one.values['code']} {one.values['other']}" for one in found if one.code == "N402"] == expected
