"""A real browser and a real web server, both started once."""

import getpass
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.looks import Look, looks_of, states_of
from browser.visit import Visit, visit_page
from real_site import divide, make

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A page is there for a second: what the second compiler does for its scripts comes too late.
    "--js-flags=--no-opt",
    "--font-render-hinting=none",
)

# What nginx wants around the configuration that `make.py server` writes: files of its own in a folder of ours.
NGINX = Template("""
include /etc/nginx/modules-enabled/*.conf;
user $user;
pid $folder/pid;
error_log $folder/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    include $folder/site.conf;
}
""")


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
    words = ("--root", str(site or project / "site"), "--listen", f"127.0.0.1:{port}", "--host", "127.0.0.1")
    made = make(project, "server", "nginx", *words, *options)
    assert made.returncode == 0, made.stderr
    text = made.stdout
    for old, new in changes.items():
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    main = folder / "nginx.conf"
    main.write_text(NGINX.substitute(user=getpass.getuser(), folder=folder), encoding="utf-8")
    nginx = [str(shutil.which("nginx")), "-c", str(main), "-e", str(folder / "error.log")]
    subprocess.run(nginx, check=True)  # returns when it listens
    yield f"http://127.0.0.1:{port}"
    subprocess.run([*nginx, "-s", "quit"], check=True)


def free_port() -> int:
    """A port of this machine where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, as it is built for machines without a screen."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"), args=[*FLAGS]
        )
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
def looks(site: Path, addresses: list[str], pytestconfig: pytest.Config) -> dict[str, tuple[Look, ...]]:
    """The looks in which axe sees each page."""
    return looks_of(states_of(site, addresses), pytestconfig.getoption("--everything"))


@pytest.fixture(scope="session")
def visits(browser: Browser, web: str, looks: dict[str, tuple[Look, ...]], shared: Path) -> dict[str, Visit]:
    """One visit to each page of the site, by address; processes that want them at the same time divide the pages."""
    page = browser.new_page(base_url=web)
    plain = browser.new_page(base_url=web, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    result = divide(shared / "visits", list(looks), lambda a: visit_page(page, plain, a, looks[a]))
    page.close()
    plain.close()
    return result
