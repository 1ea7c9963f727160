"""The pages with something to try: find a place, compare, plan a move; with scripts and without."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from browser.conftest import hold_back, let_come
from campaign.content import Content, load_content
from campaign.files import load_tree
from campaign.finder import IMPORTANT, ORDINARY, Answers, rank, worth
from campaign.settings import BY_CODE
from campaign.typography import format_partial_date as in_words
from conftest import FULL
from visit import AXE, MEASURES, until_whole, violations

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]

SEED = 20261121
ANSWER_SETS = 300
FINDER, COMPARE = "/vilken-plats/", "/jamfor/"
JOURNEY = "norway-to-sweden"
PLANS = {"sv": "/flyttplan/norge-till-sverige/", "no": "/no/flytteplan/norge-til-sverige/"}
CASES = ("children", "pet")
MOVING_DAY = date(2028, 3, 1)  # the day after a leap day

# What a page asks the device to keep.
KEPT = "() => [{...localStorage}, {...sessionStorage}, document.cookie]"
VISIBLE = "(elements) => elements.filter((element) => element.checkVisibility()).length"
RANKED = """async ([script, sets]) => {
    const { rank } = await import(script);
    return sets.map((people) => rank(...people.map((answers) => new Map(Object.entries(answers))))
        .map(({ place, least, total }) => [place, least, total]));
}"""
IN_VIEW = """(element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
}"""


@pytest.fixture(scope="session")
def content(project: Path) -> Content:
    """The real content."""
    return load_content(load_tree(project))[0]


def ranking(content: Content, *people: Answers) -> list[list[Any]]:
    """The places in the order that Python finds: how well they fit whom they fit least, and all together."""
    places = content.municipalities
    table = {trait: worth(places, trait) for answers in people for trait in answers}
    return [[match.slug, match.least, match.total] for match in rank(places, table, *people)]


def here(page: Page) -> str:
    """The address that the reader sees now; the browser's own account of it comes later."""
    return str(page.evaluate("location.href"))


def press(page: Page, selector: str, key: str = "Space") -> None:
    """Use a control as somebody does who has no mouse."""
    page.locator(selector).focus()
    page.keyboard.press(key)


# Find a place


@pytest.fixture
def answers(content: Content) -> Answers:
    """The last answer to each of the first three questions, the second of them important."""
    first, second, third = (question.options[-1].trait for question in content.finder.questions[:3])
    return {first: ORDINARY, second: IMPORTANT, third: ORDINARY}


def give(page: Page, answers: Answers) -> None:
    """Answer by keyboard."""
    for trait, weight in answers.items():
        press(page, f'[name=trait][value="{trait}"]')
        if weight == IMPORTANT:
            press(page, f'[name=important][value="{trait}"]')


@pytest.fixture
def finder(open_page: OpenPage, answers: Answers) -> Page:
    """The finder after three answers, chosen by keyboard."""
    page = open_page(FINDER)
    give(page, answers)
    return page


def matches(page: Page) -> list[str]:
    """The places that the page explains, in order."""
    return page.locator("[data-matches] > li").evaluate_all("(all) => all.map((item) => item.dataset.place)")


def stand(page: Page) -> list[str]:
    """The places as they stand in the strip that is always in view."""
    return page.locator("[data-strip] > li").evaluate_all("(all) => all.map((item) => item.dataset.place)")


def given(page: Page) -> dict[str, int]:
    """The answers that the form shows, with their weights."""
    values = "(all) => all.map((box) => box.value)"
    important = page.locator("[name=important]:checked").evaluate_all(values)
    chosen = page.locator("[name=trait]:checked").evaluate_all(values)
    return {trait: IMPORTANT if trait in important else ORDINARY for trait in chosen}


def random_answers(rng: random.Random, traits: list[str]) -> dict[str, int]:
    """Up to eight things that somebody wants, some of them urgently."""
    return {trait: rng.choice((ORDINARY, IMPORTANT)) for trait in rng.sample(traits, rng.randint(0, 8))}


def test_page_ranks_as_python_does(open_page: OpenPage, content: Content) -> None:
    """Whatever one reader or two answer, the page finds the same order as the tested computation."""
    rng = random.Random(SEED)
    traits = [option.trait for question in content.finder.questions for option in question.options]
    sets = [
        [random_answers(rng, traits) for _ in range(people)] for people in (1, 2) for _ in range(ANSWER_SETS)
    ]
    page = open_page(FINDER)
    script = page.locator("#content script[src]").evaluate("(script) => script.src")
    assert page.evaluate(RANKED, [script, sets]) == [ranking(content, *people) for people in sets]


