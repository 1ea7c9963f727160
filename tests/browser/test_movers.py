"""The pages with something to try: find a place, compare, plan a move, write to us; with scripts and without."""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from browser.conftest import serve
from browser.visit import AXE_RULES, AXE_RUN, MEASURES
from campaign.content import Content, load_content
from campaign.files import load_tree
from campaign.finder import rank
from campaign.settings import BY_CODE
from campaign.typography import date as in_words
from conftest import FULL
from real_site import SPECIMEN, built, copy_project

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]

SEED = 20261121
ANSWER_SETS = 300
FINDER, COMPARE, INTEREST = "/vilken-plats/", "/jamfor/", "/intresse/"
JOURNEY = "norway-to-sweden"
PLANS = {"sv": "/flyttplan/norge-till-sverige/", "no": "/no/flytteplan/norge-til-sverige/"}
CASES = ("children", "pet")
MOVING_DAY = date(2028, 3, 1)  # the day after a leap day
OWNER = "post@exempel.example"

FORM, SOMEWHERE = "/interest/", "https://form.example"
FORM_PAGE = """---
title: Hör av dig
description: Skriv ett par rader om vad du söker, så svarar den som driver webbplatsen.
only: sv
---

<!-- campaign:interest-form -->
"""

# What a page asks the device to keep.
KEPT = "() => [{...localStorage}, {...sessionStorage}, document.cookie]"
VISIBLE = "(elements) => elements.filter((element) => element.checkVisibility()).length"
RANKED = """async ([script, answers]) => {
    const { rank } = await import(script);
    return answers.map((traits) => rank(traits).map(({ place, points }) => [place, points]));
}"""


@pytest.fixture(scope="session")
def content(project: Path) -> Content:
    """The real content."""
    return load_content(load_tree(project))[0]


def ranking(content: Content, answers: list[str]) -> list[list[Any]]:
    """The places in the order that Python finds, with their points."""
    return [[match.slug, match.points] for match in rank(content.records["municipalities"], answers)]


def here(page: Page) -> str:
    """The address that the reader sees now; the browser's own account of it comes later."""
    return str(page.evaluate("location.href"))


def press(page: Page, selector: str, key: str = "Space") -> None:
    """Use a control as somebody does who has no mouse."""
    page.locator(selector).focus()
    page.keyboard.press(key)


# Find a place


@pytest.fixture
def answers(content: Content) -> list[str]:
    """The last answer to each of the first three questions."""
    return [question.options[-1].trait for question in content.singletons["finder"].questions[:3]]


@pytest.fixture
def finder(open_page: OpenPage, answers: list[str]) -> Page:
    """The finder after three answers, chosen by keyboard."""
    page = open_page(FINDER)
    for trait in answers:
        press(page, f'input[value="{trait}"]')
    return page


def matches(page: Page) -> list[str]:
    """The places that the page shows, in order."""
    return page.locator("[data-matches] > li").evaluate_all("(all) => all.map((item) => item.dataset.place)")


def test_page_ranks_as_python_does(open_page: OpenPage, content: Content) -> None:
    """Whatever a reader answers, the page finds the same places in the same order as the tested computation."""
    rng = random.Random(SEED)
    choices = [[None, *(o.trait for o in q.options)] for q in content.singletons["finder"].questions]
    sets = [[t for t in map(rng.choice, choices) if t] for _ in range(ANSWER_SETS)]
    page = open_page(FINDER)
    script = page.locator("script[src]").evaluate("(script) => script.src")
    assert page.evaluate(RANKED, [script, sets]) == [ranking(content, answers) for answers in sets]


def test_three_answers_rank_the_places(finder: Page, content: Content, answers: list[str]) -> None:
    """After three answers the reader sees all places, best first."""
    assert matches(finder) == [slug for slug, _ in ranking(content, answers)]


