"""A real browser and a real web server, both started once."""

import getpass
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from real_site import ROOT

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# What nginx wants around the server that docs/developers/nginx.conf describes: files of its own in a folder of ours.
NGINX = Template("""
user $user;
pid $folder/pid;
error_log $folder/error.log;
events {}
http {
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    include $folder/site.conf;
}
""")

# Everything that a test asks of a loaded page, asked at once.
QUESTIONS = """() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {
        text: document.body.innerText,
        lang: document.documentElement.lang,
        ids: all("[id]").map((element) => element.id),
        links: all("a[href], img[src], link:not([hreflang]):not([rel=canonical])").map((e) => e.href || e.src),
        headings: all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1])),
        twin: document.querySelector(".languages a").pathname,
    };
}"""


@dataclass
class Visit:
    """What happened when the browser opened a page, and what it found there."""

    address: str
    found: dict[str, Any] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def web(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which nginx serves the built site with the configuration from the handbook."""
    folder, port = tmp_path_factory.mktemp("nginx"), _free_port()
    text = (ROOT / "docs/developers/nginx.conf").read_text(encoding="utf-8")
    text = text.replace("<port>;", f"127.0.0.1:{port};").replace("<root>;", f"{site};")
    (folder / "site.conf").write_text(text, encoding="utf-8")
    main = folder / "nginx.conf"
    main.write_text(NGINX.substitute(user=getpass.getuser(), folder=folder), encoding="utf-8")
    nginx = [str(shutil.which("nginx")), "-c", str(main), "-e", str(folder / "error.log")]
    subprocess.run(nginx, check=True)  # returns when it listens
    yield f"http://127.0.0.1:{port}"
    subprocess.run([*nginx, "-s", "quit"], check=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS])
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, web: str) -> Iterator[Callable[..., Page]]:
    """A function that opens an address in a window of its own; all windows close after the test."""
    contexts = []

    def open_one(address: str = "/", width: int = 1280, **options: Any) -> Page:
        contexts.append(
            browser.new_context(base_url=web, viewport={"width": width, "height": 900}, **options)
        )
        page = contexts[-1].new_page()
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def visits(browser: Browser, web: str, addresses: list[str]) -> dict[str, Visit]:
    """One visit to each page of the site, by address."""
    context = browser.new_context(base_url=web)
    result = {address: _visit(context.new_page(), address) for address in addresses}
    context.close()
    return result


def _visit(page: Page, address: str) -> Visit:
    visit = Visit(address)
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("requestfailed", lambda request: visit.complaints.append(f"failed: {request.url}"))
    page.on("response", lambda got: got.ok or visit.complaints.append(f"{got.status}: {got.url}"))
    page.on("console", lambda message: visit.complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: visit.complaints.append(f"error: {error}"))
    page.goto(address)
    visit.found = page.evaluate(QUESTIONS)
    page.close()
    return visit
