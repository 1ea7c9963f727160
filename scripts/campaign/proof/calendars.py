"""Calendars: which components there are, what they may say, and where they lead."""

from collections.abc import Collection, Iterator

from icalendar import Calendar, Component

from campaign.problems import Problem
from campaign.proof.plain import prove_text
from campaign.proof.rules import Rules, check_unseen, fault, is_allowed

ADDRESSES = ("URL", "SOURCE")


def prove_calendar(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """What is against the policy in a calendar: an alarm or an attachment does something by itself, so it has none."""
    yield from prove_text(address, content, rules)
    for component in Calendar.from_ical(content).walk():
        allowed = rules.policy.calendar.get(str(component.name))
        if allowed is None:
            yield fault(address, "OUT_ELEMENT", name=component.name)
        else:
            yield from _prove_properties(address, component, allowed, rules)


def _prove_properties(
    address: str, component: Component, allowed: Collection[str], rules: Rules
) -> Iterator[Problem]:
    for name, value in component.items():
        if name not in allowed:
            yield fault(address, "OUT_ATTRIBUTE", name=name, value=component.name)
        elif name in ADDRESSES and not is_allowed(rules, "link", name, str(value)):
            yield fault(address, "OUT_VALUE", name=name, value=value)
        yield from check_unseen(address, str(value), rules)
