"""The posters to print, and the macro that shows a poster on a page."""

import io
import re
from dataclasses import replace
from typing import get_args

import pikepdf
import pytest

from campaign.context import Context
from campaign.models.places import Poster
from campaign.outputs.posters import DESIGN, FACE, downloads, poster_facts
from campaign.site import Site
from conftest import ROOT

A3 = [0, 0, 1190.55, 841.89]


@pytest.fixture(scope="module")
def printed(good_site: Site) -> Site:
    """A site that has what a poster is drawn with."""
    return replace(
        good_site, design={name: (ROOT / "overrides" / name).read_bytes() for name in (DESIGN, FACE)}
    )


def structure(element: pikepdf.Object) -> list[pikepdf.Object]:
    """An element of a PDF's structure and all below it."""
    children = element.get("/K", [])
    below = children if isinstance(children, pikepdf.Array) else [children]
    return [
        element,
        *(one for child in below if isinstance(child, pikepdf.Dictionary) for one in structure(child)),
    ]


def shown(site: Site, call: str) -> str:
    """What the macro says on the Norwegian page of a place."""
    text = f'{{% from "partials/poster.html" import poster with context %}}{{{{ {call} }}}}'
    names = Context(site, site.pages["no", "municipalities/exempelby.md"]).names()
    return site.templates.from_string(text).render(names)


def test_every_place_has_a_poster_in_each_language(good_site: Site) -> None:
    """Municipalities and regions can be printed, and a page finds its own by language and name."""
    assert [(file.address, file.item, file.slug) for file in downloads(good_site)] == [
        (f"downloads/{code}/{slug}-a3.pdf", "poster", slug)
        for code in ("sv", "no")
        for slug in ("eksempelby", "exempelby", "eksempelregionen", "exempelregionen")
    ]


def test_a_poster_says_what_its_page_says(good_site: Site) -> None:
    """Name, line and address are the page's; colour, cut and words of the drawing are the record's."""
    facts = poster_facts(good_site, good_site.pages["no", "municipalities/exempelby.md"])
    assert facts == {
        "name": "Exempelby",
        "name_lang": "sv",
        "below": "I Exempelby går toget når du kommer.",
        "country": "SE",
        "shows": "En rød stripe.",
        "focus": 40,
        "site": "Eksempelregionene",
        "address": good_site.root_address.partition("://")[2] + "no/kommuner/exempelby",
        "lang": "nb",
        "region": "NO",
        "date": facts["date"],
    }


def test_a_poster_is_one_tagged_page_of_a3(printed: Site) -> None:
    """It leaves the printer as it stands on the screen, and who hears it is told what the drawing shows."""
    for file in downloads(printed):
        with pikepdf.open(io.BytesIO(file.make())) as pdf:
            [page] = pdf.pages
            elements = structure(pdf.Root.StructTreeRoot)
            words = [str(element.Alt) for element in elements if "/Alt" in element]
            heads = [element.S for element in elements if str(element.get("/S")) == "/H1"]
            box = [round(float(edge), 2) for edge in page.mediabox]
        kind = "regions" if "regionen" in file.slug else "municipalities"
        shows = printed.content.records[kind][file.slug].poster.shows[file.language]
        assert (box, words, len(heads)) == (A3, [shows], 1)


def test_a_poster_is_the_same_twice(printed: Site) -> None:
    """The same place gives the same bytes, so that nobody fetches it again for nothing."""
    one, other = (downloads(printed)[0].make() for _ in range(2))
    assert one == other


def test_a_page_shows_a_poster_with_its_words(good_site: Site) -> None:
    """The drawing has its size before it is there, its place in a narrow cut, and words in the reader's language."""
    assert shown(good_site, 'poster("municipalities", "exempelby", "poster-head", lazy=false)') == (
        '<picture><source media="(prefers-color-scheme: dark)" srcset="../../../media/posters/exempelby-night.svg">'
        '<img class="poster poster-head focus-40" src="../../../media/posters/exempelby.svg" '
        'width="1600" height="560" alt="En rød stripe." fetchpriority="high"></picture>'
    )


def test_a_poster_beside_its_name_is_silent(good_site: Site) -> None:
    """In a link that says the name, the drawing is not read out as well."""
    assert shown(good_site, 'poster("regions", "eksempelregionen", silent=true)') == (
        '<picture><source media="(prefers-color-scheme: dark)" srcset="../../../media/posters/eksempelregionen-night.svg">'
        '<img class="poster focus-50" src="../../../media/posters/eksempelregionen.svg" '
        'width="1600" height="560" alt="" loading="lazy"></picture>'
    )


def test_every_cut_that_a_record_may_ask_for_has_its_rule() -> None:
    """A poster is never cut in the middle because a number was forgotten in the style."""
    style = (ROOT / "overrides/assets/css/parts/poster.css").read_text()
    rules = re.findall(r"\.focus-(\d+) \{ object-position: (\d+)%; \}", style)
    choices = [str(choice) for choice in get_args(Poster.model_fields["focus"].annotation)]
    assert rules == [(choice, choice) for choice in choices]
