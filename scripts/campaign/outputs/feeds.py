"""News and seminars as feeds: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, in each language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial
from urllib.parse import urljoin

from markupsafe import escape

from campaign.cache import digest_of
from campaign.expand import article
from campaign.feed_links import CALENDAR, FeedLink, feed_links
from campaign.law import news_of_rules
from campaign.models.events import Seminar
from campaign.outputs.tables import as_json
from campaign.pages import Page, pages_of
from campaign.reads import record_read
from campaign.settings import Language
from campaign.site import Site, Targets

# A feed tells of what is new; all there is stands on the pages.
_LATEST = 30
# The year in which the names of entries (RFC 4151) were first given; it is part of them and never changes.
_NAMED_IN = "2026"
_LINK = re.compile(r'( (?:href|src)=")([^"]*)"')


@dataclass(frozen=True)
class Entry:
    """One thing told of, in the language `tag`: name for ever, address, ISO days, plain summary, and text as HTML."""

    id: str
    address: str
    tag: str
    title: str
    published: str
    updated: str
    summary: str
    content: str
    subject: str | None


@dataclass(frozen=True)
class Feed:
    """All that the three formats say, entries latest first. `home` is the page that shows the same."""

    id: str
    home: str
    tag: str
    title: str
    description: str
    author: str
    rights: str
    updated: str
    entries: tuple[Entry, ...]


def targets(site: Site) -> Targets:
    """Address → how to make it, of every feed."""
    return {
        wanted.address: partial(_written, site, language, wanted)
        for language in site.languages
        for wanted in feed_links(site, language)
        if wanted.format != CALENDAR
    }


def _feed(site: Site, language: Language, wanted: FeedLink) -> Feed:
    found = _entries(site, language, wanted.page.path)
    # Of a day they stay in the order in which their page has them: what a reader must know first.
    entries = sorted(found, key=lambda entry: entry.updated, reverse=True)[:_LATEST]
    name = site.content.label("interface", "site-name", language.code)
    return Feed(
        id=_name(site, wanted.page),
        home=site.root_address + wanted.page.address,
        tag=language.tag,
        title=f"{wanted.page.title} – {name}",
        description=wanted.page.description,
        author=name,
        rights=site.content.label("interface", "licence", language.code),
        updated=entries[0].updated if entries else f"{_NAMED_IN}-01-01",  # the formats demand a day
        entries=tuple(entries),
    )


def _entries(site: Site, language: Language, path: str) -> Iterator[Entry]:
    """What the page at `path` tells of."""
    if path == site.content.structure.pages.changes:
        return _rules(site, language)
    return {"news": _news, "seminars": _seminars}[path.partition("/")[0]](site, language)


def _news(site: Site, language: Language) -> Iterator[Entry]:
    for page in site.news(language):
        day = page.date or ""
        yield _entry(site, page, page.title, day, day)


def _seminars(site: Site, language: Language) -> Iterator[Entry]:
    """The events whose record says when they were announced here, or when their recording was published."""
    for page in pages_of(site.pages, language, "seminars"):
        seminar, code = page.shown(Seminar), page.body_language.code
        dates = (
            seminar.session and seminar.session.announced,
            seminar.recording and seminar.recording.published,
        )
        days = [day for day in dates if day]
        if days:
            rendering = seminar.rendering if code != seminar.title_language else None
            yield _entry(site, page, rendering or seminar.title, min(days), max(days))


def _rules(site: Site, language: Language) -> Iterator[Entry]:
    """What has changed in the rules of the guide, a change an entry."""
    page = site.pages[language.code, site.content.structure.pages.changes]
    for news in news_of_rules(site.content, language.code):
        slug = news.rendered.slug if news.rendered else f"removed-{digest_of(news.text.encode())[:8]}"
        about = news.label(language.code) or page.title
        what = site.content.label("rule-change", news.what, language.code)
        text = news.text or (news.rendered.rule.statement[language.code] if news.rendered else "")
        yield Entry(
            id=f"{_name(site, page)}/{news.date}/{slug}/{news.what}",
            address=site.root_address + page.address,
            tag=language.tag,
            title=f"{about}: {what[0].lower()}{what[1:]}",
            published=news.date,
            updated=news.date,
            summary=text,
            content=f"<p>{escape(text)}</p>",
            subject=site.content.label("topic", news.rendered.rule.topic, language.code)
            if news.rendered
            else None,
        )


def _entry(site: Site, page: Page, title: str, published: str, updated: str) -> Entry:
    address = site.root_address + page.address
    theme = page.record.theme if isinstance(page.record, Seminar) else None
    text = article(site, replace(page, layout="feed"))
    return Entry(
        id=_name(site, page),
        address=address,
        tag=page.body_language.tag,
        title=title,
        published=published,
        updated=updated,
        summary=page.description,
        content=_LINK.sub(lambda found: f'{found[1]}{urljoin(address, found[2])}"', text).strip(),
        subject=site.content.label("theme", theme, page.body_language.code) if theme else None,
    )


def _name(site: Site, page: Page) -> str:
    """A name that stays when words in addresses change."""
    return f"tag:{site.host},{_NAMED_IN}:{page.language.code}/{page.path.removesuffix('.md')}"


def _written(site: Site, language: Language, wanted: FeedLink) -> bytes:
    record_read(wanted.page.key)
    feed = _feed(site, language, wanted)
    address = site.root_address + wanted.address
    if wanted.format == "JSON Feed":
        return _json(feed, address)
    template, moment = _XML[wanted.format]
    return site.templates.get_template(template).render(feed=feed, address=address, moment=moment).encode()


def _json(feed: Feed, address: str) -> bytes:
    return as_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.home,
            "feed_url": address,
            "description": feed.description,
            "language": feed.tag,
            "authors": [{"name": feed.author}],
            "items": [_item(entry) for entry in feed.entries],
        }
    )


def _item(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": _moment(entry.published),
        "date_modified": _moment(entry.updated),
        "language": entry.tag,
        "tags": [entry.subject] if entry.subject else [],
    }


def _first_moment(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def _rfc822(day: str) -> str:
    return format_datetime(_first_moment(day), usegmt=True)


def _moment(day: str) -> str:
    return _first_moment(day).strftime("%Y-%m-%dT%H:%M:%SZ")


_XML = {"RSS": ("feeds/rss.xml", _rfc822), "Atom": ("feeds/atom.xml", _moment)}
