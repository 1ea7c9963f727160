"""What may lie in content/media: kinds of file by their bytes, how large they may be, and what may be published of them.

Nothing is decoded here but what is small enough by its header.
"""

import hashlib
import struct
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from campaign.characters import conflict_in
from campaign.codes import Code
from campaign.documents import Parsed
from campaign.films import fault_of_captions, is_film
from campaign.outputs.drawings import LIGHTS, missing_colour
from campaign.problems import Position, Problem

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

ENDINGS = {
    ".svg": "svg",
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".webp": "webp",
    ".avif": "avif",
    ".pdf": "pdf",
    ".mp4": "mp4",
    ".vtt": "vtt",
}
# Bytes. A drawing is a part of every visit to its page; a photograph comes from a camera and is made small by the build.
LARGEST = {"svg": 200_000, "vtt": 200_000, "pdf": 10_000_000, "mp4": 50_000_000}
LARGEST_PHOTO = 25_000_000
# The largest cameras of telephones have fifty million; beyond that a small file can fill the memory when it is unpacked.
MOST_PIXELS = 60_000_000
# More than that one side of a WebP may not have.
LONGEST_SIDE = 16_383
# What templates, cards and books show without a text naming it.
OF_THE_SITE = ("cover.svg", "eu-emblem.svg", "mark.svg")
# What is drawn by day and by night, in colours that stand in the drawing.
_FOLDER, _PAINTED = "content/media/", ("posters/", *OF_THE_SITE)
PHOTOS = ("png", "jpeg", "webp", "avif")
# What Pillow says of a photograph that it cannot read; AVIF has an error of its own, and so has what the camera noted.
_BROKEN = (OSError, SyntaxError, ValueError, RuntimeError, struct.error)
_TEXTS = ("svg", "vtt")
# A file is not ours alone, so it names none of our pages in full.
_NOWHERE = "https://."
_BRANDS = {
    b"avif": "avif",
    b"avis": "avif",
    b"isom": "mp4",
    b"mp41": "mp4",
    b"mp42": "mp4",
    b"avc1": "mp4",
    b"M4V ": "mp4",
}


def kind_of(raw: bytes) -> str | None:
    """What a file is by its first bytes, whatever its name says; None if it is none of ours."""
    match raw[:12]:
        case head if head.startswith(b"\x89PNG\r\n\x1a\n"):
            return "png"
        case head if head.startswith(b"\xff\xd8\xff"):
            return "jpeg"
        case head if head.startswith(b"RIFF") and head.endswith(b"WEBP"):
            return "webp"
        case head if head[4:8] == b"ftyp":
            return _BRANDS.get(head[8:], "mp4" if head[8:11] == b"iso" else None)
        case head if head.startswith(b"%PDF-"):
            return "pdf"
        case head if head.startswith(b"WEBVTT") and raw[6:7] in (b"", b" ", b"\t", b"\n", b"\r"):
            return "vtt"
    return "svg" if raw.lstrip().startswith(b"<") and b"<svg" in raw[:2000] else None


def is_photo(name: str) -> bool:
    """Whether a file is a picture of dots, by its name."""
    return ENDINGS.get(PurePosixPath(name).suffix) in PHOTOS


@cache
def media_problems(path: str, raw: bytes, parsed: Parsed | None = None) -> list[Problem]:
    """What is wrong with a file of content/media. To unpack a photograph takes time, so `parsed` tells which was in order."""
    known = f"media {PurePosixPath(path).suffix} {hashlib.sha256(raw).hexdigest()}".encode()
    if parsed and parsed.get(known):
        return []
    problems = list(_problems(path, raw))
    if parsed and not problems:
        parsed.put(known, "sound")
    return problems


def _problems(path: str, raw: bytes) -> Iterator[Problem]:
    """The first that is found, for the rest may follow of it."""
    allowed, kind = ENDINGS.get(PurePosixPath(path).suffix), kind_of(raw)
    if allowed in _TEXTS and (conflict := conflict_in(raw)):
        yield Problem(path, conflict, "S018")
    elif allowed is None or kind is None:
        yield Problem(path, Position(), "S024", {"allowed": ", ".join(ENDINGS)})
    elif kind != allowed:
        yield Problem(path, Position(), "S025", {"name": allowed, "kind": kind})
    elif len(raw) > (most := LARGEST.get(kind, LARGEST_PHOTO)):
        yield Problem(path, Position(), "S026", {"size": len(raw), "most": most})
    elif kind in PHOTOS:
        yield from _problems_of_photo(path, raw)
    else:
        own = list(_READERS[kind](path, raw)) if kind in _READERS else []
        yield from own or _refused(path, raw, kind)


