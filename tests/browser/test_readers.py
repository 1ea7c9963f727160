"""Readers who were left out: each comes from the start page to something to do, by keyboard, on a phone, with scripts and without."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import serve
from keyboard import MOST_HEADER, MOST_STOPS, SMALLEST, farthest_stops, header_height, stops_to_end

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
PHONE = 390
FILM = "/teckensprak/"

FIRST_STEPS = ["Jeg vil flytte hit", "Flytte fra Norge til Dalarna"]
# Who, from where, the choices on the way, and what there is to do at the end: a letter by its receiver and subject, or a host.
# A choice is the beginning of the words of a link, a box or a fold; where scripts change the way, it is the pair of both.
Choice = str | tuple[str, str]
JOURNEYS: dict[str, tuple[str, list[Choice], tuple[str, str] | str]] = {
    "the nurse from Oslo": (
        "/no/",
        [*FIRST_STEPS, ("Sykepleier", "Søk svensk godkjenning som sykepleier"), "legitimation."],
        "legitimation.socialstyrelsen.se",
    ),
    "the engineer from Oslo": (
        "/no/",
        [*FIRST_STEPS, ("Ingeniør", "Søk jobben som ingeniør"), "uhr.se"],
        "www.uhr.se",
    ),
    "the couple that works from home": (
        "/",
        ["Sjö", "Skog", "Løten", "Jag funderar på att flytta dit"],
        ("", "Flytta till Løten"),
    ),
    "the returner to Stange": (
        "/no/",
        ["Jeg vil hjem igjen", "Stange"],
        ("post@stange.kommune.no", "Flytte hjem til Stange"),
    ),
    "the returner to Ludvika": (
        "/",
        ["Jag vill komma hem", "Ludvika"],
        ("info@ludvika.se", "Flytta hem till Ludvika"),
    ),
    "the engineer who reads English": (
        "/",
        ["English", "I am looking at Sweden", "Ludvika"],
        ("info@ludvika.se", "Moving to Ludvika"),
    ),
    "the reader of easy text": (
        "/kommuner/falun/",
        ["Lättläst", "Så får du hjälp", "Borlänge"],
        ("kommun@borlange.se", "Jag vill flytta till Borlänge"),
    ),
    "the deaf reader": (
        "/no/kommuner/hamar/",
        ["Tegnspråk", "Hamar"],
        ("", "Spørsmål om Hamar fra en tegnspråklig"),
    ),
}
# What the Tab key has come to: its kind, and the words by which somebody chooses it.
AT = """() => {
    const { activeElement: at } = document;
    return at.matches("a, input, summary") ? [at.localName, (at.labels?.[0] ?? at).innerText.trim()] : ["", ""];
}"""


def reach(page: Page, words: str) -> str:
    """Go with the Tab key to the first link, box or fold that says these words, and give its kind."""
    for _ in range(200):
        page.keyboard.press("Tab")
        kind, found = page.evaluate(AT)
        if found.startswith(words):
            return str(kind)
    raise AssertionError(f"{page.url}: the Tab key meets no {words}")


def choose(page: Page, words: str) -> None:
    """Reach something and use it, as somebody does who has no mouse."""
    kind = reach(page, words)
    if kind == "a":
        with page.expect_navigation():
            page.keyboard.press("Enter")
    else:
        page.keyboard.press("Space")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("who", JOURNEYS)
def test_nobody_is_left_at_the_door(open_page: OpenPage, who: str, scripts: bool) -> None:
    """In four choices at most, each of them has something to do: a letter in a language that is theirs, or the authority."""
    start, choices, end = JOURNEYS[who]
    page = open_page(start, PHONE, java_script_enabled=scripts)
    *way, last = (one if isinstance(one, str) else one[not scripts] for one in choices)
    for words in way:
        choose(page, words)
    reach(page, last)
    address = urlsplit(page.evaluate("document.activeElement.href"))
    letter = address.path, parse_qs(address.query).get("subject", [""])[0]
    assert (len(choices) <= 4, address.hostname or letter) == (True, end)


def test_the_header_leaves_room_to_read(open_page: OpenPage, tool_marks: dict[str, str]) -> None:
    """At 400 per cent the head of the page takes less than half of the window."""
    found = {}
    for address in ("/", "/no/lettlest/", "/en/", "/kommuner/smedjebacken/", *tool_marks):
        page = open_page(address)
        page.set_viewport_size(SMALLEST)
        found[address] = (
            header_height(page) <= MOST_HEADER,
            page.evaluate("document.documentElement.scrollWidth"),
        )
    assert found == dict.fromkeys(found, (True, SMALLEST["width"]))


def test_the_result_is_near_by_keyboard(open_page: OpenPage, tool_marks: dict[str, str]) -> None:
    """Nobody presses Tab more than sixty times until the end of a tool's result."""
    page = open_page()
    stops = {address: farthest_stops(page, address, mark) for address, mark in tool_marks.items()}
    assert len(stops) > 20
    assert {address: count for address, count in stops.items() if not 0 < count <= MOST_STOPS} == {}


