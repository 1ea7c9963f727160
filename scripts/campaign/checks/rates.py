"""Rules for rates: on each day at most one value holds, no day between two is without, and each stands somewhere."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from campaign.codes import Code
from campaign.content import Content
from campaign.documents import Location
from campaign.models.rates import Period
from campaign.models.values import WHOLE
from campaign.pages import Pages
from campaign.problems import Phrase, Problem


def check_spans(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A rate holds from a day to a later one, or the same."""
    for slug, rate in content.rates.items():
        for n, period in enumerate(rate.periods):
            if period.valid_to and period.valid_to < (period.valid_from or ""):
                values = {"start": period.valid_from, "value": period.valid_to}
                yield _problem(content, slug, ("periods", n, "valid_to"), "D180", **values)


def check_shares(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No rate in percent takes more than the whole."""
    for slug, rate in content.rates.items():
        for n, period in enumerate(rate.periods):
            if rate.unit == "percent" and period.value > WHOLE:
                given = Phrase("GIVEN", {"value": str(period.value)})
                expected = Phrase("AT_MOST", {"limit": WHOLE})
                values = {
                    "field": f"periods.{n + 1}.value",
                    "value": given,
                    "expected": expected,
                    "hint": Phrase("NO_HINT"),
                }
                yield _problem(content, slug, ("periods", n, "value"), "D103", **values)


def check_periods(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The periods of a rate follow one another: none begins before the one above it has ended, or later than the day after."""
    for slug, rate in content.rates.items():
        for n, (before, after) in enumerate(pairwise(rate.periods), start=1):
            where: Location = ("periods", n, "valid_from")
            wanted = _day_after(before)
            if wanted is None or (after.valid_from or "") < wanted:
                yield _problem(content, slug, where, "D181", value=after.valid_from, end=before.valid_to)
            elif after.valid_from and after.valid_from > wanted:
                yield _problem(content, slug, where, "D182", value=after.valid_from, wanted=wanted)


def check_origins(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A rate stands in sections of law whose text was read, or names who tells it."""
    for slug, rate in content.rates.items():
        for n, period in enumerate(rate.periods):
            unread = [
                f"{cited.act} {name}"
                for cited in period.cites
                for name in cited.sections
                if cited.act in content.acts and name not in content.acts[cited.act].sections
            ]
            if unread or not (period.cites or period.source):
                yield _problem(content, slug, ("periods", n), "D183", value=", ".join(unread) or "?")


def check_ends(content: Content, today: str) -> Iterator[Problem]:
    """A rate that holds no more says what holds instead, or who tells it. Without `today` every rate holds."""
    for slug, rate in content.rates.items():
        last = len(rate.periods) - 1
        end = rate.periods[last].valid_to
        if end and end < today and rate.ends is None:
            yield _problem(content, slug, ("periods", last, "valid_to"), "D184", value=end)


def _day_after(period: Period) -> str | None:
    return str(date.fromisoformat(period.valid_to) + timedelta(days=1)) if period.valid_to else None


def _problem(content: Content, slug: str, location: Location, code: Code, **values: object) -> Problem:
    document = content.documents["rates"][slug]
    return Problem(document.path, document.position_of(location), code, values)


ALL = (check_spans, check_shares, check_periods, check_origins)
