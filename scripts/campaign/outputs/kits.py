"""What a round of a programme is run with, as one file to fetch: papers, slides, a sheet, a calendar, and the templates.

What is told of how it was is the page's; what is proposed is the record's, and says that it is a proposal.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from campaign.context import rendered
from campaign.expand import expand
from campaign.markdown import parse
from campaign.models.kits import KIT_FILES, Kit, Meeting
from campaign.models.services import Programme
from campaign.outputs.artifacts import BookContext, book_context, paper
from campaign.outputs.calendar import empty_calendar
from campaign.outputs.manuscript import Part, merge
from campaign.outputs.pandoc import Tree, default_file, elements, write
from campaign.outputs.sheets import Cell, Sheet, Sum, write_sheets
from campaign.outputs.zip_files import build_zip, read_zip
from campaign.pages import Page, pages_of
from campaign.quiet_days import planned
from campaign.reads import Once
from campaign.site import Download, Site
from campaign.text.pandoc import Node

if TYPE_CHECKING:
    from icalendar import Event

ITEM = "kit"
# The section of a programme's page that tells how to do it again.
_RESTART = "restart"
_STEPS_ON_A_SLIDE = 3
_TUESDAY = 1
_THEME = "ppt/theme/theme1.xml"
# What stands in pandoc's theme → what stands in ours.
_OURS = {
    r"<a:dk1>.*?</a:dk1>": '<a:dk1><a:srgbClr val="1D3B2F"/></a:dk1>',
    r"<a:hlink>.*?</a:hlink>": '<a:hlink><a:srgbClr val="8C2B1D"/></a:hlink>',
    r'(<a:majorFont>\s*<a:latin typeface=)"[^"]*"': r'\1"Georgia"',
}


def downloads(site: Site) -> tuple[Download, ...]:
    """The kit of each programme that has one, in each language; each file is made when it is asked for."""
    book = book_context(site)
    return tuple(
        _download(book, page)
        for language in site.content.full_languages
        for page in pages_of(site.pages, language, "programmes")
        if page.slug in site.content.kits
    )


def _download(book: BookContext, page: Page) -> Download:
    slug, code = str(page.slug), page.language.code
    word = book.site.content.word_in_address(slug, code)
    make = Once(partial(_packed, book, code, page.path))
    return Download(f"downloads/{code}/{word}-kit.zip", make, "ZIP", code, ITEM, slug)


def _packed(book: BookContext, code: str, path: str) -> bytes:
    site = book.site
    page = site.pages[code, path]
    kit = site.content.kits[str(page.slug)]
    papers = {
        "how": paper(book, page.language, _how(site, page), page.title),
        "letters": paper(book, page.language, _build_paper(site, page, "letters", kit), page.title),
        "meetings": paper(book, page.language, _build_paper(site, page, "meetings", kit), page.title),
        "slides": write(
            _slides(site, page, kit),
            "pptx",
            "--slide-level=1",
            "--reference-doc=reference.pptx",
            files={"reference.pptx": _reference()},
            epoch=book.epoch,
        ),
        "sheet": write_sheets(_proposed(site, code, sheet) for sheet in _sheets(site, page, kit)),
        "calendar": _calendar(site, page, kit),
    }
    names = {file_name(site, code, name): content for name, content in papers.items()}
    templates = {
        file.address.rpartition("/")[2]: file.make()
        for slug in page.shown(Programme).templates
        for file in site.downloads_of(code, "template", slug)
    }
    return build_zip({**names, **templates})


def file_name(site: Site, code: str, name: str) -> str:
    """What a file of a kit is called: its number, and what it is in the reader's language."""
    number = list(KIT_FILES).index(name) + 1
    return f"{number}-{site.content.label('kit', f'{name}-file', code)}.{KIT_FILES[name]}"


def _how(site: Site, page: Page) -> Tree:
    """What the page says of doing it again."""
    tokens = expand(site, page)
    begins = next(
        n for n, token in enumerate(tokens) if token.type == "heading_open" and token.attrs["id"] == _RESTART
    )
    return merge(site, [Part(str(page.slug), page.path, page, tokens[begins:])])


def _build_paper(site: Site, page: Page, name: str, kit: Kit) -> Tree:
    """A paper from overrides/kit/."""
    meetings = list(zip(kit.meetings, days_of(site, page, kit), strict=True))
    tokens = parse(rendered(site, page, f"kit/{name}.md", kit=kit, meetings=meetings))
    return merge(site, [Part(name, "", page, tokens)])


