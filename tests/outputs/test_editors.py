"""The page for editors: the worst of what wants an eye."""

import json
from dataclasses import replace

import pytest
from lxml import html

from campaign.outputs.editors import targets
from campaign.outputs.sitemap import targets as sitemap
from campaign.pages import HOME
from campaign.problems import Position, Problem
from campaign.site import Site
from conftest import made


@pytest.fixture
def site(good_site: Site) -> Site:
    """The good specimen with a warning."""
    return replace(good_site, warnings=(Problem("content/sv/move.md", Position(8), "W404", {"value": "og"}),))


def test_each_full_language_has_its_page_and_its_rows_as_json(site: Site) -> None:
    """A partial language has no editors of its own."""
    assert sorted(targets(site)) == [
        "editors/index.html",
        "editors/status.json",
        "no/editors/index.html",
        "no/editors/status.json",
    ]


@pytest.mark.parametrize(
    ("folder", "warning"), [("", "Ordet »og« är grannspråkets."), ("no/", "Ordet «og» er nabospråkets.")]
)
def test_the_page_says_what_make_status_says(site: Site, folder: str, warning: str) -> None:
    """The same sentences in the language of the page, with whoever knows, at most twenty; all of them as JSON."""
    files = made(targets(site))
    page, rows = (
        html.fromstring(files[f"{folder}editors/index.html"]),
        json.loads(files[f"{folder}editors/status.json"]),
    )
    found = [" ".join(row.text_content().split()) for row in page.xpath("//ol/li[code]")]
    assert any(warning in sentence for sentence in found)
    assert (
        len(found) <= 20,
        {"Exempelby."} <= {str(one) for one in page.xpath("//li/strong/text()")},
    ) == (True, True)
    sentences = [" ".join(row["message"].split()) for row in rows]
    assert all(any(sentence in one for sentence in sentences) for one in found)


def test_nobody_is_led_to_it(site: Site) -> None:
    """It is kept out of the sitemap, of search engines and of the menu."""
    page = html.fromstring(made(targets(site))["editors/index.html"])
    assert page.xpath("string(//meta[@name='robots']/@content)") == "noindex"
    assert b"editors" not in made(sitemap(site))["sitemap.xml"]
    assert site.pages["sv", HOME].address not in ("editors/",)


def test_with_nothing_to_do_it_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty table would look like a fault."""
    monkeypatch.setattr("campaign.status.build_status", lambda _: [])
    assert "Allt är i ordning." in made(targets(site))["editors/index.html"].decode()
