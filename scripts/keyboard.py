"""How far it is to what a reader came for: the height of the header, and the stops of the Tab key to the end of a tool's result."""

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
# Each directive that is a tool, and what holds its result.
RESULTS = MappingProxyType(
    {
        "finder": ".result",
        "compare-table": ".table-box",
        "cost": ".cost-cards",
        "my-duties": "[data-own]",
        "deadlines": "[data-own]",
        "duties": "[data-duties]",
        "self-check": "[data-result]",
        "seminar-archive": "[data-archive]",
        "search": ".results",
    }
)
# The same of the plan of a move, which is the page of a record.
PLAN = "[data-steps]"
# Answers of each tool that make its result long; the shortest way to its end is measured without any, too.
ANSWERS = MappingProxyType(
    {
        ".result": ("a=lake", "a=town,lake,forest,mountain,river"),
        "[data-duties]": ("employees=10",),
        "[data-own]": ("country=both&employees=9999&agreement=with",),
        "[data-steps]": ("date=2027-03-01",),
        ".results": ("q=skatt",),
    }
)
# The same where questions and places are the site's own: of the self-check everything lacking, of the comparison as many as it takes.
_OWN_ANSWERS = """() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const lacking = all("fieldset[data-question]").map((one) => `${one.dataset.question}=no`);
    const places = all("[name=place]").slice(0, 4).map((one) => one.value);
    return [...(lacking.length ? [lacking.join("&")] : []), ...(places.length ? [`place=${places}`] : [])];
}"""
# The stops in order, a group of radio buttons being one. Enter is no press of Tab: a link that leads ahead within the page
# is a way to the first stop there, and one that leads past the result has reached its end.
# The number of a note is none: it leads to a source and not on.
_STOPS = """(selector) => {
    const main = document.querySelector("main"), result = main.querySelector(selector), groups = new Set();
    const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0)
        .filter((one) => one.type !== "radio" || (!groups.has(one.name) && groups.add(one.name)))
        .filter((one) => result.contains(one) || follows(one, result));
    const fewest = stops.map((_, n) => n + 1);
    let end = stops.length;
    for (const [n, stop] of stops.entries()) {
        if (n) fewest[n] = Math.min(fewest[n], fewest[n - 1] + 1);
        const isWay = main.contains(stop) && stop.hash && !stop.matches(".note");
        const target = isWay && document.getElementById(stop.hash.slice(1));
        if (!target || stop.pathname !== location.pathname || !follows(stop, target)) continue;
        const first = stops.findIndex((one) => target.contains(one) || follows(target, one));
        if (first < 0) end = Math.min(end, fewest[n]);
        else if (first > n) fewest[first] = Math.min(fewest[first], fewest[n] + 1);
    }
    return Math.min(end, fewest.at(-1));
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


def farthest_stops(page: Page, address: str, mark: str) -> int:
    """The stops to the end of a tool's result at an address, empty or with the answers that make it long."""
    page.goto(address)
    found = []
    for answers in ("", *page.evaluate(_OWN_ANSWERS), *ANSWERS.get(mark, ())):
        page.goto("about:blank")  # another fragment alone would not open the page again
        page.goto(f"{address}#{answers}" if answers else address, wait_until="load")
        page.wait_for_load_state("networkidle")
        found.append(stops_to_end(page, mark))
    return max(found)


def stops_to_end(page: Page, mark: str) -> int:
    """How often who uses a tool by keyboard presses Tab, at the least, until the end of its result, which has a mark."""
    return int(page.evaluate(_STOPS, mark))
