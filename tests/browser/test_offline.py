"""What a reader keeps on the device, in a real browser: nothing before it is asked for, and no old law as if it were new."""

import base64
import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import configured
from campaign.settings import BY_CODE
from campaign.typography import format_partial_date
from nginx import free_port, running

pytestmark = pytest.mark.browser

SWITCH, CHAPTER, UNKEPT = "om/", "hr-guide/forsta-dagen/", "karta/"
KEPT = """async () => [
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
]"""


# A copy as it is when some time has gone by.
AGED = """async ([address, day]) => {
    const kept = await caches.open((await caches.keys())[0]), url = new URL(`/${address}`, location);
    const copy = await kept.match(url), headers = { "content-type": "text/html", date: new Date(day).toUTCString() };
    await kept.put(url, new Response(await copy.text(), { headers }));
}"""


class Served:
    """A copy of the built specimen, whose server can go away and come back at the same address."""

    def __init__(self, specimen: Path, folder: Path) -> None:
        self.specimen, self.folder, self.port = specimen, folder, free_port()
        shutil.copytree(specimen / "site", folder / "srv")
        text = configured("nginx", specimen, folder / "srv", self.port)
        self.text = re.sub(
            "open_file_cache max[^;]*", "open_file_cache off", text
        )  # a change is there at once
        self.address = f"http://127.0.0.1:{self.port}"

    @contextmanager
    def there(self) -> Iterator[None]:
        """While this lasts the server answers; afterwards it is gone, with every line that was open."""
        with running(self.folder, self.text):
            yield
        while (self.folder / "pid").exists():
            time.sleep(0.05)

    def change(self, file: str, old: str, new: str) -> None:
        """Other words in a file."""
        path = self.folder / "srv" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def change_list(self, **told: object) -> None:
        """A list that tells something else."""
        path = self.folder / "srv/offline.json"
        path.write_text(json.dumps(json.loads(path.read_bytes()) | told), encoding="utf-8")


@pytest.fixture
def served(specimen: Path, tmp_path: Path) -> Served:
    """The specimen and its server, which does not answer yet."""
    return Served(specimen, tmp_path)


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A window of a reader who was never here."""
    context = browser.new_context(base_url=served.address)
    yield context.new_page()
    context.close()


def keep(page: Page, switch: str = SWITCH, said: str = "Sparat på enheten") -> None:
    """Press the switch and wait until all is there."""
    page.goto(switch)
    page.locator("[data-offline] button").press("Enter")
    expect(page.locator("[data-offline] [role=status]")).to_contain_text(said)


def renewed(page: Page) -> bool:
    """Let the worker look for what is new, as it does by itself once an hour."""
    asked = """() => new Promise((tell) => {
        navigator.serviceWorker.addEventListener("message", ({ data }) => tell(data), { once: true });
        navigator.serviceWorker.controller.postMessage("renew");
    })"""
    return bool(page.evaluate(asked))


def notice(page: Page) -> str:
    """What stands above a page that was kept."""
    return page.locator("main > .notice[role=status]").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def day(later: int = 0) -> str:
    """A day as an ISO date, counted from today."""
    return (datetime.now(UTC) + timedelta(days=later)).date().isoformat()


def in_words(iso: str) -> str:
    """A day as a page writes it in Swedish."""
    return format_partial_date(iso, BY_CODE["sv"]).replace("\N{NO-BREAK SPACE}", " ")


def test_nothing_is_kept_before_it_is_asked_for(page: Page, served: Served) -> None:
    """Who reads, and looks at the switch, has nothing of us on the device."""
    with served.there():
        page.goto(CHAPTER)
        page.goto(SWITCH)
        expect(page.locator("[data-offline] [role=status]")).to_have_text("Just nu är inget sparat.")
        assert page.evaluate(KEPT) == [0, []]


def test_what_was_kept_is_read_without_a_network(page: Page, served: Served) -> None:
    """A chapter is there, dressed, with the day of the copy; what was not kept leads on to what was."""
    with served.there():
        keep(page)
    page.goto(CHAPTER)
    expect(page.locator("h1")).to_have_text("Den första dagen")
    assert notice(page).startswith(f"Nätet svarar inte. Du läser en kopia som hämtades {in_words(day())}.")
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    page.goto(UNKEPT)
    expect(page.locator("h1")).to_have_text("Sidan finns inte på enheten")
    page.locator("main li a").first.click()
    expect(page.locator("h1")).to_have_text("Om exemplen")


def test_all_of_it_can_be_thrown_away(page: Page, served: Served) -> None:
    """The same switch leaves nothing behind, and keeps it anew if somebody thinks better of it."""
    with served.there():
        keep(page)
        page.locator("[data-offline] button").press("Enter")
        expect(page.locator("[data-offline] [role=status]")).to_have_text("Allt är borta från enheten.")
        assert page.evaluate(KEPT) == [0, []]
        keep(page)
        assert page.evaluate(KEPT) == [1, ["/"]]


def test_each_language_keeps_its_own(page: Page, served: Served) -> None:
    """A Norwegian reader keeps the Norwegian pages below their own address."""
    with served.there():
        keep(page, "no/om/", "Lagret på enheten")
        assert page.evaluate(KEPT) == [1, ["/no/"]]
    page.goto("no/hr-guide/forste-dagen/")
    assert notice(page).startswith("Nettet svarer ikke.")


def test_with_a_network_the_newest_page_is_read(page: Page, served: Served) -> None:
    """What was kept never stands before what the server says today."""
    with served.there():
        keep(page)
        served.change(f"{CHAPTER}index.html", "Den första dagen", "Den andra dagen")
        page.goto(CHAPTER)
        expect(page.locator("h1")).to_have_text("Den andra dagen")
        expect(page.locator("main > .notice")).to_have_count(0)


def test_a_law_that_has_changed_since_is_told(page: Page, served: Served) -> None:
    """The list knew the day; who reads the copy after it is told so."""
    served.change_list(changes=[day(-1), day(1)])
    with served.there():
        keep(page)
        page.evaluate(AGED, [CHAPTER, day(-2)])
    page.goto(CHAPTER)
    assert f"En regel ändrades {in_words(day(-1))}, efter att kopian hämtades." in notice(page)


@pytest.mark.parametrize(("days", "is_old"), [(-31, True), (-29, False)])
def test_an_old_copy_says_that_it_is_old(page: Page, served: Served, days: int, is_old: bool) -> None:
    """After the days that the editors have chosen nobody takes it for today's."""
    with served.there():
        keep(page)
        page.evaluate(AGED, [CHAPTER, day(days)])
    page.goto(CHAPTER)
    assert ("Kopian är gammal" in notice(page)) == is_old


