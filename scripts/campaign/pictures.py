"""The photographs of content/media/pictures as readers get them: upright, without what the camera noted, in a few widths."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from markdown_it.token import Token

from campaign.content import Content
from campaign.media import PHOTOS, is_photo
from campaign.pages import media_file, path_of

if TYPE_CHECKING:
    from PIL import Image

# Pillow is loaded where a photograph is opened: most builds open none.
FOLDER = "pictures"
# Pixels: a telephone, a column of text, and the same on a screen with twice as many dots.
WIDTHS = (480, 960, 1600)
Format = Literal["avif", "webp", "jpeg"]
# Best first; whoever knows neither is older than any browser that can show the rest of the page.
FORMATS: tuple[Format, ...] = ("avif", "webp")
# One thread, or the bytes could depend on how many the computer has.
_SETTINGS: dict[Format, dict[str, object]] = {
    "avif": {"quality": 55, "speed": 6, "max_threads": 1},
    "webp": {"quality": 78, "method": 6},
    "jpeg": {"quality": 82},
}
_ORIENTATION, _SIDEWAYS = 0x0112, (5, 6, 7, 8)


@dataclass(frozen=True)
class Figure:
    """A photograph in a page: what it shows, whose it is, its size, and its files by format, each with its width."""

    shows: str
    credit: str
    licence: str
    licence_address: str | None
    width: int
    height: int
    files: Mapping[Format, Sequence[tuple[str, int]]]


def slug_of(name: str) -> str | None:
    """The name of the record of a file below content/media; None if it is no photograph, or lies in another folder."""
    path = PurePosixPath(name)
    return path.stem if is_photo(name) and str(path.parent) == FOLDER else None


def lone_picture(page_path: str, line: Token) -> str | None:
    """The file below content/media that a line of prose shows, if it is a photograph and there is nothing else."""
    if line.type != "inline":
        return None
    parts = [token for token in line.children or () if token.type != "text" or token.content.strip()]
    name = shown_file(page_path, parts[0]) if len(parts) == 1 else None
    return name if name and slug_of(name) else None


def words_in_brackets(line: Token) -> str:
    """What the writer says of a photograph that stands alone; nothing where the words of its record will do."""
    return "".join(token.content for token in line.children or ()).strip()


def shown_file(page_path: str, token: Token) -> str | None:
    """The file below content/media that a picture in a text shows; None of all that is no picture of ours."""
    return media_file(path_of(page_path, str(token.attrs["src"]))) if token.type == "image" else None


def figure_of(content: Content, name: str, words: str, code: str) -> Figure:
    """A photograph as a page shows it; where the writer says nothing of it, its record does."""
    picture = content.pictures[str(slug_of(name))]
    raw = content.media[name]
    width, height = size_of(raw)
    files = {kind: [(_address(name, wide, kind), wide) for wide in widths_of(width)] for kind in FORMATS}
    credit = picture.credit[code], picture.licence[code], picture.licence_address
    return Figure(words or picture.shows[code], *credit, width, height, files)


def printed(content: Content, page_path: str, code: str, line: Token) -> Token:
    """A line of a book: a photograph has its words and, below it, whose it is."""
    name = lone_picture(page_path, line)
    if name is None:
        return line
    picture, image = content.pictures[str(slug_of(name))], (line.children or [])[0]
    words = Token("text", "", 0, content=words_in_brackets(line) or picture.shows[code])
    below = Token("text", "", 0, content=f"{picture.credit[code]}. {picture.licence[code]}")
    shown = image.copy(children=[words], content=words.content)
    return line.copy(children=[shown, Token("hardbreak", "br", 0), below])


def versions_of(name: str, raw: bytes) -> dict[str, tuple[int, Format]]:
    """The files that are made of a photograph, below media: name → width and format."""
    widths = widths_of(size_of(raw)[0])
    return {_address(name, width, kind): (width, kind) for kind in FORMATS for width in widths}


def published_file(name: str, media: Mapping[str, bytes]) -> str:
    """The file below media that a link to a file leads to: of a photograph the largest, of all else the file itself."""
    return list(versions_of(name, media[name]))[-1] if is_photo(name) else name


def _address(name: str, width: int, kind: Format) -> str:
    return f"{PurePosixPath(name).with_suffix('')}-{width}.{kind}"


def widths_of(width: int) -> list[int]:
    """The widths in which a photograph is published; it is never made larger than it is."""
    return sorted({*(one for one in WIDTHS if one < width), min(width, WIDTHS[-1])})


@cache
def size_of(raw: bytes) -> tuple[int, int]:
    """Width and height of a photograph the right way up."""
    from PIL import Image

    with Image.open(BytesIO(raw), formats=PHOTOS) as image:
        width, height = image.size
        return (height, width) if image.getexif().get(_ORIENTATION) in _SIDEWAYS else (width, height)


def render_picture(raw: bytes, width: int, kind: Format, **settings: object) -> bytes:
    """A photograph at most so wide, upright, in the colours of the web, and with nothing else in the file."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(raw), formats=PHOTOS) as opened:
        image = _in_web_colours(ImageOps.exif_transpose(opened))
    height = max(1, round(image.height * width / image.width))
    if width < image.width:
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    if kind == "jpeg" and image.mode == "RGBA":
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    image.info = {}
    file = BytesIO()
    image.save(file, kind, **{**_SETTINGS[kind], **settings})
    return file.getvalue()


def _in_web_colours(image: "Image.Image") -> "Image.Image":
    """The colours as they look on the camera's own screen, in the space that a file without a profile has."""
    from PIL import ImageCms

    profile, has_alpha = image.info.get("icc_profile"), image.has_transparency_data
    mode = "RGBA" if has_alpha else "RGB"
    if profile and image.mode in ("RGB", "RGBA"):
        web = ImageCms.createProfile("sRGB")
        with suppress(
            ImageCms.PyCMSError
        ):  # a profile that is broken, or of another kind of picture: browsers pass over it too
            own = ImageCms.getOpenProfile(BytesIO(profile))
            image = ImageCms.profileToProfile(image, own, web, outputMode=image.mode) or image
    return image.convert(mode)
