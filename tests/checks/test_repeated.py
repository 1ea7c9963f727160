"""The rules against what stands twice where it may stand once."""

from collections.abc import Callable, Mapping

import pytest

from campaign.problems import Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
DATA = "content/data/"


@pytest.mark.parametrize(
    ("path", "old", "new", "position", "values"),
    [
        (
            "journeys/here-to-there.yml",
            "  - call-ahead\n",
            "  - call-ahead\n  - call-ahead\n",
            Position(10, 5),
            {"value": "call-ahead", "line": 9},
        ),
        (
            "municipalities/exempelby.yml",
            "fact: moved-in",
            "fact: distance",
            Position(52, 11),
            {"value": "distance", "line": 45},
        ),
        ("finder.yml", "id: reach", "id: nature", Position(26, 9), {"value": "nature", "line": 7}),
        ("deadlines/coffee.yml", "id: old-cup", "id: last-cup", Position(18, 9), {"value": "last-cup", "line": 10}),
        ("projects/exempelprojekt.yml", "letter: B", "letter: A", Position(49, 13), {"value": "A", "line": 40}),
        ("kits/tea-round.yml", "{sv: Socker, no: Sukker}", "{sv: Te, no: Te}", Position(25, 10), {"value": "Te", "line": 24}),
    ],
)  # fmt: skip
def test_what_stands_twice_in_a_list_is_told(
    check: Check,
    edited: Edited,
    path: str,
    old: str,
    new: str,
    position: Position,
    values: Mapping[str, object],
) -> None:
    """A step, a fact or a row that somebody pasted once more is not shown twice to the reader."""
    assert check(edited(DATA + path, old, new)) == [Problem(DATA + path, position, "D149", values)]


def test_a_group_that_was_pasted_once_more_is_told_once(check: Check, edited: Edited) -> None:
    """The editor hears of the second fact, and not of each of its words."""
    path, fact = (
        DATA + "regions/exempelregionen.yml",
        (
            '  - fact: population\n    value: 23456\n    unit: inhabitants\n    as_of: "2024"\n'
            '    source: exempelbyran-folkmangd-2024\n    checked: "2026-02-03"\n'
        ),
    )
    values = {"value": "population", "line": 10}
    assert check(edited(path, fact, fact * 2)) == [Problem(path, Position(16, 11), "D149", values)]


def test_the_front_matter_of_a_page_is_looked_at_too(check: Check) -> None:
    """The start page does not show the same door twice."""
    door = "  - {title: Flytta, text: Hit., link: move.md, action: Gå}\n"
    raw = (
        "---\ntitle: Prov\ndescription: En sida som bara finns medan ett prov pågår, med en mening som är lång nog.\n"
        f"only: sv\ndoors:\n{door}{door}---\n\nHej.\n"
    )
    twice = Problem("content/sv/prov.md", Position(7, 13), "D149", {"value": "Flytta", "line": 6})
    assert twice in check({"content/sv/prov.md": raw})


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            ("municipalities/exempelby.yml", 'country: SE\nregion: exempelregionen\ncode: "9901"'),
            'country: "NO"\nregion: eksempelregionen\ncode: "9902"',
            [
                "eksempelby.yml:4:7 D150 The field code is “9902”, but that already belongs to content/data/municipalities/exempelby.yml.",
                "exempelby.yml:4:7 D150 The field code is “9902”, but that already belongs to content/data/municipalities/eksempelby.yml.",
            ],
        ),
        (
            ("acts/exempellagen.yml", 'collection: sfs\nnumber: "1999:999"'),
            'collection: lov\nnumber: "1999-09-09-9"',
            [
                "eksempelloven.yml:3:9 D150 The field number is “1999-09-09-9”, but that already belongs to content/data/acts/exempellagen.yml.",
                "exempellagen.yml:3:9 D150 The field number is “1999-09-09-9”, but that already belongs to content/data/acts/eksempelloven.yml.",
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_one_records_own_is_no_others(
    check: Check, edited: Edited, old: tuple[str, str], new: str, lines: list[str]
) -> None:
    """Two municipalities of a country with one code are told in both files, of which somebody has just changed one."""
    found = [one.line("en") for one in check(edited(DATA + old[0], old[1], new)) if one.code == "D150"]
    folder = f"{DATA}{old[0].partition('/')[0]}/"
    assert [line.removesuffix(" Correct it in the record that is wrong.") for line in found] == [
        folder + line for line in lines
    ]


def test_a_code_may_be_that_of_a_municipality_in_another_country(check: Check, edited: Edited) -> None:
    """Both countries number their municipalities with four digits, and some numbers are in both."""
    assert check(edited(DATA + "municipalities/eksempelby.yml", 'code: "9902"', 'code: "9901"')) == []
