"""Numbers, dates and money as each language writes them."""

import json
from datetime import date

import pytest

from campaign import typography
from campaign.models.values import Money
from campaign.settings import BY_CODE
from conftest import Golden


@pytest.mark.golden("typography/numbers")
def test_numbers_are_written_as_in_print(golden: Golden) -> None:
    """Swedes and Norwegians set thousands apart by a space that does not break, Englishmen by a comma; minus is a minus."""
    golden.matches(
        {
            text: {
                code: typography.format_number(json.loads(text), language)
                for code, language in BY_CODE.items()
            }
            for text in golden.input
        }
    )


@pytest.mark.golden("typography/dates")
def test_dates_are_written_in_words(golden: Golden) -> None:
    """A year, month, day or span reads as in each language, no more exact than it is known."""
    golden.matches(
        {
            partial: {
                code: typography.format_partial_date(partial, language) for code, language in BY_CODE.items()
            }
            for partial in golden.input
        }
    )


@pytest.mark.golden("typography/sessions")
def test_a_session_is_written_in_words(golden: Golden) -> None:
    """The clock has a point and no leading nought, and the day is said as often as it changes."""
    golden.matches(
        {
            span: {
                code: typography.format_session(*span.split("/"), language)
                for code, language in BY_CODE.items()
            }
            for span in golden.input
        }
    )


@pytest.mark.golden("typography/years")
def test_a_list_shows_years(golden: Golden) -> None:
    """In a narrow list a date is shown by its years alone."""
    golden.matches({partial: typography.format_years(partial) for partial in golden.input})


@pytest.mark.golden("typography/money")
def test_money_names_its_currency(golden: Golden) -> None:
    """Swedish kronor and Norwegian kroner are never mistaken for each other."""
    golden.matches(
        {
            f"{amount} {currency}": typography.format_money(
                Money(amount=int(amount), currency=currency), BY_CODE["sv"]
            )
            for amount, currency in golden.input
        }
    )


def test_a_list_ends_with_and() -> None:
    """The last of several words is joined as each language joins it."""
    found = [typography.join_words(["1", "2", "3"], language) for language in BY_CODE.values()]
    assert found == ["1, 2 och 3", "1, 2 og 3", "1, 2 and 3"]


def test_a_day_of_any_year_is_short() -> None:
    """The year's light says which day it is drawn for, as each language shortens it."""
    found = [typography.format_day_and_month(date(2026, 12, 1), language) for language in BY_CODE.values()]
    assert found == ["1\u00a0dec.", "1.\u00a0des.", "1\u00a0Dec"]


def test_minutes_of_a_day_are_told_as_a_clock_shows_them() -> None:
    """Rounded to the minute, and after midnight the clock begins again."""
    assert [typography.format_clock(minutes) for minutes in (513.4, 0, 1439.6, 1445)] == [
        "8.33",
        "0.00",
        "0.00",
        "0.05",
    ]


def test_a_length_of_time_is_told_in_the_readers_words() -> None:
    """Hours and minutes, which do not part at the end of a line."""
    found = [typography.format_duration(349.3, language) for language in BY_CODE.values()]
    assert found == [
        "5\u00a0tim\u00a049\u00a0min",
        "5\u00a0t\u00a049\u00a0min",
        "5\u00a0hrs\u00a049\u00a0mins",
    ]
