"""A real browser and a real web server, both started once."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from campaign.content import load_content
from campaign.files import load_tree
from chromium import launched
from keyboard import tools
from looks import Look, looks_of, states_of
from nginx import free_port, running
from real_site import divide, make
from visit import Visit, open_whole, visit_page, with_axe


@pytest.fixture(scope="session")
def web(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which nginx serves the built site with the configuration that the project makes for it."""
    with serve(project, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@contextmanager
def serve(
    project: Path,
    folder: Path,
    site: Path | None = None,
    changes: Mapping[str, str] = MappingProxyType({}),
    options: Sequence[str] = (),
) -> Iterator[str]:
    """Start nginx for the site of a project, or for another folder, and with other words in its configuration."""
    port = free_port()
    text = configured("nginx", project, site, port, options)
    for old, new in changes.items():
        text = text.replace(old, new)
    with running(folder, text):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def serve_by_caddy(project: Path, folder: Path, site: Path | None = None) -> Iterator[str]:
    """Start Caddy for the same."""
    port = free_port()
    # Its other door, by which a running Caddy is told things, stays shut.
    text = "{\n\tadmin off\n}\n" + configured("caddy", project, site, port)
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    own = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    words = [str(shutil.which("caddy")), "run", "--config", "Caddyfile", "--adapter", "caddyfile"]
    with (folder / "log").open("w") as log, subprocess.Popen(words, cwd=folder, env=own, stderr=log) as caddy:
        while caddy.poll() is None and not listens(port):
            time.sleep(0.05)
        assert caddy.poll() is None, (folder / "log").read_text(encoding="utf-8")
        yield f"http://127.0.0.1:{port}"
        caddy.terminate()


def configured(program: str, project: Path, site: Path | None, port: int, options: Sequence[str] = ()) -> str:
    """The configuration that `make.py server` writes for a server of this machine alone."""
    words = ("--root", str(site or project / "site"), "--listen", f"127.0.0.1:{port}", "--host", "127.0.0.1")
    made = make(project, "server", program, *words, *options)
    assert made.returncode == 0, made.stderr
    return made.stdout


def hold_back(page: Page, script: str) -> list[Route]:
    """Keep a page's script on its way, as a slow line does. Whatever has asked for it stands in the list."""
    held = list[Route]()
    page.route(re.compile(rf"/assets/{script}\.\w+\.js$"), lambda route: held.append(route))
    return held


def let_come(page: Page, held: list[Route]) -> None:
    """Wait until the script is asked for, and let it come."""
    while not held:
        page.wait_for_timeout(10)
    held[0].continue_()


def listens(port: int) -> bool:
    """Whether somebody listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, as it is built for machines without a screen."""
    with launched() as chromium:
        yield chromium


@pytest.fixture
def open_page(browser: Browser, web: str) -> Iterator[Callable[..., Page]]:
    """A function that opens an address in a window of its own; all windows close after the test."""
    contexts = []

    def open_one(address: str = "/", width: int = 1280, **options: Any) -> Page:
        contexts.append(
            browser.new_context(base_url=web, viewport={"width": width, "height": 900}, **options)
        )
        page = contexts[-1].new_page()
        opened = open_whole if options.get("java_script_enabled", True) else Page.goto
        opened(page, address)
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def tool_marks(project: Path) -> dict[str, str]:
    """The address of each tool of the real site, in each language, and where it says its result."""
    content, _ = load_content(load_tree(project))
    return dict(one for language in content.full_languages for one in tools(content, language))


@pytest.fixture(scope="session")
def looks(site: Path, addresses: list[str], pytestconfig: pytest.Config) -> dict[str, tuple[Look, ...]]:
    """The looks in which axe sees each page."""
    return looks_of(states_of(site, addresses), pytestconfig.getoption("--everything"))


@pytest.fixture(scope="session")
def visits(browser: Browser, web: str, looks: dict[str, tuple[Look, ...]], shared: Path) -> dict[str, Visit]:
    """One visit to each page of the site, by address; processes that want them at the same time divide the pages."""
    page = with_axe(browser.new_page(base_url=web))
    plain = browser.new_page(base_url=web, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    result = divide(shared / "visits", list(looks), lambda a: visit_page(page, plain, a, looks[a]))
    page.close()
    plain.close()
    return result
