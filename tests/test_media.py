"""What may lie in content/media."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from campaign.media import (
    ENDINGS,
    LARGEST,
    LARGEST_PHOTO,
    LONGEST_SIDE,
    MOST_PIXELS,
    kind_of,
    media_problems,
    size_of,
)
from conftest import GOOD


def photo(kind: str, size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    """A picture of one colour."""
    file = BytesIO()
    Image.new(mode, size, "#a7361d" if mode == "RGB" else 0).save(file, kind)
    return file.getvalue()


def pdf(**root: object) -> bytes:
    """A page in a file with these entries of its own."""
    file = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        for name, value in root.items():
            made.Root[f"/{name}"] = value
        made.save(file)
    return file.getvalue()


def drawing(inside: str) -> bytes:
    """A drawing with this in it."""
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{inside}</svg>'.encode()


SOUND = {
    "svg": (GOOD / "content/media/mark.svg").read_bytes(),
    "png": photo("png"),
    "jpeg": photo("jpeg"),
    "webp": photo("webp"),
    "avif": photo("avif"),
    "pdf": pdf(),
    "mp4": (GOOD / "content/media/films/hello.mp4").read_bytes(),
    "vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nHej\n",
}


class Remembered:
    """What was read before."""

    def __init__(self) -> None:
        self.kept: dict[str, object] = {}

    def get(self, text: str) -> object:
        """The value, or None."""
        return self.kept.get(text)

    def put(self, text: str, value: object) -> None:
        """Remember a value."""
        self.kept[text] = value


def codes(name: str, raw: bytes) -> list[str]:
    """What is told of a file."""
    return [problem.code for problem in media_problems(f"content/media/{name}", raw)]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_of_each_kind_is_let_in(ending: str) -> None:
    """Every ending has a kind of bytes."""
    assert codes(f"a{ending}", SOUND[ENDINGS[ending]]) == []


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("a.html", b"<!doctype html><script>a()</script>", "S024"),
        ("a.js", b"a()", "S024"),
        ("a.env", b"KEY=1", "S024"),
        ("a.svg", b"<html><body>a", "S024"),
        ("a.png", b"GIF89a", "S024"),
        ("a.heic", b"\0\0\0\x20ftypheic", "S024"),
        ("a.PNG", SOUND["png"], "S024"),
        ("a.png", SOUND["jpeg"], "S025"),
        ("a.jpg", SOUND["svg"], "S025"),
        ("a.svg", SOUND["pdf"], "S025"),
        ("a.vtt", SOUND["vtt"] + b"a" * LARGEST["vtt"], "S026"),
        ("a.jpg", SOUND["jpeg"] + b"a" * LARGEST_PHOTO, "S026"),
        ("a.jpg", SOUND["jpeg"][:-200], "S028"),
        ("a.webp", SOUND["webp"][:30], "S028"),
        ("a.avif", SOUND["avif"][:-9], "S028"),
        ("a.avif", SOUND["avif"].replace(b"av01", b"av09"), "S028"),
        ("a.svg", b"<svg>\n<<<<<<< HEAD\n", "S018"),
        ("a.pdf", SOUND["pdf"][:-40], "S028"),
        ("a.mp4", SOUND["mp4"][:-40], "S028"),
        ("a.vtt", b"WEBVTTnot", "S024"),
    ],
)
def test_a_file_with_a_fault_has_one(name: str, raw: bytes, expected: str) -> None:
    """The kind is found in the bytes, name and bytes agree, and nothing is too large or cut off."""
    assert codes(name, raw) == [expected]


def test_pixels_are_counted_before_anything_is_unpacked() -> None:
    """A picture that would fill the memory is refused by its header, with its width and height."""
    assert MOST_PIXELS < 8000 * 8000
    raw = photo("png", (8000, 8000), "1")
    assert (len(raw) < LARGEST_PHOTO, codes("a.png", raw), size_of(raw)) == (True, ["S027"], (8000, 8000))


def test_no_side_is_longer_than_what_pages_show_can_be() -> None:
    """A picture of a whole screen that was rolled through has few dots and is too high for a WebP."""
    found = {
        size: codes("a.png", photo("png", size, "1"))
        for size in ((9, LONGEST_SIDE), (9, 16_384), (16_384, 9))
    }
    assert found == {(9, LONGEST_SIDE): [], (9, 16_384): ["S027"], (16_384, 9): ["S027"]}


def test_a_drawing_is_told_line_by_line() -> None:
    """Each fault of a drawing is a problem with its place."""
    found = media_problems(
        "content/media/a.svg", b'<svg xmlns="http://www.w3.org/2000/svg">\n<a/>\n<script/></svg>'
    )
    assert [(problem.position.line, problem.values) for problem in found] == [
        (2, {"what": "<a>"}),
        (3, {"what": "<script>"}),
    ]


@pytest.mark.parametrize(
    ("name", "raw", "told_of"),
    [
        ("a.svg", drawing("<!-- Ritad av mig. -->"), (2, "S029", {"what": "<!-- … -->"})),
        ("a.svg", drawing("<text>a\u202eb</text>"), (2, "S010", {"character": "U+202E"})),
        ("a.svg", drawing("<g aria-label='a&lt;/b'/>"), (2, "S029", {"what": 'aria-label="a</b"'})),
        ("a.svg", drawing("<g style='fill:url(#b)'/>"), (2, "S029", {"what": 'style="fill:url(#b)"'})),
        ("a.pdf", pdf(OpenAction={"/S": pikepdf.Name.GoTo}), (1, "S030", {"what": "/OpenAction"})),
        ("a.vtt", SOUND["vtt"] + b"H\xe5", (5, "S001", {"byte": "0xe5"})),
        ("a.vtt", SOUND["vtt"] + "\u202e".encode(), (5, "S010", {"character": "U+202E"})),
        ("a.vtt", SOUND["vtt"] + b"\n1\n", (6, "S031", {})),
        ("posters/a.svg", drawing("<g fill='var(--sky)'/>"), (1, "S029", {"what": "var(--sky)"})),
    ],
)
def test_what_may_not_be_published_is_told_where_an_editor_mends_it(
    name: str, raw: bytes, told_of: tuple[int, str, dict[str, str]]
) -> None:
    """By the rules of the proof, which would stop the build and name a file that no editor knows."""
    found = media_problems(f"content/media/{name}", raw)
    assert [(one.position.line, one.code, one.values) for one in found] == [told_of]


def test_a_colour_that_only_pages_know_is_no_fault_of_what_is_not_painted() -> None:
    """Only what is drawn by day and by night has its colours in a set."""
    assert codes("scenes/a.svg", drawing("<g fill='var(--sky)'/>")) == []


def test_what_was_found_in_order_is_not_unpacked_again() -> None:
    """A check of a thousand photographs takes their time once."""

    parsed = Remembered()
    assert (media_problems("a.png", SOUND["png"], parsed), list(parsed.kept.values())) == ([], ["sound"])
    assert media_problems("b.png", SOUND["png"], parsed) == []
    assert media_problems("b.jpg", SOUND["png"], parsed) != []


def test_a_kind_is_known_by_the_first_bytes() -> None:
    """What is none of ours is nothing."""
    assert (kind_of(b""), kind_of(b"RIFF\0\0\0\0WAVE"), kind_of(b"PK\3\4")) == (None, None, None)
