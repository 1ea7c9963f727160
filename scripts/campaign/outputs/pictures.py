"""The pictures that a book's text shows: their files, and a bitmap of each for Word, which wants one beside an SVG."""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import typst

from campaign.outputs.pandoc import Tree, elements

FOLDER = "media"
DOTS_PER_INCH = 192
_WORD_DRAWS = (".png", ".jpg", ".jpeg", ".gif")
_PAGE = '#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("{name}")'


def files_of(tree: Tree, media: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the pictures in a bound tree: path as it stands there → bytes."""
    paths = {image["c"][2][0] for image in elements(tree, "Image")}
    return {path: media[path.removeprefix(f"{FOLDER}/")] for path in sorted(paths)}


def with_bitmaps(tree: Tree, media: Mapping[str, bytes]) -> tuple[Tree, dict[str, bytes]]:
    """A copy of a bound tree whose pictures all are bitmaps, and their files."""
    files = files_of(tree, media)
    drawn: Tree = json.loads(json.dumps(tree))  # a copy, in a tenth of the time of copy.deepcopy
    for image in elements(drawn, "Image"):
        (_, _, sizes), _, target = image["c"]
        path = PurePosixPath(target[0])
        if path.suffix not in _WORD_DRAWS:
            bitmap = _bitmap(path.name, files[target[0]])
            target[0] = f"{path}.png"
            files[target[0]] = bitmap
            sizes[:] = sizes or [["width", f"{_inches(bitmap)}in"]]
    return drawn, files


def _bitmap(name: str, content: bytes) -> bytes:
    # Several files, which typst's types leave out.
    sources: Any = {"main.typ": _PAGE.format(name=name).encode(), name: content}
    return bytes(typst.compile(sources, format="png", ppi=DOTS_PER_INCH, ignore_system_fonts=True))


def _inches(bitmap: bytes) -> float:
    """How wide a bitmap of ours is; typst does not note it in the file. Dots stand at bytes 16–19 of a PNG."""
    return int.from_bytes(bitmap[16:20], "big") / DOTS_PER_INCH
