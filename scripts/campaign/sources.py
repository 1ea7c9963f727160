"""From bytes to plain values: strict YAML and front matter, with the place of every key and value.

YAML's own guesses are the classic trap of a Norwegian site: the key `no` becomes false, `9:30` becomes 570 and
`010` becomes 8. Here a plain value is a number or a truth value only when it can be nothing else; all other
values stay the text that the editor wrote.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import yaml

from campaign.characters import (
    ELEMENT_END,
    conflict_in,
    loose_space_in,
    place_at,
    torn_letter_in,
    unseen_in,
)
from campaign.codes import Code
from campaign.documents import Document, Location, Parsed
from campaign.mappings import mapping_in
from campaign.problems import Phrase, Position
from campaign.scalars import plain_value
from campaign.yaml_errors import explain_yaml_error, position_of_mark, write_in_quotes

DEEPEST_NESTING = 20
# Bytes. The longest file of ours, an act with its sections, is two thirds of that; what is longer is read by nobody, and
# some inputs take markdown-it-py a time that grows with the square of their length.
LARGEST_FILE = 200_000
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# The same bytes are another thing as a page than as a record; no record holds this character.
_PAGE = b"page\0"
_VALUES = (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.CollectionEndEvent)


def parse_yaml(path: str, raw: bytes, parsed: Parsed | None = None) -> Document:
    """Read a data file: one mapping, from `parsed` if it is there. Faults become problems of the document, never exceptions."""
    document = Document(path)
    known = parsed.get(raw) if parsed else None
    text = raw.decode() if known else _decode(document, raw)
    if text is not None:
        _hold(document, raw, text)
        _read_mapping(document, text, 1, known)
        _remember(document, raw, parsed)
    return document


def parse_markdown(path: str, raw: bytes, parsed: Parsed | None = None) -> Document:
    """Read a page: front matter between two lines `---`, from `parsed` too, then prose in `body` from line `body_line`."""
    document = Document(path)
    known = parsed.get(_PAGE + raw) if parsed else None
    text = raw.decode() if known else _decode(document, raw)
    if text is None:
        return document
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or end is None:
        lacking: Code = "S008_SECOND" if lines[0].rstrip() == "---" else "S008_BOTH"
        document.report(Position(), "S008", hint=Phrase(lacking))
        return document
    _hold(document, raw, text)
    document.body_start, document.body_line = len("\n".join((*lines[: end + 1], "")).encode()), end + 2
    _read_mapping(document, "\n".join(lines[1:end]), 2, known)
    _remember(document, _PAGE + raw, parsed)
    return document


def _hold(document: Document, raw: bytes, text: str) -> None:
    """Let a document hold the bytes that the tree holds, or what is left of them where some were told as a fault."""
    document.raw = text.encode() if document.problems else raw


def _remember(document: Document, raw: bytes, parsed: Parsed | None) -> None:
    if parsed and document.value is not None and not document.problems:
        parsed.put(raw, document.value)


def _decode(document: Document, raw: bytes) -> str | None:
    if conflict := conflict_in(raw):
        document.report(conflict, "S018")
        return None
    if not raw.strip():
        document.report(Position(), "S007")
        return None
    if len(raw) > LARGEST_FILE:
        document.report(Position(), "S017", size=len(raw), most=LARGEST_FILE)
        return None
    if raw.startswith(b"\xef\xbb\xbf"):
        document.report(Position(), "S002")
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start)
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1)
        document.report(Position(line + 1, column + 1), "S001", byte=f"0x{raw[error.start]:02x}")
        return None
    return _clean(document, text)


def _clean(document: Document, text: str) -> str | None:
    if "\r" in text:
        document.report(place_at(text, text.index("\r")), "S003")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if torn := torn_letter_in(text):
        document.report(torn[1], "D189", value=torn[0])
        text = unicodedata.normalize("NFC", text)
    if found := unseen_in(text):
        document.report(found[1], "S010", character=found[0])
        return None
    return text


def _read_mapping(document: Document, text: str, first_line: int, known: object) -> None:
    value = known or mapping_in(text, DEEPEST_NESTING)
    loose = None if known else loose_space_in(text)
    if loose:
        place = Position(loose.line + first_line - 1, loose.column)
        document.report(place, "S010", character="U+00A0")
    elif value is not None:
        document.value = value
        document.locate = partial(_located, document.path, document.raw, document.body_start, first_line)
    else:
        _parse_mapping(document, text, first_line)


def _located(path: str, raw: bytes, body_start: int | None, first_line: int) -> Document:
    document = Document(path)
    head = raw[:body_start].decode()
    text = head if body_start is None else "\n".join(head.split("\n")[1:-2])
    _parse_mapping(document, text, first_line)
    return document


def _parse_mapping(document: Document, text: str, first_line: int) -> None:
    if not _indented_with_spaces(document, text, first_line):
        return
    try:
        events = _events(document, text, first_line)
    except yaml.YAMLError as error:
        place, detail, shown = explain_yaml_error(error, text)
        place = Position(place.line + first_line - 1, place.column)
        document.report(place, "S005", detail=detail, shown=shown)
        return
    if events is None:
        return
    if not events or not isinstance(events[0], yaml.MappingStartEvent):
        document.report(Position(first_line), "S009")
        return
    rest = iter(events)
    document.value = _Reader(document, first_line, text.split("\n"), rest).value(next(rest), ())


def _position_of(mark: object, first_line: int) -> Position:
    """Where YAML has read something, in a text that begins on a line of the file."""
    place = position_of_mark(mark)
    return Position(place.line + first_line - 1, place.column) if place else Position(first_line)


def _indented_with_spaces(document: Document, text: str, first_line: int) -> bool:
    before = len(document.problems)
    for number, line in enumerate(text.split("\n"), first_line):
        indent = line[: len(line) - len(line.lstrip(" \t-"))]
        if "\t" in indent:
            document.report(Position(number, indent.index("\t") + 1), "S004")
    return len(document.problems) == before


def _events(document: Document, text: str, first_line: int) -> list[yaml.Event] | None:
    """What stands in the file, piece by piece; None if it holds more than plain values.

    Anchors, aliases, tags and several documents are YAML that our editors never need, and mostly mistakes.
    """
    depth = 0
    found: list[yaml.Event] = []
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        place = _position_of(event.start_mark, first_line)
        if depth > DEEPEST_NESTING:
            document.report(place, "S011", depth=DEEPEST_NESTING)
            return None
        again = isinstance(event, yaml.DocumentStartEvent) and event.explicit and place.line > first_line
        special = "---" if again else _special_mark(event)
        if special:
            line = text.split("\n")[place.line - first_line]
            document.report(place, "S012", mark=special, hint=write_in_quotes(line))
            return None
        if isinstance(event, _VALUES):
            found.append(event)
    return found


def _special_mark(event: yaml.Event) -> str | None:
    if anchor := getattr(event, "anchor", None):
        return f"*{anchor}" if isinstance(event, yaml.AliasEvent) else f"&{anchor}"
    tag: str | None = getattr(event, "tag", None)
    return tag


@dataclass(frozen=True)
class _Reader:
    """Turns the pieces of a YAML file into values and writes down where each stands."""

    document: Document
    first_line: int
    lines: list[str]
    events: Iterator[yaml.Event]

    def value(self, event: yaml.Event, location: Location) -> object:
        """The value that begins with `event`."""
        self.document.places[location] = self._place(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(location)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(location)
        assert isinstance(event, yaml.ScalarEvent)
        self._check_rest_of_line(event)
        self._check_characters(event)
        return plain_value(str(event.value), quoted=bool(event.style))

    def _check_rest_of_line(self, event: yaml.ScalarEvent) -> None:
        """YAML drops what stands after ` #` without a word; the writer may have meant it as text."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end and end.line < len(self.lines) else ""
        if not event.style and rest.lstrip().startswith("#"):
            self.document.report(_position_of(end, self.first_line), "S016", rest=rest.strip())

    def _check_characters(self, event: yaml.ScalarEvent) -> None:
        """What the file itself may not hold, nobody may write as `\\u202e` between quotes either; and many values become attributes."""
        if found := unseen_in(str(event.value)):
            self.document.report(self._place(event), "S010", character=found[0])
        elif ELEMENT_END in str(event.value):
            self.document.report(self._place(event), "D165")

    def _mapping(self, location: Location) -> dict[str, object]:
        result: dict[str, object] = {}
        while not isinstance(key_event := next(self.events), yaml.MappingEndEvent):
            key = self._key(key_event)
            place = self._place(key_event)
            if key in result:
                first = self.document.keys[(*location, key)]
                self.document.report(place, "S006", key=key, line=first.line)
                self._skip(next(self.events))
                continue
            self.document.keys[(*location, key)] = place
            result[key] = self.value(next(self.events), (*location, key))
        return result

    def _sequence(self, location: Location) -> list[object]:
        result: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            result.append(self.value(event, (*location, len(result))))
        return result

    def _key(self, event: yaml.Event) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._check_characters(event)
            return str(event.value)
        self._skip(event)
        return "?"

    def _skip(self, event: yaml.Event) -> None:
        """Leave out a value that begins with `event`."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def _place(self, event: yaml.Event) -> Position:
        return _position_of(event.start_mark, self.first_line)