def test_each_place_says_why(finder: Page, content: Content, answers: list[str]) -> None:
    """Each place tells for each answer what it has or lacks."""
    reasons = finder.locator("[data-matches] > li").evaluate_all(
        "(all) => all.map((item) => [...item.querySelectorAll('li')].map((line) => line.className))"
    )
    traits = [content.records["municipalities"][slug].traits for slug in matches(finder)]
    assert reasons == [["has" if answer in found else "lacks" for answer in answers] for found in traits]


def test_answers_can_be_shared(finder: Page, open_page: OpenPage, answers: list[str]) -> None:
    """Who opens a friend's address sees the friend's answers and places."""
    other = open_page(here(finder))
    checked = other.locator("input:checked").evaluate_all(
        "(all) => all.map((one) => one.value).filter(Boolean)"
    )
    assert (checked, matches(other)) == (answers, matches(finder))


def test_starting_anew_shows_the_lists_again(finder: Page) -> None:
    """After the reset nothing is chosen, the address is plain, and the lists are back."""
    press(finder, "button[type=reset]", "Enter")
    expect(finder.locator("[data-plain]")).to_be_visible()
    assert (urlsplit(here(finder)).fragment, finder.locator("[data-result]").is_visible()) == ("", False)


def test_answers_are_neither_stored_nor_sent(open_page: OpenPage, answers: list[str]) -> None:
    """What somebody is looking for is nobody else's business; the icon is all that the browser asks for again."""
    page, asked = open_page(FINDER), set()
    page.on("request", lambda request: asked.add((urlsplit(request.url)[2:], request.post_data)))
    for trait in answers:
        press(page, f'input[value="{trait}"]')
    stored = (page.evaluate(KEPT), page.context.cookies())
    assert (stored, asked - {(("/media/mark.svg", "", ""), None)}) == (([{}, {}, ""], []), set())


# Compare


@pytest.fixture
def three(content: Content) -> list[str]:
    """Three municipalities of both countries."""
    slugs = sorted(content.records["municipalities"])
    return [slugs[0], slugs[3], slugs[-1]]


@pytest.fixture
def comparison(open_page: OpenPage, three: list[str]) -> Page:
    """The comparison of three municipalities, the others taken away by keyboard."""
    page = open_page(COMPARE)
    for box in page.locator("[name=place]").all():
        if box.get_attribute("value") not in three:
            box.focus()
            page.keyboard.press("Space")
    return page


def rows(page: Page) -> list[str]:
    """The municipalities that the table shows, in order."""
    return page.locator("tbody tr:visible").evaluate_all("(all) => all.map((row) => row.dataset.place)")


def population(content: Content, slug: str) -> int:
    """The inhabitants of a municipality."""
    return next(f.value for f in content.records["municipalities"][slug].facts if f.fact == "population")


def test_only_the_chosen_are_compared(comparison: Page, three: list[str]) -> None:
    """The reader sees the municipalities they chose and no other."""
    assert sorted(rows(comparison)) == three


@pytest.mark.parametrize(("presses", "order"), [(1, "descending"), (2, "ascending")])
def test_table_is_sorted_by_keyboard(
    comparison: Page, content: Content, three: list[str], presses: int, order: str
) -> None:
    """Enter on a column's name puts the largest first, and once more the smallest, and says so."""
    name = content.label("fact", "population", "sv")
    header = comparison.get_by_role("columnheader", name=name, exact=True)
    for _ in range(presses):
        header.get_by_role("button").press("Enter")
    expected = sorted(three, key=lambda slug: population(content, slug), reverse=order == "descending")
    said = content.label("compare", "sorted", "sv").replace("{column}", name)
    found = (
        rows(comparison),
        header.get_attribute("aria-sort"),
        comparison.locator("[data-status]").inner_text(),
    )
    assert found == (expected, order, said)


