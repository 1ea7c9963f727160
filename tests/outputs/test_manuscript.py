"""The guide before it has a format: what becomes of links and of places to link to."""

import copy
from collections.abc import Callable

import pytest

from campaign.editing.changes import Project, rename
from campaign.markdown import parse
from campaign.outputs.book import BODY, render_pdf
from campaign.outputs.manuscript import (
    FRONT,
    Part,
    _shape_tables,
    appendix,
    back_matter,
    chapter_pages,
    chapter_part,
    merge,
    of_country,
    sources_part,
)
from campaign.outputs.markup import typst_markup
from campaign.outputs.pandoc import elements, plain
from campaign.outputs.pictures import files_of
from campaign.settings import BY_CODE
from campaign.site import Site
from conftest import PUBLIC, Changes, Check, tree_of

PLAIN = '#set document(title: "Bok")\n#set text(lang: "sv")\n' + BODY
CHAPTER = "content/sv/hr-guide/first-day.md"
World = Callable[..., Site]
Edited = Callable[[str, str, str], Changes]


def _links(site: Site, *, with_duties: bool = True) -> dict[str, str]:
    """Words → address of the links in the chapter's text, bound alone or with the appendix on duties."""
    language = BY_CODE["sv"]
    parts = [appendix(site, language, name, path) for name, path in FRONT.items()]
    parts += [chapter_part(site, page) for page in chapter_pages(site, language)]
    if with_duties:
        parts.append(appendix(site, language, "duties", back_matter(site)["duties"]))
    return {plain(link["c"][1]): link["c"][2][0] for link in elements(merge(site, parts), "Link")}


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("#law", "#first-day-law"),
        ("#l%61w", "#first-day-law"),
        ("#templates", f"{PUBLIC}hr-guide/forsta-dagen/#templates"),
        ("../../media/mark.svg", f"{PUBLIC}media/mark.svg"),
        ("rule:se-coffee", "#first-day-rule-se-coffee"),
        ("duties.md", "#duties"),
        ("../about.md", f"{PUBLIC}om/"),
        ("first-day.md#templates", f"{PUBLIC}hr-guide/forsta-dagen/#templates"),
        ("index.md", f"{PUBLIC}hr-guide/"),
        ("https://exempel.example/", "https://exempel.example/"),
    ],
)
def test_a_link_stays_in_the_book_if_its_end_is_there(
    world: World, edited: Edited, written: str, address: str
) -> None:
    """A reader of the book turns to a page of it, and goes to the web only for what is not printed."""
    site = world(edited(CHAPTER, "Kallt kaffe.", f"Kallt kaffe, [se här]({written})."))
    assert _links(site)["se här"] == address


def test_an_appendix_stands_for_its_page_whatever_that_is_called(
    changed: Callable[..., dict[str, bytes]], world: World, edited: Edited, checked: Check
) -> None:
    """A link to the duties stays in the book when an editor has given their page another name."""
    linked = changed(edited(CHAPTER, "Kallt kaffe.", "Kallt kaffe, [se här](duties.md)."))
    renamed = rename(Project(linked, checked), "hr-guide/duties.md", "live/what-to-do.md", {})
    content = {path: raw for path, raw in renamed.files.items() if path.startswith("content/")}
    assert _links(world(content))["se här"] == "#duties"


def test_a_figure_in_the_book_is_the_record_s(world: World, edited: Edited) -> None:
    """The printed guide says the same number as the page."""
    site = world(edited(CHAPTER, "Kallt kaffe.", "Kallt kaffe för [12 345](fact:exempelby/population)."))
    [page] = chapter_pages(site, BY_CODE["sv"])
    words = plain(merge(site, [chapter_part(site, page)])["blocks"])
    assert "Kallt kaffe för 12\u00a0345.Exempelbyrån: Folkmängd" in words


def test_a_link_finds_a_heading_that_has_no_written_id(world: World, edited: Edited) -> None:
    """An anchor that the check lets pass is the same in the book: Swedish letters and all."""
    text = "\n\n### Så här går det\n\n[a](#sa-har-gar-det) [b](#ar-det-sa)\n\n### Är det så\n\nJa.\n"
    site = world(
        {
            **edited(CHAPTER, "Kallt kaffe.", f"Kallt kaffe.{text}"),
            **edited("content/no/hr-guide/first-day.md", "Kald kaffe.", f"Kald kaffe.{text}"),
        }
    )
    tree = merge(site, [chapter_part(site, chapter_pages(site, BY_CODE["sv"])[0])])
    assert {link["c"][2][0] for link in elements(tree, "Link")} >= {
        "#first-day-sa-har-gar-det",
        "#first-day-ar-det-sa",
    }
    pdf = render_pdf(typst_markup(tree["blocks"]), {}, PLAIN, files_of(tree, site.content.media))
    assert pdf.startswith(b"%PDF")  # typst stops at a link that leads nowhere


def test_every_link_within_a_book_has_an_end(good_site: Site) -> None:
    """No format stops at a link whose place is missing."""
    language = BY_CODE["no"]
    names = FRONT | back_matter(good_site)
    parts = [appendix(good_site, language, name, path) for name, path in names.items()]
    parts += [chapter_part(good_site, page) for page in chapter_pages(good_site, language)]
    tree = merge(good_site, parts)
    places = {node["c"][1][0] for node in elements(tree, "Header")}
    places |= {node["c"][0][0] for node in elements(tree, "Span")}
    inside = {link["c"][2][0][1:] for link in elements(tree, "Link") if link["c"][2][0].startswith("#")}
    assert inside and inside - places == set()


