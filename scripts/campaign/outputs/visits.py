"""A visit as a calendar file for each season: one event over the two days of the suggested weekend."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from campaign.context import rendered
from campaign.models.visits import Season, Visit
from campaign.outputs.calendar import empty_calendar
from campaign.pages import Page, pages_of
from campaign.reads import record_read
from campaign.site import Site, Targets
from campaign.visits import SEASONS, visit_file, weekend

if TYPE_CHECKING:
    from icalendar import Event


def targets(site: Site) -> Targets:
    """Address → how to make it: for each visit, in each language, a file for each season.

    The event lasts whole days and blocks nobody's time: it is a suggestion, to be moved to another weekend.
    """
    return {
        visit_file(site.content, page, season): partial(_file, site, page, season)
        for language in site.content.full_languages
        for page in pages_of(site.pages, language, "visits")
        for season in SEASONS
    }


def _file(site: Site, page: Page, season: Season) -> bytes:
    record_read(page.key)
    calendar = empty_calendar(site, page.language)
    calendar.add_component(_event(site, page, season))
    return bytes(calendar.to_ical())


def _event(site: Site, page: Page, season: Season) -> "Event":
    from icalendar import Event

    saturday = weekend(season, site.today)
    place = site.pages[page.language.code, f"municipalities/{page.shown(Visit).municipality}.md"]
    spoken = {"language": page.body_language.tag}
    event = Event()
    event.add("uid", f"visit-{page.slug}-{season}@{site.host}")
    event.add(
        "dtstamp", datetime(saturday.year, 1, 1, tzinfo=UTC)
    )  # the same until another year's weekend is told
    event.add("dtstart", saturday)
    event.add("dtend", saturday + timedelta(2))
    event.add("transp", "TRANSPARENT")
    event.add("summary", page.title, parameters=spoken)
    event.add("location", place.title)
    event.add("url", site.root_address + page.address)
    event.add("description", _description(site, page, season), parameters=spoken)
    return event


def _description(site: Site, page: Page, season: Season) -> str:
    text = rendered(site, page, "feeds/visit.txt", season=season)
    return "\n".join(line for line in text.splitlines() if line)
