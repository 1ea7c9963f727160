"""What the built site offers to follow and to fetch, as programs that others wrote read it."""

import csv
import json
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from icalendar import Calendar
from jsonschema import Draft202012Validator
from lxml import html

from real_site import ROOT, parsed_page

pytestmark = pytest.mark.site

PUBLIC = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)["site_url"]
JSON_FEED = json.loads((ROOT / "tests/json-feed-1.1.schema.json").read_text(encoding="utf-8"))
KINDS = {"application/rss+xml", "application/atom+xml", "application/feed+json", "text/calendar"}


@pytest.fixture(params=["project", "specimen"])
def built(request: pytest.FixtureRequest) -> Path:
    """The built site with the real content, and with the specimen, which has events."""
    return request.getfixturevalue(request.param) / "site"


def tag_of(site: Path, path: Path) -> str:
    """The language in which a file must be."""
    return "nb" if path.relative_to(site).parts[0] == "no" else "sv"


def pages(site: Path) -> dict[Path, Any]:
    """Every page of a built site: the folder that is its address, and what stands there."""
    return {path.parent: parsed_page(path) for path in site.rglob("index.html")}


def followed(site: Path) -> set[Path]:
    """The files that the heads of pages lead to."""
    return {
        (folder / link.get("href")).resolve()
        for folder, page in pages(site).items()
        for link in page.xpath("//head/link[@rel='alternate'][@type]")
        if link.get("type") in KINDS
    }


def test_every_feed_is_found_from_a_page(built: Path) -> None:
    """No feed or calendar is published that no head of a page leads to, and none is missing."""
    names = ("rss.xml", "atom.xml", "feed.json", "kalender.ics")
    published = {path for name in names for path in built.rglob(name)}
    assert (followed(built), len(published) >= 8) == (published, True)


def test_feeds_are_read_without_a_fault(built: Path) -> None:
    """A feed program has nothing against RSS and Atom, and reads titles in the reader's language."""
    for path in [*built.rglob("rss.xml"), *built.rglob("atom.xml")]:
        found = feedparser.parse(path.read_bytes())
        here = PUBLIC + path.relative_to(built).parent.as_posix() + "/"
        name = html.parse(path.parent / "index.html").xpath("string(//h1)")
        assert (found.bozo, found.feed.language, found.feed.link) == (False, tag_of(built, path), here)
        assert found.feed.title.startswith(f"{name} – ")


def test_json_feeds_follow_the_rules(built: Path) -> None:
    """A program that reads JSON Feed 1.1 has nothing to complain about, in either language."""
    files = {path: json.loads(path.read_bytes()) for path in built.rglob("feed.json")}
    faults = [
        error.message
        for feed in files.values()
        for error in Draft202012Validator(JSON_FEED).iter_errors(feed)
    ]
    assert (faults, {p: f["language"] for p, f in files.items()}) == (
        [],
        {p: tag_of(built, p) for p in files},
    )


def test_entries_lead_to_pages_that_call_them_so(built: Path) -> None:
    """Whoever opens an entry meets its page in the same language, and the entry's title on it."""
    wrong = []
    for path in built.rglob("feed.json"):
        for item in json.loads(path.read_bytes())["items"]:
            page = html.parse(built / item["url"].removeprefix(PUBLIC) / "index.html")
            # The title of a changed rule is what it cites and what happened to it, which the page says in two places.
            words = page.xpath("string(//main)").lower()
            is_there = all(part in words for part in item["title"].lower().split(": "))
            if not is_there or page.getroot().get("lang") != tag_of(built, path):
                wrong.append(item["url"])
    assert wrong == []


def test_links_in_entries_are_whole(built: Path) -> None:
    """A link or picture in a feed works outside the site."""
    texts = [
        i["content_html"] for path in built.rglob("feed.json") for i in json.loads(path.read_bytes())["items"]
    ]
    links = [
        link
        for text in texts
        for link in html.fragment_fromstring(text, create_parent="div").xpath(".//@href | .//@src")
    ]
    assert [link for link in links if not link.startswith(("https://", "http://", "mailto:", "tel:"))] == []


def test_calendars_are_read_without_a_fault(built: Path) -> None:
    """A calendar program takes every file whole: named events, each once, in a zone that the file explains."""
    for path in built.rglob("*.ics"):
        calendar = Calendar.from_ical(path.read_bytes())
        events = calendar.walk("VEVENT")
        faults = [part.errors for part in calendar.walk() if part.errors]
        zones = {str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")}
        uids = [str(event["uid"]) for event in events]
        used = {event["dtstart"].params.get("TZID") for event in events} - {None}  # whole days need none
        assert (faults, len(uids), zones >= used) == (
            [],
            len(set(uids)),
            True,
        )
        assert zones or not used


def test_each_event_is_named_the_same_everywhere(built: Path) -> None:
    """The same event has one name in both languages, in the calendar and alone, and no other has it."""
    pages: dict[str, set[str]] = {}
    for path in built.rglob("*.ics"):
        for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
            pages.setdefault(str(event["uid"]), set()).add(str(event["url"]).removeprefix(PUBLIC))
    assert {uid: len(found) for uid, found in pages.items()} == dict.fromkeys(pages, 2)


def test_an_event_and_a_visit_offer_their_calendar_file(specimen: Path) -> None:
    """Who decides to come puts the days in the own calendar with one press."""
    site = specimen / "site"
    offers = {
        folder.relative_to(site).as_posix(): (folder / link).is_file()
        for folder, page in pages(site).items()
        for link in page.xpath("//main//a[@download]/@href")
        if link.endswith(".ics")
    }
    names = ("seminarier/kald-te", "seminarier/varmt-te", "no/seminarer/kald-te", "no/seminarer/varm-te")
    visits = ("visits/exempelby", "no/visits/exempelby")
    assert offers == dict.fromkeys((*names, *visits), True)


def test_the_archive_follows_its_published_schema(built: Path) -> None:
    """Who fetches the archive and its schema finds that they fit, and that pages it names are there."""
    archive = json.loads((built / "downloads/archive.json").read_bytes())
    schema = json.loads((built / "downloads/archive.schema.json").read_bytes())
    documented = json.loads((ROOT / "docs/reference/schemas/archive.json").read_bytes())
    faults = [error.message for error in Draft202012Validator(schema).iter_errors(archive)]
    named = [
        page
        for kind in archive.values()
        if isinstance(kind, list)
        for record in kind
        for page in (record["pages"] or {}).values()
    ]
    dead = [page for page in named if not (built / page.removeprefix(PUBLIC) / "index.html").is_file()]
    assert (faults, schema, dead, bool(named)) == ([], documented, [], True)


def test_the_table_and_the_archive_tell_of_the_same_seminars(built: Path) -> None:
    """A spreadsheet and a program get the same seminars."""
    archive = json.loads((built / "downloads/archive.json").read_bytes())
    text = (built / "downloads/seminars.csv").read_text(encoding="utf-8-sig")
    rows = [(row["slug"], row["title"], row["date"]) for row in csv.DictReader(text.splitlines())]
    assert rows == [(s["slug"], s["title"], s["date"]) for s in archive["seminars"]]
