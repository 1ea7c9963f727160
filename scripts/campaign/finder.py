"""Which place fits? The ranking behind the questions; the page's script does the same with the same table.

Each answer gives points: all of them where a place has what is asked for, none where it is without. Where nobody knows,
it gives what can be expected from the places that are known; so not to know counts neither for a place nor against it.
All points are whole numbers, so that Python and the page compute alike. Why so: decision 0033.
"""

from collections.abc import Iterable, Mapping
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

    @property
    def having(self) -> frozenset[str]:
        """The places that have it."""
        return frozenset(slug for slug in self.known if self.state(slug) == "has")

    def at(self, slug: str) -> int:
        """The points at a place."""
        return self.known.get(slug, self.expected)

    def state(self, slug: str) -> State:
        """Whether a place has the trait, as far as anybody knows."""
        points = self.known.get(slug)
        return "unknown" if points is None else "has" if points else "lacks"


@dataclass(frozen=True)
class Match:
    """A place, how well it fits whom it fits least, and all together; what it has of what is asked for, and lacks."""

    slug: str
    least: int
    total: int
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    unknown: tuple[str, ...]


def worth(municipalities: Mapping[str, Municipality], trait: str) -> Worth:
    """What a trait is worth at each place of which it is known, and at the others by how many of the known have it."""
    known = {
        slug: POINTS[place.traits[trait].strength] if trait in place.traits else 0
        for slug, place in municipalities.items()
        if trait in place.traits or trait in place.without
    }
    return Worth(known, _expected(known))


def _expected(known: Mapping[str, int]) -> int:
    """The points to expect by Jeffreys' rule, which counts with half a place more that has it, and half that has not."""
    having = sum(points > 0 for points in known.values())
    return POINTS[1] * (2 * having + 1) // (2 * len(known) + 2)


def rank(places: Iterable[str], table: Mapping[str, Worth], *people: Answers) -> list[Match]:
    """The places by how well they fit: whom they fit least comes first, then all together, then what is sure."""
    asked = tuple(dict.fromkeys(trait for answers in people for trait in answers))
    found = [_match(slug, table, asked, people) for slug in places]
    return sorted(found, key=lambda match: (-match.least, -match.total, -len(match.has), match.slug))


def _match(slug: str, table: Mapping[str, Worth], asked: tuple[str, ...], people: Iterable[Answers]) -> Match:
    fits = [_fit(slug, table, answers) for answers in people if answers] or [0]
    matches: dict[State, list[str]] = {"has": [], "lacks": [], "unknown": []}
    for trait in asked:
        matches[table[trait].state(slug)].append(trait)
    return Match(slug, min(fits), sum(fits), *map(tuple, matches.values()))


def _fit(slug: str, table: Mapping[str, Worth], answers: Answers) -> int:
    return fit(sum(table[trait].at(slug) * weight for trait, weight in answers.items()), answers)


def fit(gained: int, answers: Answers) -> int:
    """How well a place fits that has gained so many points: of what a plain yes to all answers gives, in thousandths."""
    return gained * WHOLE // (POINTS[1] * sum(answers.values()))
