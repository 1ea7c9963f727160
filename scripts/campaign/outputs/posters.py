"""The posters to print: one A3 page of each place in each language, as a tagged PDF."""

import json
from collections.abc import Iterator
from datetime import date
from functools import partial

from campaign.models import KINDS
from campaign.models.places import Place
from campaign.outputs.drawings import painted
from campaign.outputs.typeset import typeset_pdf
from campaign.pages import Page, pages_of
from campaign.reads import Once
from campaign.settings import LANGUAGES
from campaign.site import Download, Site

DESIGN, FACE = "book/poster.typ", "book/young-serif.ttf"
ITEM = "poster"


def downloads(site: Site) -> tuple[Download, ...]:
    """The poster of each place in each language; each file is made when it is asked for."""
    return tuple(_download(site, page) for page in _places(site))


def _places(site: Site) -> Iterator[Page]:
    kinds = [kind.name for kind in KINDS.values() if "posters" in kind.pictures]
    for language in LANGUAGES:
        for kind in kinds:
            yield from (page for page in pages_of(site.pages, language, kind) if page.slug)


def _download(site: Site, page: Page) -> Download:
    slug, code = str(page.slug), page.language.code
    name = f"{code}/{site.content.word_in_address(slug, code)}-a3.pdf"
    make = Once(partial(_pdf, site, code, page.path))
    return Download(f"downloads/{name}", make, "PDF", code, ITEM, slug)


def _pdf(site: Site, code: str, path: str) -> bytes:
    page = site.pages[code, path]
    files = {
        **{name: site.design[name] for name in (DESIGN, FACE)},
        "poster.json": json.dumps(poster_facts(site, page)).encode(),
        "picture.svg": painted(site.content.media[f"posters/{page.slug}.svg"]),
    }
    return typeset_pdf(DESIGN, files)


def poster_facts(site: Site, page: Page) -> dict[str, object]:
    """What a poster says and where its drawing is cut, as poster.typ names it."""
    content, code = site.content, page.language.code
    poster = page.shown(Place).poster
    day = date.fromisoformat(content.edition.date)
    return {
        "name": page.title,
        "name_lang": page.title_language.tag,
        "below": page.subtitle or "",
        "country": page.title_language.country,
        "shows": poster.shows[code],
        "focus": poster.focus,
        "site": content.label("interface", "site-name", code),
        "address": (site.root_address + page.address).partition("://")[2].rstrip("/"),
        "lang": page.language.tag,
        "region": page.language.country,
        "date": {"year": day.year, "month": day.month, "day": day.day},
    }
