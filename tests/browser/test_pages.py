"""Every page of the real site in a real browser, as it comes from a real server."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OpenPage = Callable[..., Page]

AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}

# Each thing that takes focus, with what its ring looks like and the colour that is around it.
FOCUS = """() => {
    const ground = (element) => {
        const colour = element ? getComputedStyle(element).backgroundColor : "rgb(255, 255, 255)";
        return /, 0\\)$/.test(colour) ? ground(element.parentElement) : colour;
    };
    const luminance = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map((n) => n / 255)
            .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    return [...document.querySelectorAll("a[href], input, summary, [tabindex]")].map((element) => {
        element.focus();
        const style = getComputedStyle(element);
        const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
        const around = ground(parseFloat(style.outlineOffset) < 0 ? element : element.parentElement);
        return [element.outerHTML.slice(0, 90), width, contrast(style.outlineColor, around)];
    });
}"""

# Each thing to hit with a finger. A link in running text may be as low as its line.
TARGETS = """() => [...document.querySelectorAll("a[href], input, summary")]
    .map((element) => element.closest("label") || element)
    .filter((element) => getComputedStyle(element).display !== "inline")
    .map((element) => [element.outerHTML.slice(0, 90), element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(([html, box]) => `${html}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`)"""

WIDER_THAN_WINDOW = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_has_nothing_against_any_page(
    open_page: OpenPage, addresses: list[str], scheme: str, width: int
) -> None:
    """Nobody is shut out by what axe can find, in either colour scheme, on a phone or a desk."""
    page, found = open_page(width=width, color_scheme=scheme), []
    for address in addresses:
        page.goto(address)
        for violation in Axe().run(page, options=AXE).response["violations"]:
            places = [str(node["target"]) for node in violation["nodes"]]
            found.append(f"{address} {violation['id']}: {', '.join(places)}")
    assert found == []


def test_pages_ask_no_other_host_for_anything(visits: dict, web: str) -> None:
    """A visit is known to our server only."""
    asked = {url for visit in visits.values() for url in visit.requests}
    assert {url for url in asked if not url.startswith((web, "data:"))} == set()


def test_browser_has_nothing_to_complain_about(visits: dict) -> None:
    """No page has a console message, a failed request or anything that the content security policy refuses."""
    assert {address: visit.complaints for address, visit in visits.items() if visit.complaints} == {}


def test_links_lead_somewhere(visits: dict, site: Path, web: str) -> None:
    """Each link within the site leads to a page or file that exists, and to a place that exists in it."""
    dead = [
        f"{address} → {link}"
        for address, visit in visits.items()
        for link in visit.found["links"]
        if link.startswith(web) and not _exists(link.removeprefix(web), visits, site)
    ]
    assert dead == []


def _exists(link: str, visits: dict, site: Path) -> bool:
    address, anchor = urldefrag(unquote(link))
    if address in visits:
        return not anchor or anchor in visits[address].found["ids"]
    return (site / address.removeprefix("/")).is_file()


def test_links_out_are_whole_addresses(visits: dict, web: str) -> None:
    """A link to the world names a scheme that a reader's device understands, and a host or a recipient."""
    outside = {link for visit in visits.values() for link in visit.found["links"] if not link.startswith(web)}
    assert {link for link in outside if not _whole(link)} == set()


def _whole(link: str) -> bool:
    parts = urlsplit(link)
    return (parts.scheme in ("http", "https") and "." in parts.netloc) or (
        parts.scheme in ("mailto", "tel") and bool(parts.path)
    )


@pytest.mark.parametrize("width", [320, 390])
def test_no_page_scrolls_sideways(open_page: OpenPage, addresses: list[str], width: int) -> None:
    """A reader with a phone, or with text at 400 %, scrolls in one direction only."""
    page, wide = open_page(width=width), {}
    for address in addresses:
        page.goto(address)
        wide[address] = page.evaluate(WIDER_THAN_WINDOW)
    assert {address: pixels for address, pixels in wide.items() if pixels > 0} == {}


def test_language_switch_stays_on_the_page(visits: dict) -> None:
    """From each page, also the 404 page, the switch leads to its twin in the other language, and back again."""
    there_and_back = {
        address: (visits[visit.found["twin"]].found["twin"], visits[visit.found["twin"]].found["lang"])
        for address, visit in visits.items()
    }
    other = {"sv": "nb", "nb": "sv"}
    assert there_and_back == {a: (a, other[visit.found["lang"]]) for a, visit in visits.items()}


def test_first_tab_offers_to_skip_the_menu(open_page: OpenPage, addresses: list[str]) -> None:
    """The first thing that the Tab key meets on each page is a link, visible then, past the menu."""
    page, met = open_page(), {}
    for address in addresses:
        page.goto(address)
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        box = skip.bounding_box() or {"height": 0}
        met[address] = (skip.get_attribute("href"), box["height"] >= 24)
    assert met == dict.fromkeys(addresses, ("#content", True))


def test_skip_link_moves_to_the_content(open_page: OpenPage) -> None:
    """After the skip link the Tab key goes on inside the content, not in the menu."""
    page = open_page("/kommuner/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main')?.id") == "content"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen_on_everything(open_page: OpenPage, addresses: list[str], scheme: str) -> None:
    """Who uses the keyboard sees where they are: a ring of 2 pixels, 3 : 1 against what is around it."""
    page, unseen = open_page(color_scheme=scheme), []
    for address in addresses:
        page.goto(address)
        page.keyboard.press("Tab")  # from now on the browser draws focus as for the keyboard
        for html, width, contrast in page.evaluate(FOCUS):
            if width < 2 or contrast < 3:
                unseen.append(f"{address} {html}: {width} px, {contrast:.1f} : 1")
    assert unseen == []


@pytest.mark.parametrize("width", [390, 1280])
def test_targets_are_large_enough(open_page: OpenPage, addresses: list[str], width: int) -> None:
    """What stands outside running text can be hit with a finger: at least 24 by 24 pixels."""
    page, small = open_page(width=width), {}
    for address in addresses:
        page.goto(address)
        small[address] = page.evaluate(TARGETS)
    assert {address: found for address, found in small.items() if found} == {}


def test_headings_are_an_outline(visits: dict) -> None:
    """A page has one first-level heading, first, and no level is jumped over on the way down."""
    wrong = {a: v.found["headings"] for a, v in visits.items() if not _is_outline(v.found["headings"])}
    assert wrong == {}


def _is_outline(levels: list[int]) -> bool:
    steps = zip(levels, levels[1:], strict=False)
    return levels[:1] == [1] and levels.count(1) == 1 and all(low <= high + 1 for high, low in steps)


def test_pages_say_the_same_without_javascript(open_page: OpenPage, visits: dict) -> None:
    """A reader whose browser runs no scripts reads every word."""
    page, texts = open_page(java_script_enabled=False), {}
    for address in visits:
        page.goto(address)
        texts[address] = page.locator("body").inner_text()
    assert texts == {address: visit.found["text"] for address, visit in visits.items()}


def test_printed_municipality_has_no_menu(open_page: OpenPage) -> None:
    """On paper a municipality's page is its name and text, without what only works on a screen."""
    page = open_page("/kommuner/falun/")
    page.emulate_media(media="print")
    shown = {part: page.locator(part).first.is_visible() for part in (".top", ".trail", ".bottom", "h1")}
    assert shown == {".top": False, ".trail": False, ".bottom": False, "h1": True}
