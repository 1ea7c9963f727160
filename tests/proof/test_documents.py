"""PDF read again."""

import io

import pikepdf
import pytest

from proof.planting import list_faults


def pdf(action: dict[str, object], **root: object) -> bytes:
    """A page with a link that does this, in a file with these entries of its own."""
    written = io.BytesIO()
    with pikepdf.new() as made:
        page = made.add_blank_page()
        link = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Link, "/A": pikepdf.Dictionary(action)}
        page["/Annots"] = pikepdf.Array([pikepdf.Dictionary(link)])
        for name, value in root.items():
            made.Root[f"/{name}"] = value
        made.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("action", "told_of"),
    [
        ({"/S": pikepdf.Name.URI, "/URI": "https://exempel.example/"}, []),
        ({"/S": pikepdf.Name.URI, "/URI": "javascript:go()"}, ["OUT_VALUE"]),
        ({"/S": pikepdf.Name("/Launch"), "/F": "cmd.exe"}, ["OUT_ACTION"]),
        ({"/S": pikepdf.Name("/JavaScript"), "/JS": "go()"}, ["OUT_ACTION"]),
    ],
)
def test_a_press_in_a_pdf_opens_a_page_and_nothing_else(
    action: dict[str, object], told_of: list[str]
) -> None:
    """No program is started and no script run from a book of ours."""
    assert [code for _, _, code, _ in list_faults("downloads/a.pdf", pdf(action))] == told_of


def test_a_pdf_does_nothing_when_it_is_opened() -> None:
    """What would happen by itself is found."""
    harmless = {"/S": pikepdf.Name.URI, "/URI": "https://exempel.example/"}
    raw = pdf(harmless, OpenAction=pikepdf.Dictionary({"/S": pikepdf.Name("/GoTo")}))
    assert list_faults("downloads/a.pdf", raw) == [(1, 1, "OUT_ACTION", {"value": "/OpenAction"})]