def test_three_answers_rank_the_places(finder: Page, content: Content, answers: Answers) -> None:
    """After three answers the reader sees all places, best first, in the strip and in the list."""
    expected = [slug for slug, *_ in ranking(content, answers)]
    assert (stand(finder), matches(finder)) == (expected, expected)


def test_each_place_says_why(finder: Page, content: Content, answers: Answers) -> None:
    """Each place tells for each answer what it has, is without, or nobody knows."""
    reasons = finder.locator("[data-matches] > li").evaluate_all(
        "(all) => all.map((item) => [...item.querySelectorAll('li')].map((line) => line.className))"
    )
    states = [
        [worth(content.municipalities, trait).state(slug) for trait in answers] for slug in matches(finder)
    ]
    order = ["has", "lacks", "unknown"]
    assert reasons == [sorted(found, key=order.index) for found in states]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
def test_who_leads_is_in_view_after_each_answer(
    open_page: OpenPage, answers: Answers, width: int, height: int
) -> None:
    """On a phone and on a desk the reader sees what an answer changes without scrolling."""
    page, seen = open_page(FINDER, width=width), []
    page.set_viewport_size({"width": width, "height": height})
    for trait in answers:
        press(page, f'[name=trait][value="{trait}"]')
        seen.append(page.locator("[data-strip] > li").first.evaluate(IN_VIEW))
    assert seen == [True] * len(answers)


def test_answers_can_be_shared(finder: Page, open_page: OpenPage, answers: Answers) -> None:
    """Who opens a friend's address sees the friend's answers and places."""
    other = open_page(here(finder))
    assert (given(other), matches(other)) == (answers, matches(finder))


def test_answers_survive_a_reload_and_another_language(finder: Page, answers: Answers) -> None:
    """Who loads the page again, or reads on in the other language, has answered already."""
    finder.reload()
    again = given(finder)
    finder.locator(".languages a[hreflang=nb]").click()
    finder.wait_for_url("**/no/**")
    assert (again, given(finder)) == (answers, answers)


def test_two_people_see_what_both_want(finder: Page, content: Content, answers: Answers) -> None:
    """The other person's answers are kept apart, the ranking is for both, and what both want is said."""
    trait = next(iter(answers))
    press(finder, "[name=who][value=b]")
    empty = given(finder)
    give(finder, {trait: ORDINARY})
    both = finder.locator("[data-matches] > li").first.get_by_text(content.label("finder", "both", "sv"))
    expected = [slug for slug, *_ in ranking(content, answers, {trait: ORDINARY})]
    assert (empty, given(finder), matches(finder), both.count()) == ({}, {trait: ORDINARY}, expected, 1)


def test_starting_again_forgets_the_answers(finder: Page) -> None:
    """After the reset nothing is chosen, and the address is plain."""
    press(finder, "button[type=reset]", "Enter")
    expect(finder.locator("[data-result]")).to_be_hidden()
    assert (given(finder), urlsplit(here(finder)).fragment) == ({}, "")


def test_answers_are_neither_stored_nor_sent(open_page: OpenPage, answers: Answers) -> None:
    """What somebody is looking for is nobody else's business; pictures are all that the browser asks for again."""
    page, asked = open_page(FINDER), set()
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.add((urlsplit(request.url)[2:], request.post_data)))
    give(page, answers)
    stored = (page.evaluate(KEPT), page.context.cookies())
    sent = {parts for parts, body in asked if body or parts[1:] != ("", "") or not parts[0].endswith(".svg")}
    assert (stored, sent) == (([{}, {}, ""], []), set())


# Compare


@pytest.fixture
def three(content: Content) -> list[str]:
    """Three municipalities of both countries."""
    slugs = sorted(content.municipalities)
    return [slugs[0], slugs[3], slugs[-1]]


@pytest.fixture
def comparison(open_page: OpenPage, three: list[str]) -> Page:
    """The comparison of three municipalities, chosen by keyboard."""
    page = open_page(COMPARE)
    for slug in three:
        press(page, f'[name=place][value="{slug}"]')
    return page


