"""A template filled in on the page: by keyboard, into the Word file, with nothing sent and nothing kept unasked."""

import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from campaign.content import Content, load_content
from campaign.files import load_tree
from real_site import ROOT
from visit import MEASURES

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]

CONTRACT = {"sv": "/mallar/anstallningsinformation/", "no": "/no/maler/arbeidsavtale/"}
LETTER = "/mallar/erbjudandebrev/"
DAYS = {"sv": "2027-02-01", "no": "01.02.2027"}
# Each place to write in: its id, its sort, what it is called, whether the law demands it, and what is written there.
FIELDS = """() => [...document.querySelectorAll(".paper .field > :is(input, select, textarea)")].map((one) => ({
    id: one.id, sort: one.type, name: one.ariaLabel, required: one.required, value: one.value}))"""
FOCUSED = "() => document.activeElement.id"
KEPT = "() => [{...localStorage}, {...sessionStorage}, document.cookie]"


@pytest.fixture(scope="module")
def content() -> Content:
    """The real content."""
    return load_content(load_tree(ROOT))[0]


def fields(page: Page) -> list[dict[str, Any]]:
    """Every place to write in, in the order of the paper."""
    return list(page.evaluate(FIELDS))


def fill_by_keyboard(page: Page, wanted: list[dict[str, Any]]) -> None:
    """Go from field to field with Tab; write a sentence, type a day, choose the second of what can be chosen."""
    page.locator(f"#{wanted[0]['id']}").focus()
    for number, field in enumerate(wanted):
        while page.evaluate(FOCUSED) != field["id"]:
            page.keyboard.press("Tab")
        if field["sort"] == "select-one":
            page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowDown")
        else:
            page.keyboard.type("02012027" if field["sort"] == "date" else f"Svar <{number}> & så")


