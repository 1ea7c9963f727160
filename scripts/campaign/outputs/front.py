"""What stands before the text of the guide where the format has no place of its own for it: the cover as a picture, and Word's contents."""

import json
from collections.abc import Mapping
from hashlib import sha1
from xml.sax.saxutils import escape, quoteattr

from campaign.outputs.pandoc import Tree, plain
from campaign.outputs.typeset import typeset_picture
from campaign.text.pandoc import Node

# The picture beside the text while pandoc works.
PICTURE = "cover.png"
# Dots an inch: a cover of some 1 200 dots across, which shops and readers ask for, and a picture of the width of a page of Word.
_SHARP, _OF_WORD = 150, 110
_ART = """\
#set page(width: 595pt, height: 470pt, margin: 0pt)
#place(top, dy: -372pt, image("cover.svg", width: 595pt))
"""
# Word's own limit to the name of a place, above which pandoc writes another.
_LONGEST = 40
# How deep Word's contents go.
DEPTH = 2


def cover_picture(facts: Mapping[str, object], files: Mapping[str, bytes]) -> bytes:
    """The cover with its words as PNG; `files` are those of the PDF."""
    markup = '#import "cover.typ": cover\n#cover(json("book.json"))'
    return typeset_picture(markup, {"book.json": json.dumps(facts).encode(), **files}, _SHARP)


def cover_art(drawing: bytes) -> bytes:
    """The lower part of the cover, for a page that says the title itself."""
    return typeset_picture(_ART, {"cover.svg": drawing}, _OF_WORD)


def word_front(tree: Tree, heading: str, cover: str) -> list[Node]:
    """The blocks before the text: the picture of the cover, with its words, and the contents below their heading."""
    image = {"t": "Image", "c": [["", [], [["width", "16.4cm"]]], [{"t": "Str", "c": cover}], [PICTURE, ""]]}
    title = {"t": "Header", "c": [1, ["contents", [], []], [{"t": "Str", "c": heading}]]}
    return [{"t": "Para", "c": [image]}, title, {"t": "RawBlock", "c": ["openxml", _contents(tree)]}]


def _contents(tree: Tree) -> str:
    """Word's field of contents with what it shows until Word counts the pages again (ECMA-376, 17.16.5.68)."""
    headings = [block["c"] for block in tree["blocks"] if block["t"] == "Header" and block["c"][0] <= DEPTH]
    lines = [_line(level, _bookmark(name), plain(words)) for level, (name, *_), words in headings if name]
    begin = _field("begin", ' w:dirty="true"') + _code(rf' TOC \o "1-{DEPTH}" \h \z \u ') + _field("separate")
    shown = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{begin if n == 0 else ""}{line}</w:p>'
        for n, (level, line) in enumerate(lines)
    )
    return f"{shown}<w:p>{_field('end')}</w:p>"  # in a paragraph of its own, as Word has it


def _line(level: int, bookmark: str, words: str) -> tuple[int, str]:
    page = _field("begin") + _code(rf" PAGEREF {bookmark} \h ") + _field("separate") + _field("end")
    run = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r><w:r><w:tab/></w:r>'
    return level, f"<w:hyperlink w:anchor={quoteattr(bookmark)}>{run}{page}</w:hyperlink>"


def _field(kind: str, more: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{more}/></w:r>'


def _code(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escape(words)}</w:instrText></w:r>'


def _bookmark(name: str) -> str:
    """The name that pandoc gives a place in Word."""
    if len(name) <= _LONGEST and name[:1].isalpha():
        return name
    return "X" + sha1(name.encode(), usedforsecurity=False).hexdigest()[1:]
