"""The preview in a real browser: what an editor sees in the open tab after each save."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from nginx import free_port
from real_site import ENVIRONMENT, SPECIMEN, copy_project

pytestmark = pytest.mark.browser

MOVE, PLACE = "content/sv/move.md", "content/data/municipalities/exempelby.yml"
# Seconds for a preview to begin, and for a save to show, on a machine that has much else to do.
PATIENCE = 60
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the good specimen for content, for one editor to write in."""
    return copy_project(tmp_path_factory.mktemp("preview"), content_of=SPECIMEN)


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    """Where `make.py serve` shows it."""
    port = free_port()
    words = [sys.executable, "scripts/make.py", "serve", "--port", str(port)]
    with subprocess.Popen(words, cwd=project, env=ENVIRONMENT, stdout=subprocess.DEVNULL) as server:
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """An open tab at the page of the place, as soon as there is an answer."""
    page = browser.new_page(viewport={"width": 390, "height": 500})
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        try:
            page.goto(f"{address}/kommuner/exempelby/")
            break
        except Exception:  # noqa: BLE001 (Playwright's own error for a port where nobody listens yet)
            time.sleep(0.2)
    yield page
    page.close()


@pytest.fixture
def save(project: Path) -> Iterator[Callable[[str, str, str], None]]:
    """A function that changes one passage of a file; after the test all files are as they were."""
    before: dict[Path, str] = {}

    def change(name: str, old: str, new: str) -> None:
        path = project / name
        text = path.read_text(encoding="utf-8")
        before.setdefault(path, text)
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    yield change
    for path, text in before.items():
        path.write_text(text, encoding="utf-8")


def test_a_save_shows_in_the_open_tab_where_the_reader_was(
    tab: Page, save: Callable[[str, str, str], None]
) -> None:
    """The new words are there without a reload by hand, and the page has not jumped to its top."""
    tab.evaluate("scrollTo(0, 300)")
    save(PLACE, "I Exempelby går tåget", "I Exempelby går båten")
    expect(tab.get_by_text("I Exempelby går båten").first).to_be_attached()
    tab.wait_for_function("scrollY === 300")


def test_a_page_of_text_changes_where_it_stands(tab: Page, save: Callable[[str, str, str], None]) -> None:
    """Save after save, only the new words are put in place: no flicker, and what the reader or a script has added stays."""
    tab.wait_for_load_state("networkidle")
    tab.evaluate("window.before = true; document.querySelector('h1').before(document.createElement('hr'))")
    for old, new in (("I Exempelby går tåget", "I Exempelby går båten"), ("går båten", "går bussen")):
        save(PLACE, old, new)
        expect(tab.get_by_text(new).first).to_be_attached()
    assert tab.evaluate("[window.before, document.querySelector('hr + h1') !== null]") == [True, True]


@pytest.mark.parametrize(
    ("path", "name", "old", "new"),
    [
        ("hr-guide/plikter/", "content/data/labels.yml", "skip: {sv: ", "skip: {sv: Nytt "),
        ("kommuner/exempelby/", "overrides/assets/css/base.css", "html {", "html { hyphens: manual;"),
    ],
    ids=["a tool", "a style"],
)
def test_a_change_of_a_tool_or_a_style_loads_the_page_again(
    path: str, name: str, old: str, new: str, tab: Page, address: str, save: Callable[[str, str, str], None]
) -> None:
    """A tool that read its page when it began, and a new style or script, are loaded with their page."""
    tab.goto(f"{address}/{path}", wait_until="networkidle")
    tab.evaluate("window.before = true")
    save(name, old, new)
    tab.wait_for_function("window.before !== true")


def test_what_was_filled_in_stays(tab: Page, address: str, save: Callable[[str, str, str], None]) -> None:
    """An editor who tries the table of duties while writing keeps the answers."""
    tab.goto(f"{address}/hr-guide/plikter/")
    tab.locator("#duties-employees").fill("12")
    save("content/data/labels.yml", "skip: {sv: ", "skip: {sv: Nytt ")
    expect(tab.locator(".skip").first).to_contain_text("Nytt")
    expect(tab.locator("#duties-employees")).to_have_value("12")


def test_a_mistake_is_told_on_the_page_and_goes_when_it_is_fixed(
    tab: Page, save: Callable[[str, str, str], None]
) -> None:
    """The strip names file, line and sentence; the page below it stays readable, and does not flicker."""
    tab.evaluate("window.before = true")
    save(PLACE, "region: exempelregionen", "region: nowhere")
    strip = tab.locator(".preview")
    expect(strip).to_contain_text(f"{PLACE}:3 D110")
    expect(tab.locator("h1")).to_have_text("Exempelby")
    save(PLACE, "region: nowhere", "region: exempelregionen")
    expect(strip).to_be_empty()
    assert tab.evaluate("window.before") is True


def test_a_missing_page_is_told_in_its_language(tab: Page, address: str) -> None:
    """As on the published site, in the language of the address."""
    found = [tab.goto(f"{address}/{path}") for path in ("finns/inte/", "no/finnes/ikke/")]
    assert [answer.status for answer in found if answer] == [404, 404]
    assert tab.locator("html").get_attribute("lang") == "nb"


def test_only_this_machine_is_answered(address: str) -> None:
    """A draft is nobody else's to read: the server listens on the loopback address alone."""
    port = address.rpartition(":")[2]
    listening = Path("/proc/net/tcp").read_text(encoding="ascii").split()
    hosts = {word.split(":")[0] for word in listening if word.endswith(f":{int(port):04X}")}
    assert hosts == {"0100007F"}


def test_a_page_that_is_written_just_now_appears_where_it_was_missing(
    tab: Page, address: str, project: Path
) -> None:
    """Who waits at the address of a new page sees it as soon as it is saved, and no reload runs in circles before."""
    tab.goto(f"{address}/nytt/")
    tab.evaluate("window.before = true")
    page = project / "content/sv/nytt.md"
    page.write_text(
        "---\ntitle: Nytt här\ndescription: En sida som någon skriver just nu, medan en annan väntar.\nonly: sv\n---\n\nOrd.\n",
        encoding="utf-8",
    )
    try:
        expect(tab.locator("h1")).to_have_text("Nytt här")
        assert tab.evaluate("window.before") is None
    finally:
        page.unlink()
