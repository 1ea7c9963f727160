"""A leader asks in a real browser what a salary costs, in Borlänge and in Stange."""

import random
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from campaign import cost
from campaign.content import Content, load_content
from campaign.cost import Line, Norwegian, Swedish
from campaign.files import load_tree
from campaign.rates import values_on
from campaign.settings import BY_CODE
from campaign.typography import format_number
from campaign.typography import format_partial_date as in_words
from visit import MEASURES

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
Case = tuple[str, str, Swedish | Norwegian]

SEED, CASES = 20261201, 400
COST = {"sv": "/hr-guide/vad-kostar-en-anstalld/", "no": "/no/hr-guide/hva-koster-en-ansatt/"}
RATES = {"sv": "/hr-guide/satser/", "no": "/no/hr-guide/satser/"}
DAY, NEXT_YEAR = "2026-12-15", "2027-01-15"
KEPT = "() => [{...localStorage}, {...sessionStorage}, document.cookie]"
COMPUTED = """async ([script, cases]) => {
    const { costOn } = await import(script);
    return cases.map(([country, day, asked]) => {
        const { lines, illness, missing } = costOn(country, day, asked);
        const rowOf = ({ name, amount, terms, part }) => [name, amount, terms, part];
        return [missing, lines.map(rowOf), illness.map(rowOf)];
    });
}"""


@pytest.fixture(scope="session")
def content(project: Path) -> Content:
    """The real content."""
    return load_content(load_tree(project))[0]


def cases(rng: random.Random, country: str) -> Iterator[Case]:
    """Employees of every age, pay and agreement, paid on days before, within and after what the rates know."""
    for _ in range(CASES):
        day = date(2025, 12, 1) + timedelta(days=rng.randrange(800))
        pay = rng.choice((rng.randrange(0, 200_000), rng.randrange(20_000, 60_000)))
        born, insurance = rng.randrange(1938, 2012), rng.choice((0, rng.randrange(2000)))
        if country == "SE":
            agreement = rng.choice(("none", "itp1", "saf-lo"))
            pension = rng.choice((0, 450, rng.randrange(4000)))
            yield country, str(day), Swedish(pay, born, day.year, agreement, pension, insurance)
        else:
            zone = f"no-contributions-zone-{rng.choice(('1', '2', '3', '4', '4a', '5'))}"
            pension = rng.choice((200, rng.randrange(200, 2000)))
            week = rng.choice((True, False))
            yield country, str(day), Norwegian(pay, born, day.year, zone, week, pension, insurance)


def expected(content: Content, case: Case) -> list[Any]:
    """What Python computes, told as the page tells it."""
    _, day, asked = case
    rates = values_on(content.rates, day)
    is_swedish = isinstance(asked, Swedish)
    needs = cost.swedish_needs(asked) if is_swedish else cost.norwegian_needs(asked)
    if missing := cost.missing(rates, needs):
        return [sorted(missing), [], []]
    month = cost.swedish_month(rates, asked) if is_swedish else cost.norwegian_month(rates, asked)
    sick = cost.swedish_illness(rates, asked) if is_swedish else cost.norwegian_illness(rates, asked)
    return [[], list(map(row_of, month)), list(map(row_of, sick))]


def row_of(line: Line) -> list[Any]:
    """A line as plain values."""
    return [line.name, line.amount, list(map(list, line.terms)), list(line.part)]


def as_page_asks(asked: Swedish | Norwegian) -> dict[str, Any]:
    """An employee with the names of the page's fields."""
    values = asdict(asked)
    return values | {"fifthWeek": values.pop("fifth_week", False)}


@pytest.mark.parametrize("country", ["SE", "NO"])
def test_page_computes_as_python_does(open_page: OpenPage, content: Content, country: str) -> None:
    """Whoever is asked about, whenever they are paid, the page finds each line and formula of the tested computation."""
    asked = list(cases(random.Random(SEED), country))
    page = open_page(COST["sv"])
    script = page.locator("[data-cost] script[src]").evaluate("(script) => script.src")
    found = page.evaluate(COMPUTED, [script, [[c, day, as_page_asks(one)] for c, day, one in asked]])
    assert [[sorted(missing), *rest] for missing, *rest in found] == [expected(content, one) for one in asked]


def write(page: Page, field: str, value: str) -> None:
    """Fill in a field by keyboard."""
    page.locator(field).fill(value)


@pytest.fixture
def cost_page(open_page: OpenPage, request: pytest.FixtureRequest) -> Page:
    """The page for a day that its rates know, in the language of the test."""
    page = open_page(COST[request.getfixturevalue("code")], width=390)
    write(page, "[name=paid]", DAY)
    return page


