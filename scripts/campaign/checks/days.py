"""Rules for days: nobody has read, seen or checked anything tomorrow, and no rule is told after its last day."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.problems import Problem


def check_days(content: Content, today: str) -> Iterator[Problem]:
    """A day that something was read, seen, checked or told is not to come. Without `today` no day is."""
    for document, found in content.marked("latest"):
        if today and found.text > today[: len(found.text)]:
            values = {"field": str(found.location[-1]), "value": found.text, "today": today}
            yield Problem(document.path, document.position_of(found.location), "D131", values)


def check_in_force(content: Content, today: str) -> Iterator[Problem]:
    """No rule is told after the last day on which it held. Without `today` every rule holds."""
    for slug, rule in content.rules.items():
        if rule.in_force_until and rule.in_force_until < today:
            document = content.documents["rules"][slug]
            position = document.position_of(("in_force_until",))
            yield Problem(document.path, position, "D126", {"value": rule.in_force_until})
