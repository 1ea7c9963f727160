"""Every page of the real site in a real browser, as it comes from a real server."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from internal_links import broken_addresses, dead_links
from looks import AXE_WIDTHS, LOOKS, SCHEMES
from visit import WIDTHS

pytestmark = pytest.mark.browser

STARTS = ("/", "/no/", "/en/")

OpenPage = Callable[..., Page]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", AXE_WIDTHS)
def test_axe_has_nothing_against_any_page(visits: dict, scheme: str, width: int) -> None:
    """Nobody is shut out by what axe can find, in either colour scheme, on a phone or a desk."""
    found = {address: visit.axe.get((scheme, width)) for address, visit in visits.items()}
    assert {address: violations for address, violations in found.items() if violations} == {}


def test_axe_sees_every_page_and_every_class_in_every_look(
    visits: dict, site: Path, record_property: Callable[[str, str], None]
) -> None:
    """No page is left out, and what the style sheet dresses is seen on a phone and a desk, light and dark."""
    in_all = [address for address, visit in visits.items() if set(visit.axe) == set(LOOKS)]
    left = len(visits) - len(in_all)
    if left:
        record_property(
            "left",
            f"axe in {len(LOOKS) - 1} of {len(LOOKS)} looks, and contrast and room around links in all, on {left} of {len(visits)} pages",
        )
    sheets = [path.read_text(encoding="utf-8") for path in (site / "assets").glob("*.css")]
    dressed = {name for sheet in sheets for name in re.findall(r"\.([a-z][\w-]*)", sheet)}
    classes = {address: dressed & set(visit.found["classes"]) for address, visit in visits.items()}
    assert [address for address, visit in visits.items() if not visit.axe] == []
    assert set().union(*classes.values()) - set().union(*(classes[address] for address in in_all)) == set()


def test_pages_ask_no_other_host_for_anything(visits: dict) -> None:
    """A visit is known to our server only."""
    asked = {url for visit in visits.values() for url in visit.requests}
    assert {url for url in asked if not url.startswith(("/", "data:"))} == set()


def test_browser_has_nothing_to_complain_about(visits: dict) -> None:
    """No page has a console message, a failed request or anything that the content security policy refuses."""
    assert {address: visit.complaints for address, visit in visits.items() if visit.complaints} == {}


def test_links_lead_somewhere(visits: dict, site: Path) -> None:
    """Each link within the site leads to a page or file that exists, and to a place that exists in it."""
    assert dead_links(visits, site) == []


def test_links_out_are_whole_addresses(visits: dict) -> None:
    """A link to the world names a scheme that a reader's device understands, and a host or a recipient."""
    assert broken_addresses(visits) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(visits: dict, width: int) -> None:
    """A reader with a phone, or with text at 400 %, scrolls in one direction only."""
    too_wide = {address: visit.measures[width]["overflow"] for address, visit in visits.items()}
    assert {address: pixels for address, pixels in too_wide.items() if pixels > 0} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_targets_are_large_enough(visits: dict, width: int) -> None:
    """What stands outside running text can be hit with a finger: at least 24 by 24 pixels."""
    small = {address: visit.measures[width]["small"] for address, visit in visits.items()}
    assert {address: found for address, found in small.items() if found} == {}


def test_language_switch_stays_on_the_page(visits: dict) -> None:
    """From each page, also the 404 page, the switch leads to the page in each other language and back, or to a start page."""
    for address, visit in visits.items():
        for tag, there in visit.found["switch"].items():
            found = visits[there].found
            assert (found["lang"], address in found["switch"].values() or there in STARTS) == (tag, True)
        assert {*visit.found["switch"], visit.found["lang"]} == {"sv", "nb", "en"}


def test_first_tab_offers_to_skip_the_menu(visits: dict) -> None:
    """The first thing that the Tab key meets on each page is a link, visible then, past the menu."""
    met = {address: visit.first_focus for address, visit in visits.items()}
    assert met == {address: ["#content", True] for address in visits}


def test_skip_link_moves_to_the_content(open_page: OpenPage) -> None:
    """After the skip link the Tab key goes on inside the content, not in the menu."""
    page = open_page("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main')?.id") == "content"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_focus_is_seen_on_everything(
    visits: dict, scheme: str, record_property: Callable[[str, str], None]
) -> None:
    """Who uses the keyboard sees where they are: a ring of 2 pixels, 3 : 1 against what is around it."""
    weakest = {a: v.weakest_ring[scheme] for a, v in visits.items() if scheme in v.weakest_ring}
    assert weakest.keys() == {a for a, visit in visits.items() if set(visit.axe) == set(LOOKS)}
    if left := len(visits) - len(weakest):
        record_property("left", f"the ring of the focus, {scheme}, on {left} of {len(visits)} pages")
    assert {address: ring for address, ring in weakest.items() if ring[0] < 3} == {}


def test_headings_are_an_outline(visits: dict) -> None:
    """A page has one first-level heading, first, and no level is jumped over on the way down."""
    wrong = {a: v.found["headings"] for a, v in visits.items() if not _is_outline(v.found["headings"])}
    assert wrong == {}


def _is_outline(levels: list[int]) -> bool:
    steps = pairwise(levels)
    return levels[:1] == [1] and levels.count(1) == 1 and all(low <= high + 1 for high, low in steps)


def test_pages_say_the_same_without_javascript(
    visits: dict, record_property: Callable[[str, str], None]
) -> None:
    """A reader whose browser runs no scripts reads every word; for pages with something to try see test_movers."""
    still = {address: visit for address, visit in visits.items() if not visit.found["tries"]}
    seen = {address: visit for address, visit in still.items() if visit.plain is not None}
    if left := len(still) - len(seen):
        record_property("left", f"words without scripts on {left} of {len(still)} pages that have none")
    assert seen
    found = {a: (_read(v.plain), _read(v.found["text"])) for a, v in seen.items()}
    assert {a: texts for a, texts in found.items() if texts[0] != texts[1]} == {}


def _read(text: str | None) -> list[str]:
    """The lines of a page, but for the key that opens the search, which works only where scripts do."""
    return [line for line in (text or "").splitlines() if line not in ("", "/")]


def test_printed_municipality_has_no_menu(open_page: OpenPage, visits: dict) -> None:
    """On paper a municipality's page is its name and text, without what only works on a screen."""
    page = open_page(next(a for a, v in visits.items() if "layout-municipalities" in v.found["kind"]))
    page.emulate_media(media="print")
    shown = {
        part: page.locator(part).first.is_visible() for part in (".top", ".breadcrumbs", ".bottom", "h1")
    }
    assert shown == {".top": False, ".breadcrumbs": False, ".bottom": False, "h1": True}
