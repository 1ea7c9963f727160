"""The leader's desk: the own duties, with scripts and without, as a calendar and on paper."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from campaign.content import Content, load_content
from campaign.deadlines import due_day
from campaign.duties import Firm, build_duties, next_day, own_duties
from campaign.files import load_tree
from campaign.holiday_pay import holiday_pay
from campaign.models.deadlines import Answers, HolidayPay
from campaign.models.duties import Trade
from visit import MEASURES

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]

SEED, CASES = 20261201, 300
DUTIES = {"sv": "/hr-guide/mina-plikter/", "no": "/no/hr-guide/mine-plikter/"}
DEADLINES = {"sv": "/hr-guide/datum/", "no": "/no/hr-guide/datoer/"}
SCREEN = 844
TRADES = (*get_args(Trade), "other")
# What the page's script chooses for each firm, and the next day of everything that comes again from each day.
CHOSEN = """async ([script, firms, days]) => {
    const { dueNext, ownDuties } = await import(script);
    const isoDay = (date) => date.toISOString().slice(0, 10);
    const name = ({ part, row }) => (part ? part.querySelector("a:last-child").hash.slice(6) : row.id);
    const { concerns } = await import(script);
    const own = (firm) => ownDuties(firm).map((duty) =>
        [duty, ...duty.parts.filter((rule) => concerns(rule, firm))].map(name));
    const all = ownDuties({ countries: ["se", "no"], employees: 1000, agreement: "with", trade: "construction" });
    const next = (day) => Object.fromEntries(
        all.filter(({ recurs }) => recurs.length).map((duty) => [duty.row.id, isoDay(dueNext(duty, day))]));
    return [firms.map((firm) => own(firm).sort()), days.map(next)];
}"""
# What the page's script counts for each record and choice.
COUNTED = """async ([script, cases]) => {
    const { computeDays } = await import(script);
    return cases.map(([name, answers]) => computeDays(name, answers));
}"""
# What the page's script computes in holiday pay, line by line as Python tells it.
HOLIDAY_PAY = """async ([script, cases]) => {
    const { holidayPay } = await import(script);
    return cases.map(([country, asked]) => {
        const { lines, missing } = holidayPay(country, asked);
        return [missing, lines.map(({ name, amount, terms, part }) => [name, amount, terms, part])];
    });
}"""
KEPT = "() => [{...localStorage}, {...sessionStorage}, document.cookie]"


@pytest.fixture(scope="module")
def content(project: Path) -> Content:
    """The real content."""
    return load_content(load_tree(project))[0]


def some_firm(rng: random.Random) -> Firm:
    """A firm of any country, size and trade; small ones are more common, as they are."""
    countries = rng.choice([("SE",), ("NO",), ("SE", "NO")])
    employees = rng.choice([rng.randint(1, 60), rng.randint(1, 300)])
    return Firm(countries, employees, rng.random() < 0.5, rng.choice(TRADES))


def as_answers(firm: Firm) -> dict[str, Any]:
    """A firm as the page's form tells of it."""
    agreement = "with" if firm.agreement else "without"
    countries = [country.lower() for country in firm.countries]
    return {"countries": countries, "employees": firm.employees, "agreement": agreement, "trade": firm.trade}


def test_the_page_chooses_as_python_does(open_page: OpenPage, content: Content) -> None:
    """Whatever firm a leader has, the page lists what the tested computation finds, with the same next days."""
    rng = random.Random(SEED)
    firms = [some_firm(rng) for _ in range(CASES)]
    days = [date(2026, 1, 1) + timedelta(rng.randrange(1500)) for _ in range(CASES)]
    page = open_page(DUTIES["sv"])
    script = page.locator("#content script[src]").evaluate("(script) => script.src")
    answers = [as_answers(firm) for firm in firms]
    own, coming = page.evaluate(CHOSEN, [script, answers, [day.isoformat() for day in days]])
    duties = build_duties(content, "sv", days[0])
    assert own == [
        sorted([duty.head.slug, *(part.slug for part in duty.parts)] for duty in own_duties(duties, firm))
        for firm in firms
    ]
    everyone = Firm(("SE", "NO"), 1000, agreement=True, trade="construction")
    recurring = [duty.head for duty in own_duties(duties, everyone) if duty.next_day]
    assert coming == [{one.slug: str(next_day(one.rule.recurs, day)) for one in recurring} for day in days]


