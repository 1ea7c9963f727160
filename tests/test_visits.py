"""When a visit can be, and what happens on its days."""

from collections.abc import Callable
from datetime import date

from campaign.site import Site
from campaign.visits import seasons_from, stops_on, visit_file, weekend


def test_the_weekend_is_the_second_of_a_month_of_the_season_with_two_weeks_notice() -> None:
    """Somebody who reads on the day before the weekend is shown the next month's, after New Year also next year's."""
    found = {
        today: weekend("winter", today) for today in ("2026-11-30", "2026-12-26", "2026-12-27", "2027-03-01")
    }
    assert found == {
        "2026-11-30": date(2027, 1, 9),
        "2026-12-26": date(2027, 1, 9),
        "2026-12-27": date(2027, 2, 13),
        "2027-03-01": date(2028, 1, 8),
    }
    assert weekend("summer", "2026-11-30") == date(2027, 6, 12)


def test_the_coming_season_is_first() -> None:
    """In November winter comes first, in April summer."""
    assert [seasons_from(today) for today in ("2026-11-30", "2026-04-01")] == [
        ["winter", "summer"],
        ["summer", "winter"],
    ]


def test_a_day_has_the_stops_of_its_season(world: Callable[..., Site]) -> None:
    """A stop without a season is there in both, in the order of the record."""
    visit = world().content.records["visits"]["exempelby"]
    found = {
        (season, day): [stop.title["sv"] for stop in stops_on(visit, season, day)]
        for season in ("summer", "winter")
        for day in (1, 2)
    }
    assert found == {
        ("summer", 1): ["Kom med tåget"],
        ("summer", 2): ["Bada", "Åk hem"],
        ("winter", 1): ["Kom med tåget", "Värm kannan"],
        ("winter", 2): ["Åk hem"],
    }


def test_the_calendar_file_stands_beside_its_page(world: Callable[..., Site]) -> None:
    """Its name is the season, in the reader's words where addresses.yml has one."""
    site = world()
    page = site.pages["no", "visits/exempelby.md"]
    assert visit_file(site.content, page, "summer") == f"{page.address}summer.ics"
