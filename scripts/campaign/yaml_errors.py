"""What the reader of YAML complains of, as an editor needs it told: where it began, the line, and what to write instead."""

import re

import yaml

from campaign.codes import Code
from campaign.problems import Phrase, Position

# What the reader says → how we say it. It says »expected key« of much; see `_code`.
_CODES: tuple[tuple[str, Code], ...] = (
    ("mapping values are not allowed", "YAML_COLON"),
    ("could not find expected ':'", "YAML_LINE"),
    ("found unexpected end of stream", "YAML_QUOTE"),
    ("cannot start any token", "YAML_SIGN"),
    ("did not find expected ',' or", "YAML_BRACKET"),
    ("escape character", "YAML_ESCAPE"),
    ("did not find expected key", "YAML_INDENT"),
    ("did not find expected '-' indicator", "YAML_INDENT"),
)
# These begin where the reader began what it could not end.
_BEGAN: tuple[Code, ...] = ("YAML_QUOTE", "YAML_BRACKET", "YAML_LINE")
# These may come of a sign with which a value begins.
_OF_SIGNS = (None, "YAML_SIGN", "YAML_INDENT")
_QUOTES = re.compile(r'(?<!\\)"')
# A value on the line of its key, where the next line begins what stands below the key.
_VALUE = re.compile(r"\s*(?:- )?[\w-]+:\s+(?=[^\s#|>])")
# A dash, or the colon of a key, that nothing parts from its value.
_DASH = re.compile(r"\s*-(?=[^\s-])")
_COLON = re.compile(r"\s*(?:- )*[\w-]+:(?=[^\s/:])")
# A value that begins with a sign which means something in YAML.
_SIGN = re.compile(
    r"""(?P<before>\s*(?:-\ +)*(?:-\ +|(?:[\w-]+|"[^"]*"):\ +))(?P<value>[*&|>?%@`!,\[\]{}-].*)""", re.VERBOSE
)
MARK = "▸"


def explain_yaml_error(error: yaml.YAMLError, text: str) -> tuple[Position, Phrase, str]:
    """Where a text cannot be read, counted within it, what to do about it, and its line with a mark at the place."""
    message, lines = str(getattr(error, "problem", None) or error).splitlines()[0], text.split("\n")
    place = position_of_mark(getattr(error, "problem_mark", None))
    code = _code(message, lines, place)
    if code in _BEGAN:
        place = position_of_mark(getattr(error, "context_mark", None)) or place
    if code in ("YAML_INDENT", "YAML_AFTER") and (opened := _left_open(lines, place)):
        code, place = "YAML_QUOTE", opened
    elif place and (glued := _glued(code, lines, place)):
        code, place = glued
    elif place and code in _OF_SIGNS and (signed := _signed(lines, place)):
        return signed
    # A sign with which no value begins stands where a line does, and that is none of ours.
    said: Code = "YAML_LINE" if code == "YAML_SIGN" else code or "YAML_OTHER"
    return place or Position(), Phrase(said), _marked(lines, place)


def write_in_quotes(line: str) -> Phrase:
    """A line whose value begins with a sign of YAML, as it should be; nothing where none does."""
    found = _SIGN.fullmatch(line)
    return Phrase("WRITE_LINE", {"line": _quoted(found)}) if found else Phrase("NO_HINT")


def _quoted(found: re.Match[str]) -> str:
    value = found["value"].strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{found["before"].strip()} "{value}"'


def _signed(lines: list[str], place: Position) -> tuple[Position, Phrase, str] | None:
    """The value at a place that begins with a sign, and the line as it should be."""
    found = _SIGN.fullmatch(lines[place.line - 1]) if place.line <= len(lines) else None
    if found is None or place.column <= found.start("value"):
        return None
    start = Position(place.line, found.start("value") + 1)
    values = {"sign": found["value"][0], "line": _quoted(found)}
    return start, Phrase("YAML_SIGN", values), _marked(lines, start)


def _code(message: str, lines: list[str], place: Position | None) -> Code | None:
    code = next((code for sign, code in _CODES if sign in message), None)
    before = lines[place.line - 1][: place.column - 1] if place and place.line <= len(lines) else ""
    return "YAML_AFTER" if code == "YAML_INDENT" and before.strip()[-1:] in ('"', "'") else code


def _glued(code: Code | None, lines: list[str], place: Position) -> tuple[Code, Position] | None:
    """The fault on the line that the reader could not end, or on the one before that at which it stopped."""
    above = _line_above(lines, place.line)
    for number in {"YAML_LINE": (place.line,), "YAML_INDENT": (above,), "YAML_COLON": (above,)}.get(
        code or "", ()
    ):
        before = lines[number - 1]
        if code != "YAML_COLON" and (found := _DASH.match(before)):
            return "YAML_DASH", Position(number, found.end() + 1)
        if code != "YAML_INDENT" and (found := _COLON.match(before)):
            return "YAML_SPACE", Position(number, found.end() + 1)
        deeper = _indent(lines[place.line - 1]) > _indent(before)
        if code == "YAML_COLON" and deeper and (found := _VALUE.match(before)):
            return "YAML_BELOW", Position(number, found.end() + 1)
    return None


def _line_above(lines: list[str], number: int) -> int:
    """The number of the line before another that holds something, comments left out; the first, if there is none."""
    held = (n for n in range(number - 1, 0, -1) if lines[n - 1].strip() and lines[n - 1].lstrip()[0] != "#")
    return next(held, 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _left_open(lines: list[str], place: Position | None) -> Position | None:
    """The quotation mark that nobody closed, on one of the lines before the place: the last line that has an odd number."""
    for number in range(place.line - 1 if place else 0, 0, -1):
        found = list(_QUOTES.finditer(lines[number - 1]))
        if len(found) % 2:
            return Position(number, found[-1].start() + 1)
    return None


def position_of_mark(mark: object) -> Position | None:
    """The reader counts from 0, and may not know where."""
    line, column = getattr(mark, "line", None), getattr(mark, "column", None)
    return None if line is None or column is None else Position(line + 1, column + 1)


def _marked(lines: list[str], place: Position | None) -> str:
    if place is None or place.line > len(lines):
        return MARK
    line, column = lines[place.line - 1], place.column - 1
    return f"{line[:column]}{MARK}{line[column:]}".strip()