@pytest.mark.parametrize("descending", [False, True])
def test_unknown_values_come_last(open_page: OpenPage, descending: bool) -> None:
    """A municipality without a figure is never shown as the smallest or the largest."""
    page = open_page(COMPARE)
    for number in range(1, page.locator("thead th").count()):
        for _ in range(1 if descending else 2):
            page.locator("thead button").nth(number).press("Enter")
        cells = page.locator(f"tbody td:nth-child({number + 1})")
        values = cells.evaluate_all(
            "(all) => all.map((cell) => cell.dataset.value ? Number(cell.dataset.value) : null)"
        )
        known = [value for value in values if value is not None]
        assert values[: len(known)] == sorted(known, reverse=descending)


def test_reload_keeps_the_choice(comparison: Page, three: list[str]) -> None:
    """The chosen municipalities stand in the address, and nowhere else."""
    comparison.reload()
    assert (sorted(rows(comparison)), comparison.evaluate(KEPT)) == (three, [{}, {}, ""])


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
    steps = [content.records["steps"][slug] for slug in content.records["journeys"][JOURNEY].steps]
    mine = [step for step in steps if not step.cases or set(CASES) & set(step.cases)]
    return [Due(step.title[code], MOVING_DAY + timedelta(days=step.deadline.days)) for step in mine]


def test_plan_shows_what_concerns_the_reader(plan: Page, due: list[Due], code: str) -> None:
    """The reader sees the steps of their own case, each with its day in words of the page's language."""
    steps = plan.locator(".step:visible")
    shown = zip(steps.locator("h2").all_inner_texts(), steps.locator("time").all_inner_texts(), strict=True)
    words = [in_words(step.day.isoformat(), BY_CODE[code]).replace("\xa0", " ") for step in due]
    assert list(shown) == list(zip([step.title for step in due], words, strict=True))


def test_plan_says_how_many_steps_there_are(plan: Page, due: list[Due], content: Content, code: str) -> None:
    """Who cannot see the list change hears how long it is now."""
    said = content.label("plan", "shown", code).replace("{count}", str(len(due)))
    assert plan.locator("[data-status]").inner_text() == said


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
    assert (page.locator(f"#{slug}").is_visible(), urlsplit(here(page)).fragment) == (True, slug)


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
    page.fill("#moving-day", MOVING_DAY.isoformat())
    assert page.locator("[data-save]").is_enabled()


# Write to us


@dataclass
class Receiver:
    """A small server that takes messages: its address, what it answers, and what came."""

    address: str = ""
    status: int = 200
    messages: list[dict[str, list[str]]] = field(default_factory=list)


@pytest.fixture(scope="module")
def receiving() -> Iterator[Receiver]:
    """The server behind the form, on a host of its own."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            receiver.messages.append(parse_qs(body.replace("%0D%0A", "%0A")))
            self.send_response(receiver.status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever).start()
        receiver.address = f"http://127.0.0.1:{server.server_port}"
        yield receiver
        server.shutdown()


@pytest.fixture
def receiver(receiving: Receiver) -> Receiver:
    """The server, as new."""
    receiving.status = 200
    receiving.messages.clear()
    return receiving


@pytest.fixture(scope="module")
def form_web(
    project: Path,
    receiving: Receiver,
    once: Callable[..., Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The site of an owner who has an address for the form, which is that of our own server, and one for e-mail."""
    folder = once("form", _build_with_form, project)
    site = shutil.copytree(folder / "site", tmp_path_factory.mktemp("form") / "site")
    page = site / FORM.strip("/") / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(SOMEWHERE, receiving.address), encoding="utf-8")
    with serve(folder, tmp_path_factory.mktemp("nginx"), site, {SOMEWHERE: receiving.address}) as address:
        yield address


def _build_with_form(copy: Path, project: Path) -> None:
    """The specimen with the real form and words."""
    copy_project(copy, original=project, content_of=SPECIMEN)
    _take_words_from(project, copy)
    (copy / "content/sv/interest.md").write_text(FORM_PAGE, encoding="utf-8")
    settings = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("interest: null", f"interest: {SOMEWHERE}/interest")
    (copy / "mkdocs.yml").write_text(settings.replace("email: null", f"email: {OWNER}"), encoding="utf-8")
    built(copy)


