"""Days on which we propose no meeting."""

from datetime import date, timedelta

import pytest

from campaign.quiet_days import easter, is_quiet, midsummer, planned

# From the almanac.
EASTERS = ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2038-04-25"]
EVES = ["2025-06-20", "2026-06-19", "2027-06-25", "2028-06-23"]


def test_easter_and_midsummer_are_those_of_the_almanac() -> None:
    """The days move from year to year, and are found for each."""
    assert [str(easter(int(day[:4]))) for day in EASTERS] == EASTERS
    assert [str(midsummer(int(day[:4]))) for day in EVES] == EVES


@pytest.mark.parametrize(
    ("day", "countries"),
    [
        ("2027-06-20", ""),  # the Sunday before the week of midsummer
        ("2027-06-21", "SE NO"),
        ("2027-07-13", "SE NO"),
        ("2027-08-14", "SE NO"),
        ("2027-08-17", ""),
        ("2027-12-17", ""),
        ("2027-12-21", "SE NO"),
        ("2028-01-04", "SE NO"),
        ("2028-01-11", ""),
        ("2028-04-11", "SE NO"),  # the Tuesday before Easter
        ("2028-04-18", ""),
        ("2029-05-01", "SE NO"),
        ("2028-05-17", "NO"),
        ("2028-06-06", "SE"),
        ("2027-05-17", "NO"),  # Whit Monday as well as the national day
    ],
)
def test_a_holiday_is_quiet_in_the_country_that_keeps_it(day: str, countries: str) -> None:
    """Easter, summer and Christmas are quiet in both countries, the national days in one."""
    assert [land for land in ("SE", "NO") if is_quiet(date.fromisoformat(day), land)] == countries.split()


def test_a_country_whose_holidays_nobody_has_listed_has_those_that_all_share() -> None:
    """Easter, summer and Christmas are quiet there, May Day and Ascension are days like others."""
    days = ("2026-09-09", "2029-04-02", "2029-05-01", "2029-05-10", "2029-07-13", "2029-12-24")
    quiet = [day for day in days if is_quiet(date.fromisoformat(day), "GB")]
    assert quiet == ["2029-04-02", "2029-07-13", "2029-12-24"]


def test_the_coach_programme_of_2027_meets_on_no_holiday() -> None:
    """Twelve weeks before the autumn's start is the week of midsummer: the preparation is a week earlier."""
    weeks = [-12, -3, -2, 0, 2, 6, 10, 13, 17, 18, 22, 26, 29, 32]
    begins = date(2027, 9, 14)
    assert begins - timedelta(weeks=12) == date(2027, 6, 22)
    found = planned(begins, weeks, "SE")
    assert [str(day) for day in found[:4]] == ["2027-06-15", "2027-08-24", "2027-08-31", "2027-09-14"]
    assert found[4:] == [begins + timedelta(weeks=week) for week in weeks[4:]]


@pytest.mark.parametrize("country", ["SE", "NO"])
@pytest.mark.parametrize("year", range(2026, 2040))
def test_meetings_keep_their_order(country: str, year: int) -> None:
    """Wherever a round begins, no two meetings change places or meet on one day, and none is on a holiday."""
    weeks = [-12, -3, -2, 0, 2, 6, 10, 13, 17, 18, 22, 26, 29, 32]
    for month in range(1, 13):
        days = planned(date(year, month, 10), weeks, country)
        assert days == sorted(set(days))
        assert not any(is_quiet(day, country) for day in days)
