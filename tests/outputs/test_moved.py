"""The pages at old addresses."""

import pytest
from lxml import html

from campaign.outputs import moved, sitemap
from campaign.outputs.sitemap import ADDRESS
from campaign.site import Site
from conftest import PUBLIC, made


@pytest.fixture
def pages(good_site: Site) -> dict[str, html.HtmlElement]:
    """Each page at an old address."""
    return {address: html.fromstring(raw.decode()) for address, raw in made(moved.targets(good_site)).items()}


def test_every_old_address_is_answered(pages: dict[str, html.HtmlElement]) -> None:
    """A reader with an old link is told, in the language of the link, where to go or why there is nothing."""
    found = {
        address: (page.get("lang"), page.xpath("string(//h1)"), page.xpath("string(//p[@class='sub'])"))
        for address, page in pages.items()
    }
    assert found == {
        "ansok/index.html": ("sv", "Sidan har flyttat", "Här ligger den nu."),
        "no/soke/index.html": ("nb", "Siden har flyttet", "Her ligger den nå."),
        "tjanster/taxi/index.html": (
            "sv",
            "Sidan finns inte längre",
            "Taxin till exempelbyarna gick i två år.",
        ),
        "no/tjenester/taxi/index.html": (
            "nb",
            "Siden finnes ikke lenger",
            "Drosjen til eksempelbyene gikk i to år.",
        ),
    }


def test_an_old_address_leads_on(pages: dict[str, html.HtmlElement]) -> None:
    """A page that moved is one click away; where one is gone, its section and the search are."""
    assert {address: page.xpath("//article//li/a/@href") for address, page in pages.items()} == {
        "ansok/index.html": ["/under/flytta/"],
        "no/soke/index.html": ["/under/no/flytte/"],
        "tjanster/taxi/index.html": ["/under/tjanster/", "/under/sok/"],
        "no/tjenester/taxi/index.html": ["/under/no/tjenester/", "/under/no/sok/"],
    }


def test_whoever_changes_the_language_stays_with_the_page(pages: dict[str, html.HtmlElement]) -> None:
    """The switch leads from an old address to that of the same page in the other language."""
    ways = "//nav[@class='languages']//a/@href"
    assert pages["no/soke/index.html"].xpath(ways) == ["/under/ansok/"]


def test_search_engines_find_the_page_of_today(good_site: Site, pages: dict[str, html.HtmlElement]) -> None:
    """An old address is in no index, ours or others', and names the page that is."""
    heads = {
        address: (
            page.xpath("string(//meta[@name='robots']/@content)"),
            page.xpath("string(//link[@rel='canonical']/@href)"),
            page.xpath("//@data-pagefind-body"),
        )
        for address, page in pages.items()
    }
    assert heads == {
        "ansok/index.html": ("noindex", f"{PUBLIC}flytta/", []),
        "no/soke/index.html": ("noindex", f"{PUBLIC}no/flytte/", []),
        "tjanster/taxi/index.html": ("noindex", "", []),
        "no/tjenester/taxi/index.html": ("noindex", "", []),
    }
    assert b"ansok" not in made(sitemap.targets(good_site))[ADDRESS]
