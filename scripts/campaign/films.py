"""Films and their captions: whether a file is what its ending says, from the first byte to the last."""

import re
from collections.abc import Iterator

_TIME = r"((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+\S+:\S+)*[ \t]*")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)\b")
# What no film is without: how it is encoded, what is in it, and its pictures.
_NEEDED = {b"ftyp", b"moov", b"mdat"}


def is_film(raw: bytes) -> bool:
    """Whether the boxes of an MP4 file follow upon one another to its end, and those are there that a player needs."""
    boxes = dict(boxes_of(raw))
    return None not in boxes and boxes.keys() >= _NEEDED and b"trak" in dict(boxes_of(raw, *boxes[b"moov"]))


def boxes_of(
    raw: bytes, start: int = 0, end: int | None = None
) -> Iterator[tuple[bytes | None, tuple[int, int]]]:
    """Each box between two places: its name, and where what it holds begins and ends; None where one is longer than there is room."""
    end = len(raw) if end is None else end
    while start < end:
        size, name, head = int.from_bytes(raw[start : start + 4]), raw[start + 4 : start + 8], 8
        if size == 1:
            size, head = int.from_bytes(raw[start + 8 : start + 16]), 16
        if size == 0:
            size = end - start
        if size < head or start + size > end:
            yield None, (start, end)
            return
        yield name, (start + head, start + size)
        start += size


def fault_of_captions(text: str) -> int | None:
    """The line of WebVTT that is no time from and to, or comes with nothing to read; that of the head where nothing is said at all."""
    line, said = 1, 0
    for number, block in enumerate(re.split(r"(\n{2,})", text.replace("\r\n", "\n").rstrip("\n"))):
        lines = block.split("\n")
        if number and block.strip("\n") and not _ASIDE.match(block):
            fault = _fault_of_cue(lines)
            if fault is not None:
                return line + fault
            said += 1
        line += block.count("\n")
    return None if said else 1


def _fault_of_cue(lines: list[str]) -> int | None:
    """Which line of a caption is wrong: it may begin with a name, and then says from when to when it is shown, and what it says."""
    at = 0 if "-->" in lines[0] else 1
    timing = _TIMING.fullmatch(lines[at]) if at < len(lines) else None
    if timing is None:
        return min(at, len(lines) - 1)
    is_later = _seconds(timing[2]) > _seconds(timing[1])
    return None if is_later and lines[at + 1 :] else at


def _seconds(time: str) -> float:
    """How many seconds from the beginning."""
    hours, minutes, seconds = f"00:{time}".split(":")[-3:]
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
