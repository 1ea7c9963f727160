"""A chosen day ─> the days that the law counts from it, by records; the page's script counts in the same way.

A month later is the same number in that month, or its last day where it has no such number; a year is twelve months. A time
that begins on a day and includes it ends on the day before.
"""

from calendar import monthrange
from datetime import date as Date
from datetime import timedelta

from campaign.models.deadlines import Answers, Deadline, LongerSpan, Span

# The months in which a year that days are counted from begins.
_MONTHS = {"january": 1, "april": 4}


def due_day(deadline: Deadline, answers: Answers) -> Date:
    """The day on which something is due."""
    day = Date.fromisoformat(answers.day)
    after = later(_start(deadline, day), _span(deadline, answers))
    return after - timedelta(days=1) if deadline.through else after


def year_start(month: int, day: Date) -> Date:
    """The day on which a year of law that begins in a month began last."""
    return Date(day.year - (day.month < month), month, 1)


def _start(deadline: Deadline, day: Date) -> Date:
    if deadline.counted_from == "next-month":
        return later(day.replace(day=1), Span(months=1))
    return year_start(_MONTHS[deadline.counted_from], day) if deadline.counted_from in _MONTHS else day


def counts_of(deadline: Deadline) -> str:
    """How a day is counted, as the page's script wants it."""
    return deadline.model_dump_json(include={"counted_from", "through", "span", "longer"})


def _span(deadline: Deadline, answers: Answers) -> Span:
    return [deadline.span, *(span for span in deadline.longer if _holds(span, answers))][-1]


def _holds(span: LongerSpan, answers: Answers) -> bool:
    return (
        _have_gone(span.since, answers.since, answers.day)
        and _have_gone(span.born, answers.born, answers.day)
        and answers.people >= span.people
    )


def _have_gone(years: int, start: str | None, day: str) -> bool:
    """Whether so many years have gone; where nobody says since when, none have."""
    return years == 0 or (
        start is not None and later(Date.fromisoformat(start), Span(months=12 * years)).isoformat() <= day
    )


def later(day: Date, span: Span) -> Date:
    """A day so much later, or earlier where the span is below zero."""
    year, month = divmod(day.year * 12 + day.month - 1 + span.months, 12)
    moved = Date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return moved + timedelta(weeks=span.weeks, days=span.days)