def columns(page: Page) -> list[str]:
    """The municipalities that the table shows."""
    heads = page.locator("thead th:visible")
    return sorted(heads.evaluate_all("(all) => all.map((head) => head.dataset.place)"))


def test_only_the_chosen_are_compared(comparison: Page, three: list[str]) -> None:
    """The reader sees the municipalities they chose and no other, in every row."""
    cells = comparison.locator("tbody tr:not(.question)").evaluate_all(
        "(rows) => [...new Set(rows.map((row) => row.querySelectorAll('td:not([hidden])').length))]"
    )
    assert (columns(comparison), cells) == (three, [len(three)])


def test_no_more_than_fit_can_be_chosen(comparison: Page, content: Content) -> None:
    """With four chosen the others wait, and the page says why."""
    comparison.locator("[name=place]:not(:checked)").first.check()
    others = comparison.locator("[name=place]:not(:checked)")
    expect(comparison.locator("[data-status]")).to_have_text(content.label("compare", "full", "sv"))
    assert others.evaluate_all("(all) => all.every((box) => box.disabled)")


@pytest.mark.parametrize("fragment", ["", "#place=falun"])
def test_with_too_few_all_are_shown(open_page: OpenPage, content: Content, fragment: str) -> None:
    """Who has chosen nothing to compare sees all, and what to do."""
    page = open_page(COMPARE + fragment)
    expect(page.locator("[data-status]")).to_have_text(content.label("compare", "few", "sv"))
    assert columns(page) == sorted(content.municipalities)


def test_a_wrong_address_is_told(open_page: OpenPage, content: Content) -> None:
    """Who follows a link to a place that is not here reads which, and compares the others."""
    page = open_page(f"{COMPARE}#place=falun,nowhere,hamar")
    sentence = content.label("compare", "wrong", "sv").replace("{value}", "nowhere")
    assert (columns(page), sentence in page.locator("[data-status]").inner_text()) == (
        ["falun", "hamar"],
        True,
    )


def test_choice_survives_a_reload_and_another_language(comparison: Page, three: list[str]) -> None:
    """The chosen municipalities stand in the address, and nowhere else."""
    comparison.reload()
    again = columns(comparison)
    comparison.locator(".languages a[hreflang=nb]").click()
    comparison.wait_for_url("**/no/**")
    assert (again, columns(comparison), comparison.evaluate(KEPT)) == (three, three, [{}, {}, ""])


# Plan a move


@dataclass
class Due:
    """A step that a reader should see: its title and its day."""

    title: str
    day: date


@pytest.fixture(params=FULL)
def code(request: pytest.FixtureRequest) -> str:
    """Each language."""
    return str(request.param)


def plan_in(open_page: OpenPage, code: str, zone: str) -> Page:
    """The plan of a move with children and a pet, on a device somewhere in the world."""
    page = open_page(PLANS[code], timezone_id=zone)
    for case in CASES:
        press(page, f'[name=case][value="{case}"]')
    page.fill("#moving-day", MOVING_DAY.isoformat())
    return page


@pytest.fixture
def plan(open_page: OpenPage, code: str) -> Page:
    """The plan at home."""
    return plan_in(open_page, code, "Europe/Oslo")


@pytest.fixture
def due(content: Content, code: str) -> list[Due]:
    """What the plan must show: the steps for all, and those for children or a pet, each on its day."""
    steps = [content.steps[slug] for slug in content.journeys[JOURNEY].steps]
    mine = [step for step in steps if not step.cases or set(CASES) & set(step.cases)]
    mine.sort(key=lambda step: step.deadline.days)
    return [Due(step.title[code], MOVING_DAY + timedelta(days=step.deadline.days)) for step in mine]


def test_plan_shows_what_concerns_the_reader(plan: Page, due: list[Due], code: str) -> None:
    """The reader sees the steps of their own case, each with its day in words of the page's language."""
    steps = plan.locator(".step:visible")
    shown = zip(steps.locator("h2").all_inner_texts(), steps.locator("time").all_inner_texts(), strict=True)
    words = [in_words(step.day.isoformat(), BY_CODE[code]).replace("\xa0", " ") for step in due]
    assert list(shown) == list(zip([step.title for step in due], words, strict=True))


