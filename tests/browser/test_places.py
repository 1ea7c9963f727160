"""The places as a mover meets them: the ten on the start page, and the page of each."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from campaign.content import Content, load_content
from campaign.files import load_tree

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
STARTS = {"sv": "/", "no": "/no/"}
BOTTOMS = "(cards) => Math.round(Math.max(...cards.map((card) => card.getBoundingClientRect().bottom)))"
# The names on the cards in the order in which they are seen, row by row.
SEEN = """(cards) => cards.map((card) => [card.getBoundingClientRect(), card.querySelector("b").textContent])
    .sort(([a], [b]) => a.top - b.top || a.left - b.left).map(([, name]) => name)"""
SHIFTS = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(sum), 500);
})"""


@pytest.fixture(scope="session")
def content(project: Path) -> Content:
    """The real content."""
    return load_content(load_tree(project))[0]


@pytest.mark.parametrize(
    ("code", "viewport", "screens"),
    [(code, *view) for code, view in product(STARTS, [(PHONE, 2), (DESK, 1)])],
)
def test_the_ten_places_open_the_start_page(
    open_page: OpenPage, code: str, viewport: dict[str, int], screens: int
) -> None:
    """Whoever comes sees all ten: within the first screen of a desk, and within two of a phone."""
    page = open_page(STARTS[code])
    page.set_viewport_size(viewport)
    assert page.locator(".ten li").count() == 10
    assert page.locator(".ten li").evaluate_all(BOTTOMS) <= screens * viewport["height"]


def test_a_wish_brings_the_places_that_have_it_first(open_page: OpenPage, content: Content) -> None:
    """Without a script, the places with what is ticked come first, and say so; no place is taken away."""
    page = open_page("/", java_script_enabled=False)
    wish = content.singletons["finder"].first.wishes[3]
    places = content.records["municipalities"].values()
    having = {place.name for place in places if wish.trait in place.traits}
    page.locator(".wishes label").nth(3).click()
    seen = page.locator(".ten li").evaluate_all(SEEN)
    assert (set(seen[: len(having)]), len(seen)) == (having, 10)
    assert page.locator(".met i:visible").all_inner_texts() == [wish.text["sv"]] * len(having)


@pytest.mark.parametrize("start", STARTS.values())
def test_the_page_of_a_place_is_at_most_six_screens_of_a_phone(
    open_page: OpenPage, content: Content, start: str
) -> None:
    """Nobody scrolls for ever: what is long is folded, and opens at a touch."""
    page = open_page(start)
    page.set_viewport_size(PHONE)
    heights = {}
    for slug in content.records["municipalities"]:
        page.goto(f"{start}kommuner/{slug}/")
        heights[slug] = page.evaluate("document.documentElement.scrollHeight") / PHONE["height"]
    assert len(heights) == 10
    assert {slug: screens for slug, screens in heights.items() if screens > 6} == {}


def test_a_link_to_a_folded_section_opens_it(open_page: OpenPage) -> None:
    """Whoever asks somebody, or follows a link from another page, finds the words and not a closed line."""
    page = open_page("/kommuner/falun/#contacts", width=390)
    assert page.locator("#contacts + details .contacts").evaluate("(one) => one.checkVisibility()")
    assert not page.locator("#figures + details dl").evaluate(
        "(one) => one.checkVisibility({contentVisibilityAuto: true})"
    )


@pytest.mark.parametrize("media", ["screen", "print"])
def test_nothing_is_folded_on_a_desk_or_on_paper(open_page: OpenPage, media: str) -> None:
    """A wide page and a printed one say everything, and the Tab key meets no line that opens what is open."""
    page = open_page("/kommuner/falun/")
    page.emulate_media(media=media)
    bodies = page.locator(".fold details > div")
    assert (
        bodies.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height > 20)")
        == [True] * bodies.count()
    )
    assert page.locator(".fold summary:visible").count() == 0


@pytest.mark.parametrize("address", ["/", "/kommuner/falun/", "/regioner/hamarregionen/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_of_places_loads(open_page: OpenPage, address: str, width: int) -> None:
    """Nobody presses the wrong thing because the page moved under the finger."""
    # On a busy machine the type comes late, and a line moves by less than a pixel: three decimals, as browsers tell it.
    assert round(open_page(address, width=width).evaluate(SHIFTS), 3) == 0


def test_next_steps_lead_to_jobs_plan_comparison_visit_and_somebody(
    open_page: OpenPage, content: Content
) -> None:
    """The page of a place ends with what to do: each step has its own address, and those within the site exist."""
    bank = content.singletons["job-banks"].root["SE"]
    page = open_page("/kommuner/falun/")
    found = page.locator(".next-steps a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert found == [
        bank.pattern.replace("{place}", bank.places["falun"]),
        "../../flyttplan/",
        "../../jamfor/#place=falun,borlange",
        "../../ak-och-kann-efter/falun/",
        "#contacts",
    ]


# Where somebody has chosen the colours: words that have the colour of their background, and what has the focus without a ring.
UNSEEN = """() => {
    const background = (one) => {
        for (let at = one; at; at = at.parentElement) {
            const { backgroundColor } = getComputedStyle(at);
            if (!/, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor;
        }
    };
    const words = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, a, dt, dd, td, th, label, summary, button)")]
        .filter((one) => one.checkVisibility() && one.textContent.trim() && getComputedStyle(one).color === background(one));
    const first = document.querySelector("main :is(a, input, button, select)");
    first.focus({ focusVisible: true });
    const ringed = first.matches("input") && first.nextElementSibling ? [first, first.nextElementSibling] : [first];
    const ring = ringed.some((one) => getComputedStyle(one).outlineStyle !== "none");
    return [...words.map((one) => one.outerHTML.slice(0, 90)), ...(ring ? [] : ["no ring"])];
}"""


@pytest.mark.parametrize("address", ["/", "/kommuner/falun/", "/vilken-plats/", "/jamfor/", "/no/kart/"])
def test_pages_of_places_are_read_in_chosen_colours(open_page: OpenPage, address: str) -> None:
    """Who sees best with few colours, and has chosen them, reads every word and sees where the focus is."""
    page = open_page(address)
    page.emulate_media(forced_colors="active")
    assert page.evaluate(UNSEEN) == []


def test_what_is_ticked_is_told_by_a_sign(open_page: OpenPage) -> None:
    """Where a colour says nothing, a ticked wish has a tick, and the place that has it says so in words."""
    page = open_page("/")
    page.emulate_media(forced_colors="active")
    wish = page.locator(".wishes label").nth(3)
    before = "(one) => getComputedStyle(one, '::before').content"
    untold = wish.locator("span").evaluate(before)
    wish.click()
    assert (untold, "✓" in wish.locator("span").evaluate(before)) == ("none", True)
    assert page.locator(".met i:visible").count() > 0
