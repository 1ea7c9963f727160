"""What a page looks like when somebody shares it: Open Graph, with the page's card."""

from campaign.models.places import Place
from campaign.outputs.cards import SIZE, card_address, card_of
from campaign.pages import Page
from campaign.site import Site

KINDS = {"home": "website", "speakers": "profile"}


def open_graph_tags(site: Site, page: Page) -> list[tuple[str, str]]:
    """Property and content of each Open Graph mark. A fallback page is shared as its original."""
    language = page.body_language
    original = site.pages[language.code, page.path]
    others = [one.language for one in site.translations(page.path) if one.language != language]
    published = [("article:published_time", page.date)] if page.date else []
    return [
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:type", KINDS.get(page.layout, "article")),
        ("og:url", site.root_address + original.address),
        ("og:locale", language.locale),
        *(("og:locale:alternate", other.locale) for other in others),
        ("og:site_name", site.content.label("interface", "site-name", language.code)),
        *published,
        *_picture(site, page),
    ]


def _picture(site: Site, page: Page) -> list[tuple[str, str]]:
    return [
        ("og:image", site.root_address + card_address(page)),
        ("og:image:type", "image/png"),
        ("og:image:width", str(SIZE[0])),
        ("og:image:height", str(SIZE[1])),
        ("og:image:alt", _alternative(site, page)),
    ]


def _alternative(site: Site, page: Page) -> str:
    """The card in words; a place's poster is told of in its record."""
    look, code = card_of(site, page).look, page.body_language.code
    words = site.content.label("card", look, code).replace("{title}", page.title)
    return words.replace("{shows}", page.shown(Place).poster.shows[code]) if look == "poster" else words
