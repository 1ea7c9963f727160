"""What is read while something is made: each access to content notes a key in the record that is open.

A key is a path from the project's root (`content/data/edition.yml`), or the name of a value that many files go into and
that few changes of them touch (`label:interface.skip.sv`, `page:sv/move.md`); `inputs` says what each such value is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from threading import RLock
from typing import Generic, TypeVar

Key = TypeVar("Key")
T = TypeVar("T")

_record: ContextVar[set[str] | None] = ContextVar("record", default=None)


# The keys of all that was read, in the order of their letters: each key one string for the whole process, and a row of them
# takes a tenth of the memory of a set.
Reads = tuple[str, ...]


def reads_of(keys: Iterable[str]) -> Reads:
    """The keys as they are kept, each once."""
    return _in_order(frozenset(keys))


# The files of a search index have all read what every page of it has: that row is put in order once, and lies in memory once.
@lru_cache(2)
def _in_order(keys: frozenset[str]) -> Reads:
    return tuple(sorted(map(intern, keys)))


@dataclass(frozen=True)
class Output:
    """A finished file, and the keys of all that was read while it was made."""

    content: bytes
    reads: Reads


def record_read(*keys: str) -> None:
    """Note that something was read, if anybody keeps a record."""
    record = _record.get()
    if record is not None:
        record.update(keys)


@contextmanager
def recording() -> Iterator[set[str]]:
    """Keep a record of what is read within; an outer record gets none of it."""
    record: set[str] = set()
    before = _record.set(record)
    try:
        yield record
    finally:
        _record.reset(before)


class RecordedMapping(Mapping[Key, T]):
    """A mapping that notes what is read of it: an item under its own key, and which items there are under `listing`."""

    def __init__(self, items: Mapping[Key, T], key: Callable[[Key], str], listing: str) -> None:
        self._items = items
        self._key = key
        self._listing = listing

    def __getitem__(self, name: Key) -> T:
        record_read(self._key(name))
        return self._items[name]

    def __contains__(self, name: object) -> bool:
        record_read(self._key(name))  # type: ignore[arg-type]  # a name of another type is in no mapping, nor read by anybody
        return name in self._items

    def __iter__(self) -> Iterator[Key]:
        record_read(self._listing)
        return iter(self._items)

    def __len__(self) -> int:
        record_read(self._listing)
        return len(self._items)


class Once(Generic[T]):
    """A value that is made when it is first asked for, and only then; whoever asks has read what it was made of."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] = make
        self._reads: Reads = ()
        self._made: list[tuple[T, Reads]] = []
        self._lock = RLock()

    def __call__(self) -> T:
        with self._lock:
            if not self._made:
                with recording() as reads:
                    value = self._make()
                self._made.append((value, reads_of({*self._reads, *reads})))
        value, read = self._made[0]
        record_read(*read)
        return value

    def preset(self, load: Callable[[], T], reads: Reads) -> None:
        """Take a value that was made before, of what was read then, unless it was made again already."""
        with self._lock:
            if not self._made:
                self._make, self._reads = load, reads
