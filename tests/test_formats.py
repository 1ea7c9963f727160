"""The guide says the same in every format: each chapter's words on the web, in the EPUB, in Word and in the PDF."""

import re
import zipfile
from collections.abc import Callable
from itertools import groupby, pairwise
from pathlib import Path

import docx
import pytest
from lxml import html

from campaign.content import Content
from campaign.pages import Page
from pdf_text import tagged_words

pytestmark = pytest.mark.books

CODES = ["sv", "no"]
Guide = tuple[Content, list[Page]]
Chapters = list[str]
# What the page alone says around the prose of a chapter.
_AROUND = ".//p[@class='guidance'] | .//section[@class='aside-block'] | .//sup[a[@role='doc-noteref']]"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(*texts: str) -> str:
    """Texts without what a format adds: spaces, hyphens where lines end, and boxes to tick."""
    return re.sub(r"[\s\u00ad\u2060☐-]+", "", "".join(texts))


def on_the_web(site: Path, page: Page) -> str:
    """What a chapter's page says below its title, without the page's own notes and lists."""
    tree = html.parse(site / page.address / "index.html")
    [lead], [prose] = tree.xpath("//p[@class='sub']"), tree.xpath("//div[@class='prose']")
    for part in prose.xpath(_AROUND):
        part.drop_tree()
    return squeezed(lead.text_content(), prose.text_content())


def in_epub(path: Path) -> Chapters:
    """What each file of an EPUB's text says below its title."""
    with zipfile.ZipFile(path) as book:
        files = sorted(name for name in book.namelist() if re.search(r"/ch\d+\.xhtml$", name))
        bodies = [html.fromstring(book.read(name)).xpath("//*[local-name()='section']")[0] for name in files]
    for call in [call for body in bodies for call in body.xpath(".//*[@role='doc-noteref']")]:
        call.drop_tree()
    return [squeezed(*(part.text_content() for part in body[1:])) for body in bodies]


def in_word(path: Path) -> Chapters:
    """What a document says below each heading of the first level."""
    chapters: list[list[str]] = []
    for block in docx.Document(str(path)).element.body:
        if block.find(f"{_W}pPr/{_W}pStyle[@{_W}val='Heading1']") is not None:
            chapters.append([])
        elif chapters:
            chapters[-1] += [run.text or "" for run in block.iter(f"{_W}t")]
    return [squeezed(*words) for words in chapters]


def in_pdf(path: Path) -> Chapters:
    """What a screen reader gets below each heading of the first level, without the numbers and dots of lists."""
    runs = [(is_title, list(words)) for is_title, words in groupby(tagged_words(path), _is_title)]
    bodies = [words for (before, _), (_, words) in pairwise(runs) if before]
    return [squeezed(*(text for tag, text in words if tag != "Lbl")) for words in bodies]


def _is_title(words: tuple[str, str]) -> bool:
    return words[0] == "H1"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("form", "read"), [("epub", in_epub), ("docx", in_word), ("pdf", in_pdf)], ids=["epub", "word", "pdf"]
)
def test_every_chapter_says_the_same_as_on_the_web(
    site: Path, artifacts: Path, guide: Guide, code: str, form: str, read: Callable[[Path], Chapters]
) -> None:
    """Whoever fetches the guide reads the words of the site, all of them, in the same order."""
    chapters = [page for page in guide[1] if page.language.code == code]
    found = set(read(artifacts / f"hr-guide-{code}.{form}"))
    assert [page.slug for page in chapters if on_the_web(site, page) not in found] == []
