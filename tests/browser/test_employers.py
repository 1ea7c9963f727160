"""A leader of a small firm in a real browser: fetch the guide, go from a chapter to its form, test the own firm."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.visit import MEASURES
from campaign.content import Content
from campaign.pages import Page as SitePage
from campaign.settings import BY_CODE
from campaign.typography import date, number

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
Guide = tuple[Content, list[SitePage]]

START = {"sv": "/", "no": "/no/"}
GUIDE = {"sv": "/hr-guide/", "no": "/no/hr-guide/"}
DUTIES = {"sv": "/hr-guide/plikter/", "no": "/no/hr-guide/plikter/"}
SELF_CHECK = {"sv": "/arbetsgivare/sjalvtest/", "no": "/no/arbeidsgivere/selvtest/"}
CHAPTER, TEMPLATE = "competence-planning", "competence-plan"
ANSWERS = ("yes", "no", "partly")

# What a page asks the device to keep.
KEPT = "() => [{...localStorage}, {...sessionStorage}, document.cookie]"


def fetched(page: Page, link: str, folder: Path) -> tuple[str, bytes]:
    """The name and content of the file that the browser saves when the link is pressed by keyboard."""
    with page.expect_download() as download:
        page.locator(link).first.press("Enter")
    download.value.save_as(folder / "fetched")
    return download.value.suggested_filename, (folder / "fetched").read_bytes()


# The guide


@pytest.mark.parametrize("code", START)
def test_the_guide_is_two_presses_from_the_start_page(
    open_page: OpenPage, artifacts: Path, tmp_path: Path, code: str
) -> None:
    """A busy leader presses Enter on the employers' page and on the button, and has the guide."""
    page = open_page(START[code])
    page.locator(".menu a", has_text={"sv": "arbetsgivare", "no": "arbeidsgivere"}[code]).press("Enter")
    page.wait_for_url(lambda url: urlsplit(url).path != START[code])
    name = f"hr-guide-{code}.pdf"
    assert fetched(page, "a[href$='.pdf']", tmp_path) == (name, (artifacts / name).read_bytes())


def size_in_words(size: int, code: str) -> str:
    """Bytes as a reader knows them: whole kilobytes, and megabytes with one decimal from a million on."""
    if size < 1_000_000:
        return f"{number(-(size // -1000), BY_CODE[code])}\u00a0kB"
    return f"{number(round(size / 1_000_000, 1), BY_CODE[code])}\u00a0MB"


@pytest.mark.parametrize("code", GUIDE)
def test_a_download_says_what_it_weighs_and_from_when_it_is(
    open_page: OpenPage, guide: Guide, artifacts: Path, code: str
) -> None:
    """Before pressing, the reader knows the format and size of each file, and the edition's day."""
    page = open_page(GUIDE[code])
    said = {
        urlsplit(link.get_attribute("href") or "").path.rpartition("/")[2]: link.inner_text()
        for link in page.locator(".downloads a").all()
    }
    sizes = {name: size_in_words((artifacts / name).stat().st_size, code) for name in said}
    assert list(said) == [path for path in said if path.startswith("hr-guide-")]
    assert [Path(name).suffix for name in said] == [".pdf", ".epub", ".docx", ".zip"]
    assert [name for name in said if Path(name).suffix[1:].upper() not in said[name]] == []
    assert [name for name in said if sizes[name] not in said[name]] == []
    day = guide[0].singletons["edition"].date
    expect(page.locator(".downloads .origin")).to_contain_text(date(day, BY_CODE[code]))


