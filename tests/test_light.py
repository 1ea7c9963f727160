"""The sun over a place, held against published tables and an independent ephemeris."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from campaign.light import Spot, SunDay, clock_offset, sun_day, sun_year

ALMANAC = yaml.load(Path(__file__).with_name("almanac.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
# What the almanac may differ: it gives whole minutes.
ALLOWED = 2.0
HAMAR = Spot(60.7945, 11.068, "Europe/Oslo")
LUDVIKA = Spot(60.149, 15.188, "Europe/Stockholm")


def test_every_place_has_the_suns_hours_of_the_ephemeris() -> None:
    """Sunrise, sunset and day length of the ten and of the cities are the ephemeris's, within two minutes."""
    assert [found for found in _differences(_ephemeris())] == []


def test_published_tables_tell_the_same_hours() -> None:
    """What others have printed for places near and far is what we compute, within two minutes."""
    assert [found for found in _differences(_published())] == []


def test_the_ephemeris_knows_the_ten_places_where_they_are() -> None:
    """The almanac was made for the positions that stand in the records."""
    folder = Path(__file__).parents[1] / "content/data/municipalities"
    here = {
        path.stem: yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)["coordinates"]
        for path in folder.glob("*.yml")
    }
    spots = {name: row["spot"][:2] for name, row in ALMANAC["ephemeris"].items()}
    assert {name: [at["latitude"], at["longitude"]] for name, at in here.items()} == {
        name: spots[name] for name in here
    }


def test_twilight_lasts_all_night_at_hamar_in_june_and_not_at_ludvika() -> None:
    """North of 60.56° the sun never is six degrees below the horizon at midsummer."""
    june = date(2026, 6, 21)
    assert (sun_day(HAMAR, june).dawn, sun_day(HAMAR, june).dusk) == (None, None)
    ludvika = sun_day(LUDVIKA, june)
    assert (ludvika.dawn is not None, ludvika.dusk is not None) == (True, True)


def test_the_clock_jumps_with_summer_time() -> None:
    """On the last Sunday of March sunrise is an hour later by the clock than the day before."""
    days = {day.date: day for day in sun_year(HAMAR, 2026)}
    jump = days[date(2026, 3, 29)].sunrise - days[date(2026, 3, 28)].sunrise
    assert (len(days), 55 < jump < 58) == (365, True)
    assert [clock_offset("Europe/Oslo", date(2026, 3, day)) for day in (28, 29)] == [60, 120]


def test_a_place_without_sunrise_is_refused() -> None:
    """Where the sun stays down, there is no day to tell of."""
    with pytest.raises(ValueError, match="no sunrise at 69"):
        sun_day(Spot(69.65, 18.96, "Europe/Oslo"), date(2026, 12, 21))


def _ephemeris() -> Iterator[tuple[str, SunDay, dict[str, Any]]]:
    for name, row in ALMANAC["ephemeris"].items():
        for day, sun in row["sun"].items():
            yield name, sun_day(Spot(*row["spot"]), date.fromisoformat(f"2026-{day}")), {"sun": sun}


def _published() -> Iterator[tuple[str, SunDay, dict[str, Any]]]:
    for row in ALMANAC["published"]:
        yield row["place"], sun_day(Spot(*row["spot"]), row["day"]), row


def _differences(row: Iterator[tuple[str, SunDay, dict[str, Any]]]) -> Iterator[tuple[str, str, str, float]]:
    """Where and when our minutes are not theirs, and by how much."""
    for name, ours, theirs in row:
        for what, minutes in _minutes(theirs):
            difference = getattr(ours, what) - minutes
            if abs(difference) > ALLOWED:
                yield name, ours.date.isoformat(), what, round(difference, 1)


def _minutes(row: dict[str, Any]) -> Iterator[tuple[str, int]]:
    if "length" in row:
        yield "length", _clock(row["length"])
    if "sun" in row:
        rise, fall = map(_clock, row["sun"].split("–"))
        yield from (("sunrise", rise), ("sunset", fall), ("length", fall - rise))


def _clock(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)