def test_plan_is_a_line_of_months(plan: Page, due: list[Due]) -> None:
    """Each month is named once, where its first step stands."""
    months = plan.locator(".step:visible .month").evaluate_all(
        "(all) => all.map((one) => one.textContent).filter(Boolean)"
    )
    expected = list(dict.fromkeys((step.day.year, step.day.month) for step in due))
    assert [month.split()[-1] for month in months] == [str(year) for year, _ in expected]


@pytest.mark.parametrize("address", PLANS.values())
def test_a_plan_is_read_before_its_script_is_there(browser: Browser, web: str, address: str) -> None:
    """On a slow line the steps stand where they will stand, and what an address asks for waits for the script."""
    page = browser.new_page(base_url=web)
    page.route("**/plan.*.js", lambda route: route.abort())
    page.goto(address)
    seen = page.locator("main").inner_text()
    page.goto(f"{address}?shared#date={MOVING_DAY}")
    expect(page.locator("[data-steps]")).to_have_css("visibility", "hidden")
    page.unroute_all()
    page.goto(address)
    expect(page.locator("[data-ready]")).to_have_count(2)
    assert page.locator("main").inner_text() == seen
    page.close()


@pytest.mark.parametrize(
    ("address", "script", "boxes", "kept"),
    [
        (FINDER, "finder", ["[name=trait][value=lake]", "[name=important][value=lake]"], "#a=lake*"),
        (PLANS["sv"], "plan", ["[name=case][value=children]", "[name=remember]"], "#case=children"),
    ],
)
def test_what_is_ticked_before_the_script_comes_is_kept(
    browser: Browser, web: str, address: str, script: str, boxes: list[str], kept: str
) -> None:
    """On a slow line a reader has begun to answer when the script is there; it goes on from the answer and takes none back."""
    page = browser.new_page(base_url=web)
    held = hold_back(page, script)
    page.goto(address, wait_until="commit")
    for box in boxes:
        page.locator(box).check()
    let_come(page, held)
    until_whole(page)
    found = [page.locator(box).is_checked() for box in boxes]
    address = page.evaluate("location.hash")
    page.close()
    assert (len(held), found, address) == (1, [True, True], kept)


def test_a_year_that_no_calendar_has_stops_nothing(open_page: OpenPage) -> None:
    """Who types a digit too many gets no dates, and the plan goes on as it does without a day."""
    page = open_page(f"{PLANS['sv']}#date={MOVING_DAY}")
    day = page.locator("[data-plan] [name=date]")
    day.evaluate("(field) => (field.value = '20261-12-01')")
    day.dispatch_event("change")
    page.locator("[name=case][value=children]").check()
    assert (page.evaluate("location.hash"), page.locator("[data-date] time:not(:empty)").count()) == (
        "#case=children",
        0,
    )


def test_a_step_is_folded_to_what_when_and_who(plan: Page) -> None:
    """The reader sees the plan as a whole, and opens the step that it is time for."""
    step = plan.locator('.step[data-cases=""]:visible').first
    points = step.locator(".step-points")
    closed = points.is_visible()
    step.locator("summary").press("Enter")
    assert (closed, points.is_visible()) == (False, True)


def test_what_somebody_asks_for_stands_open(open_page: OpenPage, content: Content) -> None:
    """A nurse who says so reads her own step among what everybody does, also who gets her address; it closes again with the box."""
    slug = next(one for one in content.journeys[JOURNEY].steps if content.steps[one].cases == ["nurse"])
    page = open_page(PLANS["sv"])
    box, points = "[name=case][value=nurse]", f"#{slug} .step-points"
    press(page, box)
    seen = [page.locator(points).is_visible(), open_page(here(page)).locator(points).is_visible()]
    press(page, box)
    assert (seen, page.locator(points).is_visible()) == ([True, True], False)


def test_printed_plan_is_one_list_with_boxes_and_days(plan: Page, due: list[Due]) -> None:
    """On paper each step has a box, its name and its day, and nothing is unfolded."""
    plan.emulate_media(media="print")
    steps = plan.locator(".step:visible")
    found = [
        steps.locator(part).and_(plan.locator(":visible")).count()
        for part in ("input", "h2", "time", ".step-points")
    ]
    assert found == [len(due), len(due), len(due), 0]


