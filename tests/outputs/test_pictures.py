"""The pictures of a book."""

import io
import struct

import pytest
from PIL import Image

from campaign.outputs.pandoc import elements, plain
from campaign.outputs.pictures import DOTS_PER_INCH, PRINTED_WIDTH, files_of, printed_name, with_bitmaps
from campaign.pictures import render_picture
from conftest import GOOD, tree_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><rect width="96" height="48"/></svg>'
PHOTO = (GOOD / "content/media/pictures/brygga.jpg").read_bytes()
MEDIA = {"a.svg": SVG, "b.webp": render_picture(PHOTO, 480, "webp"), "unused.svg": SVG}
TREE = tree_of("![Ett *märke*](media/a.svg)\n\n![Foto](media/b.jpg) ![Foto igen](media/b.jpg)\n")


def test_a_book_takes_along_what_it_shows() -> None:
    """No picture is missing, and none that nobody sees makes the file heavier."""
    files = files_of(TREE, MEDIA)
    assert (list(files), files["media/a.svg"]) == (["media/a.svg", "media/b.jpg"], SVG)


def test_a_photograph_is_in_a_book_as_every_format_knows_it() -> None:
    """It is JPEG whatever it was, sharp on paper, and without what the camera noted."""
    image = Image.open(io.BytesIO(files_of(tree_of("![Foto](media/c.jpg)"), {"c.jpg": PHOTO})["media/c.jpg"]))
    assert (image.format, image.size, image.info["dpi"]) == ("JPEG", (PRINTED_WIDTH, 800), (192, 192))
    assert dict(image.getexif()) == {}
    assert [printed_name(name) for name in ("b.webp", "a.svg")] == ["b.jpg", "a.svg"]


def test_word_gets_a_bitmap_of_what_it_cannot_draw() -> None:
    """A drawing becomes a picture of dots with the same words; what is dots already stays."""
    drawn, files = with_bitmaps(TREE, MEDIA)
    shown = [(plain(image["c"][1]), image["c"][2][0]) for image in elements(drawn, "Image")]
    assert shown == [("Ett märke", "media/a.svg.png"), ("Foto", "media/b.jpg"), ("Foto igen", "media/b.jpg")]
    assert {path for _, path in shown} <= files.keys()


def test_a_bitmap_is_sharp_on_paper() -> None:
    """An inch of the drawing has as many dots as we say, and the shape stays."""
    content = io.BytesIO(with_bitmaps(TREE, MEDIA)[1]["media/a.svg.png"]).read()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (DOTS_PER_INCH, DOTS_PER_INCH / 2)


@pytest.mark.parametrize(("written", "width"), [("", "1.0in"), ("{width=2.4cm}", "2.4cm")])
def test_a_bitmap_is_as_large_as_the_drawing(written: str, width: str) -> None:
    """The picture is as wide in Word as in the PDF, or as the writer says."""
    drawn, _ = with_bitmaps(tree_of(f"![Märket](media/a.svg){written}"), MEDIA)
    [image] = elements(drawn, "Image")
    assert image["c"][0][2] == [["width", width]]


def test_the_tree_of_the_other_formats_keeps_its_drawings() -> None:
    """PDF and EPUB show the drawing itself."""
    with_bitmaps(TREE, MEDIA)
    assert [image["c"][2][0] for image in elements(TREE, "Image")] == [
        "media/a.svg",
        "media/b.jpg",
        "media/b.jpg",
    ]


def test_a_picture_that_does_not_exist_stops_the_press() -> None:
    """The checks have told of it before; a hole is never printed."""
    with pytest.raises(KeyError):
        files_of(tree_of("![Ett hål](media/hole.svg)"), MEDIA)
