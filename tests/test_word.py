"""The guide and the templates as Word files: they open, can be filled in, and survive another program."""

import html
import json
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pypandoc
import pytest

from campaign.content import Content
from campaign.outputs.pandoc import elements, plain
from campaign.pages import Page
from real_site import divide

pytestmark = pytest.mark.books

CODES = {"sv": "sv", "no": "nb"}
Guide = tuple[Content, list[Page]]
CONTROL = re.compile(r"<(?:w|w14):(text|date|dropDownList|checkbox)[ />]")
FIELD = re.compile(r"\]\(field:(\w+)\)|^[-*] \[ \] ", re.MULTILINE)
PROMPT = re.compile(r"\[([^\[\]]*)\]\(field:\w+\)")
# What a blank becomes in Word.
CONTROLS = {"text": "text", "long": "text", "date": "date", "choice": "dropDownList", "": "checkbox"}

_LAS = ("1", "2", "3", "3 a", "3 b", "3 c", "4", "5", "6", "7", "7 a", "7 b", *map(str, range(8, 14)))
# What a written contract must hold, as the law of each country counts it.
POINTS = {
    "sv": [f"LAS 6 c § 2 st. p. {point}" for point in _LAS],
    "no": [f"aml. § 14-6 (1) {letter}" for letter in "abcdefghijklmnopq"],
}


@pytest.fixture(scope="session")
def documents(artifacts: Path, once: Callable[..., Path]) -> Path:
    """All Word files in one folder, the language before the name."""
    return once("documents", _collect, artifacts)


def _collect(folder: Path, artifacts: Path) -> None:
    for path in sorted(artifacts.rglob("*.docx")):
        name = "-".join(path.relative_to(artifacts).parts)
        (folder / name).write_bytes(path.read_bytes())