def test_a_chapter_alone_leads_to_the_web_for_the_rest(world: World, edited: Edited) -> None:
    """Who has one chapter only still finds what it refers to."""
    site = world(edited(CHAPTER, "Kallt kaffe.", "Kallt kaffe, [se här](duties.md)."))
    assert _links(site, with_duties=False)["se här"] == f"{PUBLIC}hr-guide/plikter/"


def test_headings_of_two_chapters_never_share_a_place(good_site: Site) -> None:
    """Every chapter has a section called `law`, and each link finds its own."""
    part = chapter_part(good_site, chapter_pages(good_site, BY_CODE["sv"])[0])
    tree = merge(good_site, [part])
    places = [header["c"][1][0] for header in elements(tree, "Header")]
    assert places == [
        "first-day",
        *(
            f"first-day-{name}"
            for name in ("steps", "why", "example", "mistakes", "law", "rules-se", "rules-no")
        ),
        *(f"first-day-{name}" for name in ("grow", "checklist", "more")),
    ]


def _table(text: str) -> list[tuple[str, float | None]]:
    """How each column of a bound table stands: at which side, and which share of the line it has."""
    tree = tree_of(text)
    _shape_tables(tree)
    [table] = elements(tree, "Table")
    return [(side["t"], width.get("c")) for side, width in table["c"][2]]


def test_a_narrow_table_is_as_wide_as_its_words() -> None:
    """A table of short words needs no help, and its words begin at the left if the writer says nothing else."""
    assert _table("| a | b |\n| - | -: |\n| c | 5 |\n") == [("AlignLeft", None), ("AlignRight", None)]


def test_a_wide_table_shares_the_line_by_what_its_columns_hold() -> None:
    """A long sentence gets more room than a word, and a word is not squeezed; addresses take no room."""
    sentence, link = "ord " * 30, "[lag](https://exempel.example/en-mycket-lang-adress-som-ingen-ser)"
    columns = _table(f"| a | b |\n| - | - |\n| {link} | {sentence} |\n")
    assert columns == [("AlignLeft", 16 / 76), ("AlignLeft", 60 / 76)]


def test_no_column_breaks_a_word() -> None:
    """A role of one long word stands on its line, whatever the sentences beside it want."""
    columns = _table(f"| a | b | c |\n| - | - | - |\n| Sammankallande | {'ord ' * 30} | {'ord ' * 20} |\n")
    assert columns[0] == ("AlignLeft", 18 / 80)
    assert sum(width or 0 for _, width in columns) == pytest.approx(1)


def test_a_picture_of_a_chapter_is_found_beside_the_book(good_site: Site) -> None:
    """The address within the site becomes one within the book, and the words go along."""
    part = chapter_part(good_site, chapter_pages(good_site, BY_CODE["sv"])[0])
    [image] = elements(merge(good_site, [part]), "Image")
    assert (plain(image["c"][1]), image["c"][2][0]) == (
        "Stationen där den nya stiger av tåget",
        "media/scenes/station.svg",
    )


def test_a_merge_leaves_the_parts_as_they_are(good_site: Site) -> None:
    """The same part goes into the guide and into a chapter of its own."""
    part = chapter_part(good_site, chapter_pages(good_site, BY_CODE["sv"])[0])
    before = copy.deepcopy(part.tokens)
    merge(good_site, [part])
    assert part.tokens == before


def test_an_edition_has_one_country(good_site: Site) -> None:
    """What is told of the neighbour's law is left out, and what compares both; a callout stays."""
    part = chapter_part(good_site, chapter_pages(good_site, BY_CODE["sv"])[0])
    headings = [
        header["c"][1][0] for header in elements(merge(good_site, [of_country(part, "SE")]), "Header")
    ]
    assert "first-day-rules-se" in headings and "first-day-rules-no" not in headings
    whole = [header["c"][1][0] for header in elements(merge(good_site, [part]), "Header")]
    assert [name for name in whole if name != "first-day-rules-no"] == headings


@pytest.mark.parametrize(
    ("country", "expected"), [("SE", "Lag. Hem. Fråga först."), ("NO", "Lag. Borta. Fråga först.")]
)
def test_what_stands_around_the_rules_is_of_both(good_site: Site, country: str, expected: str) -> None:
    """The order of the countries and the differences say nothing to whoever has one; callouts do."""
    text = (
        "## Lag {#law}\n\nHem först.\n\n### Hem {#rules-se}\n\n### Borta {#rules-no}\n\n### Skillnader\n\nMånga.\n\n"
        "> [!NOTE]\n> Fråga först.\n"
    )
    page = chapter_pages(good_site, BY_CODE["sv"])[0]
    part = of_country(Part("a", "", page, parse(text)), country)
    shown = [token.content for token in part.tokens if token.type == "inline" and token.content != "Note"]
    assert ". ".join(word.rstrip(".").partition(" {")[0] for word in shown) + "." == expected


def test_a_table_of_both_countries_keeps_the_rows_of_one(good_site: Site) -> None:
    """The duties of a chapter stand in one table, a row each."""
    text = "| Land | Vad |\n| - | - |\n| Sverige | Kaffe |\n| Norge | Te |\n"
    page = chapter_pages(good_site, BY_CODE["sv"])[0]
    part = of_country(Part("a", "", page, parse(text)), "SE", {"Norge"})
    assert [token.content for token in part.tokens if token.type == "inline"] == [
        "Land",
        "Vad",
        "Sverige",
        "Kaffe",
    ]


def test_the_sources_of_a_book_are_listed_once(good_site: Site) -> None:
    """A note says where in a source; the list tells the rest, and when the sources were read."""
    part = chapter_part(good_site, chapter_pages(good_site, BY_CODE["sv"])[0])
    listed = sources_part(good_site, BY_CODE["sv"], [part, part])
    words = [plain(item) for item in elements(merge(good_site, [listed]), "BulletList")[0]["c"]]
    assert len(words) == len(set(words)) > 0
