"""What a reader can follow: the calendar of seminars, feeds of seminars and of news, and their addresses."""

from dataclasses import dataclass

from campaign.content import Content
from campaign.models.structure import FeedFormat
from campaign.pages import Page
from campaign.settings import Language
from campaign.site import Site

CALENDAR: FeedFormat = "iCalendar"
# Format → the file's name beside the page that it follows, and its media type.
_FORMATS: dict[FeedFormat, tuple[str, str]] = {
    CALENDAR: ("kalender.ics", "text/calendar"),
    "RSS": ("rss.xml", "application/rss+xml"),
    "Atom": ("atom.xml", "application/atom+xml"),
    "JSON Feed": ("feed.json", "application/feed+json"),
}


@dataclass(frozen=True)
class FeedLink:
    """A file to follow: the page of the list that it tells of, its format, media type and address below the root."""

    page: Page
    format: FeedFormat
    media_type: str
    address: str


def feed_links(site: Site, language: Language) -> tuple[FeedLink, ...]:
    """What can be followed in a language, beside the page that tells the same."""
    return tuple(
        FeedLink(page, name, media_type, page.address + file)
        for path, formats in site.content.structure.feeds.items()
        if (language.code, path) in site.pages
        for page in [site.pages[language.code, path]]
        for name in formats
        for file, media_type in [_FORMATS[name]]
    )


def of_section(site: Site, page: Page) -> tuple[FeedLink, ...]:
    """What tells of the section that a page is in; nothing on a page outside the sections."""
    section, _, _ = page.path.rpartition("/")
    return tuple(s for s in feed_links(site, page.language) if s.page.path.rpartition("/")[0] == section)


def event_file(content: Content, page: Page) -> str:
    """The calendar file of one event, below the root: beside its page, under the same word."""
    return f"{page.address}{content.word_in_address(str(page.slug), page.language.code)}.ics"
