"""Which place fits: points, ties, and what each place has and lacks."""

from collections.abc import Callable

import pytest

from campaign.content import Content, load_content
from campaign.files import load_tree
from campaign.finder import Match, rank
from campaign.models.places import Municipality, Trait
from conftest import ROOT

REASON = {"because": {"sv": "Så är det.", "no": "Slik er det."}, "source": "known"}


@pytest.fixture
def places() -> Callable[..., dict[str, Municipality]]:
    """A function that makes places of their traits: name → trait → strength."""

    def make(**traits: dict[str, int]) -> dict[str, Municipality]:
        return {
            slug: Municipality.model_construct(
                traits={name: Trait(strength=strength, **REASON) for name, strength in strengths.items()}
            )
            for slug, strengths in traits.items()
        }

    return make


def test_strength_is_points(places: Callable[..., dict[str, Municipality]]) -> None:
    """A place known for what somebody wants comes before one that has it too."""
    found = rank(places(a={"lake": 1}, b={"lake": 2}, c={}), ["lake"])
    assert [(match.slug, match.points) for match in found] == [("b", 2), ("a", 1), ("c", 0)]


def test_points_of_all_answers_are_added(places: Callable[..., dict[str, Municipality]]) -> None:
    """Two things that are there weigh as much as one that marks the place."""
    found = rank(places(a={"lake": 1, "train": 1}, b={"lake": 2, "hill": 2}), ["lake", "train"])
    assert [match.points for match in found] == [2, 2]


def test_equal_places_come_by_name(places: Callable[..., dict[str, Municipality]]) -> None:
    """No place is favoured among equals, and the order is the same every time."""
    found = rank(places(c={"lake": 1}, a={"lake": 1}, b={"lake": 1}), ["lake"])
    assert [match.slug for match in found] == ["a", "b", "c"]


def test_what_a_place_has_and_lacks_is_told(places: Callable[..., dict[str, Municipality]]) -> None:
    """Somebody who asked for three things hears of each, in the order asked."""
    [match] = rank(places(a={"hill": 2, "lake": 1, "fog": 2}), ["lake", "train", "hill"])
    assert match == Match("a", 3, ("lake", "hill"), ("train",))


def test_without_answers_all_places_are_equal(places: Callable[..., dict[str, Municipality]]) -> None:
    """Who has not answered yet sees every place, by name."""
    found = rank(places(b={"lake": 2}, a={}), [])
    assert found == [Match("a", 0, (), ()), Match("b", 0, (), ())]


def test_answers_may_be_a_stream(places: Callable[..., dict[str, Municipality]]) -> None:
    """Answers that can be read only once count for every place."""
    found = rank(places(a={"lake": 1}, b={"lake": 1}), iter(["lake"]))
    assert [match.points for match in found] == [1, 1]


@pytest.fixture(scope="module")
def content() -> Content:
    """The real content."""
    return load_content(load_tree(ROOT))[0]


def test_every_answer_finds_a_place(content: Content) -> None:
    """No reader gets a list in which an answer of theirs fits nowhere."""
    places = content.records["municipalities"].values()
    asked = [
        option.trait for question in content.singletons["finder"].questions for option in question.options
    ]
    assert [trait for trait in asked if not any(trait in place.traits for place in places)] == []


def test_every_trait_is_asked_for_once(content: Content) -> None:
    """What somebody wrote about a place can be found by one answer, and by one only."""
    asked = [
        option.trait for question in content.singletons["finder"].questions for option in question.options
    ]
    told = {trait for place in content.records["municipalities"].values() for trait in place.traits}
    assert (sorted(asked), told - set(asked)) == (sorted(set(asked)), set())
