"""The system's Chromium as the tests, the benchmark and the audit drive it, at the edge: it starts a program."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# As Debian builds it for machines without a screen.
PROGRAM = "chromium-headless-shell"
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


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser, closed afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(PROGRAM), args=[*FLAGS])
        yield browser
        browser.close()
