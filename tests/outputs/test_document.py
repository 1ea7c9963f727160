"""The look of the Word files."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Cm, Pt

from campaign.outputs.document import (
    HEAD_FONT,
    INK,
    LOOKS,
    Look,
    finish_document,
    reference_document,
)

NAME = "Exempelregionerna"
BLANK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(look: Look = "book") -> Any:
    """A reference document as Word sees it."""
    return docx.Document(io.BytesIO(reference_document(NAME, look)))


@pytest.mark.parametrize(("look", "owner"), [("book", f"{NAME} · "), ("form", "")])
def test_every_page_has_its_number_and_the_guide_our_name(look: Look, owner: str) -> None:
    """A sheet that lies alone on a desk can be put back; an offer letter is the firm's own paper."""
    [section] = opened(look).sections
    footer = section.footer.paragraphs[0]
    fields = [element.text for element in footer._p.iter(f"{BLANK}instrText")]
    assert (footer.text, fields) == (owner, ["PAGE"])


@pytest.mark.parametrize("look", LOOKS)
def test_pages_are_of_the_size_that_printers_here_hold(look: Look) -> None:
    """A4, with the same margins left and right."""
    [section] = opened(look).sections
    size = [round(length / Cm(1), 1) for length in (section.page_width, section.page_height)]
    assert (size, section.left_margin == section.right_margin) == ([21.0, 29.7], True)


@pytest.mark.parametrize(("look", "size", "new_page"), [("book", 20, True), ("form", 15, False)])
def test_the_first_level_is_a_chapter_in_a_book_and_a_section_in_a_form(
    look: Look, size: int, new_page: bool
) -> None:
    """A chapter begins a page; a form does not spread over five."""
    style = opened(look).styles["Heading 1"]
    found = (style.font.name, style.font.size, style.paragraph_format.page_break_before)
    assert found == (HEAD_FONT, Pt(size), new_page)


def test_our_fonts_win_over_the_theme() -> None:
    """Pandoc's own styles take their fonts from a theme, which Word would prefer to ours."""
    fonts = opened().styles["Body Text"].element.rPr.rFonts
    assert {name.rpartition("}")[2] for name in fonts.attrib} == {"ascii", "hAnsi", "cs", "eastAsia"}


def test_the_head_of_a_table_is_bold() -> None:
    """The style of the head says so, and no style of what stands in it says otherwise."""
    styles = opened().styles
    head = styles["Table"].element.find(f"{BLANK}tblStylePr")
    assert (head.get(f"{BLANK}type"), head.find(f"{BLANK}rPr/{BLANK}b") is not None) == ("firstRow", True)
    assert [name for name in ("Normal", "Body Text", "Compact") if styles[name].font.bold is not None] == []


def test_cells_have_lines_around_them() -> None:
    """A blank looks like a place to write in."""
    lines = opened().styles["Table"].element.find(f"{BLANK}tblPr/{BLANK}tblBorders")
    sides = {line.tag.rpartition("}")[2]: line.get(f"{BLANK}val") for line in lines}
    assert sides == dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV"), "single")


def test_a_prompt_has_the_style_that_word_knows() -> None:
    """Grey words show what to write, until somebody writes."""
    assert opened().styles["Placeholder Text"].font.color.rgb is not None


def test_nothing_tells_when_the_document_was_made() -> None:
    """Whoever makes the files gets the same ones, at any time of day."""
    with zipfile.ZipFile(io.BytesIO(reference_document(NAME, "form"))) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def _table(rows: int) -> Any:
    """A table of so many rows in a document that has been held together."""
    document = docx.Document()
    document.add_table(rows, 2)
    written = io.BytesIO()
    document.save(written)
    [table] = docx.Document(io.BytesIO(finish_document(written.getvalue()))).tables
    return table


@pytest.mark.parametrize(("rows", "held"), [(4, [True, True, True, None]), (6, [True, *[None] * 5])])
def test_tables_are_not_torn_apart(rows: int, held: list[bool | None]) -> None:
    """No row is split, a head stays with its first row, and a short table, such as the signatures, is one piece."""
    table = _table(rows)
    whole = [row._tr.trPr.find(f"{BLANK}cantSplit") is not None for row in table.rows]
    together = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert (whole, together) == ([True] * rows, held)


@pytest.mark.parametrize("look", LOOKS)
def test_links_are_as_dark_as_the_text(look: Look) -> None:
    """A paper to sign, and a book to print, is no web page."""
    assert str(opened(look).styles["Hyperlink"].font.color.rgb) == INK


def test_every_page_but_the_cover_says_which_book_it_is_of() -> None:
    """A sheet that lies alone on a desk is put back into the right book, and a form is of no book."""
    heads = [
        (section.different_first_page_header_footer, section.header.paragraphs[0].text)
        for words in ("Boken · Version 0.1", "")
        for section in docx.Document(io.BytesIO(reference_document(NAME, "book", words))).sections
    ]
    assert heads == [(True, "Boken · Version 0.1"), (False, "")]


@pytest.mark.parametrize(("level", "size"), [(1, 11), (2, 10)])
def test_a_line_of_contents_leads_to_its_page(level: int, size: int) -> None:
    """Words, dots, and the number at the right edge of the text."""
    style = opened().styles[f"toc {level}"]
    [stop] = style.paragraph_format.tab_stops
    assert (style.style_id, style.font.size, round(stop.position / Cm(1), 1)) == (
        f"TOC{level}",
        Pt(size),
        16.4,
    )


def test_bullets_share_one_list(tmp_path: Path) -> None:
    """A guide with hundreds of lists keeps its styles in LibreOffice, which loses them where lists are too many."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbers = [numbering.add_num(8), numbering.add_num(8), numbering.add_num(8)]
    numbers[2].add_lvlOverride(0).add_startOverride(3)
    for number in numbers:
        properties = document.add_paragraph("Ord")._p.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = number.numId
    document.save(tmp_path / "lists.docx")
    finished = docx.Document(io.BytesIO(finish_document((tmp_path / "lists.docx").read_bytes())))
    used = [one.val for one in finished.element.body.iter(f"{BLANK}numId")]
    kept = [one.numId for one in finished.part.numbering_part.element.num_lst]
    bullets, again, counted = used
    assert (bullets == again, bullets != counted, {*used} <= {*kept}) == (True, True, True)