def _slides(site: Site, page: Page, kit: Kit) -> Tree:
    """The title, and a slide for each few steps and for each meeting."""
    code = page.language.code
    title = _slide_title(site.content.label("kit", "steps", code))
    steps = [
        item for found in elements(_how(site, page)["blocks"], "OrderedList")[:1] for item in found["c"][1]
    ]
    blocks = [
        block
        for first in range(0, len(steps), _STEPS_ON_A_SLIDE)
        for block in (title, _numbered(first + 1, steps[first : first + _STEPS_ON_A_SLIDE]))
    ]
    paper = _build_paper(site, page, "slides", kit)
    metadata = {
        "title": page.title,
        "subtitle": page.shown(Programme).summary[code],
        "lang": page.language.tag,
    }
    meta = {name: {"t": "MetaString", "c": words} for name, words in metadata.items()}
    return {**paper, "blocks": [*blocks, *paper["blocks"]], "meta": meta}


def _reference() -> bytes:
    """Pandoc's own slides in our colours and with the type of our headings."""
    files = read_zip(default_file("reference.pptx"))
    theme = files[_THEME].decode()
    for pattern, ours in _OURS.items():
        theme = re.sub(pattern, ours, theme)
    return build_zip({**files, _THEME: theme.encode()})


def _numbered(first: int, items: list[object]) -> Node:
    return {"t": "OrderedList", "c": [[first, {"t": "Decimal"}, {"t": "Period"}], items]}


def _slide_title(words: str) -> Node:
    return {"t": "Header", "c": [1, ["", [], []], [{"t": "Str", "c": words}]]}


def _sheets(site: Site, page: Page, kit: Kit) -> Iterator[Sheet]:
    code = page.language.code

    def word(name: str) -> str:
        return site.content.label("kit", name, code)

    rows: list[list[Cell]] = [
        [cost[code], None, None, Sum(f"[.B{n}]*[.C{n}]")] for n, cost in enumerate(kit.costs, 2)
    ]
    total: list[Cell] = [word("total"), None, None, Sum(f"SUM([.D2:.D{len(rows) + 1}])")]
    yield Sheet(word("budget"), [word("item"), word("amount"), word("price"), word("cost")], [*rows, total])
    measured: list[list[Cell]] = [[measure[code], None, None, None] for measure in kit.measures]
    yield Sheet(word("measures"), [word("measure"), word("before"), word("halfway"), word("after")], measured)
    if kit.indicators:
        project = site.content.projects[page.shown(Programme).project]
        found = [one for one in project.indicators if one.letter in kit.indicators]
        indicators: list[list[Cell]] = [
            [f"{one.letter}. {one.name[code]}", one.target, one.outcome, None, None] for one in found
        ]
        head = [
            word("indicator"),
            word("their-target"),
            word("their-outcome"),
            word("our-target"),
            word("our-outcome"),
        ]
        yield Sheet(word("indicators"), head, indicators)


def _proposed(site: Site, code: str, sheet: Sheet) -> Sheet:
    """A sheet that says below its rows whose proposal it is."""
    return replace(sheet, rows=[*sheet.rows, [None], [site.content.label("kit", "ours", code)]])


def _begins(site: Site, kit: Kit) -> date:
    """The Tuesday on which we propose that a round begins: in the month of the record, the first after the edition."""
    edition = date.fromisoformat(site.content.edition.date)
    year = edition.year + (kit.start_month <= edition.month)
    first = date(year, kit.start_month, 8)
    return first + timedelta((_TUESDAY - first.weekday()) % 7)


def days_of(site: Site, page: Page, kit: Kit) -> list[date]:
    """The days on which we propose the meetings, none of them a holiday in the country of the page's language."""
    return planned(_begins(site, kit), [meeting.week for meeting in kit.meetings], page.language.country)


def _calendar(site: Site, page: Page, kit: Kit) -> bytes:
    calendar = empty_calendar(site, page.language)
    for number, (meeting, day) in enumerate(zip(kit.meetings, days_of(site, page, kit), strict=True), 1):
        calendar.add_component(_event(site, page, meeting, number, day))
    return bytes(calendar.to_ical())


def _event(site: Site, page: Page, meeting: Meeting, number: int, day: date) -> "Event":
    """A meeting as a day that blocks nobody's time, for it is a proposal to move."""
    from icalendar import Event

    code, spoken = page.language.code, {"language": page.language.tag}
    event = Event()
    event.add("uid", f"kit-{page.slug}-{number}@{site.host}")
    event.add(
        "dtstamp", datetime.combine(date.fromisoformat(site.content.edition.date), datetime.min.time(), UTC)
    )
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(1))
    event.add("transp", "TRANSPARENT")
    event.add(
        "summary", f"{site.content.label('kit', 'proposal', code)}: {meeting.title[code]}", parameters=spoken
    )
    event.add("url", site.root_address + page.address)
    lines = [
        meeting.who[code],
        meeting.goal[code],
        *(f"{n}. {point[code]}" for n, point in enumerate(meeting.agenda, 1)),
    ]
    event.add("description", "\n".join(lines), parameters=spoken)
    return event
