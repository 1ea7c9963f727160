"""From bytes to plain values: strict YAML and front matter, with the place of every key and value.

YAML's own guesses are the classic trap of a Norwegian site: the key `no` becomes false, `9:30` becomes 570 and
`010` becomes 8. Here a plain value is a number or a truth value only when it can be nothing else; all other
values stay the text that the editor wrote.
"""

import re
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from campaign.codes import Code
from campaign.problems import Position, Problem

Location = tuple[str | int, ...]

DEEPEST_NESTING = 20
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


@dataclass
class Document:
    """A file as values: `keys` and `places` tell where each key and value was written."""

    path: str
    value: object = None
    keys: dict[Location, Position] = field(default_factory=dict)
    places: dict[Location, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    body: str = ""
    body_line: int = 1

    def report(self, place: Position, code: Code, **values: object) -> None:
        """Note a problem at a place of this file."""
        self.problems.append(Problem(self.path, place, code, values))

    def position_of(self, location: Location, *, key: bool = False) -> Position:
        """Where a value (or its key) stands; for one that is missing, where its parent stands."""
        table = self.keys if key else self.places
        while location:
            if location in table:
                return table[location]
            location, table = location[:-1], self.places
        return self.places.get((), Position())


def parse_yaml(path: str, raw: bytes) -> Document:
    """Read a data file: one mapping. Faults become problems of the document, never exceptions."""
    document = Document(path)
    text = _decode(document, raw)
    if text is not None:
        _read_mapping(document, text, first_line=1)
    return document


def parse_markdown(path: str, raw: bytes) -> Document:
    """Read a page: front matter between two lines `---`, then prose in `body` from line `body_line`."""
    document = Document(path)
    text = _decode(document, raw)
    if text is None:
        return document
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or end is None:
        document.report(Position(), "S008")
        return document
    _read_mapping(document, "\n".join(lines[1:end]), first_line=2)
    document.body, document.body_line = "\n".join(lines[end + 1 :]), end + 2
    return document


def _decode(document: Document, raw: bytes) -> str | None:
    if not raw.strip():
        document.report(Position(), "S007")
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
        document.report(_place_at(text, text.index("\r")), "S003")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _FORBIDDEN.search(text):
        document.report(_place_at(text, found.start()), "S010", character=f"U+{ord(found[0]):04X}")
        return None
    return text


def _place_at(text: str, offset: int) -> Position:
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _read_mapping(document: Document, text: str, first_line: int) -> None:
    if not _indented_with_spaces(document, text, first_line):
        return
    try:
        if not _plain_enough(document, text, first_line):
            return
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        document.report(
            _position_of(mark, first_line),
            "S005",
            detail=_first_line(getattr(error, "problem", None) or error),
        )
        return
    if not isinstance(node, yaml.MappingNode):
        document.report(Position(first_line), "S009")
        return
    document.value = _Reader(document, first_line, text.split("\n")).value(node, ())


class _Mark(Protocol):
    """Where YAML has read something: its two readers, in Python and in C, have each a class of its own."""

    line: int
    column: int


def _position_of(mark: _Mark | None, first_line: int) -> Position:
    """YAML counts from 0, and may not know where (then the first line is said)."""
    return Position(mark.line + first_line, mark.column + 1) if mark else Position(first_line)


def _first_line(error: object) -> str:
    return str(error).splitlines()[0]


def _indented_with_spaces(document: Document, text: str, first_line: int) -> bool:
    before = len(document.problems)
    for number, line in enumerate(text.split("\n"), first_line):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            document.report(Position(number, indent.index("\t") + 1), "S004")
    return len(document.problems) == before


def _plain_enough(document: Document, text: str, first_line: int) -> bool:
    """Anchors, aliases, tags and several documents are YAML that our editors never need, and mostly mistakes."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        place = _position_of(event.start_mark, first_line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST_NESTING:
            document.report(place, "S011", depth=DEEPEST_NESTING)
            return False
        special = _special_mark(event)
        again = isinstance(event, yaml.DocumentStartEvent) and event.explicit and place.line > first_line
        if special or again:
            document.report(place, "S012", mark=special or "---")
            return False
    return True


def _special_mark(event: yaml.Event) -> str | None:
    anchor = getattr(event, "anchor", None)
    if anchor:
        return f"*{anchor}" if isinstance(event, yaml.AliasEvent) else f"&{anchor}"
    tag: str | None = getattr(event, "tag", None)
    return tag


class _Reader:
    """Turns YAML nodes into values and writes down where each stands."""

    def __init__(self, document: Document, first_line: int, lines: list[str]) -> None:
        self.document = document
        self.first_line = first_line
        self.lines = lines

    def value(self, node: yaml.Node, location: Location) -> object:
        self.document.places[location] = self._place(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*location, n)) for n, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        self._check_rest_of_line(node)
        return _plain_value(str(node.value), quoted=bool(node.style))

    def _check_rest_of_line(self, node: yaml.ScalarNode) -> None:
        """YAML drops what stands after ` #` without a word; the writer may have meant it as text."""
        end = node.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if not node.style and rest.lstrip().startswith("#"):
            self.document.report(_position_of(end, self.first_line), "S016", rest=rest.strip())

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, object]:
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            place = self._place(key_node)
            if key in result:
                first = self.document.keys[(*location, key)]
                self.document.report(place, "S006", key=key, line=first.line)
                continue
            self.document.keys[(*location, key)] = place
            result[key] = self.value(value_node, (*location, key))
        return result

    def _place(self, node: yaml.Node) -> Position:
        return _position_of(node.start_mark, self.first_line)


def _plain_value(text: str, *, quoted: bool) -> object:
    if quoted:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text