def test_twelve_employees_have_a_list_for_a_morning(content: Content) -> None:
    """A firm of twelve in Sweden has at most 25 duties, whatever its trade, with an agreement or without."""
    duties = build_duties(content, "sv", date(2026, 12, 1))
    firms = [Firm(("SE",), 12, agreement, trade) for agreement in (True, False) for trade in TRADES]
    found = {(firm.trade, firm.agreement): len(own_duties(duties, firm)) for firm in firms}
    assert {firm: count for firm, count in found.items() if count > 25} == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_a_firm_of_twelve_in_borlange_finds_its_duties_by_keyboard(
    open_page: OpenPage, content: Content, tmp_path: Path, width: int
) -> None:
    """By keyboard: the answers, the own list, the rule of a duty in its chapter, and a calendar that comes back each year."""
    page = open_page("/arbetsgivare/", width=width)
    page.locator("main a[href$='mina-plikter/']").first.press("Enter")
    page.locator("#firm-employees").fill("12")
    page.locator("[name=agreement][value=without]").press("Space")
    page.locator("#firm-trade").select_option("restaurants")
    own = own_duties(
        build_duties(content, "sv", date.fromisoformat("2026-12-01")), Firm(("SE",), 12, False, "restaurants")
    )
    shown = page.locator("[data-own] .duty").evaluate_all("(all) => all.map((one) => one.id)")
    assert sorted(shown) == sorted(duty.head.slug for duty in own)
    page.locator("#se-staff-register .task a").press("Enter")
    expect(page.locator("#rule-se-staff-register")).to_be_in_viewport()
    page.go_back()
    with page.expect_download() as download:
        page.locator("[data-save]").press("Enter")
    download.value.save_as(tmp_path / "saved.ics")
    events = Calendar.from_ical((tmp_path / "saved.ics").read_bytes()).walk("VEVENT")
    expected = sorted(
        (one.day, month) for duty in own for one in duty.head.rule.recurs for month in one.months
    )
    starts = [event.decoded("dtstart") for event in events]
    assert sorted((day.day, day.month) for day in starts) == expected
    assert {(event["rrule"]["FREQ"][0], event["rrule"]["INTERVAL"][0]) for event in events} == {("YEARLY", 1)}
    assert {len(event.walk("VALARM")) for event in events} == {1}
    assert all(day.isoformat() >= page.evaluate("new Date().toLocaleDateString('sv')") for day in starts)


@pytest.mark.parametrize("code", DUTIES)
def test_the_answers_go_along(open_page: OpenPage, code: str) -> None:
    """An address that somebody was sent shows the same list, after a reload and in the other language."""
    page = open_page(DUTIES[code])
    page.locator("[name=country][value=both]").press("Space")
    page.locator("[data-step='1']").press("Enter")
    page.locator("#firm-trade").select_option("construction")
    seen = page.locator("[data-count]").inner_text()
    page.reload()
    assert page.locator("[data-count]").inner_text() == seen
    page.locator(".languages a").first.press("Enter")
    page.wait_for_url(lambda address: urlsplit(address).path != DUTIES[code])
    assert (page.locator("#firm-employees").input_value(), page.locator("#firm-trade").input_value()) == (
        "13",
        "construction",
    )


def test_the_list_fits_three_screens(open_page: OpenPage) -> None:
    """On a phone the duties of twelve in Sweden end within three screens, and nothing is too wide or too small to press."""
    page = open_page(DUTIES["sv"], width=390)
    last = page.locator("[data-own] .duty").evaluate_all(
        "(all) => Math.max(...all.filter((one) => one.checkVisibility())"
        ".map((one) => one.getBoundingClientRect().bottom + scrollY))"
    )
    assert page.evaluate(MEASURES) == {"overflow": 0, "small": []}
    assert last <= 3 * SCREEN


@pytest.mark.parametrize("code", DUTIES)
@pytest.mark.parametrize("employees", [1, 2])
def test_one_is_told_as_one(open_page: OpenPage, content: Content, code: str, employees: int) -> None:
    """»1 anställd«, »2 anställda«."""
    page = open_page(f"{DUTIES[code]}#employees={employees}")
    words = content.label_forms("duties", "employees", code)["one" if employees == 1 else "other"]
    assert page.locator("[data-of]").inner_text().startswith(words.replace("{count}", str(employees)))


