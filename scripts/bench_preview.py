"""How long a save takes in the preview until the open tab of a browser has drawn the page as it is now."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from bench import settings, with_word
from environment import ROOT

# Seconds between two saves, in which the checks of the first are done.
_APART = 0.6
# The tab shows another page than before, and has drawn it.
_SEEN = """before => {
  const own = document.querySelector("script[data-digest]");
  return own !== null && own.dataset.digest !== before && document.readyState === "complete";
}"""
_DIGEST = 'document.querySelector("script[data-digest]").dataset.digest'
# By the browser's clock, in milliseconds since 1970: when the tab was told, had the page, had read it, and has drawn it. A page that
# was put in place left marks; one that was loaded again began with being told.
_STEPS = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const [load] = performance.getEntriesByType("navigation");
  const marks = ["told", "fetched", "read"].map((name) => performance.getEntriesByName(name).at(-1)?.startTime);
  const steps = marks.includes(undefined) ? [0, load.responseEnd, load.domContentLoadedEventEnd] : marks;
  return [...steps, performance.now()].map((after) => performance.timeOrigin + after);
}"""


class Seen(NamedTuple):
    """Milliseconds from a save until the tab was told, until it had the page, until it had read it, and until it was drawn."""

    told: float
    fetched: float
    parsed: float
    drawn: float


@dataclass(frozen=True)
class Save:
    """A file that an editor saves, and how its text becomes another at the n-th save."""

    path: Path
    changed: Callable[[str, int], str]


def saves_in(root: Path, slug: str) -> dict[str, Save]:
    """What an editor may save of a project that shows on the Swedish page of a municipality."""
    name = re.compile(r"^(name: [^\n]*?)(\"?)$", re.MULTILINE)
    word = re.compile(r"(\bskip:(?: \{|\s+)sv: [^\n,}]*?)(\"?)(?=[\n,}])")
    return {
        "text": Save(root / f"content/sv/municipalities/{slug}.md", with_word),
        "record": Save(
            root / f"content/data/municipalities/{slug}.yml",
            lambda text, n: name.sub(rf"\1 {'i' * (n + 1)}\2", text, count=1),
        ),
        "template": Save(root / "overrides/main.html", lambda text, n: f"{text}<!-- {n} -->\n"),
        "label": Save(
            root / "content/data/labels.yml",
            lambda text, n: word.sub(rf"\1 {'i' * (n + 1)}\2", text, count=1),
        ),
    }


def measured_saves(root: Path, times: int = 20) -> dict[str, list[Seen]]:
    """Kind of save → how long each took until it was seen in Chromium."""
    from playwright.sync_api import sync_playwright

    slug, address = page_of(root)
    with _served(root) as served, sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{served}/{address}")
        found = {what: list(_took(page, save, times)) for what, save in saves_in(root, slug).items()}
        browser.close()
    return found


def _took(page: Any, save: Save, times: int) -> Iterator[Seen]:
    before = save.path.read_text(encoding="utf-8")
    for number in (*range(times), None):  # the last save takes all back
        shown, text = page.evaluate(_DIGEST), before if number is None else save.changed(before, number)
        started = time.time()
        save.path.write_text(text, encoding="utf-8")
        page.wait_for_function(_SEEN, arg=shown, polling="raf")
        if number is not None:
            yield Seen(*(step - started * 1000 for step in page.evaluate(_STEPS)))
        time.sleep(_APART)


def page_of(root: Path) -> tuple[str, str]:
    """The first municipality that has a text, and the address of its page."""
    from campaign.content import load_content
    from campaign.files import load_tree
    from campaign.pages import build_pages

    content, _ = load_content(load_tree(root))
    slug = min(content.municipalities)
    return slug, build_pages(content)["sv", f"municipalities/{slug}.md"].address


@contextmanager
def _served(root: Path) -> Iterator[str]:
    """The address at which `make.py serve` shows the project in the folder `root`, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command: Sequence[str] = (sys.executable, str(ROOT / "scripts/preview_server.py"), str(root), str(port))
    process = subprocess.Popen(command, env=settings())
    try:
        while socket.socket().connect_ex(("127.0.0.1", port)):
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