@pytest.mark.parametrize("code", GUIDE)
def test_a_chapter_leads_to_its_form(
    open_page: OpenPage, guide: Guide, artifacts: Path, tmp_path: Path, code: str
) -> None:
    """Who reads about planning presses Enter on the form's name and on its button, and can fill it in."""
    content = guide[0]
    page = open_page(GUIDE[code] + content.word_in_address(CHAPTER, code) + "/")
    title = content.records["templates"][TEMPLATE].title[code]
    page.locator(".aside-block").get_by_role("link", name=title, exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    name = f"{content.word_in_address(TEMPLATE, code)}.docx"
    assert fetched(page, "a[href$='.docx']", tmp_path) == (name, (artifacts / code / name).read_bytes())


# Duties


def duties(guide: Guide, country: str = "", employees: int = 9999) -> list[Any]:
    """The rules that begin to hold at a number of employees: of a country or both, up to a size."""
    rules = guide[0].records["rules"].values()
    counted = [rule for rule in rules if rule.from_employees and rule.kind in ("must", "right")]
    return [r for r in counted if country in ("", r.country) and r.from_employees <= employees]


@pytest.mark.parametrize("code", DUTIES)
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_every_duty_can_be_unfolded(open_page: OpenPage, guide: Guide, code: str, *, script: bool) -> None:
    """Each duty stands under its country, size and topic, and a topic unfolds by keyboard."""
    page = open_page(DUTIES[code], width=390, java_script_enabled=script)
    assert page.locator("[data-duties] details li").count() == len(duties(guide))
    page.locator("summary").first.press("Enter")
    expect(page.locator("[data-duties] details li").first).to_be_visible()


@pytest.mark.parametrize("code", DUTIES)
def test_duties_fit_a_phone(open_page: OpenPage, code: str) -> None:
    """All topics unfolded, nothing scrolls sideways and everything to press is large enough for a thumb."""
    page = open_page(DUTIES[code], width=390)
    page.locator("[data-duties] details").evaluate_all("(all) => all.forEach((one) => (one.open = true))")
    assert page.evaluate(MEASURES) == {"overflow": 0, "small": []}


@pytest.mark.parametrize("code", DUTIES)
def test_a_leader_sees_the_own_duties(open_page: OpenPage, guide: Guide, code: str) -> None:
    """Country and number of employees leave what holds for the firm; the page says how many, and an address keeps it."""
    page = open_page(DUTIES[code])
    page.locator("#duties-country").select_option("se")
    page.locator("#duties-employees").fill("12")
    own = duties(guide, "SE", 12)
    said = guide[0].label("duties", "shown", code).replace("{count}", str(len(own)))
    expect(page.locator("[data-duties] [data-status]")).to_have_text(said)
    expect(page.locator("#duties-no")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-duties] [data-status]")).to_have_text(said)


@pytest.mark.parametrize("code", DUTIES)
def test_a_duty_leads_to_its_rule(open_page: OpenPage, code: str) -> None:
    """Who doubts a duty presses Enter on its law, and sees the same sentence with its section in the chapter."""
    page = open_page(DUTIES[code])
    page.locator("summary").first.press("Enter")
    duty = page.locator("[data-duties] details li").first
    link = duty.locator("a")
    statement = duty.inner_text().removesuffix(link.inner_text()).strip()
    link.press("Enter")
    page.wait_for_url("**/*#rule-*")
    rule = page.locator(f"#{urlsplit(page.url).fragment}").locator("xpath=..")
    expect(rule).to_be_in_viewport()
    expect(rule).to_contain_text(statement)


# The self-check


def answered(page: Page, answers: list[str]) -> list[str]:
    """Answer the first questions by keyboard, ask for the result, and say all questions."""
    names = page.locator(".self-check fieldset input[value=yes]").evaluate_all(
        "(all) => all.map((one) => one.name)"
    )
    for name, answer in zip(names, answers, strict=False):
        page.locator(f"input[name='{name}'][value={answer}]").press("Space")
    page.locator(".self-check button:not([type=reset])").press("Enter")
    return names


def questions(guide: Guide) -> list[Any]:
    """The questions of the self-check."""
    return list(guide[0].singletons["self-check"].questions)


def some_answers(guide: Guide) -> list[str]:
    """An answer to each question: yes, no and partly by turns."""
    return [answer for answer, _ in zip(cycle(ANSWERS), questions(guide), strict=False)]


@pytest.mark.parametrize("code", SELF_CHECK)
def test_self_check_explains_what_to_begin_with(open_page: OpenPage, guide: Guide, code: str) -> None:
    """What was answered with no comes before what was answered with partly, each with advice and where to read."""
    page, answers = open_page(SELF_CHECK[code]), some_answers(guide)
    answered(page, answers)
    ranked = [
        q
        for wanted in ("no", "partly")
        for q, a in zip(questions(guide), answers, strict=True)
        if a == wanted
    ]
    steps = page.locator("[data-steps] > li")
    assert steps.locator("h3").all_inner_texts() == [question.question[code] for question in ranked]
    for step, question in zip(steps.all(), ranked, strict=True):
        expect(step).to_contain_text(question.advice[code])
        assert step.locator("a").count() == len(question.chapters) + len(question.templates)
    expect(page.locator("#self-check-result")).to_be_focused()


def test_self_check_says_what_is_missing(open_page: OpenPage, guide: Guide) -> None:
    """Who forgot a question hears how many are left and stands at the first of them."""
    page = open_page(SELF_CHECK["sv"])
    names = answered(page, ["yes"])
    said = guide[0].label("self-check", "missing", "sv").replace("{count}", str(len(names) - 1))
    expect(page.locator("p[data-open]")).to_have_text(said)
    assert page.evaluate("document.activeElement.name") == names[1]
    expect(page.locator("[data-result]")).to_be_hidden()


def test_self_check_can_be_done_again(open_page: OpenPage, guide: Guide) -> None:
    """After the reset nothing is answered and no result is shown."""
    page = open_page(SELF_CHECK["sv"])
    answered(page, some_answers(guide))
    page.locator(".self-check button[type=reset]").press("Enter")
    expect(page.locator("[data-result]")).to_be_hidden()
    assert page.locator("input:checked").count() == 0


def test_answers_are_neither_stored_nor_sent(open_page: OpenPage, guide: Guide) -> None:
    """What a leader thinks of the own firm stays in the room; the icon is all that the browser asks for again."""
    page, asked = open_page(SELF_CHECK["sv"]), set()
    page.on("request", lambda request: asked.add((urlsplit(request.url)[2:], request.post_data)))
    answered(page, some_answers(guide))
    expect(page.locator("[data-result]")).to_be_visible()
    stored = (page.evaluate(KEPT), page.context.cookies())
    assert (stored, asked - {(("/media/mark.svg", "", ""), None)}) == (([{}, {}, ""], []), set())
    assert urlsplit(page.url)[3:] == ("", "")


@pytest.mark.parametrize("code", SELF_CHECK)
def test_self_check_is_a_list_to_read_without_script(open_page: OpenPage, guide: Guide, code: str) -> None:
    """On a phone without scripts every question stands with its reason and advice, and nothing that does not work."""
    page = open_page(SELF_CHECK[code], width=390, java_script_enabled=False)
    expect(
        page.locator(".self-check input:visible, .self-check button:visible, [data-result]:visible")
    ).to_have_count(0)
    read = page.locator(".self-check").inner_text()
    wanted = [text[code] for q in questions(guide) for text in (q.question, q.why, q.advice)]
    assert [text for text in wanted if text not in read] == []
    widths = page.locator("html").evaluate("(html) => [html.scrollWidth, html.clientWidth]")
    assert widths[0] == widths[1]
