"""Rules for the facts of places and for the figures that texts take from them."""

from collections.abc import Callable

import pytest

from campaign.problems import Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
PLACE = "content/data/municipalities/exempelby.yml"
PAGE = "content/sv/municipalities/exempelby.md"
SOURCE = "([Exempelbyrån, 2024](source:exempelbyran-folkmangd-2024))"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    value: 22.5\n", ""),
        ("    value: 12345\n", "    value: 12345\n    between: [1, 2]\n"),
        ("    between: [200, 499]\n", ""),
        (
            "    between: [200, 499]\n",
            "    between: [200, 499]\n    query: {service: scb, table: T, select: {a: b}}\n",
        ),
    ],
)
def test_a_fact_has_one_value_or_a_query(check: Check, edited: Edited, old: str, new: str) -> None:
    """No reader meets a fact with nothing to show, or with two things that disagree."""
    assert [p.code for p in check(edited(PLACE, old, new)) if p.path == PLACE] == ["D130"]


def test_what_is_counted_is_a_whole_number(check: Check, edited: Edited) -> None:
    """A point between thousands makes no thousandths, and no text is asked to say them."""
    found = check(edited(PLACE, "    value: 12345\n", "    value: 12.345\n"))
    assert found == [Problem(PLACE, Position(17, 12), "D186", {"value": 12.345, "word": "population"})]


@pytest.mark.parametrize(
    ("old", "value", "told"),
    [
        ("value: 12345", "-12345", "17:12 D103 The field facts.1.value must be at least 0"),
        ("value: 22.5", "1020", "27:12 D103 The field facts.2.value must be at most 100"),
        ("value: 22.5", "-100.1", "27:12 D103 The field facts.2.value must be at least -100"),
    ],
)
def test_a_figure_is_one_that_can_be(check: Check, edited: Edited, old: str, value: str, told: str) -> None:
    """No place has fewer than no inhabitants, and no share is larger than the whole."""
    found = check(edited(PLACE, old, f"value: {value}"))
    assert f"{PLACE}:{told}, but is “{value}”." in [problem.line("en") for problem in found]


def test_a_change_may_be_less_than_nothing(check: Check, edited: Edited) -> None:
    """More people may have left than came, and there may be fewer of them in percent."""
    path = "content/data/municipalities/eksempelby.yml"
    found = check(edited(path, "value: -115\n    unit: people", "value: -1.5\n    unit: percent"))
    assert [problem for problem in found if problem.path == path] == []


@pytest.mark.parametrize("as_of", ["2026-02-04", "2026-03", "2027", "2025/2027"])
def test_nobody_reads_a_figure_before_it_holds(check: Check, edited: Edited, as_of: str) -> None:
    """A slip in a year makes no figure fresher than the day on which somebody read it."""
    values = {"value": as_of, "checked": "2026-02-03"}
    found = check(edited(PLACE, 'as_of: "2024-12-31"', f'as_of: "{as_of}"'))
    assert found == [Problem(PLACE, Position(19, 12), "D152", values)]


@pytest.mark.parametrize("as_of", ["2026-02-03", "2026-02", "2026", "2008/..", "2026/2026-02", "undated"])
def test_a_figure_may_hold_when_it_is_read(check: Check, edited: Edited, as_of: str) -> None:
    """A year that has begun is a year of which figures can be read."""
    assert check(edited(PLACE, 'as_of: "2024-12-31"', f'as_of: "{as_of}"')) == []


def test_the_figures_of_a_chapter_are_looked_at_too(check: Check) -> None:
    """A figure can be no more in a chapter of the guide than on a place's page."""
    path = "content/data/chapters/first-day.yml"
    chapter = (
        "number: 1\ntitle: {sv: Den första dagen, no: Den første dagen}\nsummary: {sv: Du vet., no: Du vet.}\n"
        'figures: [{value: 101, unit: percent, as_of: "2027", checked: "2026-02-03", source: exempellagen}]\n'
    )
    assert [(p.position, p.code) for p in check({path: chapter}) if p.path == path] == [
        (Position(4, 19), "D103"),
        (Position(4, 46), "D152"),
    ]


@pytest.mark.parametrize("lost", ['    as_of: "2024-12-31"\n', '    checked: "2026-02-03"\n    approximate'])
def test_a_known_fact_has_its_dates(check: Check, edited: Edited, lost: str) -> None:
    """A figure that readers see says when it held and when somebody read its source."""
    found = check(edited(PLACE, lost, "    approximate" if "approximate" in lost else ""))
    assert [(p.path, p.code) for p in found] == [(PLACE, "D132")]


