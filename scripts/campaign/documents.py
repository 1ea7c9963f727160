"""A file of content as values, with the place of every key and value, and the problems that were found in it."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from campaign.codes import Code
from campaign.problems import Position, Problem

Location = tuple[str | int, ...]


@dataclass(frozen=True)
class MarkedValue:
    """A value or a key of a record whose schema has a mark: its place, what the mark says, and the value as text."""

    location: Location
    target: str
    text: str
    is_key: bool = False


@dataclass(eq=False)  # each reading of a file is one of its own
class Document:
    """A file as values: `keys` and `places` tell where each key and value was written, `marked` which its schema marks.

    Of most files only the values are read; `locate` reads where all stands, when somebody asks: few problems, few questions.
    raw: the file as UTF-8 without what is told as a fault. body_start: the byte with which its text begins, if it is a page.
    """

    path: str
    value: object = None
    keys: dict[Location, Position] = field(default_factory=dict)
    places: dict[Location, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    marked: Mapping[str, Sequence[MarkedValue]] | None = None
    raw: bytes = b""
    body_start: int | None = None
    body_line: int = 1
    locate: Callable[[], "Document"] | None = None

    @property
    def body(self) -> str:
        """The text of a page, decoded each time: the tree holds the bytes anyway, and nobody needs those of all pages at once."""
        return "" if self.body_start is None else self.raw[self.body_start :].decode()

    def report(self, place: Position, code: Code, **values: object) -> None:
        """Note a problem at a place of this file."""
        self.problems.append(Problem(self.path, place, code, values))

    def position_of(self, location: Location, *, key: bool = False) -> Position:
        """Where a value (or its key) stands; for one that is missing, where its parent stands."""
        if self.locate:
            again, self.locate = self.locate(), None
            self.keys, self.places = again.keys, again.places
        table = self.keys if key else self.places
        while location:
            if location in table:
                return table[location]
            location, table = location[:-1], self.places
        return self.places.get((), Position())


class Parsed(Hashable, Protocol):
    """What was found in files that had no problems, by their bytes (or None), and a way to remember it."""

    def get(self, raw: bytes) -> object: ...

    def put(self, raw: bytes, value: object) -> None: ...
