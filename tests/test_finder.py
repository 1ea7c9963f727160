"""Which place fits: points, what is known and what is not, and two people."""

from collections.abc import Callable

import pytest

from campaign.finder import IMPORTANT, ORDINARY, Answers, Match, rank, worth
from campaign.models.places import Municipality, Reason, Trait

REASON = {"because": {"sv": "Så är det.", "no": "Slik er det."}, "source": "known"}
Places = dict[str, Municipality]


@pytest.fixture
def places() -> Callable[..., Places]:
    """A function that makes places of their traits: name → trait → strength, and 0 for what a place is without."""

    def make(**traits: dict[str, int]) -> Places:
        return {
            slug: Municipality.model_construct(
                traits={n: Trait(strength=s, **REASON) for n, s in strengths.items() if s},
                without={n: Reason(**REASON) for n, s in strengths.items() if not s},
            )
            for slug, strengths in traits.items()
        }

    return make


def wanted(*traits: str) -> Answers:
    """Answers of somebody who wants each of them as much."""
    return dict.fromkeys(traits, ORDINARY)


def ranked(places: Places, *people: Answers) -> list[Match]:
    """The places as they fit these people."""
    asked = {trait for answers in people for trait in answers}
    return rank(places, {trait: worth(places, trait) for trait in asked}, *people)


def order(found: list[Match]) -> list[str]:
    """The places in their order."""
    return [match.slug for match in found]


def test_what_marks_a_place_is_worth_more(places: Callable[..., Places]) -> None:
    """A place known for what somebody wants comes before one that has it too, and that before one without."""
    assert order(ranked(places(a={"lake": 1}, b={"lake": 2}, c={"lake": 0}), wanted("lake"))) == [
        "b",
        "a",
        "c",
    ]


def test_the_unknown_counts_neither_for_nor_against(places: Callable[..., Places]) -> None:
    """Of which nobody knows stands between a place that has it and one that is without."""
    assert order(ranked(places(a={"lake": 0}, b={}, c={"lake": 1}), wanted("lake"))) == ["c", "b", "a"]


def test_the_unknown_is_expected_to_be_as_the_known(places: Callable[..., Places]) -> None:
    """What most places have is expected of one of which nobody knows; never more than of one that surely has it."""
    often = worth(places(a={"lake": 2}, b={"lake": 2}, c={"lake": 2}, d={}), "lake")
    seldom = worth(places(a={"lake": 0}, b={"lake": 0}, c={"lake": 0}, d={}), "lake")
    assert (often.at("d"), seldom.at("d"), worth(places(a={}), "lake").at("a")) == (87, 12, 50)


def test_the_important_counts_twice(places: Callable[..., Places]) -> None:
    """One thing that somebody must have outweighs one that would be nice."""
    given = places(a={"lake": 1, "train": 0}, b={"lake": 0, "train": 1})
    assert order(ranked(given, {"lake": ORDINARY, "train": IMPORTANT})) == ["b", "a"]


def test_two_people_go_where_both_are_content(places: Callable[..., Places]) -> None:
    """A place that gives both half of what they want comes before one that gives all to one and nothing to the other."""
    fair = {"lake": 1, "train": 0, "town": 1, "hill": 0}
    unfair = {"lake": 1, "train": 1, "town": 0, "hill": 0}
    found = ranked(places(a=unfair, b=fair), wanted("lake", "train"), wanted("town", "hill"))
    assert [(match.slug, match.least, match.total) for match in found] == [("b", 500, 1000), ("a", 0, 1000)]


def test_whoever_has_not_answered_does_not_count(places: Callable[..., Places]) -> None:
    """One who looks on while the other answers changes nothing."""
    given = places(a={"lake": 0}, b={"lake": 1})
    assert ranked(given, wanted("lake"), {}) == ranked(given, wanted("lake"))


def test_equal_places_come_by_what_is_sure_and_by_name(places: Callable[..., Places]) -> None:
    """Among equals the order is the same every time."""
    assert order(ranked(places(c={"lake": 1}, a={"lake": 1}, b={"lake": 1}), wanted("lake"))) == [
        "a",
        "b",
        "c",
    ]


def test_what_a_place_has_and_lacks_is_told(places: Callable[..., Places]) -> None:
    """Somebody who asked for three things hears of each, in the order asked."""
    [match] = ranked(places(a={"hill": 2, "lake": 0, "fog": 2}), wanted("lake", "train", "hill"))
    assert (match.has, match.lacks, match.unknown) == (("hill",), ("lake",), ("train",))


def test_without_answers_all_places_are_equal(places: Callable[..., Places]) -> None:
    """Who has not answered yet sees every place, by name."""
    assert ranked(places(b={"lake": 2}, a={}), {}) == [Match(slug, 0, 0, (), (), ()) for slug in "ab"]