def saved(page: Page, folder: Path) -> Path:
    """The file that the browser saves when the button is pressed."""
    with page.expect_download() as download:
        page.locator("[data-save]").press("Enter")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def read_by_libreoffice(path: Path) -> str:
    """What a document says to somebody who opens it in LibreOffice."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", path.parent, path], check=True, capture_output=True)
    return path.with_suffix(".txt").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("code", CONTRACT)
def test_a_contract_is_filled_in_by_keyboard(
    open_page: OpenPage, content: Content, tmp_path: Path, code: str, width: int
) -> None:
    """Every answer and every row that the law demands stand in the file; the page asks for what saves it, for the template, and nothing else."""
    page, asked = open_page(CONTRACT[code], width=width, locale="en-US"), []
    assert page.evaluate(MEASURES) == {"overflow": 0, "small": []}
    fill_by_keyboard(page, fields(page))
    page.on("request", lambda request: asked.append((urlsplit(request.url), request.method)))
    path = saved(page, tmp_path)
    needed = ["/assets/save.js", f"/downloads/{code}/{path.name}"]
    assert {(url.netloc, method) for url, method in asked} == {(urlsplit(page.url).netloc, "GET")}
    names = [re.sub(r"\.[0-9a-f]{8}\.", ".", url.path) for url, _ in asked]
    assert names in (needed, [*needed, "/media/mark.svg"])
    expect(page.locator("[data-status]")).to_have_text(content.label("fill", "saved", code))
    read = " ".join(read_by_libreoffice(path).split())
    wanted = [DAYS[code] if one["sort"] == "date" else one["value"] for one in fields(page)]
    assert [answer for answer in wanted if not answer or " ".join(answer.split()) not in read] == []
    marks = [" ".join(mark.split()) for mark in page.locator(".required").all_inner_texts()]
    assert [mark for mark in marks if mark not in read] == []


@pytest.mark.parametrize("code", CONTRACT)
def test_the_file_keeps_its_fields(open_page: OpenPage, tmp_path: Path, code: str) -> None:
    """What was written can be changed in Word: each field is still one, and only the text of the file has changed."""
    page = open_page(CONTRACT[code], locale="en-US")
    fill_by_keyboard(page, fields(page))
    path = saved(page, tmp_path)
    response = page.request.get(f"/downloads/{code}/{path.name}")
    (tmp_path / "plain.docx").write_bytes(response.body())
    with zipfile.ZipFile(path) as mine, zipfile.ZipFile(tmp_path / "plain.docx") as plain:
        assert (mine.testzip(), mine.namelist()) == (None, plain.namelist())
        changed = [name for name in mine.namelist() if mine.read(name) != plain.read(name)]
        assert changed == ["word/document.xml"]
        texts = [packed.read("word/document.xml").decode() for packed in (mine, plain)]
    kinds = [
        re.findall(r'<w:tag w:val="field-\d+"/>|<w:(?:text|date|dropDownList)\b', text) for text in texts
    ]
    assert kinds[0] == kinds[1]
    assert [text.count("showingPlcHdr") == 0 for text in texts] == [True, False]


@pytest.mark.parametrize("code", CONTRACT)
def test_an_empty_row_that_the_law_demands_is_refused(
    open_page: OpenPage, content: Content, code: str
) -> None:
    """The focus goes to a list of what is empty; a line of it leads to the row, which says why."""
    page, started = open_page(CONTRACT[code], width=390), []
    page.on("download", lambda download: started.append(download))
    page.locator("[data-save]").press("Enter")
    demanded = [one for one in fields(page) if one["required"]]
    assert page.evaluate("document.activeElement.matches('[data-errors]')")
    forms = content.label_forms("fill", "empty", code)
    actual = forms["other"].replace("{count}", str(len(demanded)))
    expect(page.locator("#fill-errors")).to_have_text(actual)
    lines = page.locator("[data-errors] a")
    found = zip(lines.all_inner_texts(), demanded, strict=True)
    assert [line for line, one in found if not one["name"].startswith(line)] == []
    lines.nth(2).press("Enter")
    assert page.evaluate(FOCUSED) == demanded[2]["id"]
    third = page.locator(f"#{demanded[2]['id']}")
    expect(third).to_have_accessible_description(
        re.compile("Krav: .*" + re.escape(content.label("fill", "fix", code)))
    )
    page.keyboard.type("Svar")
    assert third.get_attribute("aria-invalid") is None
    page.locator("[data-save]").press("Enter")
    expect(lines).to_have_count(len(demanded) - 1)
    assert started == []


@pytest.mark.parametrize("code", CONTRACT)
def test_each_place_to_write_in_has_a_name_of_its_own_row(open_page: OpenPage, code: str) -> None:
    """Who hears the page knows which row and whose column a field belongs to."""
    names = [one["name"] for one in fields(open_page(CONTRACT[code]))]
    heard = {
        "sv": ["Namn, Arbetsgivaren, Företagets namn", "Namn, Den anställda", "Startdag"],
        "no": ["Navn, Arbeidsgiveren, Bedriftens navn", "Navn, Den ansatte", "Første arbeidsdag"],
    }
    assert [name for name in heard[code] if name not in names] == []


def test_a_draft_is_kept_only_if_asked(open_page: OpenPage) -> None:
    """Nothing is stored until the reader ticks the box; then the answers are there again, until the tick is taken away."""
    page = open_page(LETTER)
    page.locator("#field-1").fill("Ett företag")
    assert page.evaluate(KEPT) == [{}, {}, ""]
    page.locator("[name=keep]").press("Space")
    page.locator("#field-2").fill("Någon")
    page.locator(".paper li input").first.press("Space")
    page.reload()
    assert [one["value"] for one in fields(page)[:2]] == ["Ett företag", "Någon"]
    assert page.locator(".paper li input").first.is_checked()
    page.locator("[name=keep]").press("Space")
    assert page.evaluate(KEPT) == [{}, {}, ""]
    page.reload()
    assert {one["value"] for one in fields(page)} == {""}


def test_all_can_be_emptied(open_page: OpenPage) -> None:
    """Asked once more, the page forgets what was written and what was kept."""
    page = open_page(LETTER)
    page.locator("[name=keep]").press("Space")
    page.locator("#field-1").fill("Ett företag")
    page.locator("[data-empty]").press("Enter")  # the question is answered with no
    assert fields(page)[0]["value"] == "Ett företag"
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-empty]").press("Enter")
    assert ({one["value"] for one in fields(page)}, page.evaluate(KEPT)) == ({""}, [{}, {}, ""])


def test_ticks_and_lines_come_along(open_page: OpenPage, tmp_path: Path) -> None:
    """A tick is a tick in the file, a line break one, and what nobody filled in asks as before."""
    page = open_page(LETTER)
    long = next(one for one in fields(page) if "därför" in one["name"])
    page.locator(f"#{long['id']}").fill("Först.\nSedan.")
    page.locator(".paper li input").nth(1).press("Space")
    read = read_by_libreoffice(saved(page, tmp_path))
    assert "därför att Först.\nSedan." in read
    assert [line[:1] for line in read.splitlines() if line[:1] in ("☐", "☒")] == ["☐", "☒", "☐"]
    assert "[Titel]" in read


def test_who_is_offline_is_told(open_page: OpenPage, content: Content) -> None:
    """A file that cannot be fetched is no file that looks saved; what was written stays."""
    page = open_page(LETTER)
    page.locator("#field-1").fill("Ett företag")
    page.route("**/*.docx", lambda route: route.abort())
    page.locator("[data-save]").press("Enter")
    expect(page.locator("[data-status]")).to_have_text(content.label("fill", "failed", "sv"))
    assert fields(page)[0]["value"] == "Ett företag"


@pytest.mark.parametrize("code", CONTRACT)
def test_a_template_is_a_paper_to_read_without_scripts(open_page: OpenPage, code: str) -> None:
    """Without a script each row says what to write, and the file is a link; nothing is there that does not work."""
    page = open_page(CONTRACT[code], width=390, java_script_enabled=False)
    expect(page.locator(".paper :is(input, select, textarea, button):visible")).to_have_count(0)
    asked = page.locator(".paper .field").all_inner_texts()
    assert [words for words in asked if not words.strip()] == []
    expect(page.locator(".buttons a[download]")).to_be_visible()


def test_the_paper_alone_is_printed(open_page: OpenPage) -> None:
    """On paper stand the rows and what was written, all of it, and none of the page's own buttons and help."""
    page = open_page(CONTRACT["sv"])
    area = page.locator("#field-1")
    area.fill("Ett mycket långt namn på ett företag " * 8)
    page.emulate_media(media="print")
    assert area.evaluate("(one) => one.scrollHeight <= one.clientHeight + 1")
    hidden = page.locator(".paper :is(.bar, .how, .hint), #use")
    assert hidden.evaluate_all("(all) => all.filter((one) => one.checkVisibility()).length") == 0


def test_a_day_in_a_checklist_stands_in_its_line(open_page: OpenPage) -> None:
    """A field beside a box to tick is laid out with its words, and no box itself."""
    page = open_page("/mallar/fragor-foretagsbesok/")
    inside = page.locator(".paper li input[type=date]").evaluate_all(
        "(all) => all.map((one) => [one, one.closest('li')].map((part) => part.getBoundingClientRect()))"
        ".map(([own, line]) => own.top >= line.top && own.bottom <= line.bottom)"
    )
    assert inside == [True]
