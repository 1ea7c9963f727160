"""What a reader can follow: the calendar of seminars, feeds of seminars and of news, and their addresses."""

from dataclasses import dataclass

from campaign.catalogue import Catalogue
from campaign.pages import Page, Pages
from campaign.settings import Language

CALENDAR = "iCalendar"
# Format → the file's name beside the page that it follows, and its media type.
_FORMATS = {
    CALENDAR: ("kalender.ics", "text/calendar"),
    "RSS": ("rss.xml", "application/rss+xml"),
    "Atom": ("atom.xml", "application/atom+xml"),
    "JSON Feed": ("feed.json", "application/feed+json"),
}
# The page that a feed repeats → its formats.
_FEEDS = ("RSS", "Atom", "JSON Feed")
_FOLLOWED = {
    "seminars/index.md": tuple(_FORMATS),
    "news/index.md": _FEEDS,
    "hr-guide/changes.md": _FEEDS,
}


@dataclass(frozen=True)
class Subscription:
    """A file to follow: the page of the list that it tells of, its format, media type and address below the root."""

    page: Page
    format: str
    media_type: str
    address: str


def subscriptions(pages: Pages, language: Language) -> tuple[Subscription, ...]:
    """What can be followed in a language: that of each section which has a page."""
    found = [
        (pages[language.code, path], name)
        for path, formats in _FOLLOWED.items()
        if (language.code, path) in pages
        for name in formats
    ]
    return tuple(
        Subscription(page, name, media_type, page.address + file)
        for page, name in found
        for file, media_type in [_FORMATS[name]]
    )


def of_section(pages: Pages, page: Page) -> tuple[Subscription, ...]:
    """What tells of the section that a page is in; nothing on a page outside the sections."""
    section, _, _ = page.path.rpartition("/")
    return tuple(s for s in subscriptions(pages, page.language) if s.page.path.rpartition("/")[0] == section)


def event_file(catalogue: Catalogue, page: Page) -> str:
    """The calendar file of one event, below the root: beside its page, under the same word."""
    return f"{page.address}{catalogue.word_in_address(str(page.slug), page.language.code)}.ics"
