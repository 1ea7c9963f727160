"""The seminar archive as a reader looks through it."""

from types import SimpleNamespace
from typing import Any

import pytest

from campaign.archive import choices, coming_and_past, years_of


def seminar(date: str, **more: Any) -> Any:
    """A seminar with a date and whatever else matters."""
    known = {"regions": ["a"], "theme": "lead", "title_language": "sv", "form": "seminar", "series": None}
    given = {"date": date, "session": None, "place_certainty": "known", **known, **more}
    return SimpleNamespace(**given)


def session(start: str, end: str) -> Any:
    """When a coming seminar is held."""
    return SimpleNamespace(start=start, end=end)


def names(rows: list[tuple[str, Any]]) -> list[str]:
    """The slugs of rows."""
    return [slug for slug, _ in rows]


def test_what_is_coming_stands_soonest_first_and_the_past_latest_first() -> None:
    """Who looks for something to go to finds the next one at the top."""
    seminars = {
        "autumn": seminar("2027", session=session("2027-09-01 09:00", "2027-09-01 12:00")),
        "spring": seminar("2027", session=session("2027-03-01 09:00", "2027-03-01 12:00")),
        "early": seminar("2008/2011"),
        "late": seminar("2014-06"),
    }
    coming, past = coming_and_past(seminars, "2027-01-01".__gt__)
    assert (names(coming), names(past)) == (["spring", "autumn"], ["late", "early"])


@pytest.mark.parametrize(("today", "coming"), [("2027-03-02", ["days"]), ("2027-03-03", [])])
def test_a_seminar_is_coming_until_its_last_day_is_over(today: str, coming: list[str]) -> None:
    """A meeting of two days is still announced on its second."""
    seminars = {"days": seminar("2027", session=session("2027-03-01 09:00", "2027-03-02 15:00"))}
    assert names(coming_and_past(seminars, today.__gt__)[0]) == coming


@pytest.mark.parametrize(
    ("partial", "years"),
    [
        ("2014", ["2014"]),
        ("2011-01-21", ["2011"]),
        ("2008-05-01/2010-10-31", ["2008", "2009", "2010"]),
        ("2011/..", ["2011"]),
    ],
)
def test_a_seminar_of_uncertain_date_is_found_under_each_possible_year(
    partial: str, years: list[str]
) -> None:
    """Of most we know the project's period only; asking for any year in it finds them."""
    assert years_of(partial) == years


def test_the_form_offers_what_there_is_to_choose_between() -> None:
    """A field in which all seminars are alike is left out, and the words are in alphabetical order."""
    seminars = {
        "one": seminar("2010", regions=["b"], theme="young"),
        "two": seminar("2011", regions=["a", "b"], theme="young"),
    }
    assert choices(seminars, lambda field, value: f"{field} {value}") == [
        ("year", [("2010", "2010"), ("2011", "2011")]),
        ("region", [("a", "region a"), ("b", "region b")]),
    ]


def test_what_is_assumed_can_be_told_from_what_is_known() -> None:
    """A reader may look through only those whose region a source names."""
    seminars = {
        "one": seminar("2010", regions=["a"], place_certainty="assumed"),
        "two": seminar("2010", regions=["a"]),
    }
    (certainty,) = (
        found
        for field, found in choices(seminars, lambda field, value: f"{field} {value}")
        if field == "certainty"
    )
    assert certainty == [("assumed", "certainty assumed"), ("known", "certainty known")]
