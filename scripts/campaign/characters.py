"""What the bytes of a text may not hold, wherever it stands: the marks of an unfinished merge, and what nobody can see."""

import re
import unicodedata
from functools import cache

from campaign.policy import load_policy
from campaign.problems import Position

# The end of an element: within an attribute a browser may be led to take it for one, so nothing published has it there.
ELEMENT_END = "</"
_CONFLICT = re.compile(rb"^(?:<{7}|>{7})(?: .*)?\r?$", re.MULTILINE)

_NO_BREAK = "\u00a0"
# Before a key, after its colon, and at the end of a line.
_LOOSE = re.compile(rf"^[ -]*{_NO_BREAK}|^[ -]*[\w-]+:{_NO_BREAK}|{_NO_BREAK}\s*$", re.MULTILINE)


@cache  # the policy is loaded when a text is looked at: of those that were in order it is known
def _unseen() -> re.Pattern[str]:
    """What nothing published may hold, and the end of a line as typewriters had it, which YAML and Markdown read each in its own way."""
    return re.compile(rf"\r|{load_policy().unseen.pattern}")


def conflict_in(raw: bytes) -> Position | None:
    """Where Git has left two versions of a file for somebody to choose between."""
    found = _CONFLICT.search(raw)
    return Position(raw.count(b"\n", 0, found.start()) + 1) if found else None


def unseen_in(text: str) -> tuple[str, Position] | None:
    """The first character that no text may hold, as `U+202E`, and where it stands."""
    found = _unseen().search(text)
    return (f"U+{ord(found[0]):04X}", place_at(text, found.start())) if found else None


def loose_space_in(text: str) -> Position | None:
    """Where a YAML text has a space that does not break for one of its own: it looks the same, and YAML takes it for a letter."""
    found = _LOOSE.search(text) if _NO_BREAK in text else None
    return place_at(text, found.start() + found[0].index(_NO_BREAK)) if found else None


def torn_letter_in(text: str) -> tuple[str, Position] | None:
    """The first letter that is written as two characters, as some programs of macOS write å, and where it stands."""
    if unicodedata.is_normalized("NFC", text):
        return None
    whole = unicodedata.normalize("NFC", text)
    at = next(n for n, (one, other) in enumerate(zip(text, whole, strict=False)) if one != other)
    return whole[at], place_at(text, at)


def place_at(text: str, offset: int) -> Position:
    """Line and column of a place in a text."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
