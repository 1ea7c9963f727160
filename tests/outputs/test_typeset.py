"""Typst with the type that lies beside a design."""

import io

import pikepdf
from PIL import Image

from campaign.outputs.typeset import typeset_pages, typeset_pdf
from conftest import ROOT

FACE = {"book/young-serif.ttf": (ROOT / "overrides/book/young-serif.ttf").read_bytes()}
HEAD = '#set document(title: "Falun")\n#set page(width: 90pt, height: 40pt)\n#set text(lang: "sv")\n'


def test_words_are_set_in_the_type_among_the_files() -> None:
    """A heading in print has the face of the site on every machine, also where nobody has installed it."""
    main = HEAD + '#text(font: "Young Serif")[= Falun]'
    made = typeset_pdf("book/a.typ", {"book/a.typ": main.encode(), **FACE})
    with pikepdf.open(io.BytesIO(made)) as pdf:
        fonts = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
    assert [name.rpartition("+")[2] for name in fonts] == ["YoungSerif-Regular"]


def test_each_page_is_a_picture() -> None:
    """One page and several come alike, with a dot a point."""
    pages = ["= Falun", "= Falun\n#pagebreak()\n= Hamar"]
    drawn = [typeset_pages("a.typ", {"a.typ": (HEAD + page).encode()}) for page in pages]
    assert [[Image.open(io.BytesIO(page)).size for page in pages] for pages in drawn] == [
        [(90, 40)],
        [(90, 40), (90, 40)],
    ]
