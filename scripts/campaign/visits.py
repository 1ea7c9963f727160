"""When a visit can be: the weekend that is suggested for each season, and what happens on its days."""

from datetime import date, timedelta

from campaign.content import Content
from campaign.models.visits import Season, Stop, Visit
from campaign.pages import Page

# The months in which a place shows the season; the second weekend of each, for the first may be a holiday.
_MONTHS: dict[Season, tuple[int, ...]] = {"winter": (1, 2, 3), "summer": (6, 7, 8)}
SEASONS: tuple[Season, ...] = ("summer", "winter")
# So many days are left to book a bed and a train.
_NOTICE = timedelta(14)


def weekend(season: Season, today: str) -> date:
    """The Saturday of the next weekend that suits a season, at least two weeks after the ISO date `today`."""
    earliest = date.fromisoformat(today) + _NOTICE
    months = [(earliest.year + later, month) for later in (0, 1) for month in _MONTHS[season]]
    return next(day for day in (_second_saturday(*month) for month in months) if day >= earliest)


def seasons_from(today: str) -> list[Season]:
    """The seasons in the order in which they come."""
    return sorted(SEASONS, key=lambda season: weekend(season, today))


def stops_on(visit: Visit, season: Season, day: int) -> list[Stop]:
    """What happens on a day of a visit, in the order of the record."""
    return [stop for stop in visit.stops if stop.day == day and season in stop.seasons]


def visit_file(content: Content, page: Page, season: Season) -> str:
    """The calendar file of a visit in a season, below the root, beside its page."""
    return f"{page.address}{content.word_in_address(season, page.language.code)}.ics"


def _second_saturday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((5 - first.weekday()) % 7 + 7)
