"""Which place fits? The ranking behind the questions; the page's script does the same with the same table.

Each answer gives points: all of them where a place has what is asked for, none where it is without. Where nobody knows,
it gives what can be expected from the places that are known; so not to know counts neither for a place nor against it.
All points are whole numbers, so that Python and the page reckon alike. Why so: decision 0033.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from campaign.models.places import Municipality

# An answer: trait -> how much it weighs, ORDINARY or IMPORTANT.
Answers = Mapping[str, int]
State = Literal["has", "lacks", "unknown"]

ORDINARY, IMPORTANT = 1, 2
# What a trait is worth by its strength, in hundredths; a place without it has nothing.
POINTS = {1: 100, 2: 125}
# How well a place fits that has all that somebody asks for, and is known for none of it.
WHOLE = 1000


@dataclass(frozen=True)
class Worth:
    """The points of a trait at each place of which it is known, and what to expect of one of which it is not."""

    known: Mapping[str, int]
    expected: int

    def at(self, slug: str) -> int:
        """The points at a place."""
        return self.known.get(slug, self.expected)


@dataclass(frozen=True)
class Match:
    """A place, how well it fits whom it fits least, and all together; what it has of what is asked for, and lacks."""

    slug: str
    least: int
    total: int
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    unknown: tuple[str, ...]


def rank(municipalities: Mapping[str, Municipality], *people: Answers) -> list[Match]:
    """The places by how well they fit: whom they fit least comes first, then all together, then what is sure."""
    asked = tuple(dict.fromkeys(trait for answers in people for trait in answers))
    table = {trait: worth(municipalities, trait) for trait in asked}
    found = [_match(slug, place, people, table) for slug, place in municipalities.items()]
    return sorted(found, key=lambda match: (-match.least, -match.total, -len(match.has), match.slug))


def worth(municipalities: Mapping[str, Municipality], trait: str) -> Worth:
    """What a trait is worth at each place; the unknown by Jeffreys' rule, as if half a place more had it, and half not."""
    known = {
        slug: _points(place, trait)
        for slug, place in municipalities.items()
        if state(place, trait) != "unknown"
    }
    return Worth(known, (2 * sum(known.values()) + POINTS[1]) // (2 * len(known) + 2))


def state(place: Municipality, trait: str) -> State:
    """Whether the place has the trait, as far as anybody knows."""
    if trait in place.traits:
        return "has"
    return "lacks" if trait in place.without else "unknown"


def _points(place: Municipality, trait: str) -> int:
    return POINTS[place.traits[trait].strength] if trait in place.traits else 0


def _match(slug: str, place: Municipality, people: tuple[Answers, ...], table: Mapping[str, Worth]) -> Match:
    fits = [_fit(slug, answers, table) for answers in people if answers] or [0]
    told: dict[State, list[str]] = {"has": [], "lacks": [], "unknown": []}
    for trait in table:
        told[state(place, trait)].append(trait)
    return Match(slug, min(fits), sum(fits), *(tuple(traits) for traits in told.values()))


def _fit(slug: str, answers: Answers, table: Mapping[str, Worth]) -> int:
    gained = sum(table[trait].at(slug) * weight for trait, weight in answers.items())
    return gained * WHOLE // (POINTS[1] * sum(answers.values()))
