"""What was made before, kept from build to build: each file under a digest of what it was made of, with one of its own bytes.

Nothing here is trusted for lying where it lies. A file that is damaged, cut short, or came under another's name is as one
that is not there, and is made again. See docs/decisions/0023-cache.md.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import get_ident
from typing import Generic, TypeVar

from campaign.files import write_file
from campaign.reads import Made, note, recording

Kept = TypeVar("Kept")
# Keys that were read, and a digest of what these were then.
Seen = tuple[list[str], str]
OUTPUTS, CHECKS, LINKS, TEMPLATES, SEARCH = "outputs", "checks", "links", "templates", "search"
_DIGEST = hashlib.sha256
_PLAIN = json.JSONEncoder(ensure_ascii=False, default=str)
_SIZE = _DIGEST().digest_size
# How many ways of reading are remembered of a file: it reads other things on another branch of the repository.
_READINGS = 4


def digest_of(value: object) -> str:
    """A short digest of bytes or of plain values."""
    raw = value if isinstance(value, bytes) else _PLAIN.encode(value).encode()
    return _DIGEST(raw).hexdigest()[:16]


@dataclass(frozen=True)
class Store:
    """A folder of files under names, each behind a digest of its name and bytes. `used` are the names asked for or put."""

    folder: Path
    used: set[str] = field(default_factory=set)

    def get(self, name: str) -> bytes | None:
        """The file of that name, if it is there and whole."""
        try:
            found = (self.folder / name).read_bytes()
        except OSError:
            return None
        seal, content = found[:_SIZE], found[_SIZE:]
        if seal != _seal(name, content):
            return None
        self.used.add(name)
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep a file: all of it or nothing, also when the build is stopped or another one puts the same."""
        if not self.used:
            self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self.folder / f"{name}.{os.getpid()}.{get_ident()}.new"
        write_file(unfinished, _seal(name, content) + content)
        unfinished.replace(self.folder / name)
        self.used.add(name)

    def prune(self) -> None:
        """Throw away what was not used, but for as many files as were, the newest: somebody may come back to a branch."""
        with os.scandir(self.folder) as found:
            others = [entry for entry in found if entry.name not in self.used]
        with suppress(FileNotFoundError):  # somebody else throws away too
            others.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
            for entry in others[len(self.used) :]:
                Path(entry).unlink()


def _seal(name: str, content: bytes) -> bytes:
    return _DIGEST(name.encode() + b"\0" + content).digest()


class Bundle(Generic[Kept]):
    """Plain values under names, all in one file: a thousand small files are read faster as one. What is not used goes."""

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._file = store, name
        self._kept: dict[str, Kept] = json.loads(store.get(name) or b"{}")
        self._used: dict[str, Kept] = {}

    def get(self, name: str) -> Kept | None:
        """The value of that name, or None."""
        found = self._kept.get(name)
        if found is not None:
            self._used[name] = found
        return found

    def put(self, name: str, value: Kept) -> None:
        """Keep a value."""
        self._used[name] = value

    def write(self) -> None:
        """Write the file, if there is anything else in it than there was."""
        if self._used != self._kept:
            self._store.put(self._file, json.dumps(self._used, ensure_ascii=False).encode())


@dataclass(frozen=True)
class Values:
    """What stood in YAML, by the text that it was written in."""

    bundle: Bundle[object]

    def get(self, text: str) -> object:
        """The value of a text, or None."""
        return self.bundle.get(digest_of(text.encode()))

    def put(self, text: str, value: object) -> None:
        """Remember the value of a text."""
        self.bundle.put(digest_of(text.encode()), value)


@dataclass(frozen=True)
class Sound:
    """The files in which nothing was wrong, with the keys of what the rules read and a digest of what these were then."""

    bundle: Bundle[Seen]
    digest: Callable[[str], str | None]

    def holds(self, file: str) -> bool:
        """Whether nothing was wrong with a file, and all that the rules read is as it was."""
        keys, then = self.bundle.get(file) or ([], "")
        return then == self._now(keys)

    def keep(self, file: str, keys: Iterable[str]) -> None:
        """Note that nothing is wrong with a file."""
        read = sorted({*keys, file})
        self.bundle.put(file, (read, self._now(read)))

    def _now(self, keys: Iterable[str]) -> str:
        return digest_of([(key, self.digest(key)) for key in keys])


class Extracting:
    """A target of whose file an extract is kept in `store`: for what is made of so many files that all are too much.

    It lies under a digest of the file and of `code`, the code that made it.
    """

    def __init__(
        self, make: Callable[[], bytes], extract: Callable[[bytes], bytes], code: bytes, store: Store
    ) -> None:
        self._make, self._extract, self._code, self.store = make, extract, code, store
        self._name, self._reads = "", frozenset[str]()

    def __call__(self) -> bytes:
        return self._make()

    def take(self, made: Made) -> None:
        """Learn what the file is, made now or before, by this process or another."""
        self._name, self._reads = _DIGEST(self._code + made.content).hexdigest(), made.reads
        if (self.store.folder / self._name).exists():
            self.store.used.add(self._name)
        else:
            self.store.put(self._name, self._extract(made.content))

    def extract(self) -> bytes:
        """The extract of the file. Who asks for it has read what the file was made of."""
        kept = self.store.get(self._name) if self._name else None
        if kept is None:
            with recording() as reads:
                content = self()
            self.take(Made(content, frozenset(reads)))
            kept = self._extract(content)
        note(*self._reads)
        return kept


class Gathering:
    """A target that is made of what others extract, and so after them."""

    def __init__(self, make: Callable[[], bytes]) -> None:
        self._make = make

    def __call__(self) -> bytes:
        return self._make()


@dataclass(frozen=True)
class Outputs:
    """The files of the site as they were made before.

    `common` is a digest of what goes into every file, `digest` tells that of a file or value that can be read (see
    `inputs`) as it is now. What a file read is known when it has been made; so under its address lie the keys that it read
    the last times, and under a digest of what these are now, the file.
    """

    store: Store
    common: str
    digest: Callable[[str], str | None]
    # What many files have read together, all files of a search index for example, is looked at once.
    states: dict[str, str] = field(default_factory=dict)

    def find(self, address: str) -> Made | None:
        """The file that would be made at an address now, if it was made before."""
        for keys in self._readings(address):
            content = self.store.get(self._name(address, keys))
            if content is not None:
                return Made(content, frozenset(keys))
        return None

    def keep(self, address: str, made: Made) -> None:
        """Keep what was made at an address."""
        keys = sorted(made.reads)
        self.store.put(self._name(address, keys), made.content)
        others = [other for other in self._readings(address) if other != keys]
        self.store.put(_index(address), json.dumps([keys, *others][:_READINGS], ensure_ascii=False).encode())

    def use(self, address: str, reads: Iterable[str]) -> None:
        """Note that a file is used, whichever process found or made it."""
        if _index(address) not in self.store.used:
            self.store.used.update((_index(address), self._name(address, sorted(reads))))

    def _readings(self, address: str) -> list[list[str]]:
        kept = self.store.get(_index(address))
        return list(json.loads(kept)) if kept else []

    def _name(self, address: str, keys: Iterable[str]) -> str:
        read = "\n".join(keys)
        if read not in self.states:
            self.states[read] = digest_of([(key, self.digest(key)) for key in keys])
        return _DIGEST(f"{self.common}\n{address}\n{read}\n{self.states[read]}".encode()).hexdigest()


def _index(address: str) -> str:
    return f"{_DIGEST(address.encode()).hexdigest()}.json"