@pytest.mark.parametrize("code", COST)
def test_salaries_in_borlange_and_stange_cost_what_python_computes(
    cost_page: Page, content: Content, code: str
) -> None:
    """A leader with people in both towns writes both salaries, and reads what each costs, in its own money."""
    write(cost_page, "#pay-se", "32500")
    write(cost_page, "#pay-no", "43210")
    rates, language = values_on(content.rates, DAY), BY_CODE[code]
    swedish = cost.swedish_month(rates, Swedish(32_500, 1990, 2026))
    norwegian = cost.norwegian_month(
        rates, Norwegian(43_210, 1990, 2026, "no-contributions-zone-1", pension=200)
    )
    sums = cost_page.locator("[data-sum]").all_inner_texts()
    ordered = [swedish, norwegian] if code == "sv" else [norwegian, swedish]
    assert sums == [format_number(cost.total(lines), language) for lines in ordered]
    formula = cost_page.locator('.country-se [data-line="contributions"] [data-formula]').first
    base = format_number(swedish[0].amount + swedish[1].amount, language)
    expect(formula).to_have_text(f"{base} × 31,42\u00a0%")


@pytest.mark.parametrize("code", COST)
def test_after_the_last_day_nothing_is_computed(cost_page: Page, content: Content, code: str) -> None:
    """The Norwegian rates end with the year: in January the page names them and the day, and shows no sum."""
    write(cost_page, "[name=paid]", NEXT_YEAR)
    card = cost_page.locator(".country-no")
    day, missing = in_words(NEXT_YEAR, BY_CODE[code]), content.rates["no-contributions-zone-1"].name[code]
    message = content.label("cost", "missing", code).replace("{date}", day).replace("{rates}", missing)
    expect(card.locator("[data-missing-text]")).to_have_text(message)
    shown = [card.locator(f"[data-{name}]").first.inner_text() for name in ("sum", "total", "per", "illness")]
    assert shown == ["–"] * 4
    expect(cost_page.locator(".country-se [data-sum]")).not_to_have_text("–")


@pytest.mark.parametrize("code", COST)
def test_in_january_the_page_stops_by_itself(open_page: OpenPage, code: str) -> None:
    """Whoever opens the page when the year has turned reads that the Norwegian rates have ended, and gets no sum of theirs."""
    page = open_page(COST[code])
    page.clock.set_fixed_time(datetime(2027, 1, 15, 12, tzinfo=UTC))
    page.reload()
    expect(page.locator("[name=paid]")).to_have_value(NEXT_YEAR)
    expect(page.locator(".country-no [data-missing-text]")).to_be_visible()
    expect(page.locator(".country-no [data-sum]")).to_have_text("–")


@pytest.mark.parametrize("code", COST)
def test_without_script_the_page_says_the_same(open_page: OpenPage, code: str) -> None:
    """What is worked out at build is what the script works out: words, formulas and sums."""
    plain, alive = open_page(COST[code], java_script_enabled=False), open_page(COST[code])
    write(alive, "[name=paid]", plain.locator("[name=paid]").get_attribute("value") or "")
    cards = [page.locator(".cost-body").all_inner_texts() for page in (plain, alive)]
    assert cards[0] == cards[1]
    expect(plain.locator(".cost-examples tbody tr")).to_have_count(9)


def test_a_salary_stays_in_the_page(open_page: OpenPage) -> None:
    """What somebody earns is not stored, not sent and not in the address."""
    page, asked = open_page(COST["sv"]), list[str]()
    page.locator("[data-afterwards]").wait_for(state="detached")  # what every page fetches once it is drawn
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    before = page.url
    for field in ("#pay-se", "#pay-no"):
        write(page, field, "38500")
    sent = [url for url in asked if not url.endswith("/mark.svg")]  # the icon of the window
    assert (page.evaluate(KEPT), page.url, sent) == ([{}, {}, ""], before, [])
    assert urlsplit(before).fragment == ""


def test_who_has_an_agreement_chooses_no_pension(open_page: OpenPage) -> None:
    """The own pension cannot be written where the agreement decides it."""
    page = open_page(COST["sv"])
    page.locator("#agreement").select_option("itp1")
    expect(page.locator("#pension-se")).to_be_disabled()
    page.locator("#agreement").select_option("none")
    expect(page.locator("#pension-se")).to_be_enabled()


@pytest.mark.parametrize("address", [*COST.values(), *RATES.values()])
def test_money_fits_a_phone(open_page: OpenPage, address: str) -> None:
    """Nothing scrolls sideways, and everything to press is large enough for a thumb."""
    page = open_page(address, width=390)
    assert page.evaluate(MEASURES) == {"overflow": 0, "small": []}


@pytest.mark.parametrize("code", RATES)
def test_every_line_leads_to_its_rate(open_page: OpenPage, code: str) -> None:
    """Whoever doubts a number presses its name, and reads since when it holds and where it stands."""
    page = open_page(COST[code])
    link = page.locator('.country-se [data-line="holiday"] .basis a')
    name = link.inner_text()
    link.press("Enter")
    page.wait_for_url(f"**{RATES[code]}#se-holiday-supplement")
    expect(page.locator("#se-holiday-supplement .rate-name")).to_have_text(name)
