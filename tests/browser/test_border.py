"""A leader who hires across the border finds the case in three answers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from campaign.content import Content, load_content
from campaign.files import load_tree
from conftest import ROOT
from visit import MEASURES

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]

BORDER = {"sv": "/over-gransen/", "no": "/no/over-grensen/"}
# Hire a commuter from Norway: the employer is in Sweden, the home in Norway, and all work is done at the employer's.
COMMUTER = (("employer", "se"), ("lives", "no"), ("works", "at-employer"))
CASE = "commuter-to-sweden"
# The answers of one question, as they unfold the next or lead to a case.
CHOICES = ":scope > ul > li > details > summary, :scope > ul > li > a"


@pytest.fixture(scope="module")
def content() -> Content:
    """The real content."""
    return load_content(load_tree(ROOT))[0]


@pytest.mark.parametrize("code", BORDER)
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_commuter_is_found_in_three_answers(
    open_page: OpenPage, content: Content, code: str, width: int, *, script: bool
) -> None:
    """By keyboard: two answers unfold the next question, and the third is the link to the case."""
    page = open_page(BORDER[code], width=width, java_script_enabled=script)
    within = page.locator(".border-questions")
    for question, answer in COMMUTER:
        word = content.label(f"border-{question}", answer, code)
        choice = within.locator(CHOICES, has_text=word).first
        choice.press("Enter")
        within = choice.locator("xpath=..")
    expect(page.get_by_role("heading", level=1)).to_have_text(content.border[CASE].title[code])


@pytest.mark.parametrize("code", BORDER)
def test_a_case_fits_a_phone(open_page: OpenPage, content: Content, code: str) -> None:
    """The questions unfolded, and a case: nothing scrolls sideways, all is large enough for a thumb."""
    page = open_page(BORDER[code], width=390)
    page.locator("details").evaluate_all("(all) => all.forEach((one) => (one.open = true))")
    found = [page.evaluate(MEASURES)]
    page.goto(f"{BORDER[code]}{content.word_in_address(CASE, code)}/")
    found.append(page.evaluate(MEASURES))
    assert found == [{"overflow": 0, "small": []}] * 2
