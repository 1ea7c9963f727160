"""The look of our Word files: pandoc's own reference document with our styles, page and footer put into it."""

import io
from typing import Literal

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle
from docx.table import _Row

from campaign.outputs.pandoc import default_file
from campaign.outputs.zip_files import build_zip, read_zip

# The mark of a row that the law demands.
REQUIRED_STYLE = "Required"
# The words of a row in another language.
TRANSLATION_STYLE = "Translation"
BODY_FONT, HEAD_FONT = "Calibri", "Georgia"
INK, SPRUCE, MUTED = "22302B", "1D3B2F", "4E5B55"
# Style → font, size in points, colour, bold, space before and after in points. What stands in tables says nothing of bold:
# an outright »not bold« would win over the table's head.
_STYLES = {
    "Normal": (BODY_FONT, 11, INK, None, 0, 6),
    "Body Text": (BODY_FONT, 11, INK, None, 3, 6),
    "First Paragraph": (BODY_FONT, 11, INK, None, 3, 6),
    "Compact": (BODY_FONT, 11, INK, None, 2, 2),
    "Title": (HEAD_FONT, 24, SPRUCE, True, 0, 4),
    "Subtitle": (HEAD_FONT, 14, SPRUCE, False, 0, 12),
    "Author": (BODY_FONT, 10, MUTED, False, 0, 2),
    "Date": (BODY_FONT, 10, MUTED, False, 0, 12),
    "Block Text": (BODY_FONT, 11, INK, False, 6, 6),
}
_CHAPTER = (HEAD_FONT, 20, SPRUCE, True, 24, 8)
_SECTION = (HEAD_FONT, 15, SPRUCE, True, 16, 4)
_SUBSECTION = (HEAD_FONT, 12.5, SPRUCE, True, 12, 4)
# Centimetres of an A4: the sides left and right, and what is between.
_SIDE = 2.3
_WIDTH = 21 - 2 * _SIDE
# A table with at most so many rows below its head, such as the signatures, stands on one page.
SHORT_TABLE = 4
# In a book the first level is a chapter, which begins a page; in a form it is a section.
Look = Literal["book", "form"]
LOOKS: dict[Look, tuple[tuple[str, float, str, bool, int, int], ...]] = {
    "book": (_CHAPTER, _SECTION, _SUBSECTION),
    "form": (_SECTION, _SUBSECTION, _SUBSECTION),
}


def reference_document(site_name: str, look: Look, head: str = "") -> bytes:
    """A document without text that pandoc takes styles, page, header and footer from; `head` stands above each page but the first."""
    document = docx.Document(io.BytesIO(default_file("reference.docx")))
    headings = {f"Heading {level}": style for level, style in enumerate(LOOKS[look], 1)}
    for name, (font, size, colour, bold, before, after) in {**_STYLES, **headings}.items():
        style = document.styles[name]
        _set_font(style, font, size, colour, bold)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    document.styles["Heading 1"].paragraph_format.page_break_before = look == "book"
    _set_colour(document.styles["Hyperlink"], INK)  # what is printed needs no colour to say that it is a link
    for name in ("Title", "Subtitle", "Author", "Date"):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    _add_styles_of_forms(document)
    _add_styles_of_contents(document)
    _rule_tables(document.styles["Table"].element)
    _set_page(document.sections[0], f"{site_name} · " if look == "book" else "")
    if head:
        _set_head(document.sections[0], head)
    written = io.BytesIO()
    document.save(written)
    return build_zip(read_zip(written.getvalue()))  # python-docx notes the time at which it packs


def finish_document(content: bytes) -> bytes:
    """A document of pandoc's with tables that hold together, and with one list of each sort of bullets."""
    document = docx.Document(io.BytesIO(content))
    _hold_tables_together(document)
    _share_bullets(document)
    written = io.BytesIO()
    document.save(written)
    return build_zip(read_zip(written.getvalue()))


def _hold_tables_together(document: Document) -> None:
    """No row is split between pages, a head stays with its first row, and a short table whole."""
    for table in document.tables:
        last = len(table.rows) - 1
        for number, row in enumerate(table.rows):
            row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
            if number == 0 or number < last <= SHORT_TABLE:
                _keep_with_next(row)


def _share_bullets(document: Document) -> None:
    """Lists that count nothing are one: LibreOffice drops the styles of a document with some two thousand lists."""
    numbering = document.part.numbering_part.element
    uncounted = [one for one in numbering.num_lst if not one.lvlOverride_lst]
    first: dict[int, int] = {}
    shared = {one.numId: first.setdefault(one.abstractNumId.val, one.numId) for one in uncounted}
    for reference in document.element.body.iter(qn("w:numId")):
        reference.val = shared.get(reference.val, reference.val)
    for one in uncounted:
        if shared[one.numId] != one.numId:
            numbering.remove(one)


def _keep_with_next(row: _Row) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _set_font(style: CharacterStyle, font: str, size: float, colour: str, bold: bool | None) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):  # the theme's fonts would win over ours
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    style.font.size, style.font.bold = Pt(size), bold
    _set_colour(style, colour)


def _set_colour(style: CharacterStyle, colour: str) -> None:
    style.font.color.rgb = RGBColor.from_string(colour)


def _add_styles_of_forms(document: Document) -> None:
    """The grey words in a field that nobody has filled in, by Word's own name, and the mark of what the law demands."""
    prompt = document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    _set_colour(prompt, MUTED)
    required = document.styles.add_style(REQUIRED_STYLE, WD_STYLE_TYPE.CHARACTER)
    required.font.size, required.font.bold = Pt(9), True
    _set_colour(required, SPRUCE)
    translation = document.styles.add_style(TRANSLATION_STYLE, WD_STYLE_TYPE.CHARACTER)
    translation.font.italic = True
    _set_colour(translation, MUTED)


def _add_styles_of_contents(document: Document) -> None:
    """A line of contents: the words, dots, and the page at the right edge."""
    for level, (bold, before) in enumerate(((True, 8), (False, 1)), 1):
        style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), f"TOC{level}")
        _set_font(style, BODY_FONT, 12 - level, INK, bold)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(0)
        style.paragraph_format.left_indent = Cm(0.6) * (level - 1)
        style.paragraph_format.tab_stops.add_tab_stop(Cm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _rule_tables(style: BaseOxmlElement) -> None:
    """Lines round every cell, since a blank must look like a place to write, and a head in bold."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "4", "space": "0", "color": MUTED}.items():
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = style.find(qn("w:tblPr"))
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    for margin in properties.find(qn("w:tblCellMar")):
        margin.set(qn("w:w"), "90")
    bold = OxmlElement("w:rPr")
    bold.append(OxmlElement("w:b"))
    style.find(qn("w:tblStylePr")).insert(0, bold)


def _set_page(section: Section, owner: str) -> None:
    """A4, and a footer with the number of the page; a form is the firm's own paper and names no owner."""
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_SIDE)
    section.top_margin = section.bottom_margin = Cm(2.2)
    paragraph = section.footer.paragraphs[0]
    paragraph.text = owner
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text
        run._r.append(part)
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(MUTED)


def _set_head(section: Section, words: str) -> None:
    """What the book is called, above each page but the cover."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(MUTED)
