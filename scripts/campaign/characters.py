"""What the bytes of a text may not hold, wherever it stands: the marks of an unfinished merge, and what nobody can see."""

import re

from campaign.problems import Position

# Control characters, the ends of lines that are none, what has no width, and what turns the direction of writing.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
_CONFLICT = re.compile(rb"^(?:<{7}|>{7})(?: .*)?\r?$", re.MULTILINE)


def conflict_in(raw: bytes) -> Position | None:
    """Where Git has left two versions of a file for somebody to choose between."""
    found = _CONFLICT.search(raw)
    return Position(raw.count(b"\n", 0, found.start()) + 1) if found else None


def unseen_in(text: str) -> tuple[str, Position] | None:
    """The first character that no text may hold, as `U+202E`, and where it stands."""
    found = _UNSEEN.search(text)
    return (f"U+{ord(found[0]):04X}", place_at(text, found.start())) if found else None


def place_at(text: str, offset: int) -> Position:
    """Line and column of a place in a text."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