def _take_words_from(project: Path, copy: Path) -> None:
    """Let a copy say what the project says, beside the words that only it needs."""
    path = "content/data/labels.yml"
    texts = ((root / path).read_text(encoding="utf-8") for root in (copy, project))
    own, real = (yaml.load(text, Loader=yaml.BaseLoader) for text in texts)  # in which `no` is a word
    both = {group: {**own.get(group, {}), **real.get(group, {})} for group in {**own, **real}}
    (copy / path).write_text(yaml.safe_dump(both, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture
def form(open_page: OpenPage, form_web: str) -> Page:
    """The page with the form."""
    return open_page(form_web + FORM)


def fill(page: Page, reach: str = "kim@exempel.example") -> dict[str, list[str]]:
    """Fill in the form, and say what a server should get."""
    page.fill("#interest-name", "Kim Öå")
    page.fill("#interest-reach", reach)
    page.locator("[name=region]").first.check()
    page.select_option("[name=when]", "year")
    page.fill("#interest-seek", "Jobb & bostad,\ngärna snart")
    return {
        "name": ["Kim Öå"],
        "channel": ["email"],
        "reach": [reach],
        "region": [page.locator("[name=region]").first.get_attribute("value") or ""],
        "when": ["year"],
        "seek": ["Jobb & bostad,\ngärna snart"],
    }


def test_sent_message_arrives(form: Page, receiver: Receiver) -> None:
    """What the reader writes comes whole to the owner's server, and the reader is told so."""
    expected = fill(form)
    press(form, "form button", "Enter")
    status = form.locator("[data-status]")
    expect(status).to_have_text(status.get_attribute("data-sent") or "")
    assert (receiver.messages, form.input_value("#interest-seek")) == ([expected], "")


@pytest.mark.parametrize(
    ("channel", "reach"),
    [("email", ""), ("email", "kim"), ("email", "070 123 45 67"), ("phone", "kim@x.example")],
)
def test_wrong_address_is_told_beside_the_field(
    form: Page, receiver: Receiver, channel: str, reach: str
) -> None:
    """A slip in the address is said where it is, the cursor stands there, and nothing is sent."""
    fill(form, reach)
    form.locator(f"[name=channel][value={channel}]").check()
    press(form, "form button", "Enter")
    field_ = form.locator("#interest-reach")
    expect(field_).to_be_focused()
    expect(field_).to_have_accessible_description(field_.get_attribute("data-error") or "")
    assert (field_.get_attribute("aria-invalid"), receiver.messages) == ("true", [])


@pytest.mark.parametrize(
    ("channel", "reach"), [("email", "kim@exempel.example"), ("phone", "+46 70 123 45 67")]
)
def test_mended_address_is_accepted(form: Page, receiver: Receiver, channel: str, reach: str) -> None:
    """After a slip the reader fixes the address and sends, without typing the rest again."""
    fill(form, "kim")
    press(form, "form button", "Enter")
    form.locator(f"[name=channel][value={channel}]").check()
    form.fill("#interest-reach", reach)
    press(form, "form button", "Enter")
    expect(form.locator("[data-status]")).not_to_be_empty()
    sent = [(message["channel"], message["reach"]) for message in receiver.messages]
    assert (sent, form.locator("#interest-reach-error").inner_text()) == ([([channel], [reach])], "")


def test_failing_server_loses_nothing(form: Page, receiver: Receiver) -> None:
    """When sending fails, all that was typed stands, and the same words can go as an e-mail."""
    receiver.status = 500
    expected = fill(form)
    press(form, "form button", "Enter")
    link = form.locator("[data-status] a")
    expect(link).to_have_text(OWNER)
    mail = urlsplit(link.get_attribute("href") or "")
    body = parse_qs(mail.query)["body"][0].replace("\r\n", "\n")
    missing = [
        text for name in ("name", "reach", "region", "seek") for text in expected[name] if text not in body
    ]
    kept = [form.input_value(f"#interest-{name}") for name in ("name", "reach", "when")]
    assert (mail.path, missing, kept) == (OWNER, [], ["Kim Öå", "kim@exempel.example", "year"])


def test_form_works_without_javascript(open_page: OpenPage, form_web: str, receiver: Receiver) -> None:
    """A reader whose browser runs no scripts sends the same message."""
    page = open_page(form_web + FORM, java_script_enabled=False)
    expected = fill(page)
    page.locator("form button").click()
    page.wait_for_url(f"{receiver.address}/**")
    assert receiver.messages == [expected]


def test_form_is_for_everyone(form: Page, receiver: Receiver) -> None:  # noqa: ARG001
    """The form, also with an error shown, has nothing that shuts somebody out or scrolls sideways on a phone."""
    form.set_viewport_size({"width": 390, "height": 900})
    press(form, "form button", "Enter")
    form.evaluate(AXE_SCRIPT)
    assert (form.evaluate(AXE_RUN, AXE_RULES), form.evaluate(MEASURES)) == ([], {"overflow": 0, "small": []})


@pytest.mark.parametrize(("address", "code"), [(INTEREST, "sv"), ("/no/interesse/", "no")])
def test_without_an_address_the_page_says_so(
    open_page: OpenPage, content: Content, address: str, code: str
) -> None:
    """As long as nobody has said where messages go, the page shows no form, and leads to those who answer."""
    page = open_page(address)
    said = page.locator("main .notice").inner_text()
    assert (
        page.locator("form").count(),
        said.startswith(content.label("interest", "no-address", code)),
    ) == (
        0,
        True,
    )


# All of them


USED: dict[str, Callable[[Page], None]] = {
    FINDER: lambda page: page.locator("fieldset").first.locator("input").first.check(),
    COMPARE: lambda page: page.locator("thead button").nth(1).press("Enter"),
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
    page.add_init_script(AXE_SCRIPT)
    page.goto(address)
    USED[address](page)
    violations = page.evaluate(AXE_RUN, AXE_RULES)
    page.close()
    assert violations == []


def test_pages_are_complete_without_javascript(open_page: OpenPage, visits: dict, content: Content) -> None:
    """Without scripts every step, every municipality and every reason is there to read, and no dead control."""
    page, shown = open_page(java_script_enabled=False), {}
    tries = [address for address, visit in visits.items() if visit.found["tries"]]
    for address in tries:
        page.goto(address)
        whole = [page.locator(part) for part in (".step", ".compare tbody tr", "[data-plain] dd")]
        counts = [(found.count(), found.and_(page.locator(":visible")).count()) for found in whole]
        dead = page.locator(
            "button:visible, input:visible:not([type=checkbox]), select:visible, [role=status]:visible"
        ).count()
        shown[address] = (sum(all_ for all_, _ in counts), sum(seen for _, seen in counts), dead)
    assert shown == {address: (expected(address, visits, content),) * 2 + (0,) for address in tries}


def expected(address: str, visits: dict, content: Content) -> int:
    """How many steps, rows or reasons a page must have."""
    places = content.records["municipalities"]
    if "layout-journeys" in visits[address].found["kind"]:
        words = {content.word_in_address(slug, c): slug for slug in content.records["journeys"] for c in FULL}
        return len(content.records["journeys"][words[address.split("/")[-2]]].steps)
    if address.endswith(("/jamfor/", "/sammenlign/")):
        return len(places)
    if not address.endswith(("/vilken-plats/", "/hvilket-sted/")):
        return 0  # the archive, the search and the self-check: see test_archive and test_employers
    asked = [o.trait for q in content.singletons["finder"].questions for o in q.options]
    return sum(trait in place.traits for trait in asked for place in places.values())
