"""Spreadsheets as OpenDocument."""

import io
import zipfile

from lxml import etree

from campaign.outputs.sheets import Sheet, Sum, write_sheets

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
BUDGET = Sheet(
    "Budget", ["Post", "Antal", "Summa"], [["Te & socker", 2, Sum("[.B2]*3")], ["Kopp", None, None]]
)


def test_a_sheet_is_read_cell_by_cell() -> None:
    """Words, numbers, formulas and cells to write in, each as what it is."""
    with zipfile.ZipFile(io.BytesIO(write_sheets([BUDGET]))) as opened:
        names, content = opened.namelist(), etree.fromstring(opened.read("content.xml"))
        stored = opened.getinfo("mimetype").compress_type
    [table] = content.iterfind(".//table:table", NAMES)
    rows = [
        [
            cell.get(f"{{{NAMES['table']}}}formula") or "".join(cell.itertext())
            for cell in row.iterfind("table:table-cell", NAMES)
        ]
        for row in table.iterfind(".//table:table-row", NAMES)
    ]
    assert (names[0], stored, table.get(f"{{{NAMES['table']}}}name")) == (
        "mimetype",
        zipfile.ZIP_STORED,
        "Budget",
    )
    assert rows == [["Post", "Antal", "Summa"], ["Te & socker", "2", "of:=[.B2]*3"], ["Kopp", "", ""]]


def test_the_same_sheets_are_the_same_bytes() -> None:
    """Nothing tells when a file was made."""
    assert write_sheets([BUDGET]) == write_sheets([BUDGET])
