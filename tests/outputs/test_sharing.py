"""What a page looks like when somebody shares it."""

from campaign.outputs.sharing import open_graph_tags
from campaign.site import Site
from conftest import PUBLIC


def test_a_shared_page_shows_its_words_and_its_card(good_site: Site) -> None:
    """Who gets a link sees title, description and picture in the page's language."""
    assert open_graph_tags(good_site, good_site.pages["no", "news/door-opens.md"]) == [
        ("og:title", "Døren åpnes"),
        ("og:description", good_site.pages["no", "news/door-opens.md"].description),
        ("og:type", "article"),
        ("og:url", f"{PUBLIC}no/nyheter/door-opens/"),
        ("og:locale", "nb_NO"),
        ("og:locale:alternate", "sv_SE"),
        ("og:site_name", "Eksempelregionene"),
        ("article:published_time", "2026-02-03"),
        ("og:image", f"{PUBLIC}cards/no/news/door-opens.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "Kort med teksten «Døren åpnes»."),
    ]


def test_a_fallback_page_is_shared_as_its_original(good_site: Site) -> None:
    """A page that is only in Swedish is shared in Swedish from both addresses, without a translation."""
    found = [open_graph_tags(good_site, good_site.pages[code, "midsummer.md"]) for code in ("sv", "no")]
    names = [name for name, _ in found[1]]
    assert (found[0] == found[1], dict(found[1])["og:locale"], "og:locale:alternate" in names) == (
        True,
        "sv_SE",
        False,
    )


def test_the_start_page_is_the_site(good_site: Site) -> None:
    """The start page is a website, a speaker a person, and the rest are texts."""
    paths = ("index.md", "speakers/tea-master.md", "move.md")
    kinds = [dict(open_graph_tags(good_site, good_site.pages["sv", path]))["og:type"] for path in paths]
    assert kinds == ["website", "profile", "article"]


def test_the_card_of_a_place_is_told_in_words(good_site: Site) -> None:
    """Who hears a shared place read aloud learns what its poster shows, and of a scene that there is one."""
    pages = [("no", "municipalities/exempelby.md"), ("sv", "regions/exempelregionen.md"), ("sv", "move.md")]
    assert [dict(open_graph_tags(good_site, good_site.pages[page]))["og:image:alt"] for page in pages] == [
        "Kort med teksten «Exempelby» under en plakat. En rød stripe.",
        "Kort med texten »Exempelregionen« under en affisch. Två röda ränder.",
        "Kort med texten »Flytta hit« under en vy.",
    ]
