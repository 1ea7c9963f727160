"""Rules for days: nobody has read, seen or checked anything tomorrow, and no rule is told after its last day."""

from collections.abc import Iterator

from campaign.catalogue import Catalogue
from campaign.problems import Problem


def check_days(catalogue: Catalogue, today: str) -> Iterator[Problem]:
    """A day that something was read, seen, checked or told is not to come. Without `today` no day is."""
    for document, location, _, day in catalogue.marked("latest"):
        if today and day > today[: len(day)]:
            values = {"field": str(location[-1]), "value": day, "today": today}
            yield Problem(document.path, document.place_of(location), "D131", values)


def check_in_force(catalogue: Catalogue, today: str) -> Iterator[Problem]:
    """No rule is told after the last day on which it held. Without `today` every rule holds."""
    for slug, rule in catalogue.records["rules"].items():
        if rule.in_force_until and rule.in_force_until < today:
            document = catalogue.documents["rules"][slug]
            place = document.place_of(("in_force_until",))
            yield Problem(document.path, place, "D126", {"value": rule.in_force_until})