@pytest.mark.parametrize(
    "new", ["  - fact: other\n    value: 12345", "  - fact: population\n    between: [1, 2]"]
)
def test_a_municipality_lacks_none_of_the_equal_facts(check: Check, edited: Edited, new: str) -> None:
    """All municipalities can be compared: none is missing from a scale, or has a class where the others have a number."""
    found = check(edited(PLACE, "  - fact: population\n    value: 12345", new))
    assert Problem(PLACE, Position(15, 1), "D129", {"word": "population"}) in found


@pytest.fixture(name="check")
def one_of_two(check: Check) -> Check:
    """Only one of the translations is changed here, and that their figures differ (P258) is of no interest."""
    return lambda changes: [problem for problem in check(changes) if problem.code != "P258"]


def _housing(edited: Edited, text: str) -> Changes:
    return edited(PAGE, "Hus finns.", text)


@pytest.mark.parametrize(
    "text",
    [
        "Här bor [12 345](fact:population).",
        "Här bor [12\u00a0345](fact:exempelby/population).",
        "Där blev de [115](fact:eksempelby/growth) färre, alltså [−115](fact:eksempelby/growth).",
        "Sjöar tar [22,5](fact:lakes-share) %.",
        "Det är [81,5](fact:distance) km till havet.",
    ],
)
def test_a_text_may_take_its_figure_from_the_fact(check: Check, edited: Edited, text: str) -> None:
    """A figure with its fact has a source and agrees with the record, with or without the sign."""
    assert check(_housing(edited, text)) == []


@pytest.mark.parametrize("name", ["rain", "nowhere/population", "moved-in", "exempelregionen/growth"])
def test_a_fact_that_nobody_tells_cannot_be_shown(check: Check, edited: Edited, name: str) -> None:
    """A wrong name, a wrong place and a fact that waits for its number are told."""
    assert check(_housing(edited, f"Här är [7](fact:{name}).")) == [
        Problem(PAGE, Position(13, 1), "P230", {"value": name})
    ]


def test_a_fact_without_its_place_belongs_to_the_page_of_a_place(check: Check, edited: Edited) -> None:
    """Elsewhere nobody could know whose population is meant."""
    path = "content/sv/move.md"
    found = check(
        edited(path, "Skatteverket heter", "Det bor [12 345](fact:population) där. Skatteverket heter")
    )
    assert [(p.path, p.code, p.values) for p in found] == [(path, "P230", {"value": "population"})]


def test_a_text_that_says_another_figure_than_its_fact_is_told(check: Check, edited: Edited) -> None:
    """Box and prose never disagree, and the message says what to write."""
    values = {"value": "12 400", "record": "12\u00a0345", "name": "population"}
    assert check(_housing(edited, "Här bor [12 400](fact:population).")) == [
        Problem(PAGE, Position(13, 1), "P231", values)
    ]


def test_a_copy_that_has_fallen_behind_is_told(check: Check, edited: Edited) -> None:
    """An old or mistyped copy of a fact, with its source and unit, is found."""
    values = {"value": "12\u00a0354", "record": "12\u00a0345", "name": "population"}
    changes = _housing(edited, f"Här bor 12\u00a0354 invånare {SOURCE}.\n\nHus finns.")
    assert check(changes) == [Problem(PAGE, Position(13, 1), "P232", values)]


@pytest.mark.parametrize(
    "text",
    [
        f"Här bor 12\u00a0345 invånare {SOURCE}.",
        f"Här bodde 9\u00a0000 invånare {SOURCE}.",
        f"I fjol bodde här 12\u00a0354 invånare {SOURCE}, och nu [12\u00a0345](fact:population).",
        f"I fjol bodde här 12\u00a0354 invånare {SOURCE}, nu [12\u00a0345](fact:exempelby/population).",
        f"Här bor 12\u00a0354 katter {SOURCE}.",
        "Här bor 12\u00a0354 invånare ([lagen](source:exempellagen)).",
        f"Det är ungefär 82 km till havet {SOURCE}.",
    ],
)
def test_another_figure_than_the_fact_is_left_in_peace(check: Check, edited: Edited, text: str) -> None:
    """The same figure, one far away, last year's beside this year's, another unit, source or rounding: no copy."""
    assert check(_housing(edited, f"{text}\n\nHus finns.")) == []


def test_a_point_between_thousands_is_told(check: Check, edited: Edited) -> None:
    """Who writes 22.512 as on paper is not told to spread twelve inhabitants to the texts."""
    path = "content/data/municipalities/exempelby.yml"
    found = [p for p in check(edited(path, "value: 22.5", "value: 22.512")) if p.code == "D177"]
    assert [(p.path, p.values) for p in found] == [(path, {"value": 22.512, "whole": "22512"})]
