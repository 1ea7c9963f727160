"""The pictures that a book's text shows: their files, and a bitmap of each for Word, which wants one beside an SVG."""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import typst

from campaign.media import is_photo
from campaign.outputs.pandoc import Tree, elements
from campaign.pictures import render_picture

FOLDER = "media"
DOTS_PER_INCH = 192
_WORD_DRAWS = (".png", ".jpg")
# Pixels: as wide as the text of a book at the sharpness above.
PRINTED_WIDTH = 1200
_PAGE = '#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("{name}")'


def files_of(tree: Tree, media: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the pictures in a bound tree: path as it stands there → bytes."""
    paths = {image["c"][2][0] for image in elements(tree, "Image")}
    return {path: _printed(path.removeprefix(f"{FOLDER}/"), media) for path in sorted(paths)}


def printed_name(name: str) -> str:
    """What a file of content/media is called in a book: every format knows a photograph as JPEG."""
    return str(PurePosixPath(name).with_suffix(".jpg")) if is_photo(name) else name


def _printed(name: str, media: Mapping[str, bytes]) -> bytes:
    if not is_photo(name):
        return media[name]
    original = next(other for other in media if printed_name(other) == name)
    return render_picture(media[original], PRINTED_WIDTH, "jpeg", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))


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
