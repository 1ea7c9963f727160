"""How far it is to what a reader came for: the height of the header, and the stops of the Tab key before a tool's result."""

from types import MappingProxyType

from playwright.sync_api import Page, ViewportSize

from campaign.content import Content
from campaign.directives import directives
from campaign.models import Kinds
from campaign.pages import address_of
from campaign.settings import Language

# At 400 per cent a window of 1280 by 1024 pixels is this small, and the header must leave the reader something to read.
SMALLEST: ViewportSize = {"width": 320, "height": 256}
MOST_HEADER, MOST_STOPS = 96, 60
# Each directive that is a tool, and where it says its result; a group of radio buttons is one stop.
RESULTS = MappingProxyType(
    {
        "finder": "[data-status]",
        "compare-table": "[data-status]",
        "cost": "[data-sum]",
        "my-duties": "[data-own]",
        "deadlines": "[data-own]",
        "duties": "[data-status]",
        "self-check": "[data-result]",
        "seminar-archive": "[data-status]",
        "search": ".results",
    }
)
# The same of the plan of a move, which is the page of a record.
PLAN = "[data-steps]"
_STOPS = """(selector) => {
    const found = document.querySelector(`main ${selector}`), groups = new Set();
    // A link that leads there is as near as the result itself.
    const ways = [...document.querySelectorAll("main a[href^='#']")];
    const result = ways.find((way) => document.getElementById(way.hash.slice(1))?.contains(found)) ?? found;
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter((one) => one.checkVisibility() && !one.closest("[popover]:not(:popover-open)"))
        .filter((one) => one.compareDocumentPosition(result) & Node.DOCUMENT_POSITION_FOLLOWING)
        .filter((one) => one.type !== "radio" || (!groups.has(one.name) && groups.add(one.name)));
    return stops.length;
}"""


def header_height(page: Page) -> float:
    """The pixels that the header of a page takes."""
    box = page.locator(".top").bounding_box()
    assert box, "every page has a header"
    return box["height"]


def tools(content: Content, language: Language) -> list[tuple[str, str]]:
    """The tools in a language: the address of the page that has one, and where it says its result."""
    marks = [
        (path, RESULTS[one.name])
        for path, page in content.prose[language.code].items()
        for one in directives(page.tokens)
        if one.name in RESULTS
    ]
    plans = [(f"{Kinds.journeys.pages}/{slug}.md", PLAN) for slug in content.journeys]
    return [(f"/{address_of(content, language, path)}", mark) for path, mark in (*marks, *plans)]


def stops_before_result(page: Page, mark: str) -> int:
    """How often who uses a tool by keyboard presses Tab before its result, which has a mark."""
    return int(page.evaluate(_STOPS, mark))
