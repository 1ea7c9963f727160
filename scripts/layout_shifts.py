"""What jumps on a page while it comes, in a browser."""

import re
import time
from typing import Any

from playwright.sync_api import Browser, Route

# What has moved since the page began to show, and by what.
SHIFTS = """() => new Promise((tell) => {
    const seen = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            seen.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 90) ?? node?.nodeName)]);
        }
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => tell(seen), 50);
})"""
# Milliseconds: more than any script of ours needs. So many pages wait side by side.
SETTLED, AT_ONCE = 700, 8
# The sheet of a part of a page lies within it: on a slow line it comes when what is above is drawn. Seconds.
PART_SHEETS, LATE_BY = re.compile(r"/assets/(?!site|places)[a-z-]+\.[0-9a-f]+\.css"), 0.1


def shifts(
    browser: Browser, web: str, addresses: list[str], width: int, height: int, late: str = ""
) -> dict[str, list[list[Any]]]:
    """What has moved on some pages on a slow line, on which a script may run too, when they have settled: address → how far, and what."""
    pages = {
        address: browser.new_page(base_url=web, viewport={"width": width, "height": height})
        for address in addresses
    }
    for address, page in pages.items():
        page.route(PART_SHEETS, _come_late)
        page.add_init_script(late)
        page.goto(address)
    page.wait_for_timeout(SETTLED)
    found = {address: page.evaluate(SHIFTS) for address, page in pages.items()}
    for page in pages.values():
        page.close()
    return found


def _come_late(route: Route) -> None:
    time.sleep(LATE_BY)
    route.continue_()