def _convert(folder: Path, files: list[Path], form: str) -> None:
    """Let LibreOffice, started once with a profile of its own, put some documents in another format."""
    soffice = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command = [*soffice, "--convert-to", form, "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="session")
def chosen(documents: Path, pytestconfig: pytest.Config) -> list[Path]:
    """The documents that LibreOffice opens: every template and one guide, for the other is built alike, chapter for chapter."""
    files = sorted(documents.glob("*.docx"))
    left = [] if pytestconfig.getoption("--everything") else ["hr-guide-no.docx"]
    return [path for path in files if path.name not in left]


@pytest.fixture(scope="session")
def returned(chosen: list[Path], once: Callable[..., Path]) -> Path:
    """These documents as LibreOffice writes them after it has read them."""
    return once("returned", _convert, chosen, "docx")


@pytest.fixture(scope="session")
def printed(chosen: list[Path], once: Callable[..., Path]) -> Path:
    """These documents as LibreOffice prints them."""
    return once("printed", _convert, chosen, "pdf")


def load_structure(path: Path) -> dict[str, Any]:
    """What pandoc reads in a document: its headings with their levels, its tables cell by cell, and its pictures' words."""
    command = [pypandoc.get_pandoc_path(), "--from", "docx", "--to", "json", path]
    tree = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {
        "headings": [(header["c"][0], plain(header["c"][2])) for header in elements(tree, "Header")],
        "tables": [_rows(table["c"]) for table in elements(tree, "Table")],
        "pictures": [plain(image["c"][1]) for image in elements(tree, "Image")],
    }


@pytest.fixture(scope="session")
def structures(documents: Path, shared: Path) -> dict[str, dict[str, Any]]:
    """What pandoc reads in each document, read once: name → structure."""
    names = sorted(path.name for path in documents.glob("*.docx"))
    return divide(shared / "structures", names, lambda name: load_structure(documents / name))


def _rows(table: list[Any]) -> list[list[str]]:
    _, _, _, head, bodies, _ = table
    rows = [*head[1], *(row for body in bodies for row in [*body[2], *body[3]])]
    return [[plain(cell[4]).strip() for cell in row[1]] for row in rows]


def controls(path: Path) -> Counter[str]:
    """How many form fields of each sort a document holds."""
    with zipfile.ZipFile(path) as opened:
        return Counter(CONTROL.findall(opened.read("word/document.xml").decode()))


def templates(guide: Guide) -> dict[str, tuple[str, str]]:
    """File name → the code of the language and the slug, of every template."""
    content = guide[0]
    return {
        f"{code}-{content.word_in_address(slug, code)}.docx": (code, slug)
        for slug in content.records["templates"]
        for code in CODES
    }


def test_every_template_is_a_word_file(documents: Path, guide: Guide) -> None:
    """Each template can be fetched in both languages, beside the guide."""
    names = {path.name for path in documents.iterdir()}
    assert names == {*templates(guide), *(f"hr-guide-{code}.docx" for code in CODES)}


def test_what_a_document_tells_survives_another_program(
    structures: dict[str, dict[str, Any]], chosen: list[Path], returned: Path
) -> None:
    """Headings, tables and the words of pictures are all there after LibreOffice has read and written the file."""
    after = {path.name: load_structure(returned / path.name) for path in chosen}
    assert [name for name in after if structures[name] != after[name]] == []
    assert all(document["headings"] for document in structures.values())


def test_every_document_can_be_printed(
    documents: Path, chosen: list[Path], printed: Path, record_property: Callable[[str, str], None]
) -> None:
    """LibreOffice lays out each file on pages."""
    pages = {}
    if left := len(list(documents.iterdir())) - len(chosen):
        record_property("left", f"{left} Word file in LibreOffice, which is built like another")
    for path in chosen:
        with pikepdf.open(printed / f"{path.stem}.pdf") as pdf:
            pages[path.name] = len(pdf.pages)
    assert [name for name, count in pages.items() if count < 1] == []


def test_every_blank_is_a_form_field(documents: Path, guide: Guide) -> None:
    """What a writer marks as a blank can be written in, chosen, dated or ticked."""
    wrong = {}
    for name, (code, slug) in templates(guide).items():
        body = guide[0].prose[code][f"templates/{slug}.md"].body
        wanted = Counter(CONTROLS[sort] for sort in FIELD.findall(body))
        if controls(documents / name) != wanted:
            wrong[name] = (controls(documents / name), wanted)
    assert wrong == {}


def test_page_and_file_count_the_same_fields(documents: Path, guide: Guide) -> None:
    """The page fills in the file by the order of the blanks, so the n-th in the text is the n-th in the file."""
    wrong = {}
    for name, (code, slug) in templates(guide).items():
        body = guide[0].prose[code][f"templates/{slug}.md"].body
        with zipfile.ZipFile(documents / name) as opened:
            text = opened.read("word/document.xml").decode()
        found = re.findall(r'<w:alias w:val="([^"]*)"/><w:tag w:val="field-(\d+)"/>', text)
        actual = [(html.unescape(words), number) for words, number in found]
        wanted = [(words, str(n)) for n, words in enumerate(PROMPT.findall(body), 1)]
        if actual != wanted:
            wrong[name] = [pair for pair in zip(actual, wanted, strict=False) if pair[0] != pair[1]]
    assert wrong == {}


def test_form_fields_survive_another_program(documents: Path, returned: Path, guide: Guide) -> None:
    """A form that went through LibreOffice can still be filled in with Word."""
    changed = [n for n in templates(guide) if controls(documents / n) != controls(returned / n)]
    assert changed == []


@pytest.mark.parametrize("slug", ["written-information", "contract-with-english"])
@pytest.mark.parametrize("code", CODES)
def test_a_contract_shows_every_point_that_the_law_counts(
    returned: Path, guide: Guide, code: str, slug: str
) -> None:
    """Each point of LAS 6 c § and aml. § 14-6 is named in a row, also after LibreOffice has read the file."""
    name = f"{code}-{guide[0].word_in_address(slug, code)}.docx"
    cells = [" ".join(row[0].split()) for table in load_structure(returned / name)["tables"] for row in table]
    found = {mark for cell in cells for mark in cell.split("Krav: ")[1:]}
    assert sorted(mark.strip() for mark in found) == sorted(POINTS[code])


def test_every_document_says_what_it_is(documents: Path, guide: Guide) -> None:
    """Word shows the title, and checks spelling and reads aloud in the right language."""
    content = guide[0]
    titles = {
        name: content.records["templates"][slug].title[code]
        for name, (code, slug) in templates(guide).items()
    }
    titles |= {f"hr-guide-{code}.docx": content.singletons["edition"].title[code] for code in CODES}
    wanted = {name: (title, CODES[_code(name)], CODES[_code(name)]) for name, title in titles.items()}
    assert {path.name: _identity(path) for path in sorted(documents.glob("*.docx"))} == wanted


def _code(name: str) -> str:
    return name.removesuffix(".docx")[-2:] if name.startswith("hr-guide") else name[:2]


def _identity(path: Path) -> tuple[str, str, str]:
    document = docx.Document(str(path))
    [language] = document.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    return document.core_properties.title, document.core_properties.language, language


@pytest.mark.parametrize("code", CODES)
def test_one_archive_holds_every_template(artifacts: Path, code: str, guide: Guide) -> None:
    """Who wants them all fetches one file, and finds the same files in it."""
    word = guide[0].word_in_address("templates", code)
    with zipfile.ZipFile(artifacts / f"hr-guide-{word}-{code}.zip") as opened:
        packed = {name: opened.read(name) for name in opened.namelist()}
    assert packed == {path.name: path.read_bytes() for path in (artifacts / code).glob("*.docx")}


@pytest.mark.parametrize("code", CODES)
def test_the_guide_in_word_has_its_chapters(
    structures: dict[str, dict[str, Any]], code: str, guide: Guide
) -> None:
    """The headings of the first level are the contents, the chapters and what stands around them."""
    content, pages = guide
    chapters = [f"{page.record.number} {page.title}" for page in pages if page.language.code == code]
    around = [
        content.label("book", name, code)
        for name in ("contents", "about", "duties", "templates", "changes", "sources")
    ]
    found = [words for level, words in structures[f"hr-guide-{code}.docx"]["headings"] if level == 1]
    assert found == [*around[:2], *chapters, *around[2:]]


@pytest.mark.parametrize("code", CODES)
def test_duties_stand_by_country_and_size(
    structures: dict[str, dict[str, Any]], code: str, guide: Guide
) -> None:
    """A leader finds each duty in a table of its country and size, the own country before the other."""
    label, own = guide[0].label, {"sv": "SE", "no": "NO"}[code]
    counted = [
        rule
        for rule in guide[0].records["rules"].values()
        if rule.from_employees and rule.kind in ("must", "right")
    ]
    wanted = sorted((r.country != own, r.from_employees, r.statement[code]) for r in counted)
    head = [label("duties", "what", code), label("duties", "law", code)]
    tables = [table for table in structures[f"hr-guide-{code}.docx"]["tables"] if table[0] == head]
    sizes = sorted({(place, employees) for place, employees, _ in wanted})
    found = [(*size, row[0]) for size, table in zip(sizes, tables, strict=True) for row in table[1:]]
    assert sorted(found) == wanted
