"""What may lie in content/media: kinds of file by their bytes, how large they may be, and what a drawing may hold.

Nothing is decoded here but what is small enough by its header.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from campaign.characters import conflict_in
from campaign.documents import Parsed
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
# What templates, cards and books show without a text naming it.
OF_THE_SITE = ("cover.svg", "eu-emblem.svg", "mark.svg")
PHOTOS = ("png", "jpeg", "webp", "avif")
_TEXTS = ("svg", "vtt")
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
        case head if head.startswith(b"WEBVTT"):
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
    elif kind == "svg":
        from campaign.drawings import faults_of  # with all that may be published, which else nobody asks for

        for line, what in faults_of(raw):
            yield Problem(path, Position(line), "S029", {"what": what})
    elif kind in PHOTOS:
        yield from _problems_of_photo(path, raw)


def _problems_of_photo(path: str, raw: bytes) -> Iterator[Problem]:
    width, height = size_of(raw) or (0, 0)
    if width * height > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        yield Problem(path, Position(), "S027", {"width": width, "height": height, "most": most})
    elif not (width and _can_be_unpacked(raw)):
        yield Problem(path, Position(), "S028")


def size_of(raw: bytes) -> tuple[int, int] | None:
    """Width and height of a photograph as its header tells them; None where it cannot be read."""
    image = _opened(raw)
    return image.size if image else None


def _can_be_unpacked(raw: bytes) -> bool:
    image = _opened(raw)
    try:
        if image:
            image.load()
    except (OSError, SyntaxError, ValueError):
        return False
    return image is not None


def _opened(raw: bytes) -> "ImageFile | None":
    """A photograph of which no more than the header was read. What reads it is loaded only when there is one."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # Pillow would only warn, or stop without saying how many there are
    try:
        return Image.open(BytesIO(raw), formats=PHOTOS)
    except (OSError, SyntaxError, ValueError):
        return None
