"""Rules for one record at a time, or a record and the tables that it uses."""

from collections.abc import Callable

import pytest

from campaign.problems import Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
WARM = "content/data/seminars/warm-tea.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "group"),
    [
        ("municipalities/exempelby.yml", "fact: distance", "fact: rain", Position(45, 11), "fact"),
        ("municipalities/eksempelby.yml", "unit: inhabitants", "unit: rain", Position(18, 11), "unit"),
        ("rules/se-coffee.yml", "unit: hours", "unit: rain", Position(16, 11), "unit"),
        ("seminars/hvem-blir.yml", "theme: young", "theme: rain", Position(7, 8), "theme"),
        ("site.yml", "figure: population", "figure: rain", Position(38, 13), "fact"),
        ("site.yml", "facts: [population]", "facts: [rain]", Position(37, 13), "fact"),
    ],
)
def test_a_word_that_nobody_wrote_is_told(
    check: Check, edited: Edited, path: str, old: str, new: str, place: Position, group: str
) -> None:
    """A fact, unit or theme without its word would show the reader a key."""
    file = f"content/data/{path}"
    [found] = check(edited(file, old, new))
    assert (found.path, found.position, found.code) == (file, place, "D111")
    assert (found.values["word"], found.values["group"]) == ("rain", group)
    assert found.message("en").startswith(
        f"The word “rain” is not in labels.yml under {group}. Those that are there: "
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'end: "2027-03-04 16:00"',
            'end: "2027-03-04 09:30"',
            Problem(
                WARM, Position(18, 8), "D119", {"start": "2027-03-04 09:30", "value": "2027-03-04 09:30"}
            ),
        ),
        (
            "date: 2027-03-04",
            "date: 2027-03-05",
            Problem(WARM, Position(14, 7), "D120", {"day": "2027-03-04", "value": "2027-03-05"}),
        ),
    ],
)
def test_a_session_that_cannot_be_is_told(
    check: Check, edited: Edited, old: str, new: str, problem: Problem
) -> None:
    """Nobody comes on the wrong day because a list says one day and the calendar another."""
    assert check(edited(WARM, old, new)) == [problem]


@pytest.mark.parametrize(
    ("path", "old", "new", "position"),
    [
        ("finder.yml", "{trait: train,", "{trait: trian,", Position(5, 15)),
        ("site.yml", "{trait: boat,", "{trait: baot,", Position(44, 17)),
    ],
)
def test_a_trait_that_nobody_asks_for_is_told_wherever_it_is_named(
    check: Check, edited: Edited, path: str, old: str, new: str, position: Position
) -> None:
    """The start page asks for nothing that no place can have, and the map has no sign that stands nowhere."""
    word = new[len("{trait: ") : -1]
    file = f"content/data/{path}"
    assert check(edited(file, old, new)) == [Problem(file, position, "D116", {"word": word})]


@pytest.mark.parametrize("code", ["990", "99011", "Exempelby"])
def test_the_code_of_a_municipality_has_four_digits(check: Check, edited: Edited, code: str) -> None:
    """A digit too many or too few is no number under which a service of statistics knows the place."""
    path = "content/data/municipalities/exempelby.yml"
    told = f"{path}:4:7 D103 The field code must be written like this: 1234, but is “{code}”."
    found = check(edited(path, 'code: "9901"', f'code: "{code}"'))
    assert told in [problem.line("en") for problem in found]


@pytest.mark.parametrize(
    ("path", "old", "new", "problem"),
    [
        (
            "municipalities/exempelby.yml",
            "region: exempelregionen",
            "region: eksempelregionen",
            (Position(3, 9), {"country": "SE", "other": "eksempelregionen", "value": "NO"}),
        ),
        (
            "municipalities/eksempelby.yml",
            "rate: no-contributions-zone-1",
            "rate: se-contributions",
            (Position(68, 9), {"country": "NO", "other": "se-contributions", "value": "SE"}),
        ),
    ],
)
def test_what_a_municipality_belongs_to_is_of_its_country(
    check: Check, edited: Edited, path: str, old: str, new: str, problem: tuple[Position, dict[str, object]]
) -> None:
    """No municipality is shown among the neighbours of the other country, or with its contributions."""
    file, (position, values) = f"content/data/{path}", problem
    assert Problem(file, position, "D159", values) in check(edited(file, old, new))