def test_what_is_known_to_be_old_is_thrown_away_first(page: Page, served: Served) -> None:
    """The new edition is known and its chapter does not come: rather no chapter than the old one. The edition is told once."""
    with served.there():
        keep(page)
        listed = json.loads((served.folder / "srv/offline.json").read_bytes())
        files = {**listed["files"], CHAPTER: "sha256-" + "A" * 43 + "="}
        served.change_list(edition="2030-01-01", files=files)
        assert not renewed(page)
        page.goto(SWITCH)
        assert notice(page).startswith("Guiden har en ny upplaga, från 1 januari 2030.")
        page.goto(SWITCH)
        expect(page.locator("main > .notice")).to_have_count(0)
    page.goto(CHAPTER)
    expect(page.locator("h1")).to_have_text("Sidan finns inte på enheten")


def test_the_start_page_is_read_after_a_new_edition(page: Page, served: Served) -> None:
    """What is kept of the news is no page: the start page comes, with any query, and by the address without its stroke."""
    with served.there():
        keep(page)
        page.goto(CHAPTER.removesuffix("/"))  # the server leads to the page, past the worker
        assert page.url.endswith(CHAPTER)
        page.goto(SWITCH)
        served.change("index.html", "</main>", "<p>Ny</p></main>")
        listed = json.loads((served.folder / "srv/offline.json").read_bytes())
        start = served.folder / "srv/index.html"
        digest = base64.b64encode(hashlib.sha256(start.read_bytes()).digest()).decode()
        served.change_list(edition="2030-01-01", files={**listed["files"], "./": f"sha256-{digest}"})
        assert renewed(page)
    for address in ("/", "/?from=mail"):
        page.goto(address)
        assert notice(page).startswith("Nätet svarar inte.")


def test_no_copy_of_the_browsers_own_stands_for_the_server(page: Page, served: Served) -> None:
    """Where a server says nothing of how long a page holds, a page that was read is still told to be a copy when the line is gone."""
    served.text = re.sub(r"(?m)^.*Cache-Control.*$", "", served.text)
    old = time.time() - 1e8
    os.utime(
        served.folder / "srv" / CHAPTER / "index.html", (old, old)
    )  # so a browser thinks that it holds for long
    with served.there():
        keep(page)
        page.goto(CHAPTER)
        page.goto(SWITCH)
    page.goto(CHAPTER)
    assert notice(page).startswith("Nätet svarar inte.")


def test_the_server_can_end_it_for_all(page: Page, served: Served) -> None:
    """Where the list is gone, the worker throws away what it kept, and itself."""
    with served.there():
        keep(page)
        (served.folder / "srv/offline.json").unlink()
        renewed(page)
        assert page.evaluate(KEPT) == [0, []]


def test_without_all_of_it_nothing_is_kept(page: Page, served: Served) -> None:
    """Half of a guide would be missed where nobody can fetch the rest: the reader is told, and nothing stays."""
    (served.folder / "srv" / CHAPTER / "index.html").write_text("damaged", encoding="utf-8")
    with served.there():
        keep(page, said="Allt gick inte att spara")
        assert page.evaluate(KEPT) == [0, []]
