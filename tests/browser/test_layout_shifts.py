"""Nothing jumps while a page comes, and tools print whole."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from layout_shifts import AT_ONCE, shifts

pytestmark = pytest.mark.browser

LATE = """setTimeout(() => {
    const paragraph = document.createElement("p");
    paragraph.style.height = "300px";
    document.body.prepend(paragraph);
}, 300)"""
# The mark of a note may hang into the margin of a sheet.
MARGIN = 8
# A4 within the margins that Chromium leaves, in pixels.
SHEET = 718
# What a printed page lacks. A plan and a list of duties keep their details for the screen.
LOST = """(margin) => {
    const parts = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, th, td, dt, dd, figcaption)")];
    const folds = [...document.querySelectorAll("main details:not(.step details, .duty details) > :not(summary)")];
    const cut = parts.filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + margin);
    const folded = folds.filter((one) => one.parentElement.checkVisibility()
        && !one.checkVisibility({ contentVisibilityAuto: true }));
    const lost = [...cut, ...folded].map((part) => part.outerHTML.slice(0, 90));
    const wide = document.documentElement.scrollWidth > innerWidth + margin ? ["wider than the sheet"] : [];
    return [...(document.querySelector("h1").checkVisibility() ? [] : ["no heading"]), ...wide, ...lost];
}"""
WIDTHS = ((390, 844), (1280, 800))
# Tools as somebody opens them who was here before.
KEPT = {
    "/vilken-plats/": "#a=lake,town*&b=forest",
    "/jamfor/": "#place=falun,hamar",
    "/flyttplan/norge-till-sverige/": "#date=2028-03-01&case=nurse",
}


@pytest.fixture(scope="session")
def templates(site: Path, addresses: list[str], pytestconfig: pytest.Config) -> list[str]:
    """A page of each layout and each thing to try, or all pages with --everything; and the tools as they were left."""
    if pytestconfig.getoption("--everything"):
        return [*addresses, *map("".join, KEPT.items())]
    found: dict[str, str] = {}
    for address in addresses:
        text = (
            (site / address.removeprefix("/") / "index.html").read_text("utf-8") if address[-1] == "/" else ""
        )
        for kind in re.findall(r'<body class="(layout-[a-z]+)|assets/([a-z-]+)\.[0-9a-f]+\.js"', text):
            found.setdefault("".join(kind), address)
    return [*dict.fromkeys(found.values()), *map("".join, KEPT.items())]


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_nothing_jumps(browser: Browser, web: str, templates: list[str], width: int, height: int) -> None:
    """A reader who begins to read or to answer is not pushed away by what comes later."""
    moved = {}
    for start in range(0, len(templates), AT_ONCE):
        moved |= shifts(browser, web, templates[start : start + AT_ONCE], width, height)
    # On a busy machine the type comes late, and a line moves by less than a pixel: three decimals, as browsers tell it.
    assert {address: found for address, found in moved.items() if round(sum(by for by, *_ in found), 3)} == {}


def test_what_jumps_is_seen_on_each_of_many_pages(browser: Browser, web: str, templates: list[str]) -> None:
    """Pages that wait side by side all draw, and what a late script pushes away is noticed on every one."""
    some = templates[:AT_ONCE]
    assert [
        address for address, found in shifts(browser, web, some, 390, 844, LATE).items() if not found
    ] == []


def test_pages_print_whole(browser: Browser, web: str, templates: list[str]) -> None:
    """On paper a page has its heading, nothing is folded, and nothing is cut at the edge of the sheet."""
    page = browser.new_page(base_url=web, viewport={"width": SHEET, "height": 1050})
    page.emulate_media(media="print")
    lost = {}
    for address in templates:
        page.goto(address)
        lost[address] = page.evaluate(LOST, MARGIN)
    page.close()
    assert {address: parts for address, parts in lost.items() if parts} == {}


@pytest.mark.parametrize(
    "address", [*KEPT, "/no/hvilket-sted/", "/no/sammenlign/", "/hr-guide/mina-plikter/", "/hr-guide/datum/"]
)
def test_tools_print_whole(browser: Browser, web: str, address: str) -> None:
    """On paper nothing of a tool is folded, cut off or waiting for a click; a plan keeps its details for the screen."""
    page = browser.new_page(base_url=web, viewport={"width": 794, "height": 1123})
    page.goto(address)
    page.emulate_media(media="print")
    lost = hidden(page)
    page.close()
    assert lost == {"forms": 0, "folded": 0, "wide": 0}


def hidden(page: Page) -> dict[str, int]:
    """The forms that show, the reasons and columns that do not, and the pixels that the paper is too narrow by."""
    reasons = page.locator(".trait li, .compare thead th")
    return {
        "forms": page.locator("main form:visible").count(),
        "folded": reasons.count() - reasons.and_(page.locator(":visible")).count(),
        "wide": max(0, page.evaluate("document.documentElement.scrollWidth - innerWidth") - MARGIN),
    }


# Two people on one phone; other journeys are in test_readers.


def follow(page: Page, selector: str) -> None:
    """Choose a link by keyboard."""
    link = page.locator(selector).first
    link.focus()
    link.press("Enter")
    page.wait_for_load_state()


def phone(browser: Browser, web: str, scripts: bool, address: str) -> Page:
    """A phone on which a page is open."""
    page = browser.new_page(base_url=web, viewport={"width": 390, "height": 844}, java_script_enabled=scripts)
    page.goto(address)
    return page


def test_a_couple_that_works_from_home_finds_a_place(browser: Browser, web: str) -> None:
    """Two answers each, and the place that fits both is a link; its page leads to jobs, plan and people to ask."""
    page = phone(browser, web, True, "/vilken-plats/")
    page.locator("[name=trait][value=lake]").press("Space")
    page.locator("[name=who][value=b]").press("Space")
    page.locator("[name=trait][value=direct-train]").press("Space")
    follow(page, "[data-matches] h3 a")
    steps = page.locator(".next-steps a").count()
    page.close()
    assert steps >= 4


def test_a_couple_finds_a_place_without_scripts(browser: Browser, web: str) -> None:
    """The answer unfolds the places that have it, and each is a link."""
    page = phone(browser, web, False, "/vilken-plats/")
    page.locator("#has-direct-train summary").press("Enter")
    follow(page, "#has-direct-train li a")
    steps = page.locator(".next-steps a").count()
    page.close()
    assert steps >= 4
