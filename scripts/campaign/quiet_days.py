"""Days on which we propose no meeting: the holidays of a country, and the weeks in which its firms are empty.

Summer and Christmas are our own judgement and no law: from the week of midsummer to the middle of August, and from the week
before Christmas to Epiphany. Whoever plans a round moves the days as it suits them.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from campaign.settings import COUNTRIES

_WEEK = timedelta(weeks=1)
# From Easter Sunday: the days of the week before it, and Easter Monday.
_AROUND_EASTER = range(-6, 2)
_SUMMER_ENDS, _CHRISTMAS_BEGINS, _EPIPHANY = (8, 14), (12, 18), (1, 6)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar, as Gauss and Meeus compute it."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def midsummer(year: int) -> date:
    """Midsummer's Eve in Sweden: the Friday between 19 and 25 June."""
    first = date(year, 6, 19)
    return first + timedelta((4 - first.weekday()) % 7)


def is_quiet(day: date, country: str) -> bool:
    """Whether we propose no meeting on a day in a country."""
    month_and_day, own = (day.month, day.day), COUNTRIES[country]
    eve = midsummer(day.year)
    return (
        eve - timedelta(eve.weekday()) <= day <= date(day.year, *_SUMMER_ENDS)
        or month_and_day >= _CHRISTMAS_BEGINS
        or month_and_day <= _EPIPHANY
        or month_and_day in own.holidays
        or (day - easter(day.year)).days in (*_AROUND_EASTER, *own.after_easter)
    )


def planned(begins: date, weeks: Sequence[int], country: str) -> list[date]:
    """A day for each meeting of a round, so many weeks from its beginning or as near as the country is at work.

    What stands before the beginning moves earlier, everything else later; the meetings keep their order.
    """
    before = [week for week in weeks if week < 0]
    earlier = _moved(begins, list(reversed(before)), country, -_WEEK)
    return [*reversed(earlier), *_moved(begins, weeks[len(before) :], country, _WEEK)]


def _moved(begins: date, weeks: Sequence[int], country: str, step: timedelta) -> list[date]:
    days: list[date] = []
    for number, week in enumerate(weeks):
        day = begins + week * _WEEK
        # A week apart from the one before it, where it was so in the plan.
        while is_quiet(day, country) or (
            days and weeks[number - 1] != week and _is_past(day, days[-1], step)
        ):
            day += step
        days.append(day)
    return days


def _is_past(day: date, other: date, step: timedelta) -> bool:
    return day <= other if step > timedelta() else day >= other
