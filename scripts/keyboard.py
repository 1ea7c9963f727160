"""How far it is to what a reader came for: the height of the header, and the stops of the Tab key before a tool's result."""

from types import MappingProxyType

from playwright.sync_api import Page, ViewportSize

# At 400 per cent a window of 1280 by 1024 pixels is this small, and the header must leave the reader something to read.
SMALLEST: ViewportSize = {"width": 320, "height": 256}
MOST_HEADER, MOST_STOPS = 96, 60
# Each tool and where it says its result; a group of radio buttons is one stop.
RESULTS = MappingProxyType(
    {
        "/vilken-plats/": "[data-status]",
        "/jamfor/": "[data-status]",
        "/flyttplan/norge-till-sverige/": "[data-steps]",
        "/hr-guide/vad-kostar-en-anstalld/": "[data-sum]",
        "/hr-guide/mina-plikter/": "[data-own]",
        "/hr-guide/datum/": "[data-own]",
        "/no/hr-guide/mine-plikter/": "[data-own]",
        "/no/hr-guide/datoer/": "[data-own]",
        "/hr-guide/plikter/": "[data-status]",
        "/arbetsgivare/sjalvtest/": "[data-result]",
        "/seminarier/": "[data-status]",
        "/sok/": ".results",
    }
)
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


def stops_before_result(page: Page, address: str) -> int:
    """How often who uses a tool by keyboard presses Tab before its result."""
    return int(page.evaluate(_STOPS, RESULTS[address]))
