"""What a leader has to do: the tasks among the rules, those of one firm, and the day on which each comes next.

The page's script chooses and computes in the same way, and a test compares the two.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Date
from typing import get_args

from campaign.content import Content
from campaign.law import RenderedRule, render_rules
from campaign.models.duties import Recurrence, Time
from campaign.models.guide import Rule

TIMES: tuple[Time, ...] = get_args(Time)


@dataclass(frozen=True)
class Firm:
    """What decides which duties a firm has."""

    countries: tuple[str, ...]
    employees: int
    agreement: bool
    trade: str


@dataclass(frozen=True)
class Duty:
    """A rule with something to do, the rules that belong to it, and the day on which it is due next, if it has one."""

    head: RenderedRule
    parts: tuple[RenderedRule, ...]
    next_day: Date | None

    @property
    def country(self) -> str:
        """Whose law it is."""
        return self.head.rule.country

    @property
    def employees(self) -> int:
        """From how many employees it holds."""
        return self.head.rule.from_employees or 1


def build_duties(content: Content, code: str, today: Date) -> list[Duty]:
    """All that the rules give a leader to do, in the order of the times of a firm."""
    parts: dict[str, list[RenderedRule]] = {}
    for rendered in render_rules(content, code, lambda rule: rule.part_of is not None):
        parts.setdefault(rendered.rule.part_of or "", []).append(rendered)
    heads = render_rules(content, code, lambda rule: rule.task is not None and rule.due is not None)
    return [
        Duty(head, tuple(parts.get(head.slug, ())), next_day(head.rule.recurs, today))
        for head in sorted(heads, key=_time)
    ]


def _time(head: RenderedRule) -> int:
    assert head.rule.due
    return TIMES.index(head.rule.due.at)


def own_duties(duties: Iterable[Duty], firm: Firm) -> list[Duty]:
    """The duties that a firm has, each with the rules that concern it."""
    return [
        Duty(duty.head, tuple(p for p in duty.parts if concerns(p.rule, firm)), duty.next_day)
        for duty in duties
        if concerns(duty.head.rule, firm)
    ]


def concerns(rule: Rule, firm: Firm) -> bool:
    """Whether a rule holds for a firm of that size, country, trade, and with or without a collective agreement."""
    fits_size = (rule.from_employees or 1) <= firm.employees <= (rule.up_to_employees or firm.employees)
    fits_agreement = rule.agreement is None or (rule.agreement == "with") == firm.agreement
    fits_trade = not rule.trades or firm.trade in rule.trades
    return rule.country in firm.countries and fits_size and fits_agreement and fits_trade


def next_day(recurrences: Iterable[Recurrence], today: Date) -> Date | None:
    """The first day from today on which something comes again."""
    return min((day for one in recurrences for day in _days(one, today.year) if day >= today), default=None)


def _days(recurrence: Recurrence, year: int) -> Iterator[Date]:
    for month in recurrence.months:
        yield Date(year, month, recurrence.day)
        yield Date(year + 1, month, recurrence.day)