def test_the_stops_are_what_somebody_presses(open_page: OpenPage) -> None:
    """Who goes by the links past questions and result presses Tab as often as is counted."""
    page = open_page("/hr-guide/mina-plikter/")
    counted = stops_to_end(page, "[data-own]")
    presses, name = 0, ""
    while not name.endswith("#next"):
        page.keyboard.press("Tab")
        presses += 1
        name = page.evaluate("document.activeElement.href ?? ''")
    assert presses == counted


def test_the_places_leave_room_for_the_questions(open_page: OpenPage) -> None:
    """At 400 per cent nothing of the finder stays fixed over what somebody answers."""
    page = open_page("/vilken-plats/")
    page.set_viewport_size(SMALLEST)
    assert page.locator(".stands").evaluate("(one) => getComputedStyle(one).position") == "static"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_menu_opens_by_keyboard(open_page: OpenPage, scripts: bool) -> None:
    """On a phone the menu waits behind a button, needs no script, and goes away with Escape."""
    page = open_page("/", PHONE, java_script_enabled=scripts)
    menu = page.get_by_role("navigation", name="Huvudmeny")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Meny").press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


# Waits for the film and its captions; the page's own policy forbids what waits by evaluating a string.
PLAYABLE = """() => new Promise((done) => {
    const look = () => document.querySelector("video").readyState > 0
        && document.querySelector("track").track.cues?.length === 1 ? done() : setTimeout(look, 50);
    look();
})"""


@pytest.fixture(scope="module")
def film_web(specimen: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The specimen, which has a film, on its server."""
    with serve(specimen, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def test_a_film_waits_until_somebody_plays_it(browser: Browser, film_web: str) -> None:
    """Who does not play a film fetches nothing of it; who does gets it where its picture was, with captions."""
    page = browser.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition(".")[2]))
    page.goto(film_web + FILM, wait_until="networkidle")
    before = set(fetched) & {"mp4", "vtt"}
    page.locator(".film-play").press("Enter")
    expect(page.locator("video")).to_be_focused()
    page.evaluate(PLAYABLE)
    page.close()
    assert (before, set(fetched) & {"mp4", "vtt"}) == (set(), {"mp4", "vtt"})


def test_a_film_is_a_link_without_scripts(browser: Browser, film_web: str) -> None:
    """Without script the reader gets the file, its captions, and what is said in it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(film_web + FILM)
    links = page.locator(".film a").evaluate_all("(all) => all.map((link) => link.href)")
    found = [(page.request.get(link).status, link.rpartition(".")[2]) for link in links]
    page.locator("summary").press("Enter")
    expect(page.get_by_text("Hej! En boll rullar.")).to_be_visible()
    context.close()
    assert found == [(200, "mp4"), (200, "vtt")]
