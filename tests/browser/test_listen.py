"""Pages read aloud, where the device has a voice of its own for their language."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.conftest import serve

pytestmark = pytest.mark.browser

ADDRESS = {"sv": "/hr-guide/forsta-dagen/", "no": "/no/hr-guide/forste-dagen/"}
OWN, ELSEWHERE = {"localService": True}, {"localService": False}
# A device whose voices end each part when they are told to, and note what they were given.
DEVICE = """(voices) => {
    const said = [], listeners = [];
    window.spoken = { said, cancelled: 0, waiting: null };
    window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => voices,
        speak: (one) => { said.push([one.text, one.lang]); window.spoken.waiting = one; },
        cancel: () => { window.spoken.cancelled += 1; },
        addEventListener: (_, listener) => listeners.push(listener),
    } });
}"""


# What stands in a page beside paragraphs and headings, and what of it is seen.
MIXED = """<h1>Planen</h1><details open><summary>Ring <b>byrån</b></summary><div>Senast 3 maj<p>Sedan kaffe.</p>efter maten</div></details>
    <details><summary><h2>Stängt</h2> <span style="display: block">I tid</span></summary><p>Inte sett.</p></details>
    <ul><li><time style="display: block">2011</time><a href="/">Ett</a> år<sup>1</sup>.<ul><li>Inne</li></ul></li></ul>
    <table><caption>Summan</caption><tr><th>Lön<td>7 <span hidden>8</span></table>
    <label>Ort <select><option>Byn</option></select></label><output>Allt: 12</output><p style="visibility: hidden">Dolt</p>"""
HEARD = """Planen|Ring byrån|Senast 3 maj|Sedan kaffe.|efter maten|Stängt|I tid|2011|Ett år.|Inne|Summan|Lön|7|Ort Allt: 12"""
# Voices that end each part by themselves.
AT_ONCE = """() => { speechSynthesis.speak = (one) => {
    spoken.said.push(one.text);
    setTimeout(() => one.dispatchEvent(new Event("end")));
}; }"""


@pytest.fixture(scope="module")
def specimen_web(specimen: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The specimen on its server."""
    with serve(specimen, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture
def device(browser: Browser, specimen_web: str) -> Iterator[Callable[..., Page]]:
    """A function that opens a page on a device with some voices."""
    contexts = []

    def opened(address: str, *voices: dict[str, Any]) -> Page:
        contexts.append(browser.new_context(base_url=specimen_web))
        page = contexts[-1].new_page()
        page.add_init_script(
            f"({DEVICE})({list(voices)!r})".replace("True", "true").replace("False", "false")
        )
        page.goto(address, wait_until="networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()


def test_a_device_without_a_voice_has_no_button(browser: Browser, specimen_web: str) -> None:
    """As this browser is, which has none: nothing is offered that does nothing."""
    page = browser.new_page(base_url=specimen_web)
    page.goto(ADDRESS["sv"])
    expect(page.locator(".listen")).to_be_hidden()
    page.close()


@pytest.mark.parametrize(
    "voice", [{"lang": "sv-SE", **ELSEWHERE}, {"lang": "en-US", **OWN}], ids=["somebody else's", "English"]
)
def test_no_voice_but_an_own_one_of_the_language(device: Callable[..., Page], voice: dict[str, Any]) -> None:
    """No text goes to somebody else's machine, and nobody reads Swedish as if it were English."""
    expect(device(ADDRESS["sv"], voice).locator(".listen")).to_be_hidden()


@pytest.mark.parametrize(("code", "tag"), [("sv", "sv-SE"), ("no", "nb-NO"), ("no", "no-NO")])
def test_a_page_is_read_part_by_part(device: Callable[..., Page], code: str, tag: str) -> None:
    """From the heading on, by keyboard, each part once, without numbers of notes."""
    page = device(ADDRESS[code], {"lang": tag, **OWN})
    button = page.locator(".listen")
    button.press("Enter")
    expect(button).to_have_text({"sv": "Sluta läsa", "no": "Slutt å lese"}[code])
    for count in (1, 2, 3):
        page.wait_for_timeout(120)
        assert len(page.evaluate("spoken.said")) == count
        page.evaluate("spoken.waiting.dispatchEvent(new Event('end'))")
    found = page.evaluate("spoken.said")
    assert found[0] == [page.locator("article h1, article .place-region").first.inner_text(), tag]
    assert len({text for text, _ in found}) == len(found)


def with_article(route: Route) -> None:
    """The page with other things in its article."""
    body = re.sub(r"(?s)(<article>).*(</article>)", rf"\1{MIXED}\2", route.fetch().text())
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


def test_all_that_is_seen_is_read(device: Callable[..., Page]) -> None:
    """Words beside an inner part, summaries, captions and sums are said too, what the eye sees apart apart; nothing hidden is."""
    page = device(ADDRESS["sv"], {"lang": "sv-SE", **OWN})
    page.route(f"**{ADDRESS['sv']}", with_article)
    page.reload(wait_until="networkidle")
    page.evaluate(AT_ONCE)
    page.locator(".listen").press("Enter")
    expect(page.locator(".listen")).to_have_text("Lyssna", timeout=10_000)
    assert page.evaluate("spoken.said") == HEARD.split("|")


def test_reading_stops(device: Callable[..., Page]) -> None:
    """By the same button, by Escape, and when the reader leaves."""
    page = device(ADDRESS["sv"], {"lang": "sv-SE", **OWN})
    button = page.locator(".listen")
    for key, times in (("Enter", 1), ("Escape", 2)):
        button.press("Enter")
        expect(button).to_have_text("Sluta läsa")
        page.keyboard.press(key)
        expect(button).to_have_text("Lyssna")
        assert page.evaluate("spoken.cancelled") == times
    button.press("Enter")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    expect(button).to_have_text("Lyssna")
