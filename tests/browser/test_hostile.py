"""What somebody could send to harm readers, in a real browser behind the server's own policy: nothing of it runs."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from jinja2 import Environment
from playwright.sync_api import Browser, Page

from browser.conftest import serve
from campaign.files import Tree
from campaign.outputs import html, media
from conftest import Checked, made, site_of, sound
from hostile.payloads import Payload, payloads, together
from real_site import ROOT

pytestmark = pytest.mark.browser

Check = Callable[[Tree], Checked]

ALL = payloads()
# What a script of somebody else would do; a file that lies on our own host runs no more than one of another's.
EVIL = "document.title = 'ran'; alert(1);"
BY_FILE = '<script src="/media/evil.js"></script>'
# As each would stand on a page if no check and no template had stopped it, and what runs where anything may.
FORCED = [
    *(payload.text for payload in ALL if payload.place in ("prose", "label")),
    BY_FILE,
    '<script type="module" src="/media/evil.js"></script>',
    '<script src="/media/evil.js" integrity="sha256-abc="></script>',
    '<svg><image href="/media/evil.svg"></image></svg><object data="/media/evil.svg"></object>',
    '<iframe srcdoc="<script src=/media/evil.js></script>"></iframe>',
    '<a href="javascript:alert(1)" id="press">x</a>',
]


def refused(payload: Payload, tree: Tree, checked: Check) -> bool:
    """Whether the checks stop a payload."""
    return bool(checked({**tree, **payload.changes(tree)})[2])


@pytest.fixture(scope="module")
def let_in(good_tree: Tree, templates: Environment, checked: Check) -> dict[str, bytes]:
    """The pages and media of the specimen with every payload that no check refuses."""
    some = [payload for payload in ALL if not refused(payload, good_tree, checked)]
    site = site_of(*sound(together(some, good_tree), templates), templates)
    return {**made(html.targets(site)), **made(media.targets(site))}


@pytest.fixture(scope="module")
def forced() -> dict[str, bytes]:
    """A page for each payload as it was sent, with no gate at all, and files that a gate would have stopped."""
    pages = {
        f"forced/{number}/index.html": f'<!doctype html><html lang="sv"><title>whole</title><body>{text}</body></html>'
        for number, text in enumerate(FORCED)
    }
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><script>{escape(EVIL)}</script></svg>'
    files = {**pages, "media/evil.js": EVIL, "media/evil.svg": svg}
    return {address: text.encode() for address, text in files.items()}


@pytest.fixture(scope="module")
def hostile_web(
    let_in: dict[str, bytes], forced: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a server, with the configuration of the project, that has all of them."""
    folder = tmp_path_factory.mktemp("hostile")
    for address, raw in {**let_in, **forced}.items():
        place = folder / "site" / address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(raw)
    with serve(ROOT, folder, folder / "site") as address:
        yield address


@pytest.fixture
def live(browser: Browser, hostile_web: str) -> Iterator[tuple[Page, list[str]]]:
    """A window on that server which reaches no other, and the dialogs that were opened in it."""
    context = browser.new_context(base_url=hostile_web)
    context.route(lambda address: not address.startswith(hostile_web), lambda route: route.abort())
    page = context.new_page()
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    yield page, ran
    context.close()


def test_what_is_let_in_does_not_live(live: tuple[Page, list[str]], let_in: dict[str, bytes]) -> None:
    """Every payload that no check refuses stands on its page as text, and runs nothing there."""
    page, ran = live
    titles = {}
    for address in let_in:
        if address.endswith(".html"):
            page.goto(f"/{address}")
            titles[address] = page.title()
    assert (ran, [address for address, title in titles.items() if title == "ran"]) == ([], [])


def test_the_policy_alone_stops_what_a_gate_would_have_let_in(
    live: tuple[Page, list[str]], forced: dict[str, bytes]
) -> None:
    """With every gate open, and a script lying on our own host, the browser still runs nothing."""
    page, ran = live
    titles = {}
    for address in forced:
        if address.endswith(".html"):
            page.goto(f"/{address}", wait_until="commit")
            page.wait_for_timeout(50)
            for press in page.locator("#press").all():
                press.click()
            titles[address] = page.title()
    assert (ran, [address for address, title in titles.items() if title == "ran"]) == ([], [])


def test_the_same_runs_where_no_policy_is_said(
    browser: Browser, forced: dict[str, bytes], tmp_path: Path
) -> None:
    """The silence above means something: without the server's word the script on the page runs."""
    (tmp_path / "site/media").mkdir(parents=True)
    (tmp_path / "site/media/evil.js").write_bytes(forced["media/evil.js"])
    (tmp_path / "site/run.html").write_bytes(forced[f"forced/{FORCED.index(BY_FILE)}/index.html"])
    with serve(ROOT, tmp_path, tmp_path / "site", {"Content-Security-Policy": "X-No-Policy"}) as web:
        page = browser.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.goto(f"{web}/run.html")
        page.wait_for_function("document.title === 'ran'")
        page.close()
