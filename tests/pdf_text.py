"""What a screen reader gets of a tagged PDF: the words of each tag in the order of the tags."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

Words = dict[int, str]
_SINGLE = re.compile(r"<(\w+)>\s*<(\w+)>")
_RANGE = re.compile(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>")


def tagged_words(path: Path) -> Iterator[tuple[str, str]]:
    """Each tag with the words that stand in it, in reading order; what is no content (page heads, numbers) has no tag.

    Notes are left out, and what calls for one is a label.
    """
    with pikepdf.open(path) as pdf:
        pages = {page.obj.objgen: _words_of_page(page) for page in pdf.pages}
        yield from _walk(pdf.Root.StructTreeRoot.K, "", None, pages)


def _walk(node: Any, tag: str, page: Any, pages: dict[Any, Words]) -> Iterator[tuple[str, str]]:
    if isinstance(node, int):
        yield tag, pages[page].get(node, "")
    elif isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child, tag, page, pages)
    elif "/MCID" in node:
        yield tag, pages[node.Pg.objgen if "/Pg" in node else page].get(int(node.MCID), "")
    elif "/S" in node and node.S != "/Note":
        here = node.Pg.objgen if "/Pg" in node else page
        yield from _walk(
            node.get("/K", pikepdf.Array()), tag if tag == "Lbl" else str(node.S)[1:], here, pages
        )


def _words_of_page(page: pikepdf.Page) -> Words:
    """The number of each marked piece of a page and its words."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = defaultdict(str)
    font, marks = "", list[int]()
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                font = str(operands[0])
            case "BDC":
                marks.append(int(operands[1].get("/MCID", -1)))
            case "BMC":
                marks.append(-1)
            case "EMC":
                marks.pop()
            case "Tj" | "TJ":
                pieces = operands[0] if str(operator) == "TJ" else [operands[0]]
                codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
                if marks:
                    found[marks[-1]] += _read(codes, fonts[font])
    return found


def _read(codes: bytes, letters: dict[int, str]) -> str:
    return "".join(letters.get(int.from_bytes(codes[n : n + 2]), "") for n in range(0, len(codes), 2))


def _letters(font: Any) -> dict[int, str]:
    """What each glyph of a font means (ISO 32000-2, 9.10.3)."""
    letters: dict[int, str] = {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        letters |= {int(code, 16): _text(meaning) for code, meaning in _SINGLE.findall(block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, meaning in _RANGE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            letters |= {code: chr(ord(_text(meaning)) + step) for step, code in enumerate(codes)}
    return letters


def _text(meaning: str) -> str:
    return bytes.fromhex(meaning).decode("utf-16-be")
