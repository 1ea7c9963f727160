"""Figures that we have worked out ourselves."""

from collections.abc import Callable

import pytest

from campaign.problems import Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
REGION = "content/data/regions/exempelregionen.yml"
PLACE = "content/data/municipalities/exempelby.yml"
SUM = 'value: {}\n    unit: inhabitants\n    as_of: "2024"'
SHARE = (
    "facts:\n  - fact: {}\n    value: 20.5\n    unit: percent\n    as_of: {}\n"
    '    source: exempelbyran-folkmangd-2024\n    checked: "2026-02-03"\n    computed: true\n'
)


@pytest.mark.parametrize(
    ("value", "more", "expected"),
    [
        ("12345", "computed: true", []),
        ("12300", "computed: true\n    approximate: true", []),
        ("12000", "computed: true\n    approximate: true", []),
        ("12999", "computed: true", ["12345"]),
        ("12200", "computed: true\n    approximate: true", ["12300"]),
        ("12999", "approximate: true", []),
    ],
)
def test_a_region_has_as_many_people_as_its_municipalities_together(
    check: Check, edited: Edited, value: str, more: str, expected: list[str]
) -> None:
    """When one of them gets a new population the sum is told, with what it is now; what a source says is the source's."""
    found = check(edited(REGION, SUM.format(23456), f"{SUM.format(value)}\n    {more}"))
    assert [problem.values["number"] for problem in found if problem.code == "W414"] == expected


def test_a_large_sum_is_told_digit_by_digit(check: Check, edited: Edited) -> None:
    """What `make.py fix` writes is a number as data writes it."""
    found = check(
        edited(PLACE, "value: 12345", "value: 19910500")
        | edited(REGION, SUM.format(23456), SUM.format(20000000) + "\n    computed: true")
    )
    assert [p.values for p in found if p.code == "W414"] == [{"value": "20000000", "number": "19910500"}]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (None, ["12345"]),
        ("", []),
        ("name:\n", []),
        ("- a\n", []),
        ("region: exempelregionen\n", []),
        ("region: okändregion\n", []),
        ("region: eksempelregionen\n", ["12345"]),
    ],
)
def test_a_sum_waits_for_every_municipality_that_may_be_a_part(
    check: Check, edited: Edited, other: str | None, expected: list[str]
) -> None:
    """A municipality whose region cannot be read may lie in this one: no sum is told that may lack it."""
    more = {"content/data/municipalities/stad.yml": other}
    found = check({**edited(REGION, SUM.format(23456), f"{SUM.format(12999)}\n    computed: true"), **more})
    assert [problem.values["number"] for problem in found if problem.code == "W414"] == expected


def test_a_sum_waits_for_a_municipality_of_no_known_region(
    check: Check, edited: Edited, tree: dict[str, bytes]
) -> None:
    """A slip in the name of its region takes no municipality out of the sum."""
    place = tree[PLACE].replace(b"region: exempelregionen", b"region: exempelregoinen")
    assert place != tree[PLACE]
    other = {"content/data/municipalities/stad.yml": place}
    found = check({**edited(REGION, SUM.format(23456), f"{SUM.format(12999)}\n    computed: true"), **other})
    assert [problem.values["number"] for problem in found if problem.code == "W414"] == []


@pytest.mark.parametrize(
    ("fact", "day", "expected"),
    [
        ("density", '"2024-12-31"', []),
        ("density", '"2023-12-31"', ["W415"]),
        ("population-change", '"2024"', []),
        ("population-change", '"2023"', ["W415"]),
        ("density", "undated", []),
        ("distance-city", '"2020-01-01"', []),
    ],
)
def test_what_follows_from_a_population_is_as_new(
    check: Check, edited: Edited, fact: str, day: str, expected: list[str]
) -> None:
    """Who changes the population is told of the density and the growth that are still those of last year."""
    found = check(edited(PLACE, "facts:\n", SHARE.format(fact, day)))
    assert [problem.code for problem in found if problem.code == "W415"] == expected