def test_plan_says_how_many_steps_there_are(plan: Page, due: list[Due], content: Content, code: str) -> None:
    """Who cannot see the list change hears how long it is now."""
    sentence = content.label("plan", "shown", code).replace("{count}", str(len(due)))
    assert plan.locator("[data-status]").inner_text() == sentence


def save(plan: Page, folder: Path) -> bytes:
    """The calendar file that the reader saves."""
    with plan.expect_download() as download:
        press(plan, "[data-save]", "Enter")
    download.value.save_as(folder / "plan.ics")
    return (folder / "plan.ics").read_bytes()


@pytest.fixture
def saved(plan: Page, tmp_path: Path) -> bytes:
    """The calendar file of the plan at home."""
    return save(plan, tmp_path)


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_days_are_the_same_in_every_time_zone(
    open_page: OpenPage, code: str, due: list[Due], zone: str, tmp_path: Path
) -> None:
    """On the page and in the file each step has the same day, wherever the reader's device is."""
    plan = plan_in(open_page, code, zone)
    days = plan.locator(".step:visible time").evaluate_all("(all) => all.map((time) => time.dateTime)")
    events = Calendar.from_ical(save(plan, tmp_path)).walk("VEVENT")
    saved = [event.decoded("DTSTART").isoformat() for event in events]
    assert days == saved == [step.day.isoformat() for step in due]


def test_saved_calendar_has_each_step_on_its_day(saved: bytes, due: list[Due]) -> None:
    """The calendar shows one whole-day event for each step shown, on its day."""
    events = Calendar.from_ical(saved).walk("VEVENT")
    found = [(str(event["SUMMARY"]), event.decoded("DTSTART"), event.decoded("DTEND")) for event in events]
    assert found == [(step.title, step.day, step.day + timedelta(days=1)) for step in due]


def test_saved_calendar_reminds_a_week_before(saved: bytes, due: list[Due]) -> None:
    """The device says a week ahead what is to be done."""
    events = Calendar.from_ical(saved).walk("VEVENT")
    found = [[alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] for event in events]
    assert found == [[timedelta(days=-7)]] * len(due)


def test_saved_calendar_is_read_by_every_program(saved: bytes) -> None:
    """The file keeps RFC 5545: nothing in it is misread, no line is too long, every line ends as it should."""
    calendar = Calendar.from_ical(saved)
    errors = [error for part in calendar.walk() for error in part.errors]
    longest = max(len(line) for line in saved.split(b"\r\n"))
    stray = saved.replace(b"\r\n", b"").count(b"\n")
    assert (errors, longest <= 75, stray, saved.endswith(b"END:VCALENDAR\r\n")) == ([], True, 0, True)


def test_saved_events_are_told_apart(saved: bytes) -> None:
    """No calendar takes two steps for one, and each event leads back to its step."""
    events = Calendar.from_ical(saved).walk("VEVENT")
    names = {(str(event["UID"]), str(event["URL"])) for event in events}
    assert len({uid for uid, _ in names}) == len({url for _, url in names}) == len(events)


def test_calendar_leads_back_to_a_step(open_page: OpenPage, content: Content) -> None:
    """The address in a calendar shows its step also when it concerns only some."""
    steps = content.records["journeys"][JOURNEY].steps
    slug = next(slug for slug in steps if "pet" in content.records["steps"][slug].cases)
    page = open_page(f"{PLANS['sv']}#{slug}")
    opened = page.locator(f"#{slug} .step-points").is_visible()
    assert (opened, urlsplit(here(page)).fragment) == (True, slug)


def test_plan_can_be_shared(plan: Page, open_page: OpenPage) -> None:
    """Who opens the address again sees the same steps on the same days."""
    texts = [page.locator(".steps").inner_text() for page in (plan, open_page(here(plan)))]
    assert texts[0] == texts[1]


def ticked(page: Page) -> list[str]:
    """The steps that are ticked."""
    return page.locator("[name=done]:checked").evaluate_all("(all) => all.map((box) => box.value)")


def tick_first(page: Page, remember: bool) -> list[str]:
    """Tick the first step, and ask to keep ticks or not; then load the page again."""
    page.locator("[name=done]:visible").first.check()
    if remember:
        page.locator("[name=remember]").check()
    before = ticked(page)
    page.reload()
    until_whole(page)
    return before


