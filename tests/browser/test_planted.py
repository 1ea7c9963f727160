"""Faults planted on a page: the silence of a visit means something."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from internal_links import dead_links
from looks import AXE_WIDTHS, LOOKS
from visit import Visit, visit_page, with_axe

pytestmark = pytest.mark.browser

# A whole small page but for its faults: where the scheme is dark, one line among others is grey on black; and a link to a place
# that is not there.
PAGE = """\
<!doctype html>
<html lang="sv"><title>Prov</title>
<style>
body { background: #fff; color: #000 }
@media (prefers-color-scheme: dark) { body { background: #000; color: #fff } a { color: #fff } .pale { color: #444 } }
</style>
<nav class="languages"><a href="/">Svenska</a></nav>
<main id="content"><h1>Prov</h1><p>Vit på svart.</p><p class="pale">Grå på svart.</p><p><a href="#nowhere">Hit</a></p><p><a href="#content">Dit</a></p></main>
"""


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[Visit]:
    """A visit to that page, in all looks."""
    context = browser.new_context(base_url="http://exempel.example")
    context.route("**/*", lambda route: route.fulfill(body=PAGE, content_type="text/html; charset=utf-8"))
    yield visit_page(with_axe(context.new_page()), context.new_page(), "/", LOOKS)
    context.close()


def test_words_too_pale_in_the_dark_are_seen(visit: Visit) -> None:
    """What is wrong in one colour scheme only is found in that one, on a phone and a desk, whatever stands around it."""
    found = {look: [one for one in all_of_it if "contrast" in one] for look, all_of_it in visit.axe.items()}
    dark = [(look, faults) for look, faults in found.items() if faults]
    assert dark == [(("dark", width), ["color-contrast: .pale"]) for width in AXE_WIDTHS]


def test_a_link_to_a_place_that_is_not_there_is_seen(visit: Visit, tmp_path: Path) -> None:
    """A dead anchor is told with its page; one that leads somewhere is not."""
    assert dead_links({"/": visit}, tmp_path) == ["/ → /#nowhere"]
