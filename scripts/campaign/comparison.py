"""The municipalities beside one another: the same facts as dots on a common scale, and a whole told as a hundred."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campaign.content import Content
from campaign.models.places import Comparison, EqualFact, Fact

# The length of the scale that dots stand on, in units of the drawing.
SCALE = 240
HUNDRED = 100
REST = "rest"


@dataclass(frozen=True)
class Dot:
    """A municipality on the scale: `x` in units from its start."""

    slug: str
    country: str
    x: float


@dataclass(frozen=True)
class Strip:
    """One fact of a municipality, all as dots on one scale, and who stands at its ends, each with its fact."""

    about: EqualFact
    fact: Fact
    dots: tuple[Dot, ...]
    least: tuple[str, Fact]
    most: tuple[str, Fact]


def shown_alike(content: Content) -> Comparison:
    """What every municipality is shown with; nothing where nobody has chosen it."""
    found = content.singletons.get("comparison")
    return found if isinstance(found, Comparison) else Comparison()


def strips(content: Content, slug: str) -> list[Strip]:
    """A strip for each of the equal facts that the municipality tells (check D129 demands them all)."""
    told = [(about, _told(content, about.fact)) for about in shown_alike(content).equal_facts]
    return [_strip(content, about, facts, slug) for about, facts in told if slug in facts]


def _told(content: Content, name: str) -> dict[str, Fact]:
    places = content.municipalities.items()
    found = {slug: number_named(place.facts, name) for slug, place in places}
    return {slug: fact for slug, fact in found.items() if fact}


def _strip(content: Content, about: EqualFact, told: Mapping[str, Fact], slug: str) -> Strip:
    places = content.municipalities
    at = positions({other: float(fact.value or 0) for other, fact in told.items()})
    dots = tuple(Dot(other, places[other].country, x) for other, x in sorted(at.items()))
    ends = (min(at, key=lambda other: (at[other], other)), max(at, key=lambda other: (at[other], other)))
    least, most = ((places[other].name, told[other]) for other in ends)
    return Strip(about, told[slug], dots, least, most)


def number_named(facts: Sequence[Fact], name: str) -> Fact | None:
    """The fact of that name if it is one number, which can stand on a scale; a size class cannot."""
    return next((fact for fact in facts if fact.fact == name and fact.value is not None), None)


def positions(values: Mapping[str, float], length: float = SCALE) -> dict[str, float]:
    """Where each value stands between the least, at 0, and the most, at `length`; in the middle if all are the same."""
    low, high = min(values.values()), max(values.values())
    span = high - low
    return {
        name: round((value - low) / span * length, 1) if span else length / 2
        for name, value in values.items()
    }


def in_a_hundred(facts: Sequence[Fact], parts: Sequence[str]) -> list[tuple[str, int]]:
    """Of a hundred, how many belong to each part, in the order of `parts`; REST is what the facts leave.

    Parts that no fact tells are left out. Whole numbers by largest remainder, so that they make up a hundred.
    Empty where the facts tell none of the parts.
    """
    told = {name: number_named(facts, name) for name in parts}
    shares = {name: float(fact.value or 0) for name, fact in told.items() if fact}
    if not shares:
        return []
    shares[REST] = HUNDRED - sum(shares.values())
    counts = {name: int(share) for name, share in shares.items()}
    order = [*parts, REST]
    by_remainder = sorted(shares, key=lambda name: (counts[name] - shares[name], order.index(name)))
    for name in by_remainder[: HUNDRED - sum(counts.values())]:
        counts[name] += 1
    return [(name, counts[name]) for name in dict.fromkeys(order) if counts.get(name)]