def test_ticks_are_forgotten_unless_asked(open_page: OpenPage) -> None:
    """On a borrowed device nobody sees what the last reader did."""
    page = open_page(PLANS["sv"])
    tick_first(page, remember=False)
    assert (ticked(page), page.evaluate(KEPT)) == ([], [{}, {}, ""])


def test_ticks_are_kept_when_asked(open_page: OpenPage) -> None:
    """Who asks for it finds the ticks again."""
    page = open_page(PLANS["sv"])
    before = tick_first(page, remember=True)
    assert (len(before), ticked(page)) == (1, before)


def test_no_longer_remembering_forgets_at_once(open_page: OpenPage) -> None:
    """Who changes their mind leaves nothing on the device."""
    page = open_page(PLANS["sv"])
    tick_first(page, remember=True)
    page.locator("[name=remember]").uncheck()
    assert page.evaluate(KEPT) == [{}, {}, ""]


@pytest.mark.parametrize("kept", ["", "{", "[]", "7", '{"done": 7}', "null"])
def test_a_spoilt_memory_does_no_harm(open_page: OpenPage, kept: str) -> None:
    """Whatever stands in the device's memory, the plan can be used."""
    page = open_page(PLANS["sv"])
    page.evaluate("(kept) => localStorage.setItem(`plan/${document.forms[0].dataset.slug}`, kept)", kept)
    page.reload()
    until_whole(page)
    page.fill("#moving-day", MOVING_DAY.isoformat())
    assert page.locator("[data-save]").is_enabled()


# All of them


USED: dict[str, Callable[[Page], None]] = {
    FINDER: lambda page: page.locator("fieldset").first.locator("input").first.check(),
    COMPARE: lambda page: [page.locator("[name=place]").nth(n).check() for n in (1, 8)] and None,
    PLANS["sv"]: lambda page: page.fill("#moving-day", MOVING_DAY.isoformat()),
}


@pytest.mark.parametrize("address", USED)
@pytest.mark.parametrize("width", [320, 390])
def test_pages_in_use_fit_a_phone(open_page: OpenPage, address: str, width: int) -> None:
    """Also after the reader has answered, sorted or chosen, nothing scrolls sideways or is too small to hit."""
    page = open_page(address, width=width)
    USED[address](page)
    assert page.evaluate(MEASURES) == {"overflow": 0, "small": []}


@pytest.mark.parametrize("address", USED)
def test_pages_in_use_shut_nobody_out(browser: Browser, web: str, address: str) -> None:
    """axe has nothing against what the scripts put on the page."""
    page = browser.new_page(base_url=web)
    page.add_init_script(AXE)
    page.goto(address)
    USED[address](page)
    found = violations(page)
    page.close()
    assert found == []


def test_pages_are_complete_without_javascript(open_page: OpenPage, visits: dict, content: Content) -> None:
    """Without scripts every step, every municipality and every reason is there to read, and no dead control."""
    page, shown = open_page(java_script_enabled=False), {}
    tries = [address for address, visit in visits.items() if visit.found["tries"]]
    for address in tries:
        page.goto(address)
        page.locator("main summary:visible").evaluate_all("(all) => all.forEach((one) => one.click())")
        whole = [page.locator(part) for part in (".step", ".compare thead th", ".trait li[data-place]")]
        counts = [(found.count(), found.and_(page.locator(":visible")).count()) for found in whole]
        dead = page.locator(
            "button:visible, input:visible:not([type=checkbox]), select:visible, [role=status]:visible"
        ).count()
        shown[address] = (sum(all_ for all_, _ in counts), sum(seen for _, seen in counts), dead)
    assert shown == {address: (expected(address, visits, content),) * 2 + (0,) for address in tries}


def expected(address: str, visits: dict, content: Content) -> int:
    """How many steps, columns or reasons a page must have."""
    places = content.municipalities
    if "layout-journeys" in visits[address].found["kind"]:
        words = {content.word_in_address(slug, c): slug for slug in content.journeys for c in FULL}
        return len(content.journeys[words[address.split("/")[-2]]].steps)
    if address.endswith(("/jamfor/", "/sammenlign/")):
        return len(places)
    if not address.endswith(("/vilken-plats/", "/hvilket-sted/")):
        return 0  # the archive, the search and the self-check: see test_archive and test_employers
    return sum(len(place.traits) + len(place.without) for place in places.values())
