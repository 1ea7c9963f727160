"""How far it is from one place to another as the crow flies, computed from the coordinates in the records."""

import math
from collections.abc import Mapping

from campaign.models.places import Coordinates, Municipality

# The mean radius of the earth (IUGG), in km.
RADIUS = 6371.0088


def kilometres(one: Coordinates, other: Coordinates) -> float:
    """The great-circle distance in km (haversine formula)."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    chord = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(chord))


def nearest(municipalities: Mapping[str, Municipality], slug: str) -> list[tuple[str, int]]:
    """The other municipalities and the whole km to each, nearest first."""
    here = municipalities[slug].coordinates
    found = {
        other: kilometres(here, municipality.coordinates)
        for other, municipality in municipalities.items()
        if other != slug
    }
    return [(other, round(far)) for other, far in sorted(found.items(), key=lambda item: item[1])]
