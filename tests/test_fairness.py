"""The finder gives every place a chance, and says which traits decide when it does not."""

from collections import Counter
from collections.abc import Callable

import pytest

from campaign.fairness import SEED, chances, readers_of
from campaign.finder import rank
from campaign.models.finder import Finder
from campaign.models.places import Municipality, Reason, Trait
from campaign.site import Site

REASON = {"because": {"sv": "Så är det.", "no": "Slik er det."}, "source": "known"}
Places = dict[str, Municipality]


@pytest.fixture
def finder() -> Finder:
    """Two questions, with two answers each."""

    def question(name: str, *traits: str) -> dict[str, object]:
        text = {"sv": name, "no": name}
        return {
            "id": name,
            "text": text,
            "options": [{"trait": t, "text": text, "unknown": text} for t in traits],
        }

    return Finder.model_validate(
        {"questions": [question("nature", "lake", "hill"), question("way", "train", "boat")]}
    )


@pytest.fixture
def places() -> Callable[..., Places]:
    """A function that makes places of what they have, and of what they are without: name → traits, the latter with a dash."""

    def make(**traits: str) -> Places:
        return {
            slug: Municipality.model_construct(
                traits={one: Trait(strength=1, **REASON) for one in words.split() if one[0] != "-"},
                without={one[1:]: Reason(**REASON) for one in words.split() if one[0] == "-"},
            )
            for slug, words in traits.items()
        }

    return make


def test_chances_are_those_of_the_ranking(good_site: Site) -> None:
    """What is computed for thousands at once is what each of them would see first, and equal places share a reader."""
    content = good_site.content
    found = chances(content.municipalities, content.finder, 300)
    choices = [[option.trait for option in question.options] for question in content.finder.questions]
    first = Counter[str]()
    for answers in readers_of(choices, 300, SEED):
        ranked = rank(content.municipalities, found.table, answers)
        best = [
            one.slug for one in ranked if (one.total, len(one.has)) == (ranked[0].total, len(ranked[0].has))
        ]
        first.update(dict.fromkeys(best, 2520 // len(best)))
    assert found.shares == {slug: first[slug] / (300 * 2520) for slug in found.shares}


def test_a_name_is_no_advantage(places: Callable[..., Places], finder: Finder) -> None:
    """Two places that are alike have the same chance, though the list has to begin with one of them."""
    assert chances(places(a="lake", b="lake"), finder).shares == {"a": 0.5, "b": 0.5}


def test_chances_are_the_same_each_time(places: Callable[..., Places], finder: Finder) -> None:
    """Who checks twice reads the same."""
    given = places(a="lake -train", b="hill train")
    assert chances(given, finder) == chances(given, finder)


def test_a_place_without_anything_never_comes_first(places: Callable[..., Places], finder: Finder) -> None:
    """One place has all that is asked for, and the other lacks it: the shares say so."""
    found = chances(places(all="lake hill train boat", nothing="-lake -hill -train -boat"), finder)
    assert (found.shares, found.bounds) == ({"all": 1.0, "nothing": 0.0}, (0.25, 0.9))


def test_what_decides_is_named_in_order(places: Callable[..., Places], finder: Finder) -> None:
    """First comes what lifts a place most: a trait that it has alone and that many want; last what it lacks and others have."""
    given = places(a="train -hill", b="hill -train", c="hill -train")
    assert (chances(given, finder).deciding("a"), chances(given, finder).deciding("b")) == (
        ["train", "boat", "lake", "hill"],
        ["hill", "boat", "lake", "train"],
    )


def test_readers_want_what_the_questions_offer() -> None:
    """Nobody wants nothing, the same twice, or what is not asked; and half of the questions are answered."""
    readers = list(readers_of([["lake", "hill"], ["train", "boat"]], 4_000, SEED))
    counts = Counter(trait for answers in readers for trait in answers)
    assert (min(map(len, readers)), max(map(len, readers)), set(counts)) == (
        1,
        4,
        {"lake", "hill", "train", "boat"},
    )
    # Half of the questions, those of whom that would answer none one of the two; and with two things by a third.
    assert {trait: round(count / len(readers), 1) for trait, count in counts.items()} == dict.fromkeys(
        counts, 0.4
    )
