"""Calendars that a reader's own program understands (RFC 5545): the coming events, and each event alone."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from campaign.archive import coming_and_past
from campaign.context import rendered
from campaign.feed_links import CALENDAR, FeedLink, event_file, feed_links
from campaign.models.events import Seminar, Session
from campaign.pages import Page, pages_of
from campaign.reads import record_read
from campaign.settings import COUNTRIES, Language
from campaign.site import Site, Target, Targets

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

# icalendar is loaded where it is needed: a build in which no event is another shall not wait for it.

# How often a calendar program may ask again.
_EACH = timedelta(days=1)


def targets(site: Site) -> Targets:
    """Address → how to make it: in each language one calendar of what is coming, and one file for each event with a session.

    Times are those of the place, with its time zone. An event says when it was last told otherwise, so that a program that
    already has it takes the newer telling, and a file is the same from day to day.
    """
    return {
        address: make
        for language in site.languages
        for address, make in (*_of_all(site, language), *_of_each(site, language))
    }


def _of_all(site: Site, language: Language) -> Iterator[tuple[str, Target]]:
    for subscription in feed_links(site, language):
        if subscription.format == CALENDAR:
            yield subscription.address, partial(_coming, site, language, subscription)


def _of_each(site: Site, language: Language) -> Iterator[tuple[str, Target]]:
    for page in pages_of(site.pages, language, "seminars"):
        if page.shown(Seminar).session:
            yield event_file(site.content, page), partial(_alone, site, language, page)


def _coming(site: Site, language: Language, subscription: FeedLink) -> bytes:
    record_read(subscription.page.key)
    coming, _ = coming_and_past(site.content.seminars, site.is_past)
    pages = [site.pages[language.code, f"seminars/{slug}.md"] for slug, _ in coming]
    calendar = _calendar(site, language, pages)
    _name(calendar, site, language, subscription.page)
    calendar.add("source", site.root_address + subscription.address)
    return bytes(calendar.to_ical())


def _alone(site: Site, language: Language, page: Page) -> bytes:
    record_read(page.key)
    return bytes(_calendar(site, language, [page]).to_ical())


def empty_calendar(site: Site, language: Language) -> "Calendar":
    """A calendar in a language that says who made it, to put events in."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{site.host}//campaign//{language.tag.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    return calendar


def _calendar(site: Site, language: Language, pages: Iterable[Page]) -> "Calendar":
    calendar = empty_calendar(site, language)
    held = [(page, session) for page in pages if (session := page.shown(Seminar).session)]
    for zone in _zones(site, language, [session for _, session in held]):
        calendar.add_component(zone)
    for page, session in held:
        calendar.add_component(_event(site, page, session))
    return calendar


def _name(calendar: "Calendar", site: Site, language: Language, page: Page) -> None:
    """What the reader's program calls the calendar, in the standard's words (RFC 7986) and in those that programs know."""
    label, code = site.content.label, language.code
    name = f"{label('feed', 'coming', code)} – {label('interface', 'site-name', code)}"
    spoken = {"language": language.tag}
    calendar.add("name", name, parameters=spoken)
    calendar.add("x-wr-calname", name)
    calendar.add("description", page.description, parameters=spoken)
    calendar.add("url", site.root_address + page.address)
    calendar.add("refresh-interval", _EACH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "P1D")


def _zones(site: Site, language: Language, sessions: Iterable[Session]) -> "Iterator[Timezone]":
    from icalendar import Timezone

    # A calendar in which nothing happens holds the home's zone: the standard demands at least one component.
    years: dict[str, list[int]] = {}
    for session in sessions:
        years.setdefault(session.zone, []).extend((session.begins.year, session.ends.year))
    for zone, when in sorted((years or {COUNTRIES[language.country].zone: [int(site.today[:4])]}).items()):
        yield Timezone.from_tzid(zone, first_date=date(min(when), 1, 1), last_date=date(max(when) + 1, 1, 1))


def _event(site: Site, page: Page, session: Session) -> "Event":
    from icalendar import Event

    seminar = page.shown(Seminar)
    spoken = {"language": page.body_language.tag}
    event = Event()
    event.add("uid", f"{page.slug}@{site.host}")
    event.add("dtstamp", session.last_modified)
    event.add("last-modified", session.last_modified)
    event.add("dtstart", session.begins)
    event.add("dtend", session.ends)
    event.add("summary", seminar.title, parameters={"language": page.title_language.tag})
    event.add("location", ", ".join(filter(None, (session.venue, seminar.town))))
    event.add("url", site.root_address + page.address)
    event.add("description", _description(site, page), parameters=spoken)
    event.add(
        "categories",
        [site.content.label("theme", seminar.theme, page.body_language.code)],
        parameters=spoken,
    )
    return event


def _description(site: Site, page: Page) -> str:
    text = rendered(site, page, "feeds/event.txt")
    return "\n".join(line for line in text.splitlines() if line)
