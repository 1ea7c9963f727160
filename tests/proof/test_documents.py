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
        ({"/S": pikepdf.Name("/JavaScript"), "/JS": "go()"}, ["OUT_ACTION"] * 2),
    ],
)
def test_a_press_in_a_pdf_opens_a_page_and_nothing_else(
    action: dict[str, object], told_of: list[str]
) -> None:
    """No program is started and no script run from a book of ours."""
    assert [code for _, _, code, _ in list_faults("downloads/a.pdf", pdf(action))] == told_of


@pytest.mark.parametrize(
    ("where", "told_of"),
    [
        ({"Names": {"/JavaScript": {"/Names": ["a"]}}}, "/JavaScript"),
        ({"Names": {"/Dests": [{"/AA": {}}]}}, "/AA"),
        ({"Outlines": {"/First": {"/A": {"/S": pikepdf.Name("/Launch"), "/F": "cmd.exe"}}}}, "/Launch"),
        ({"Outlines": {"/A": {"/S": pikepdf.Name.URI, "/Next": {"/S": pikepdf.Name.Named}}}}, "/Named"),
    ],
)
def test_nothing_hides_within_an_object_of_a_pdf(where: dict[str, object], told_of: str) -> None:
    """What runs is found however deep it stands, in the list of names, in the contents, and after a link that is in order."""
    raw = pdf({"/S": pikepdf.Name.URI, "/URI": "https://exempel.example/"}, **where)
    assert (1, 1, "OUT_ACTION", {"value": told_of}) in list_faults("downloads/a.pdf", raw)


def test_a_link_is_told_once_and_with_its_page() -> None:
    """Whoever mends it knows where to look."""
    with pikepdf.open(io.BytesIO(pdf({"/S": pikepdf.Name("/Launch")}))) as opened, io.BytesIO() as written:
        opened.add_blank_page(page_size=(99, 99))
        opened.pages.reverse()
        opened.save(written)
        raw = written.getvalue()
    assert list_faults("downloads/a.pdf", raw) == [(2, 1, "OUT_ACTION", {"value": "/Launch"})]


def test_what_is_no_page_and_no_link_is_passed_over() -> None:
    """A list of links that holds a number has no link, as viewers see it too."""
    with pikepdf.new() as made, io.BytesIO() as written:
        made.add_blank_page()["/Annots"] = pikepdf.Array([1, "a"])
        made.add_blank_page()["/Annots"] = pikepdf.Dictionary()
        made.save(written)
        assert list_faults("downloads/a.pdf", written.getvalue()) == []


def test_a_name_that_is_no_text_is_told() -> None:
    """Bytes that no alphabet has stop no proof."""
    raw = pdf({"/S": pikepdf.Name.URI, "/URI": "https://exempel.example/"}).replace(b"/S /URI", b"/S /\xa2RI")
    assert [code for _, _, code, _ in list_faults("a.pdf", raw)] == ["OUT_BROKEN"]


@pytest.mark.parametrize("password", ["a", ""])
def test_a_pdf_that_cannot_be_opened_is_told(password: str) -> None:
    """Half a file stops no proof but is a fault of it; a locked one too, and one that asks for no word is read."""
    with pikepdf.new() as made, io.BytesIO() as written:
        made.add_blank_page()
        made.save(written, encryption=pikepdf.Encryption(owner="b", user=password))
        locked = written.getvalue()
    told_of = [(1, 1, "OUT_BROKEN", {"value": "invalid password"})] if password else []
    assert list_faults("a.pdf", locked) == told_of
    assert [code for _, _, code, _ in list_faults("a.pdf", locked[:-40])] == ["OUT_BROKEN"]


def test_a_pdf_does_nothing_when_it_is_opened() -> None:
    """What would happen by itself is found."""
    harmless = {"/S": pikepdf.Name.URI, "/URI": "https://exempel.example/"}
    raw = pdf(harmless, OpenAction=pikepdf.Dictionary({"/S": pikepdf.Name("/GoTo")}))
    assert list_faults("downloads/a.pdf", raw) == [(1, 1, "OUT_ACTION", {"value": "/OpenAction"})]
    assert list_faults("downloads/a.pdf", pdf(harmless, OpenAction=["/Fit"])) == []
