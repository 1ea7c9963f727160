"""Which place fits? The ranking behind the questions; the page's script does the same with the same table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaign.models.places import Municipality, Trait


@dataclass(frozen=True)
class Match:
    """A place and how well it answers: points, the traits it has of those asked for, and those it lacks."""

    slug: str
    points: int
    has: tuple[str, ...]
    lacks: tuple[str, ...]


def rank(municipalities: Mapping[str, Municipality], wanted: Iterable[str]) -> list[Match]:
    """The places by points, then by name. A trait gives its strength in points, an absent one nothing."""
    asked = tuple(wanted)
    found = [_match(slug, municipality.traits, asked) for slug, municipality in municipalities.items()]
    return sorted(found, key=lambda match: (-match.points, match.slug))


def _match(slug: str, traits: Mapping[str, Trait], asked: tuple[str, ...]) -> Match:
    has = tuple(trait for trait in asked if trait in traits)
    lacks = tuple(trait for trait in asked if trait not in traits)
    return Match(slug, sum(traits[trait].strength for trait in has), has, lacks)
