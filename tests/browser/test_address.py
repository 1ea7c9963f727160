"""What a reader has chosen stands in the address of a tool: it is kept on the way down the page, and read when it is another."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
# A tool, an answer as it stands in the address, and another.
TOOLS = {
    "/jamfor/": ("place=falun,hamar", "place=loten,sater"),
    "/vilken-plats/": ("a=lake", "a=forest"),
    "/flyttplan/till-sverige/": ("date=2027-03-01", "date=2027-05-01"),
    "/hr-guide/datum/": ("what=se-sickness&day=2027-03-01", "what=no-sickness&day=2027-03-01"),
    "/hr-guide/plikter/": ("country=se&employees=10", "country=no&employees=50"),
    "/seminarier/": ("year=2011", "year=2012"),
}
CHOSEN = """() => [...document.querySelectorAll("main :is(input, select)")].map((field) => [field.value, field.checked])"""


@pytest.mark.parametrize("address", TOOLS)
def test_a_link_down_the_page_keeps_what_was_chosen(open_page: OpenPage, address: str) -> None:
    """Who skips to the content, or looks up a source, can still send the answers on, and load the page again."""
    page = open_page(f"{address}#{TOOLS[address][0]}")
    before = page.evaluate(CHOSEN)
    page.locator(".skip").press("Enter")
    expect(page).to_have_url(f"{page.url.split('#')[0]}#{TOOLS[address][0]}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    page.reload()
    assert page.evaluate(CHOSEN) == before


@pytest.mark.parametrize("address", TOOLS)
def test_another_address_gives_other_answers(open_page: OpenPage, address: str) -> None:
    """An address that a colleague sent is read also where the tool stands open."""
    here, other = TOOLS[address]
    expected = open_page(f"{address}#{other}").evaluate(CHOSEN)
    page = open_page(f"{address}#{here}")
    with page.expect_navigation():
        page.evaluate("(other) => { location.hash = other; setTimeout(() => 0); }", other)
    page.locator("[data-ready], [data-status]:not(:empty)").first.wait_for(state="attached")
    assert page.evaluate(CHOSEN) == expected


def test_what_a_field_does_not_offer_leaves_it_as_it_is(open_page: OpenPage) -> None:
    """An old address with a choice that there is no longer shows all, and the field says so."""
    page = open_page("/hr-guide/plikter/#country=xx")
    assert page.locator("[name=country]").evaluate("(field) => field.selectedIndex") == 0


@pytest.mark.parametrize("address", ["/sok/#q=l%C3%B6n"])
def test_a_search_goes_along_down_the_page_and_to_the_other_language(
    open_page: OpenPage, address: str
) -> None:
    """The words stay when somebody skips to the content, and are searched for in the other language."""
    page = open_page(address)
    expect(page.locator(".results li").first).to_be_visible()
    page.locator(".skip").press("Enter")
    expect(page.locator("[name=q]")).to_have_value("lön")
    expect(page.locator(".results li").first).to_be_visible()
    page.locator(".languages a[lang=nb]").click()
    expect(page.locator("[name=q]")).to_have_value("lön")
    assert page.url.endswith("/no/sok/#q=l%C3%B6n")
