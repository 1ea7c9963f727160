"""Spreadsheets as OpenDocument (ISO/IEC 26300): the few parts of it that a budget and a form need."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{name}="{_OFFICE}:{space}:1.0"'
    for name, space in {"office": "office", "table": "table", "text": "text", "style": "style"}.items()
)
_MORE = f'{_NAMES} xmlns:fo="{_OFFICE}:xsl-fo-compatible:1.0" xmlns:of="{_OFFICE}:of:1.2"'
_STYLES = """\
<office:automatic-styles>
<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="7cm"/></style:style>
<style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:column-width="2.4cm"/></style:style>
<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:background-color="#eaf1f2" fo:wrap-option="wrap"/>\
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="plain" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
</office:automatic-styles>"""
_MANIFEST = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{_OFFICE}:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


@dataclass(frozen=True)
class Sum:
    """A cell that counts, by a formula such as `[.B2]*[.C2]`."""

    formula: str


Cell = str | int | Sum | None


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its head, and its rows. The first column is wide."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def write_sheets(sheets: Iterable[Sheet]) -> bytes:
    """The sheets as a file, the same each time."""
    tables = "".join(map(_table, sheets))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_MORE} office:version="1.3">{_STYLES}'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>\n"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr(zipfile.ZipInfo("mimetype"), _TYPE, zipfile.ZIP_STORED)
        packed.writestr(zipfile.ZipInfo("META-INF/manifest.xml"), _MANIFEST, zipfile.ZIP_DEFLATED)
        packed.writestr(zipfile.ZipInfo("content.xml"), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _table(sheet: Sheet) -> str:
    narrow = len(sheet.head) - 1
    columns = (
        '<table:table-column table:style-name="wide"/>'
        f'<table:table-column table:style-name="narrow" table:number-columns-repeated="{narrow}"/>'
    )
    head = f"<table:table-header-rows>{_row(sheet.head, 'head')}</table:table-header-rows>"
    rows = "".join(_row(row, "plain") for row in sheet.rows)
    return f"<table:table table:name={quoteattr(sheet.name)}>{columns}{head}{rows}</table:table>"


def _row(cells: Sequence[Cell], style: str) -> str:
    return f"<table:table-row>{''.join(_cell(cell, style) for cell in cells)}</table:table-row>"


def _cell(cell: Cell, style: str) -> str:
    name = f'table:style-name="{style}"'
    match cell:
        case None:
            return f"<table:table-cell {name}/>"
        case Sum(formula):
            value = quoteattr(f"of:={formula}")
            return (
                f'<table:table-cell {name} table:formula={value} office:value-type="float" office:value="0"/>'
            )
        case int():
            return (
                f'<table:table-cell {name} office:value-type="float" office:value="{cell}">'
                f"<text:p>{cell}</text:p></table:table-cell>"
            )
    return f'<table:table-cell {name} office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
