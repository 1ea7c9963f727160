"""The municipalities beside one another: the same facts as dots on a common scale, and a whole told as a hundred."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from campaign.content import Content
from campaign.models.places import Comparison, EqualFact, Fact
from campaign.models.values import Bilingual

# The length of the scale that dots stand on, in units of the drawing.
SCALE = 240
HUNDRED, TEN = 100, 10
REST = "rest"


@dataclass(frozen=True)
class Dot:
    """A municipality on the scale: `x` in units from its start."""

    slug: str
    country: str
    x: float


@dataclass(frozen=True)
class Scale:
    """A fact that all municipalities tell alike: what each tells, and all as dots on one scale."""

    about: EqualFact
    facts: Mapping[str, Fact]
    dots: tuple[Dot, ...]

    def at(self, slug: str) -> float:
        """Where a municipality stands on the scale."""
        return next(dot.x for dot in self.dots if dot.slug == slug)


@dataclass(frozen=True)
class Strip:
    """One fact of a municipality, all as dots on one scale, and who stands at its ends, each with its fact."""

    about: EqualFact
    fact: Fact
    dots: tuple[Dot, ...]
    least: tuple[str, Fact]
    most: tuple[str, Fact]


@dataclass(frozen=True)
class Row:
    """Dots side by side: where the first stands among the hundred, and how many they are."""

    x: int
    y: int
    length: int


@dataclass(frozen=True)
class Apart:
    """A fact that differs in meaning between the countries: why, and what each municipality of one country tells."""

    name: str
    why: Bilingual
    facts: Mapping[str, Fact]


def shown_alike(content: Content) -> Comparison:
    """What every municipality is shown with; nothing where nobody has chosen it."""
    found = content.singletons.get("comparison")
    return found if isinstance(found, Comparison) else Comparison()


def scales(content: Content) -> list[Scale]:
    """The equal facts, each with what all municipalities tell (check D129 demands them all)."""
    facts_by_scale = [
        (about, _known_facts(content, about.fact)) for about in shown_alike(content).equal_facts
    ]
    return [Scale(about, facts, _dots(content, facts)) for about, facts in facts_by_scale if facts]


def strips(content: Content, slug: str) -> list[Strip]:
    """A strip for each of the equal facts that the municipality tells."""
    return [_strip(content, scale, slug) for scale in scales(content) if slug in scale.facts]


def apart(content: Content) -> list[Apart]:
    """The facts of which somebody has said why they cannot be compared, by name and country."""
    found: dict[tuple[str, str], Apart] = {}
    for slug, place in content.municipalities.items():
        for fact in place.known_facts:
            if fact.not_comparable:
                group = found.setdefault(
                    (fact.fact, place.country), Apart(fact.fact, fact.not_comparable, {})
                )
                found[fact.fact, place.country] = replace(group, facts={**group.facts, slug: fact})
    return [found[key] for key in sorted(found)]


def _known_facts(content: Content, name: str) -> dict[str, Fact]:
    places = content.municipalities.items()
    found = {slug: number_named(place.facts, name) for slug, place in places}
    return {slug: fact for slug, fact in found.items() if fact}


def _dots(content: Content, facts: Mapping[str, Fact]) -> tuple[Dot, ...]:
    at = positions({slug: float(fact.value or 0) for slug, fact in facts.items()})
    return tuple(Dot(slug, content.municipalities[slug].country, x) for slug, x in sorted(at.items()))


def _strip(content: Content, scale: Scale, slug: str) -> Strip:
    ends = (
        min(scale.dots, key=lambda dot: (dot.x, dot.slug)),
        max(scale.dots, key=lambda dot: (dot.x, dot.slug)),
    )
    least, most = ((content.municipalities[dot.slug].name, scale.facts[dot.slug]) for dot in ends)
    return Strip(scale.about, scale.facts[slug], scale.dots, least, most)


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
    named = {name: number_named(facts, name) for name in parts}
    shares = {name: float(fact.value or 0) for name, fact in named.items() if fact}
    if not shares:
        return []
    shares[REST] = HUNDRED - sum(shares.values())
    counts = {name: int(share) for name, share in shares.items()}
    order = [*parts, REST]
    by_remainder = sorted(shares, key=lambda name: (counts[name] - shares[name], order.index(name)))
    for name in by_remainder[: HUNDRED - sum(counts.values())]:
        counts[name] += 1
    return [(name, counts[name]) for name in dict.fromkeys(order) if counts.get(name)]


def rows_of_dots(start: int, count: int) -> list[Row]:
    """The rows in which so many dots stand, from the dot number `start` on; a row of the drawing has ten."""
    firsts = [start, *range((start // TEN + 1) * TEN, start + count, TEN)]
    lasts = [*firsts[1:], start + count]
    return [Row(a % TEN, a // TEN, b - a) for a, b in zip(firsts, lasts, strict=True)]
