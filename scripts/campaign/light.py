"""The sun over a place: when it rises and sets on each day of a year, computed by astronomy.

The equations are those of NOAA's solar calculator, which follows Jean Meeus, Astronomical Algorithms (2nd edition, 1998),
chapters 22, 25 and 28: apparent longitude of the sun, obliquity, declination and equation of time. Right to within a minute
at these latitudes, which the tests hold against an independent ephemeris and published tables.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

# How far below the horizon the sun's middle is, in degrees: at sunrise (refraction 34′, half a sun 16′), and at the end of
# civil twilight, until which one can read outdoors.
SUNRISE = 0.833
CIVIL = 6.0
DAY_MINUTES = 1440


@dataclass(frozen=True)
class Spot:
    """A point on the earth, WGS 84, and the name of its time zone: Europe/Oslo."""

    latitude: float
    longitude: float
    zone: str


@dataclass(frozen=True)
class SunDay:
    """A day in minutes of the local clock after midnight, from first light to last.

    `dusk` may be after midnight: more than 1440. `dawn` and `dusk` are None when twilight lasts all night.
    """

    date: date
    dawn: float | None
    sunrise: float
    sunset: float
    dusk: float | None

    @property
    def length(self) -> float:
        """Minutes from sunrise to sunset."""
        return self.sunset - self.sunrise


def sun_day(spot: Spot, day: date) -> SunDay:
    """The sun's day at a place south of the polar circle, where it rises and sets every day."""
    offset = clock_offset(spot.zone, day)
    sunrise, sunset = (_crossing(spot, day, SUNRISE, side) for side in (-1, 1))
    if sunrise is None or sunset is None:
        raise ValueError(f"no sunrise at {spot.latitude}° on {day}")
    dawn, dusk = (_crossing(spot, day, CIVIL, side) for side in (-1, 1))
    return SunDay(
        day,
        None if dawn is None else dawn + offset,
        sunrise + offset,
        sunset + offset,
        None if dusk is None else dusk + offset,
    )


def clock_offset(zone: str, day: date) -> int:
    """How many minutes the local clock is ahead of UTC at noon."""
    offset = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)


@cache  # the same in every language
def sun_year(spot: Spot, year: int) -> Sequence[SunDay]:
    """All days of a year."""
    first = date(year, 1, 1)
    return [sun_day(spot, first + timedelta(n)) for n in range((date(year + 1, 1, 1) - first).days)]


def _crossing(spot: Spot, day: date, below: float, side: int) -> float | None:
    """Minutes after midnight UTC when the sun is `below` degrees under the horizon, before (-1) or after (1) noon."""
    minutes = 720.0
    for _ in range(3):  # the sun moves on between noon and the moment looked for
        declination, equation_of_time = _sun(day, minutes)
        angle = _hour_angle(spot.latitude, declination, below)
        if angle is None:
            return None
        minutes = 720 - 4 * spot.longitude - equation_of_time + side * 4 * angle
    return minutes


def _hour_angle(latitude: float, declination: float, below: float) -> float | None:
    """How far from south the sun stands at that height, in degrees; None if it never does."""
    here, sun = math.radians(latitude), math.radians(declination)
    cosine = (-math.sin(math.radians(below)) - math.sin(here) * math.sin(sun)) / (
        math.cos(here) * math.cos(sun)
    )
    return math.degrees(math.acos(cosine)) if abs(cosine) <= 1 else None


def _sun(day: date, minutes: float) -> tuple[float, float]:
    """The sun's declination in degrees and the equation of time in minutes, at a moment UTC."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    days = (midnight - datetime(2000, 1, 1, tzinfo=UTC)).days - 0.5 + minutes / DAY_MINUTES
    t = days / 36525
    mean_longitude = math.radians((280.46646 + t * (36000.76983 + 0.0003032 * t)) % 360)
    anomaly = math.radians(357.52911 + t * (35999.05029 - 0.0001537 * t))
    eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t)
    centre = (
        math.sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t))
        + math.sin(2 * anomaly) * (0.019993 - 0.000101 * t)
        + math.sin(3 * anomaly) * 0.000289
    )
    node = math.radians(125.04 - 1934.136 * t)
    longitude = mean_longitude + math.radians(centre - 0.00569 - 0.00478 * math.sin(node))
    obliquity = math.radians(23.439291 - 0.0130042 * t + 0.00256 * math.cos(node))
    y = math.tan(obliquity / 2) ** 2
    equation = (
        y * math.sin(2 * mean_longitude)
        - 2 * eccentricity * math.sin(anomaly)
        + 4 * eccentricity * y * math.sin(anomaly) * math.cos(2 * mean_longitude)
        - 0.5 * y * y * math.sin(4 * mean_longitude)
        - 1.25 * eccentricity**2 * math.sin(2 * anomaly)
    )
    declination = math.degrees(math.asin(math.sin(obliquity) * math.sin(longitude)))
    return declination, 4 * math.degrees(equation)