@pytest.mark.parametrize(
    ("drawing", "record"),
    [
        ("emblems/exempelby", "municipalities/exempelby"),
        ("posters/exempelby", "municipalities/exempelby"),
        ("posters/exempelregionen", "regions/exempelregionen"),
    ],
)
def test_a_place_without_drawing_is_told(check: Check, drawing: str, record: str) -> None:
    """No place appears with a hole where its picture belongs."""
    file = f"content/media/{drawing}.svg"
    assert check({file: None}) == [Problem(f"content/data/{record}.yml", Position(), "D112", {"file": file})]


def test_a_drawing_of_no_place_is_told(check: Check) -> None:
    """A misspelt name, or the emblem of a region, which has none, is not published for nobody."""
    files = ("content/media/emblems/exempelregionen.svg", "content/media/posters/exempelbi.svg")
    assert check({file: b'<svg xmlns="http://www.w3.org/2000/svg"/>' for file in files}) == [
        Problem(files[0], Position(), "D128", {"value": "exempelregionen"}),
        Problem(files[1], Position(), "D128", {"value": "exempelbi"}),
    ]


def test_missing_sections_are_named(check: Check, edited: Edited) -> None:
    """A page of a municipality that leaves questions open says which."""
    path = "content/sv/municipalities/exempelby.md"
    changes = edited(path, "## Skola {#school}", "## Skola {#skola}")
    assert check(changes) == [Problem(path, Position(4), "D113", {"sections": "school"})]


def test_a_section_on_a_lower_level_does_not_count(check: Check, edited: Edited) -> None:
    """The fixed sections are of the second level, so that pages can be compared."""
    path = "content/sv/municipalities/exempelby.md"
    found = check(edited(path, "## Skola {#school}", "### Skola {#school}"))
    assert [problem.values["sections"] for problem in found if problem.code == "D113"] == ["school"]


def test_sections_out_of_order_are_told(check: Check, edited: Edited) -> None:
    """All municipalities are read in the same order."""
    path = "content/no/municipalities/eksempelby.md"
    changes = (
        edited(path, "{#housing}", "{#x}")[path]
        .replace("{#school}", "{#housing}")
        .replace("{#x}", "{#school}")
    )
    order = "like, housing, school, work, getting-around, leisure, newcomers, before"
    assert check({path: changes}) == [Problem(path, Position(4), "D114", {"sections": order})]


def test_further_sections_are_welcome(check: Check, edited: Edited) -> None:
    """A municipality may tell more than the fixed sections ask."""
    changes = {
        path: text
        for language in ("sv", "no")
        for path, text in edited(
            f"content/{language}/municipalities/exempelby.md",
            "{#school}\n",
            "{#school}\n\nHej.\n\n## Mer {#more}\n",
        ).items()
    }
    assert check(changes) == []


@pytest.mark.parametrize("day", ["2026-02-03", "2026-02-02"])
def test_a_rule_is_read_again_later_and_not_before(check: Check, edited: Edited, day: str) -> None:
    """A date of review that has passed before the first reading is a slip of the pen."""
    path = "content/data/rules/no-waffles.yml"
    changes = edited(path, 'review_by: "2027-02-03"', f'review_by: "{day}"')
    values = {"checked": "2026-02-03", "value": day}
    assert check(changes) == [Problem(path, Position(14, 12), "D115", values)]


@pytest.mark.parametrize(
    "file",
    [
        "content/data/municipalities/exempelby.yml",
        "content/data/regions/exempelregionen.yml",
        "content/data/acts/exempellagen.yml",
        "content/data/sources/exempelbyran-folkmangd-2024.yml",
        "content/sv/move.md",
    ],
)
def test_one_slip_is_told_once(check: Check, tree: dict[str, bytes], file: str) -> None:
    """A file that cannot be read has one problem, and no other file is blamed for what it misses of that one."""
    published = {"content/data/published.yml": "addresses: [ansok/, flytta/, kommuner/exempelby/]\n"}
    broken = (
        tree[file].replace(b"---\n", b'---\nbad: "x\n', 1)
        if file.endswith(".md")
        else tree[file] + b"bad: [\n"
    )
    assert [(p.path, p.code) for p in check({**published, file: broken}) if p.severity == "error"] == [
        (file, "S005")
    ]