def _problems_of_drawing(path: str, raw: bytes) -> Iterator[Problem]:
    from campaign.drawings import faults_of  # with all that may be published, which else nobody asks for

    for line, what in faults_of(raw):
        yield Problem(path, Position(line), "S029", {"what": what})
    if path.removeprefix(_FOLDER).startswith(_PAINTED):
        drawing = raw.decode(errors="replace")
        for what in sorted({missing_colour(drawing, light) for light in LIGHTS} - {""}):
            yield Problem(path, Position(), "S029", {"what": what})


def _problems_of_film(path: str, raw: bytes) -> Iterator[Problem]:
    if not is_film(raw):
        yield Problem(path, Position(), "S028")


def _problems_of_captions(path: str, raw: bytes) -> Iterator[Problem]:
    try:
        line = fault_of_captions(raw.decode())
    except UnicodeDecodeError as error:
        place = Position(raw.count(b"\n", 0, error.start) + 1)
        yield Problem(path, place, "S001", {"byte": f"0x{raw[error.start]:02x}"})
    else:
        if line:
            yield Problem(path, Position(line), "S031")


# What a kind of file is asked before it is asked what may be published.
_READERS: dict[str, Callable[[str, bytes], Iterator[Problem]]] = {
    "svg": _problems_of_drawing,
    "mp4": _problems_of_film,
    "vtt": _problems_of_captions,
}


def _refused(path: str, raw: bytes, kind: str) -> Iterator[Problem]:
    """What the proof of finished files would refuse, told where an editor can mend it: all but photographs goes out as it came in."""
    from campaign.policy import load_policy  # few files are read again, and the readers are large
    from campaign.proof import prove
    from campaign.proof.rules import Rules

    codes: dict[str, Code] = {"OUT_BROKEN": "S028", "OUT_CHARACTER": "S010"}
    for fault in prove(path, raw, Rules(load_policy(), _NOWHERE)):
        code = codes.get(fault.code) or ("S029" if kind == "svg" else "S030")
        named = {"S010": "character", "S028": ""}.get(code, "what")
        yield Problem(path, fault.position, code, {named: _what(fault)} if named else {})


def _what(fault: Problem) -> str:
    """What a fault of the proof is about, as it stands in the file."""
    name, value = fault.values.get("name"), fault.values.get("value")
    match fault.code:
        case "OUT_COMMENT":
            return "<!-- … -->"
        case "OUT_ELEMENT":
            return f"<{name}>"
        case "OUT_VALUE":  # as long as a sentence can hold
            return f'{name}="{str(value)[:40]}"'
    return str(name or value)


def _problems_of_photo(path: str, raw: bytes) -> Iterator[Problem]:
    width, height = size_of(raw) or (0, 0)
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        values = {"width": width, "height": height, "most": MOST_PIXELS // 1_000_000, "longest": LONGEST_SIDE}
        yield Problem(path, Position(), "S027", values)
    elif not (width and _can_be_unpacked(raw)):
        yield Problem(path, Position(), "S028")


def size_of(raw: bytes) -> tuple[int, int] | None:
    """Width and height of a photograph as its header tells them; None where it cannot be read."""
    image = _opened(raw)
    return image.size if image else None


def _can_be_unpacked(raw: bytes) -> bool:
    from PIL import ImageOps

    image = _opened(raw)
    try:
        if image:
            ImageOps.exif_transpose(image)  # as it is published, with all its dots
    except _BROKEN:
        return False
    return image is not None


def _opened(raw: bytes) -> "ImageFile | None":
    """A photograph of which no more than the header was read. What reads it is loaded only when there is one."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # Pillow would only warn, or stop without saying how many there are
    try:
        return Image.open(BytesIO(raw), formats=PHOTOS)
    except _BROKEN:
        return None
