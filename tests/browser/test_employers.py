"""A leader of a small firm in a real browser: fetch the guide, go from a chapter to its form, test the own firm."""

import random
import re
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from campaign.content import Content
from campaign.duties import Firm
from campaign.models.duties import Trade
from campaign.pages import Page as SitePage
from campaign.self_check import Step, build_plan
from campaign.settings import BY_CODE
from campaign.typography import format_number, format_partial_date
from visit import MEASURES

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
Guide = tuple[Content, list[SitePage]]

START = {"sv": "/", "no": "/no/"}
GUIDE = {"sv": "/hr-guide/", "no": "/no/hr-guide/"}
DUTIES = {"sv": "/hr-guide/plikter/", "no": "/no/hr-guide/plikter/"}
SELF_CHECK = {"sv": "/arbetsgivare/sjalvtest/", "no": "/no/arbeidsgivere/selvtest/"}
CHAPTER, TEMPLATE = "competence-planning", "competence-plan"
ANSWERS = ("yes", "no", "partly")
SEED, CASES = 20261201, 300
TRADES = (*get_args(Trade), "other")
NAMED = "(all) => all.map((one) => one.dataset.duty)"
# What the page's script plans for each firm with its answers, from a month on.
PLANNED = """async ([script, cases]) => {
    const { plan } = await import(script);
    return cases.map((one) => plan(...one).map(({ name, duties, month }) =>
        [name, duties.map((duty) => duty.name).sort(), month]));
}"""

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
        return f"{format_number(-(size // -1000), BY_CODE[code])}\u00a0kB"
    return f"{format_number(round(size / 1_000_000, 1), BY_CODE[code])}\u00a0MB"


@pytest.mark.parametrize("code", GUIDE)
def test_a_download_says_what_it_weighs_and_from_when_it_is(
    open_page: OpenPage, guide: Guide, artifacts: Path, code: str
) -> None:
    """Before pressing, the reader knows the format and size of each file, and the edition's day."""
    page = open_page(GUIDE[code])
    found = {
        urlsplit(link.get_attribute("href") or "").path.rpartition("/")[2]: link.inner_text()
        for link in page.locator(".downloads a").all()
    }
    sizes = {name: size_in_words((artifacts / name).stat().st_size, code) for name in found}
    assert list(found) == [path for path in found if path.startswith("hr-guide-")]
    assert [Path(name).suffix for name in found] == [".pdf", ".epub", ".docx", ".pdf", ".zip"]
    assert [name for name in found if Path(name).suffix[1:].upper() not in found[name]] == []
    assert [name for name in found if sizes[name] not in found[name]] == []
    day = guide[0].singletons["edition"].date
    expect(page.locator(".downloads .origin")).to_contain_text(format_partial_date(day, BY_CODE[code]))


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
    sentence = guide[0].label("duties", "shown", code).replace("{count}", str(len(own)))
    expect(page.locator("[data-duties] [data-status]")).to_have_text(sentence)
    expect(page.locator("#duties-no")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-duties] [data-status]")).to_have_text(sentence)


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
    page.locator(".self-check form button:not([type=reset])").press("Enter")
    return names


def questions(guide: Guide) -> list[Any]:
    """The questions of the self-check."""
    return list(guide[0].singletons["self-check"].questions)


def some_answers(guide: Guide) -> list[str]:
    """An answer to each question: yes, no and partly by turns."""
    return [answer for answer, _ in zip(cycle(ANSWERS), questions(guide), strict=False)]


def plan_of(guide: Guide, firm: Firm, answers: list[str], start: str) -> list[Step]:
    """The plan as Python makes it."""
    names = [question.id for question in questions(guide)]
    return build_plan(guide[0], firm, dict(zip(names, answers, strict=True)), start)


def any_firm(rng: random.Random) -> dict[str, Any]:
    """Answers about a firm, as the page's script takes them."""
    return {
        "countries": rng.choice([["se"], ["no"], ["se", "no"]]),
        "employees": rng.choice([1, 2, 4, 5, 9, 10, 11, 24, 25, 30, 50, 51, 100]),
        "agreement": rng.choice(["with", "without"]),
        "trade": rng.choice(TRADES),
    }


def test_the_page_plans_as_python_does(open_page: OpenPage, guide: Guide) -> None:
    """Three hundred random firms, answers and months come to the same areas, duties and months."""
    rng = random.Random(SEED)
    names = [question.id for question in questions(guide)]
    cases = [
        (
            any_firm(rng),
            [rng.choice(ANSWERS) for _ in names],
            f"{rng.randint(2026, 2030)}-{rng.randint(1, 12):02}",
        )
        for _ in range(CASES)
    ]
    page = open_page(SELF_CHECK["sv"])
    script = page.locator("#content script[src]").evaluate("(script) => script.src")
    asked = [(firm, dict(zip(names, answers, strict=True)), start) for firm, answers, start in cases]
    assert page.evaluate(PLANNED, [script, asked]) == [
        [
            [step.question.id, sorted(step.duties), step.month]
            for step in plan_of(guide, _firm(found), answers, start)
        ]
        for found, answers, start in cases
    ]


def _firm(told: dict[str, Any]) -> Firm:
    countries = tuple(country.upper() for country in told["countries"])
    return Firm(countries, told["employees"], told["agreement"] == "with", told["trade"])


