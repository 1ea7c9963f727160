"""What a screen reader gets of the tools, kept as golden files: nobody changes it without reading the difference."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import serve
from browser.tree import tree_of
from real_site import DAY_OF_SPECIMEN, built

pytestmark = pytest.mark.browser

PAGE = """---
title: Verktyget
description: Ett verktyg på en sida för sig, så att ett prov kan höra vad som sägs om det.
only: sv
---

<!-- campaign:{} -->
"""
# Name of a tool → its directive, where it has no page of its own.
DIRECTIVES = {
    "finder": "finder",
    "compare": "compare-table",
    "duties": "duties",
    "my-duties": "my-duties",
    "indicators": "indicators exempelprojekt",
    "cost": "cost",
}
PLAN = "/flyttplan/harifran-och-dit/"
ADDRESSES = {**{name: f"/tool-{name}/" for name in DIRECTIVES}, "plan": PLAN}


@pytest.fixture(scope="module")
def tools_web(
    specimen: Path, once: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The specimen with a page for each tool."""
    folder = once("tools", _build_with_tools, specimen)
    with serve(folder, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def _build_with_tools(copy: Path, specimen: Path) -> None:
    """With what the specimen was built of at hand, the pages of the tools are all that there is to make."""
    shutil.copytree(specimen, copy, symlinks=True, dirs_exist_ok=True)
    for name, directive in DIRECTIVES.items():
        (copy / f"content/sv/tool-{name}.md").write_text(PAGE.format(directive), encoding="utf-8")
    built(copy, DAY_OF_SPECIMEN)


@pytest.fixture
def page(browser: Browser, tools_web: str) -> Iterator[Page]:
    """A window of a reader on the day of the specimen."""
    context = browser.new_context(base_url=tools_web, reduced_motion="reduce", timezone_id="UTC")
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromtimestamp(int(DAY_OF_SPECIMEN), UTC))
    yield page
    context.close()


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_screen_reader_is_told_the_same(
    page: Page, name: str, golden_text: Callable[[str, str], None]
) -> None:
    """Roles, names, states and their order, as they are when the page has come."""
    page.goto(ADDRESSES[name], wait_until="networkidle")
    golden_text(f"trees/{name}.txt", tree_of(page))


def test_a_state_that_changes_is_told(page: Page) -> None:
    """The tree is not of the page's text alone: what is ticked is told as ticked."""
    page.goto(ADDRESSES["finder"], wait_until="networkidle")
    box = page.locator("main input[type=checkbox]").first
    before = tree_of(page).count("checked=true")
    box.check()
    expect(box).to_be_checked()
    assert tree_of(page).count("checked=true") == before + 1
