"""What search engines, and those who share a page, find in the built site."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from PIL import Image

from real_site import ROOT, page_addresses, parsed_page
from schema_org import complaints

pytestmark = pytest.mark.site

PUBLIC = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)["site_url"]
LIGHT_ENOUGH = 45_000
DATA = "//script[@type='application/ld+json']/text()"


@pytest.fixture(params=["project", "specimen"])
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of the built site: the real one, and the specimen's."""
    return Path(request.getfixturevalue(request.param)) / "site"


@pytest.fixture
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page that is to be found: address → page; without those about what is missing, or at an old address."""
    addresses = [address for address in page_addresses(site) if address.endswith("/")]
    found = {address: parsed_page(site / f".{address}index.html") for address in addresses}
    return {address: page for address, page in found.items() if not page.xpath("//meta[@name='robots']")}


@pytest.fixture
def json_ld(pages: dict[str, html.HtmlElement]) -> dict[str, list[dict[str, Any]]]:
    """The things that each page tells: address → things."""
    return {
        address: [thing for text in page.xpath(DATA) for thing in json.loads(text)["@graph"]]
        for address, page in pages.items()
    }


def marks(page: html.HtmlElement) -> dict[str, str]:
    """The Open Graph marks of a page."""
    return {one.get("property"): one.get("content") for one in page.xpath("//head/meta[@property]")}


def language(page: html.HtmlElement) -> str:
    """The language of the article, which on a fallback page is not that of the frame."""
    return str(page.xpath("string((//article/@lang | /html/@lang)[last()])"))


def test_every_page_follows_the_vocabulary(json_ld: dict[str, list[dict[str, Any]]]) -> None:
    """No page tells what schema.org does not know, or lacks what Google demands."""
    wrong = {address: complaints(things) for address, things in json_ld.items()}
    assert {address: found for address, found in wrong.items() if found or not json_ld[address]} == {}


def test_every_page_is_told_in_its_language(
    pages: dict[str, html.HtmlElement], json_ld: dict[str, list[dict[str, Any]]]
) -> None:
    """A page is offered to those who read its language."""
    found = {address: things[0]["inLanguage"] for address, things in json_ld.items()}
    assert found == {address: language(page) for address, page in pages.items()}


def test_every_page_but_the_start_pages_has_its_way(json_ld: dict[str, list[dict[str, Any]]]) -> None:
    """A search engine shows where in the site a page hangs."""
    without = {a for a, things in json_ld.items() if "BreadcrumbList" not in [one["@type"] for one in things]}
    assert without == {"/", "/no/", "/en/"} & json_ld.keys()


def test_a_page_tells_each_thing_once(pages: dict[str, html.HtmlElement]) -> None:
    """One block of data a page."""
    blocks = Counter(len(page.xpath(DATA)) for page in pages.values())
    assert blocks == {1: len(pages)}


def test_the_guide_is_a_book_in_both_languages(project: Path) -> None:
    """Who searches for a handbook finds it in each format, as files that are there."""
    site = project / "site"
    for address in ("hr-guide/", "no/hr-guide/"):
        page = parsed_page(site / address / "index.html")
        (book,) = [one for one in json.loads(page.xpath(DATA)[0])["@graph"] if one["@type"] == "Book"]
        files = [site / edition["url"].removeprefix(PUBLIC) for edition in book["workExample"]]
        assert (len(files) >= 3, [file for file in files if not file.is_file()]) == (True, [])


@pytest.mark.parametrize("address", ["fragor/", "no/sporsmal/"])
def test_questions_are_told_with_answers(project: Path, address: str) -> None:
    """All questions that a reader sees are told, and no more."""
    page = parsed_page(project / "site" / address / "index.html")
    (faq,) = [one for one in json.loads(page.xpath(DATA)[0])["@graph"] if one["@type"] == "FAQPage"]
    assert [one["name"] for one in faq["mainEntity"]] == page.xpath("//article//h2[not(@id='notes')]//text()")


def test_every_page_has_its_card(site: Path, pages: dict[str, html.HtmlElement]) -> None:
    """Whoever shares a page shares a light picture that is there, as large as is told, and told in words too."""
    expected = {address: (["1200", "630"], True, True) for address in pages}
    found = {}
    for address, page in pages.items():
        actual = marks(page)
        card = site / actual["og:image"].removeprefix(PUBLIC)
        with Image.open(card) as picture:
            size = [str(side) for side in picture.size]
        assert size == [actual["og:image:width"], actual["og:image:height"]]
        light = card.stat().st_size < LIGHT_ENOUGH
        found[address] = (size, light, actual["og:title"] in actual["og:image:alt"])
    assert found == expected


def test_who_shares_a_page_shares_its_original(pages: dict[str, html.HtmlElement]) -> None:
    """A link that was shared leads to the address that search engines know."""
    shared = {address: marks(page)["og:url"] for address, page in pages.items()}
    assert shared == {
        address: page.xpath("string(//link[@rel='canonical']/@href)") for address, page in pages.items()
    }


def test_no_card_is_left_over(site: Path, pages: dict[str, html.HtmlElement]) -> None:
    """Every card that is published is some page's."""
    cards = {path.relative_to(site).as_posix() for path in (site / "cards").rglob("*.png")}
    assert cards == {marks(page)["og:image"].removeprefix(PUBLIC) for page in pages.values()}


def test_a_missing_page_tells_nothing(site: Path) -> None:
    """Nobody is shown a page about a missing page."""
    for address in ("404.html", "no/404.html"):
        page = parsed_page(site / address)
        assert (page.xpath(DATA), marks(page), page.xpath("//meta[@name='twitter:card']")) == ([], {}, [])
