"""The municipalities beside one another: dots on a common scale, and a whole as a hundred dots."""

import pytest

from campaign.comparison import SCALE, Dot, Row, apart, in_a_hundred, positions, rows_of_dots, scales, strips
from campaign.models.places import Fact
from campaign.site import Site


def shares(**values: float) -> list[Fact]:
    """Facts in percent."""
    return [
        Fact(fact=name.replace("_", "-"), value=value, unit="percent", source="s")
        for name, value in values.items()
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"a": 10, "b": 20, "c": 15}, {"a": 0, "b": 100, "c": 50}),
        ({"a": -0.7, "b": 1.1, "c": 0.2}, {"a": 0, "b": 100, "c": 50}),
        ({"a": 7, "b": 7}, {"a": 50, "b": 50}),
    ],
)
def test_dots_stand_on_one_scale(values: dict[str, float], expected: dict[str, float]) -> None:
    """The least is at the start, the most at the end, and all else in proportion, below zero too."""
    assert positions(values, 100) == expected


def test_a_strip_shows_all_places_and_its_ends(good_site: Site) -> None:
    """A reader sees the place among the others and reads who is at the ends."""
    [strip] = strips(good_site.content, "exempelby")
    ends = [(name, fact.value) for name, fact in (strip.least, strip.most)]
    assert (strip.about.text["sv"], strip.fact.value, strip.dots, ends) == (
        "Invånare",
        12345,
        (Dot("eksempelby", "NO", 0), Dot("exempelby", "SE", SCALE)),
        [("Eksempelby", 9876), ("Exempelby", 12345)],
    )


def test_all_places_stand_on_one_scale(good_site: Site) -> None:
    """Who compares places sees each figure where it stands among all."""
    [scale] = scales(good_site.content)
    assert {slug: (fact.value, scale.at(slug)) for slug, fact in scale.facts.items()} == {
        "eksempelby": (9876, 0),
        "exempelby": (12345, SCALE),
    }


def test_what_cannot_be_compared_stands_apart(good_site: Site) -> None:
    """A figure that means another thing across the border is told with the reason, of its own country only."""
    [found] = apart(good_site.content)
    assert (found.name, found.why["sv"], list(found.facts)) == (
        "largest-employer",
        "I grannlandet räknas arbetsställen.",
        ["exempelby"],
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (shares(young=20.8, old=23.2), [("young", 21), ("rest", 56), ("old", 23)]),
        (shares(young=30, old=70), [("young", 30), ("old", 70)]),
        (shares(young=20.5), [("young", 21), ("rest", 79)]),
        (shares(other=3), []),
    ],
)
def test_shares_make_up_a_hundred(facts: list[Fact], expected: list[tuple[str, int]]) -> None:
    """The dots are a hundred, in the order of the parts, and a place that tells none has no drawing."""
    assert in_a_hundred(facts, ["young", "rest", "old"]) == expected


def test_dots_stand_in_rows_of_ten() -> None:
    """What begins in the middle of a row goes on in the next; a single dot is a row too."""
    assert (rows_of_dots(27, 15), rows_of_dots(0, 1)) == (
        [Row(7, 2, 3), Row(0, 3, 10), Row(0, 4, 2)],
        [Row(0, 0, 1)],
    )
