"""Rules for days: nobody has read, seen or checked anything tomorrow, and no rule is told after its last day."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from campaign.content import Content
from campaign.documents import Document, Location
from campaign.pages import Pages
from campaign.problems import Problem
from campaign.stories import stories_in


def check_days(content: Content, today: str) -> Iterator[Problem]:
    """A day that something was read, seen, checked or told is not to come. Without `today` no day is."""
    for document, found in content.marked("latest"):
        if today and _is_there(found.text) and found.text > today[: len(found.text)]:
            values = {"field": str(found.location[-1]), "value": found.text, "today": today}
            yield Problem(document.path, document.position_of(found.location), "D131", values)


def _is_there(text: str) -> bool:
    """Whether there is such a day, month or year; what is none is a problem of its own."""
    try:
        date.fromisoformat(text[:10] + "-01-01"[len(text[:10]) - 4 :])
    except ValueError:
        return False
    return True


def check_consents(content: Content, today: str) -> Iterator[Problem]:
    """A story whose consent has ended has no page, and whoever wrote it is told why. Without `today` each consent holds."""
    for text, story in stories_in(content):
        position = text.document.position_of(("story", "consent_until"))
        if story.consent_until < story.told:
            values = {"value": story.consent_until, "told": story.told}
            yield Problem(text.file, position, "D188", values)
        elif story.consent_until < today:
            yield Problem(text.file, position, "W413", {"value": story.consent_until})


def check_sources(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Nobody has read a source before it was published."""
    for slug, source in content.sources.items():
        if (
            source.read
            and source.published[:1].isdigit()
            and source.published > source.read[: len(source.published)]
        ):
            document = content.documents["sources"][slug]
            values = {"published": source.published, "read": source.read}
            yield Problem(document.path, document.position_of(("published",)), "D178", values)


def check_order(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Of two days of which one comes first, the other is no earlier."""
    for document, group, days in _in_order(content):
        for (first, start), (field, value) in pairwise((name, day) for name, day in days if day):
            if str(value) < str(start):
                values = {"field": field, "value": value, "first": first, "start": start}
                yield Problem(document.path, document.position_of((*group, field)), "D179", values)


def _in_order(content: Content) -> Iterator[tuple[Document, Location, Sequence[tuple[str, str | None]]]]:
    """Each group with days that follow one another: the document, where the group stands, and its days, the first first."""
    for slug, rule in content.rules.items():
        days = (("in_force_from", rule.in_force_from), ("in_force_until", rule.in_force_until))
        yield content.documents["rules"][slug], (), days
    for slug, seminar in content.seminars.items():
        if session := seminar.session:
            told = (("announced", session.announced), ("changed", session.changed))
            yield content.documents["seminars"][slug], ("session",), told
    for slug, group in content.deadlines.items():
        example = group.example
        life = (("born", example.born), ("since", example.since), ("day", example.day))
        yield content.documents["deadlines"][slug], ("example",), life


def check_in_force(content: Content, today: str) -> Iterator[Problem]:
    """No rule is told after the last day on which it held. Without `today` every rule holds."""
    for slug, rule in content.rules.items():
        if rule.in_force_until and rule.in_force_until < today:
            document = content.documents["rules"][slug]
            position = document.position_of(("in_force_until",))
            yield Problem(document.path, position, "D126", {"value": rule.in_force_until})


ALL = (check_sources, check_order)