@pytest.mark.parametrize("code", DUTIES)
def test_all_duties_are_there_without_scripts(open_page: OpenPage, content: Content, code: str) -> None:
    """Without a script each duty stands under its country and size, shows by keyboard what belongs to it, and leads to its law."""
    page = open_page(DUTIES[code], width=390, java_script_enabled=False)
    duties = build_duties(content, code, date(2026, 12, 1))
    assert page.locator(".all .duty").count() == len(duties)
    first = page.locator(".all .duty:has(summary)").first
    first.locator("summary").press("Enter")
    expect(first.locator("details p").first).to_be_visible()
    assert (first.locator(".law a").first.get_attribute("href") or "").startswith("https://")
    expect(page.locator("#firm-employees")).to_be_hidden()


@pytest.mark.parametrize("code", DUTIES)
def test_a_chapter_leads_to_its_duties(open_page: OpenPage, code: str) -> None:
    """From the end of a chapter to the line in the list, also where it is another country's."""
    page = open_page(DUTIES[code] + "#no-a-melding")
    expect(page.locator("#no-a-melding .task")).to_be_in_viewport()


# Days that the law counts from another


def some_answers(rng: random.Random) -> dict[str, Any]:
    """Any day, with years employed and an age or without, and any number of people."""
    day = date(2026, 1, 1) + timedelta(rng.randrange(3000))
    since, born = (day - timedelta(rng.randrange(years * 366)) for years in (14, 70))
    asked = {"since": since.isoformat(), "born": born.isoformat(), "people": rng.randint(1, 150)}
    return {"day": day.isoformat(), **{name: asked[name] for name in asked if rng.random() < 0.8}}


def test_the_page_counts_as_python_does(open_page: OpenPage, content: Content) -> None:
    """Three hundred random choices of each record give the same days as the tested computation."""
    rng = random.Random(SEED)
    cases = [(name, some_answers(rng)) for name in content.deadlines for _ in range(CASES)]
    page = open_page(DEADLINES["sv"])
    script = page.locator("#content script[src*='deadlines']").evaluate("(script) => script.src")
    assert page.evaluate(COUNTED, [script, cases]) == [
        {one.id: str(due_day(one, Answers(**given))) for one in content.deadlines[record].deadlines}
        for record, given in cases
    ]


@pytest.mark.parametrize(("code", "width"), [("sv", 390), ("no", 1280)])
def test_a_notice_ends_on_the_day_that_its_rule_says(
    open_page: OpenPage, tmp_path: Path, code: str, width: int
) -> None:
    """By keyboard: what, which day, since when; the last day with its rule beside it, kept after a reload, in a calendar."""
    page = open_page(DEADLINES[code], width=width)
    page.locator("#deadline-what").select_option("no-notice")
    for field, day in (("day", "2027-06-10"), ("since", "2010-01-01"), ("born", "1972-06-10")):
        page.locator(f"#deadline-{field}").fill(day)
    page.reload()
    row = page.locator("[data-group='no-notice'] [data-deadline='employer']")
    assert row.locator("time").get_attribute("datetime") == "2027-11-30"
    assert "§" in row.locator(".law").inner_text()
    assert page.locator("[data-group]:visible").count() == 1
    with page.expect_download() as download:
        page.locator("[data-save]").press("Enter")
    download.value.save_as(tmp_path / "saved.ics")
    events = Calendar.from_ical((tmp_path / "saved.ics").read_bytes()).walk("VEVENT")
    assert sorted(str(event.decoded("dtstart")) for event in events) == [
        "2027-06-24",
        "2027-09-30",
        "2027-11-30",
    ]
    assert page.evaluate(MEASURES) == {"overflow": 0, "small": []}


def test_a_rule_past_its_last_day_gives_no_date(open_page: OpenPage) -> None:
    """Nobody is given a day by a law that is no more; after the next reading the page asks to look."""
    page = open_page(DEADLINES["sv"] + "#what=se-probation")
    row = page.locator("[data-group='se-probation'] [data-deadline='last-day']")
    row.evaluate("(row) => { row.dataset.until = '2027-12-31'; row.dataset.over = 'slut'; }")
    page.locator("#deadline-day").fill("2028-01-03")
    assert (row.locator("time").inner_text(), row.locator("[data-note]").inner_text()) == ("–", "slut")
    row.evaluate("(row) => delete row.dataset.until")
    page.locator("#deadline-day").fill("2028-01-04")
    assert row.locator("time").get_attribute("datetime") == "2028-07-03"
    assert row.locator("[data-note]").inner_text() == row.get_attribute("data-late")


