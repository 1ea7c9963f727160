"""The guide before it has a format: what becomes of links and of places to link to."""

from collections.abc import Callable

import pytest

from campaign.outputs.manuscript import BACK, appendix, bind, chapter_pages, chapter_part
from campaign.outputs.pandoc import elements, plain
from campaign.settings import BY_CODE
from campaign.site import Site
from conftest import PUBLIC, Changes

CHAPTER = "content/sv/hr-guide/first-day.md"
World = Callable[..., Site]
Edited = Callable[[str, str, str], Changes]


def _links(site: Site, *, with_duties: bool = True) -> dict[str, str]:
    """Words → address of the links in the chapter's text, bound alone or with the appendix on duties."""
    language = BY_CODE["sv"]
    parts = [chapter_part(site, page) for page in chapter_pages(site, language)]
    if with_duties:
        parts.append(appendix(site, language, "duties", BACK["duties"]))
    return {plain(link["c"][1]): link["c"][2][0] for link in elements(bind(site, parts), "Link")}


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("#law", "#first-day-law"),
        ("rule:se-coffee", "#first-day-rule-se-coffee"),
        ("duties.md", "#duties"),
        ("../about.md", f"{PUBLIC}om/"),
        ("first-day.md#templates", f"{PUBLIC}hr-guide/forsta-dagen/#templates"),
        ("source:exempellagen", f"{PUBLIC}kallor/#exempellagen"),
        ("https://exempel.example/", "https://exempel.example/"),
    ],
)
def test_a_link_stays_in_the_book_if_its_end_is_there(
    world: World, edited: Edited, written: str, address: str
) -> None:
    """A reader of the book turns to a page of it, and goes to the web only for what is not printed."""
    site = world(edited(CHAPTER, "Kallt kaffe.", f"Kallt kaffe, [se här]({written})."))
    assert _links(site)["se här"] == address


def test_a_chapter_alone_leads_to_the_web_for_the_rest(world: World, edited: Edited) -> None:
    """Who has one chapter only still finds what it refers to."""
    site = world(edited(CHAPTER, "Kallt kaffe.", "Kallt kaffe, [se här](duties.md)."))
    assert _links(site, with_duties=False)["se här"] == f"{PUBLIC}hr-guide/plikter/"


def test_headings_of_two_chapters_never_share_a_place(good_site: Site) -> None:
    """Every chapter has a section called `law`, and each link finds its own."""
    part = chapter_part(good_site, chapter_pages(good_site, BY_CODE["sv"])[0])
    tree = bind(good_site, [part])
    places = [header["c"][1][0] for header in elements(tree, "Header")]
    assert places == [
        "first-day",
        *(
            f"first-day-{name}"
            for name in ("steps", "why", "example", "mistakes", "law", "rules-se", "rules-no")
        ),
        *(f"first-day-{name}" for name in ("grow", "checklist", "more")),
    ]
