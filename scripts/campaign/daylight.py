"""What pages show of the sun over a place: its darkest, lightest and present day, and its year drawn as a ring.

The ring: midsummer on top, then clockwise through the year; from the inner edge, midnight, to the outer, midnight again.
Its unit is that of the view box, 920 wide; angles are in radians clockwise from the top.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from campaign.content import Content
from campaign.light import DAY_MINUTES, Spot, SunDay, sun_day, sun_year
from campaign.models.places import Municipality
from campaign.settings import COUNTRIES

CENTRE, INNER, OUTER = 460, 116, 384
_MONTHS_AT = 428
_STEP = 10
# The first and the last row of the table of all places, north to south.
ENDS = ("north", "south")
Point = tuple[int, int]


@dataclass(frozen=True)
class PlaceLight:
    """The sun over a place in the year of a day: that day, 21 December and 21 June."""

    spot: Spot
    today: SunDay
    midwinter: SunDay
    midsummer: SunDay

    @property
    def all_night(self) -> bool:
        """Whether twilight lasts all night at midsummer."""
        return self.midsummer.dawn is None


@dataclass(frozen=True)
class Ring:
    """A year drawn: the `d` of two paths, the line of a day with its two points, and where the months' names stand."""

    day: str
    twilight: str
    today: tuple[Point, Point]
    ends: tuple[Point, Point]
    months: tuple[Point, ...]


# A name, the municipality that it is of (None for a city), and its light.
LightRow = tuple[str, str | None, PlaceLight]


def ring_file(name: str, code: str) -> str:
    """The public address of a ring, that of a municipality or of one of the ends, in the language `code`."""
    return f"drawings/light/{name}.{code}.svg"


def municipality_spot(municipality: Municipality) -> Spot:
    """Where a municipality is, and its clock."""
    where = municipality.coordinates
    return Spot(where.latitude, where.longitude, COUNTRIES[municipality.country].zone)


def light_rows(content: Content, code: str, today: str) -> list[LightRow]:
    """All municipalities and the cities of site.yml from north to south."""
    places = content.municipalities.items()
    rows: list[LightRow] = [
        (place.name, slug, place_light(municipality_spot(place), today)) for slug, place in places
    ]
    for city in content.structure.light.cities if content.structure.light else ():
        spot = Spot(city.latitude, city.longitude, city.zone)
        rows.append((city.name[code], None, place_light(spot, today)))
    return sorted(rows, key=lambda row: (-row[2].spot.latitude, row[0]))


def place_light(spot: Spot, today: str) -> PlaceLight:
    """The sun over a place on and around the ISO date `today`."""
    day = date.fromisoformat(today)
    return PlaceLight(
        spot, sun_day(spot, day), sun_day(spot, date(day.year, 12, 21)), sun_day(spot, date(day.year, 6, 21))
    )


def draw_ring(light: PlaceLight) -> Ring:
    """The year of a place as a ring, with the line of its present day."""
    year = sun_year(light.spot, light.today.date.year)
    days = list(_chosen(year))
    angle = _angle(light.today.date)
    return Ring(
        day=_closed(days, lambda day: day.sunset) + _closed(days, lambda day: day.sunrise),
        twilight="".join(_closed(days, edge) for edge in (_dusk, _dawn, _after_midnight)),
        today=(_point(angle, INNER), _point(angle, OUTER)),
        ends=(
            _point(angle, _radius(light.today.sunrise)),
            _point(angle, _radius(light.today.sunset)),
        ),
        months=tuple(_point(_angle(date(year[0].date.year, n, 15)), _MONTHS_AT) for n in range(1, 13)),
    )


def _chosen(year: Sequence[SunDay]) -> Iterator[SunDay]:
    """Every tenth day, and both days around each change of the clock, which is a notch in the ring."""
    for number, (day, following) in enumerate(pairwise(year)):
        turns = abs(following.sunrise - day.sunrise) > 30
        if number % _STEP == 0 or turns:
            yield day
        if turns:
            yield following


def _dusk(day: SunDay) -> float:
    return DAY_MINUTES if day.dusk is None else min(day.dusk, DAY_MINUTES)


def _dawn(day: SunDay) -> float:
    return day.dawn or 0


def _after_midnight(day: SunDay) -> float:
    """The twilight of an evening that ends after midnight, which is at the inner edge again."""
    return max(0, (day.dusk or 0) - DAY_MINUTES)


def _closed(days: Iterable[SunDay], edge: Callable[[SunDay], float]) -> str:
    """A closed line through a moment of each day: `M1 2l3-4 …z`, each step told from the point before."""
    points = [_point(_angle(day.date), _radius(edge(day))) for day in days]
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(points)]
    numbers = "".join(f"{number:+d}" for step in steps for number in step)
    return f"M{points[0][0]} {points[0][1]}l{numbers.removeprefix('+').replace('+', ' ')}z"


def _angle(day: date) -> float:
    return 2 * math.pi * (day - date(day.year, 6, 21)).days / 365.25


def _radius(minutes: float) -> float:
    return INNER + (OUTER - INNER) * minutes / DAY_MINUTES


def _point(angle: float, radius: float) -> Point:
    return round(CENTRE + radius * math.sin(angle)), round(CENTRE - radius * math.cos(angle))