@pytest.mark.parametrize(("code", "width"), [("sv", 390), ("no", 1280)])
def test_self_check_ends_in_a_plan(open_page: OpenPage, guide: Guide, code: str, width: int) -> None:
    """By keyboard: each area stands in its month, with what the law demands of this firm, the chapter and the template."""
    page, answers = open_page(SELF_CHECK[code], width=width), some_answers(guide)
    page.locator("[name=employees]").fill("30")
    answered(page, answers)
    start = page.evaluate("new Date().toLocaleDateString('sv').slice(0, 7)")
    plan = plan_of(guide, Firm(({"sv": "SE", "no": "NO"}[code],), 30, False, "other"), answers, start)
    steps = page.locator("[data-steps] > li > ul > li")
    assert steps.locator("h4").all_inner_texts() == [step.question.question[code] for step in plan]
    months = [
        format_partial_date(month, BY_CODE[code]) for month in dict.fromkeys(step.month for step in plan)
    ]
    assert [text.lower() for text in page.locator("[data-steps] h3").all_inner_texts()] == months
    for shown, step in zip(steps.all(), plan, strict=True):
        expect(shown).to_contain_text(step.question.advice[code])
        assert sorted(shown.locator("[data-duty]").evaluate_all(NAMED)) == sorted(step.duties)
        links = len(step.question.chapters) + len(step.question.templates)
        assert shown.locator(".origin a").count() == links
    expect(page.locator("#self-check-result")).to_be_focused()
    assert page.evaluate(MEASURES) == {"overflow": 0, "small": []}


def test_a_plan_is_shared_by_its_address(open_page: OpenPage, guide: Guide) -> None:
    """Who is sent the address sees the same plan with the same months, in the other language too; the duties know the firm."""
    page = open_page(SELF_CHECK["sv"])
    page.locator("[name=employees]").fill("30")
    page.locator("[name=country][value=both]").press("Space")
    answered(page, some_answers(guide))
    seen = page.locator("[data-steps] h4").all_inner_texts()
    address = page.url.replace(re.findall("from=[0-9-]+", page.url)[0], "from=2031-12")
    page = open_page(address)
    expect(page.locator("[data-steps] h3").first).to_have_text("december 2031")
    assert page.locator("[data-steps] h4").all_inner_texts() == seen
    page.locator(".languages a").first.press("Enter")
    page.wait_for_url(lambda url: urlsplit(url).path == SELF_CHECK["no"])
    expect(page.locator("[data-steps] h3").first).to_have_text("desember 2031")
    page.locator("[data-all-duties]").press("Enter")
    expect(page.locator("#firm-employees")).to_have_value("30")


def test_a_plan_is_saved_as_a_calendar(open_page: OpenPage, guide: Guide, tmp_path: Path) -> None:
    """Each area is a day of its month, none that has gone by."""
    page, answers = open_page(SELF_CHECK["sv"]), some_answers(guide)
    answered(page, answers)
    with page.expect_download() as download:
        page.locator("[data-save]").press("Enter")
    download.value.save_as(tmp_path / "plan.ics")
    events = Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    plan = plan_of(guide, Firm(("SE",), 12, False, "other"), answers, today[:7])
    assert [(str(event["summary"]), str(event.decoded("dtstart"))) for event in events] == [
        (step.question.question["sv"], max(f"{step.month}-01", today)) for step in plan
    ]


def test_a_plan_alone_is_printed(open_page: OpenPage, guide: Guide) -> None:
    """On paper stands the plan, without the questions that it came of."""
    page = open_page(SELF_CHECK["no"])
    answered(page, some_answers(guide))
    page.emulate_media(media="print")
    expect(page.locator("[data-steps]")).to_be_visible()
    hidden = page.locator(".self-check form, #about, [data-result] button")
    assert hidden.evaluate_all("(all) => all.filter((one) => one.checkVisibility()).length") == 0


def test_self_check_says_what_is_missing(open_page: OpenPage, guide: Guide) -> None:
    """Who forgot a question hears how many are left and stands at the first of them."""
    page = open_page(SELF_CHECK["sv"])
    names = answered(page, ["yes"])
    sentence = guide[0].label("self-check", "missing", "sv").replace("{count}", str(len(names) - 1))
    expect(page.locator("p[data-open]")).to_have_text(sentence)
    assert page.evaluate("document.activeElement.name") == names[1]
    expect(page.locator("[data-result]")).to_be_hidden()


def test_self_check_can_be_done_again(open_page: OpenPage, guide: Guide) -> None:
    """After the reset nothing is answered and no result is shown."""
    page = open_page(SELF_CHECK["sv"])
    answered(page, some_answers(guide))
    page.locator(".self-check button[type=reset]").press("Enter")
    expect(page.locator("[data-result]")).to_be_hidden()
    assert page.locator("[data-question] input:checked").count() == 0


def test_answers_are_neither_stored_nor_sent(open_page: OpenPage, guide: Guide) -> None:
    """What a leader thinks of the own firm stands in the address behind the mark that no server sees."""
    page, asked = open_page(SELF_CHECK["sv"]), set()
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.add((urlsplit(request.url)[2:], request.post_data)))
    answered(page, some_answers(guide))
    expect(page.locator("[data-result]")).to_be_visible()
    stored = (page.evaluate(KEPT), page.context.cookies())
    assert (stored, asked - {(("/media/mark.svg", "", ""), None)}) == (([{}, {}, ""], []), set())
    assert urlsplit(page.url).query == ""


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
