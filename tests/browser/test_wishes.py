"""What readers have asked of their device: more room between letters, larger words, few colours, and that nothing moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from campaign.content import load_content
from campaign.files import load_tree
from campaign.settings import DEFAULT_LANGUAGE
from keyboard import tools
from weights import by_layout

pytestmark = pytest.mark.browser

# What WCAG 1.4.12 lets a reader set.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""
# Words that no longer fit: cut by the box around them, or beyond the edge of the page.
LOST = """() => {
    const hides = (one) => /hidden|clip/.test(getComputedStyle(one).overflow);
    const seen = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    const cut = seen.filter((one) => hides(one) && one.clientWidth > 1 && one.clientHeight > 1 && one.textContent.trim() && !one.closest("svg")
        && (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2));
    const wide = document.documentElement.scrollWidth > innerWidth + 1 ? ["the page scrolls sideways"] : [];
    return [...wide, ...cut.map((one) => one.outerHTML.slice(0, 90))];
}"""
# Where somebody has chosen the colours: words in the colour of their background, and fields without an edge.
UNSEEN = """() => {
    const background = (one) => {
        for (let at = one; at; at = at.parentElement) {
            const { backgroundColor } = getComputedStyle(at);
            if (!/, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor;
        }
    };
    const seen = (words) => [...document.querySelectorAll(words)].filter((one) => one.checkVisibility());
    const words = seen("body :is(h1, h2, h3, p, li, a, dt, dd, td, th, label, summary, button)")
        .filter((one) => one.textContent.trim() && !one.closest("svg") && getComputedStyle(one).color === background(one));
    const fields = seen("body :is(input:not([type=radio], [type=checkbox]), select, textarea)")
        .filter((one) => getComputedStyle(one).borderStyle === "none");
    return [...words, ...fields].map((one) => one.outerHTML.slice(0, 90));
}"""
# What moves or would move, by itself or under the hand.
MOVING = """() => {
    const moves = (one) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
        return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth";
    };
    return [...document.querySelectorAll("*")].filter(moves).map((one) => one.outerHTML.slice(0, 90));
}"""


@pytest.fixture(scope="module")
def seen(project: Path, site: Path, addresses: list[str]) -> list[str]:
    """The longest page of each layout, and all tools."""
    found = [address for address, _ in tools(load_content(load_tree(project))[0], DEFAULT_LANGUAGE)]
    return [*dict.fromkeys((*(address for _, address in by_layout(site, addresses)), *found))]


@pytest.fixture
def page(browser: Browser, web: str) -> Iterator[Page]:
    """A window in which a reader's own style holds, as it does beside any policy."""
    context = browser.new_context(base_url=web, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_words_with_more_room_are_all_there(page: Page, seen: list[str], width: int) -> None:
    """Who reads better with room between lines, words and letters loses none of them."""
    page.set_viewport_size({"width": width, "height": 800})
    lost = {}
    for address in seen:
        page.goto(address)
        page.add_style_tag(content=SPACED)
        lost[address] = page.evaluate(LOST)
    assert {address: found for address, found in lost.items() if found} == {}


def test_at_twice_the_size_nothing_is_lost(page: Page, seen: list[str]) -> None:
    """At 200 per cent a window of 1280 pixels is 640 wide, and holds the same words."""
    page.set_viewport_size({"width": 640, "height": 512})
    lost = {}
    for address in seen:
        page.goto(address)
        lost[address] = page.evaluate(LOST)
    assert {address: found for address, found in lost.items() if found} == {}


def test_chosen_colours_show_every_word_and_field(page: Page, seen: list[str]) -> None:
    """Who has chosen few colours reads every word of every kind of page, and sees where to write."""
    page.emulate_media(forced_colors="active")
    lost = {}
    for address in seen:
        page.goto(address)
        lost[address] = page.evaluate(UNSEEN)
    assert {address: found for address, found in lost.items() if found} == {}


def test_nothing_moves(page: Page, seen: list[str]) -> None:
    """Who gets dizzy need not ask: nothing glides, fades or scrolls softly for anybody."""
    moving = {}
    for address in seen:
        page.goto(address)
        moving[address] = page.evaluate(MOVING)
    assert {address: found for address, found in moving.items() if found} == {}
