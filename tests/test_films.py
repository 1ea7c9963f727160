"""Films and their captions."""

import pytest

from campaign.films import fault_of_captions, is_film
from conftest import GOOD

FILM = (GOOD / "content/media/films/hello.mp4").read_bytes()


def box(name: str, content: bytes = b"") -> bytes:
    """A part of a film."""
    return (len(content) + 8).to_bytes(4) + name.encode() + content


TRACK = box("moov", box("trak"))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (FILM, True),
        (FILM[:-1], False),
        (FILM + b"\0", False),
        (box("ftyp", b"isom"), False),
        (box("ftyp") + TRACK + box("mdat"), True),
        (box("ftyp") + box("moov") + box("mdat"), False),
        (box("ftyp") + TRACK + b"\0\0\0\0mdat and to the end", True),
        (box("ftyp") + TRACK + b"\0\0\0\1mdat" + (18).to_bytes(8) + b"ab", True),
        (box("ftyp") + TRACK + b"\0\0\0\7mdat", False),
        (box("ftyp") + TRACK + b"\0\0\0\1mdat" + (4).to_bytes(8), False),
    ],
)
def test_a_film_is_whole(raw: bytes, expected: bool) -> None:
    """Its boxes fill the file, and there are pictures in it."""
    assert is_film(raw) is expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHej\n", None),
        ("WEBVTT - Hej\r\n\r\n1\r\n00:01.000 --> 00:02.000 align:start\r\nHej\r\noch hå\r\n", None),
        ("WEBVTT\n\nNOTE Av mig\n\n\n1:00:59.000 --> 01:01:00.000\nHej", 6),
        ("WEBVTT\n\nNOTE Av mig\n\n\n01:00:59.000 --> 01:01:00.000\nHej", None),
        ("WEBVTT", 1),
        ("WEBVTT\n\nNOTE Inget", 1),
        ("WEBVTT\n\nHej", 3),
        ("WEBVTT\n\nHej\nhej", 4),
        ("WEBVTT\n\n00:01.000 --> 00:02.000", 3),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nHej", 3),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nHej", 3),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHej\n\n2\n00:02.000 -> 00:03.000\nHå", 7),
    ],
)
def test_captions_are_read_line_by_line(text: str, line: int | None) -> None:
    """Each says from when to when and what; the first that does not is told with its line."""
    assert fault_of_captions(text) == line
