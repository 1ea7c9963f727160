"""What an EPUB says of itself; a whole one is held against the standard in tests/test_epub.py."""

from pathlib import Path

import pytest
from lxml import etree

from campaign.outputs.epub import COVER, PAGE, STYLE, render_epub
from campaign.outputs.zip_files import read_zip
from conftest import tree_of

DESIGNS = Path(__file__).resolve().parents[2] / "overrides/book"
METADATA = {
    "title": "Boken",
    "subtitle": "Att läsa",
    "author": "Exempelregionerna",
    "lang": "sv",
    "date": "2026-02-03",
    "rights": "CC BY 4.0",
    "toc-title": "Innehåll",
    "accessibilitySummary": "Allt kan läsas upp.",
}
WORDS = {
    "book": "Boken",
    "edition": "Version 0.1",
    "cover": "Omslag: en kopp",
    "cover-page": "Omslag",
    "title-page": "Titelsida",
    "contents": "Innehåll",
}
# A bitmap of one dot.
COVER_IMAGE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fccff0bf1e0006830280"
    "d5a8b1a00000000049454e44ae426082"
)


def made(text: str = "# 1 Kaffe\n\nSvart.\n", **metadata: str) -> dict[str, bytes]:
    """The files of an EPUB that holds a text."""
    files = {COVER: COVER_IMAGE, **{name: (DESIGNS / name).read_bytes() for name in (STYLE, PAGE)}}
    return read_zip(render_epub(tree_of(text), {**METADATA, **metadata}, WORDS, files, "1770076800"))


@pytest.fixture(scope="module")
def book() -> dict[str, bytes]:
    """A book of one chapter."""
    return made()


def list_words(content: bytes, path: str) -> list[str]:
    """What stands in an element of a file."""
    names = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/2000/svg"}
    return [str(found) for found in etree.fromstring(content).xpath(path, namespaces=names)]


def test_the_contents_are_headed_in_the_books_language(book: dict[str, bytes]) -> None:
    """The list of chapters is not called as the book."""
    assert list_words(book["EPUB/nav.xhtml"], "//h:nav[@id='toc']/h:h1/text()") == ["Innehåll"]


def test_the_landmarks_are_named_in_the_books_language(book: dict[str, bytes]) -> None:
    """Who jumps to the cover or the contents hears where, and not in English."""
    landmarks = list_words(book["EPUB/nav.xhtml"], "//h:nav[@id='landmarks']//h:a/text()")
    assert landmarks == ["Titelsida", "Omslag", "Innehåll"]


def test_the_book_says_what_it_is_held_to(book: dict[str, bytes]) -> None:
    """A library can choose the books that conform, and sees who says so."""
    found = {
        name: list_words(book["EPUB/content.opf"], f"//*[@property='{name}']/text()")
        for name in ("dcterms:conformsTo", "a11y:certifiedBy")
    }
    assert found == {
        "dcterms:conformsTo": ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"],
        "a11y:certifiedBy": ["Exempelregionerna"],
    }


def test_the_type_comes_first() -> None:
    """A reading system knows an EPUB by its first bytes."""
    files = {COVER: COVER_IMAGE, **{name: (DESIGNS / name).read_bytes() for name in (STYLE, PAGE)}}
    made = render_epub(tree_of("# 1 Kaffe\n"), METADATA, WORDS, files, "1770076800")
    assert made[30:58] == b"mimetypeapplication/epub+zip"


def test_a_chapter_is_called_by_its_title(book: dict[str, bytes]) -> None:
    """Who hears the page's name does not hear the name of a file."""
    assert list_words(book["EPUB/text/ch001.xhtml"], "//h:title/text()") == ["1 Kaffe"]


def test_the_cover_is_told(book: dict[str, bytes]) -> None:
    """Who does not see the cover hears what is on it."""
    assert list_words(book["EPUB/text/cover.xhtml"], "//s:svg/@aria-label") == ["Omslag: en kopp"]


def test_the_title_page_says_which_edition_it_is(book: dict[str, bytes]) -> None:
    """A reader knows how old the rules are."""
    lines = list_words(book["EPUB/text/title_page.xhtml"], "//h:section/*/text()")
    assert lines == ["Boken", "Att läsa", "Exempelregionerna", "Version 0.1", "CC BY 4.0"]


def test_an_edition_replaces_the_one_before() -> None:
    """A library keeps one book a language: title and language decide which it is, and the day does not."""

    def identifier(files: dict[str, bytes]) -> str:
        [found] = list_words(files["EPUB/content.opf"], "//*[local-name()='identifier']/text()")
        return found

    first = identifier(made())
    assert [identifier(made(date="2027-01-01")), identifier(made(lang="nb"))] == [
        first,
        identifier(made(lang="nb")),
    ]
    assert first != identifier(made(lang="nb"))


def test_the_moment_is_the_editions(book: dict[str, bytes]) -> None:
    """The same text gives the same file on any day."""
    moments = list_words(book["EPUB/content.opf"], "//*[@property='dcterms:modified']/text()")
    assert moments == ["2026-02-03T00:00:00Z"]
    assert made() == book