@pytest.mark.parametrize("code", DEADLINES)
def test_each_record_has_an_example_without_scripts(open_page: OpenPage, content: Content, code: str) -> None:
    """Without a script every group stands there with its rule in words and an example that was counted."""
    page = open_page(DEADLINES[code], width=390, java_script_enabled=False)
    shown = page.locator("[data-group]:visible")
    assert shown.evaluate_all("(all) => all.map((one) => one.dataset.group).sort()") == sorted(
        content.deadlines
    )
    first = content.deadlines[shown.first.get_attribute("data-group") or ""]
    days = shown.first.locator("time").evaluate_all("(all) => all.map((one) => one.dateTime)")
    assert days == [str(due_day(one, first.example)) for one in first.deadlines]


def some_holiday(rng: random.Random) -> tuple[dict[str, Any], HolidayPay]:
    """Days and pay of somebody who has a holiday, in years that the rates know and in others."""
    day = date(2025, 1, 1) + timedelta(rng.randrange(1500))
    since, born = (day - timedelta(rng.randrange(800)), date(1955, 1, 1) + timedelta(rng.randrange(9000)))
    days = {"day": str(day)}
    days |= {"since": str(since)} if rng.random() < 0.7 else {}
    days |= {"born": str(born)} if rng.random() < 0.7 else {}
    return days, HolidayPay(
        pay=rng.randrange(100_000),
        variable=rng.choice((0, rng.randrange(300_000))),
        earned=rng.choice((0, rng.randrange(1_500_000))),
        days=rng.randrange(31),
        absence=rng.choice((0, rng.randrange(300))),
        fifth_week=rng.random() < 0.5,
    )


@pytest.mark.parametrize("country", ["SE", "NO"])
def test_the_page_computes_holiday_pay_as_python_does(
    open_page: OpenPage, content: Content, country: str
) -> None:
    """Three hundred random holidays in each country give the same lines and formulas, or lack the same rates."""
    rng = random.Random(SEED)
    cases = [some_holiday(rng) for _ in range(CASES)]
    page = open_page(DEADLINES["sv"])
    script = page.locator("#content script[src*='holiday-pay']").evaluate("(script) => script.src")
    asked = [
        {**days, **pay.model_dump(exclude={"fifth_week"}), "fifthWeek": pay.fifth_week} for days, pay in cases
    ]
    found = page.evaluate(HOLIDAY_PAY, [script, [[country, one] for one in asked]])
    computed = [holiday_pay(content.rates, country, Answers(**days), pay) for days, pay in cases]
    assert found == [
        [
            list(one.missing),
            [
                [line.name, line.amount, [list(term) for term in line.terms], list(line.part)]
                for line in one.lines
            ],
        ]
        for one in computed
    ]
    assert {bool(one.missing) for one in computed} == ({False} if country == "SE" else {True, False})


@pytest.mark.parametrize(("code", "width"), [("no", 390), ("sv", 1280)])
def test_holiday_pay_stands_beside_the_days(open_page: OpenPage, code: str, width: int) -> None:
    """By keyboard: the day and the pay give amounts with the law beside each, and what is written stays in the page."""
    page = open_page(DEADLINES[code] + "#what=no-holiday&day=2027-07-12&born=1966-02-01", width=width)
    part = page.locator("[data-holiday-pay='NO']")
    page.locator("#earned-no-holiday").fill("600000")
    found = [
        part.locator(f"[data-line='{name}'] [data-amount]").inner_text()
        for name in ("holiday", "senior", "sum")
    ]
    assert [text.replace("\xa0", " ") for text in found] == ["61 200", "13 800", "75 000"]
    assert "ferieloven § 10" in part.locator("[data-line='holiday'] .law").inner_text().replace("\xa0", " ")
    page.locator("#week-no-holiday").select_option("1")
    assert part.locator("[data-line='holiday'] .law").inner_text() == content_name(part)
    page.locator("#deadline-day").fill("2028-07-10")
    assert part.locator("[data-line='sum'] [data-amount]").inner_text() == "–"
    assert part.locator("[data-missing-text]").inner_text() != ""
    assert (page.evaluate(KEPT), "600000" in page.url) == ([{}, {}, ""], False)
    assert page.evaluate(MEASURES) == {"overflow": 0, "small": []}


def content_name(part: Locator) -> str:
    """The name of the agreed rate, as the page has it."""
    return part.locator("[data-rate='no-holiday-pay-agreed']").inner_text()
