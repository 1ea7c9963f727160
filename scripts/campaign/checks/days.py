"""The rule for days that have been: nobody has read, seen or checked anything tomorrow."""

from collections.abc import Iterator

from campaign.catalogue import Catalogue
from campaign.problems import Problem


def check_days(catalogue: Catalogue, today: str) -> Iterator[Problem]:
    """A day that something was read, seen, checked or told is not to come. Without `today` no day is."""
    for document, location, _, day in catalogue.marked("latest"):
        if today and day > today[: len(day)]:
            values = {"field": str(location[-1]), "value": day, "today": today}
            yield Problem(document.path, document.place_of(location), "D131", values)
