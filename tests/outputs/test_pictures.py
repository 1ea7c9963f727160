"""The pictures of a book."""

import io
import struct

import pytest

from campaign.outputs.pandoc import elements, plain
from campaign.outputs.pictures import DOTS_PER_INCH, files_of, with_bitmaps
from conftest import tree_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><rect width="96" height="48"/></svg>'
MEDIA = {"a.svg": SVG, "b.png": b"PNG", "unused.svg": SVG}
TREE = tree_of("![Ett *märke*](media/a.svg)\n\n![Foto](media/b.png) ![Foto igen](media/b.png)\n")


def test_a_book_takes_along_what_it_shows() -> None:
    """No picture is missing, and none that nobody sees makes the file heavier."""
    assert files_of(TREE, MEDIA) == {"media/a.svg": SVG, "media/b.png": b"PNG"}


def test_word_gets_a_bitmap_of_what_it_cannot_draw() -> None:
    """A drawing becomes a picture of dots with the same words; what is dots already stays."""
    drawn, files = with_bitmaps(TREE, MEDIA)
    shown = [(plain(image["c"][1]), image["c"][2][0]) for image in elements(drawn, "Image")]
    assert shown == [("Ett märke", "media/a.svg.png"), ("Foto", "media/b.png"), ("Foto igen", "media/b.png")]
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
        "media/b.png",
        "media/b.png",
    ]


def test_a_picture_that_does_not_exist_stops_the_press() -> None:
    """The checks have told of it before; a hole is never printed."""
    with pytest.raises(KeyError):
        files_of(tree_of("![Ett hål](media/hole.svg)"), MEDIA)
