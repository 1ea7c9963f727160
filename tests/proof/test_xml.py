"""XML read again: drawings, feeds, and the parts of EPUB and Word."""

import pytest

from campaign.outputs.zip_files import build_zip
from proof.planting import list_faults

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">{}</content></entry></feed>'
RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Target="{}" TargetMode="External" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/></Relationships>'
)


@pytest.mark.parametrize(
    ("drawing", "codes"),
    [
        ('<path d="M0 0"/><use href="#a"/>', []),
        ("<script>go()</script>", ["OUT_ELEMENT"]),
        ('<circle r="1" onload="go()"/>', ["OUT_ATTRIBUTE"]),
        ('<image xlink:href="https://evil.example/t.png"/>', ["OUT_VALUE"]),
        ('<use href="data:image/svg+xml,x"/>', ["OUT_VALUE"]),
        ("<style>a { background: url(https://evil.example) }</style>", ["OUT_STYLE"]),
        ('<a href="javascript:go()"/>', ["OUT_VALUE"]),
        ("<!-- av X -->", ["OUT_COMMENT"]),
        ("<?xml-stylesheet href='a.css'?>", ["OUT_ELEMENT"]),
    ],
)
def test_a_drawing_draws_and_nothing_else(drawing: str, codes: list[str]) -> None:
    """A picture that runs, fetches or leads to a script is found."""
    assert [code for _, _, code, _ in list_faults("media/a.svg", SVG.format(drawing))] == codes


def test_no_entity_is_read() -> None:
    """A file that would read another one, or grow without end, is refused and not read."""
    text = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&a;</text>")
    assert {code for _, _, code, _ in list_faults("media/a.svg", text)} == {"OUT_ELEMENT"}


def test_a_file_that_is_no_xml_is_told_with_its_place() -> None:
    """Half a file is no file."""
    assert list_faults("sitemap.xml", "<urlset>\n") == [
        (1, 1, "OUT_ELEMENT", {"name": "urlset"}),
        (2, 1, "OUT_BROKEN", {"value": "no element found"}),
    ]


def test_html_in_a_feed_is_proven_as_html() -> None:
    """A feed reader that shows what it gets meets no script from us."""
    assert list_faults("nyheter/atom.xml", ATOM.format("&lt;p onclick=a&gt;Hej&lt;/p&gt;")) == [
        (1, 103, "OUT_ATTRIBUTE", {"name": "onclick", "value": "p"})
    ]


@pytest.mark.parametrize(
    ("target", "kind", "codes"),
    [
        ("https://exempel.example/", "hyperlink", []),
        ("file:///etc/passwd", "hyperlink", ["OUT_VALUE"]),
        ("https://evil.example/a.dotm", "attachedTemplate", ["OUT_VALUE"]),
    ],
)
def test_a_word_file_is_tied_to_its_own_parts(target: str, kind: str, codes: list[str]) -> None:
    """No template is fetched and no program started when somebody opens a form."""
    packed = build_zip({"word/_rels/document.xml.rels": RELATED.format(target, kind).encode()})
    assert [code for _, _, code, _ in list_faults("downloads/a.docx", packed)] == codes


def test_a_field_of_word_runs_no_program() -> None:
    """Of what Word can do by itself it only counts pages."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    part = (
        f'<w:p xmlns:w="{word}"><w:instrText> PAGE </w:instrText><w:instrText>DDEAUTO c</w:instrText></w:p>'
    )
    found = list_faults("downloads/a.docx", build_zip({"word/document.xml": part.encode()}))
    assert [(code, values) for _, _, code, values in found] == [("OUT_ACTION", {"value": "DDEAUTO"})]
