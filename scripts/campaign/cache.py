"""What was made before, kept from build to build: each file under a digest of what it was made of, with one of its own bytes.

Nothing here is trusted for lying where it lies. A file that is damaged, cut short, or came under another's name is as one
that is not there, and is made again. See docs/decisions/0023-cache.md.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import get_ident
from typing import Generic, TypeVar
from zlib import crc32

from campaign.files import write_file
from campaign.reads import Once, Output, Reads, reads_of, record_read, recording

Kept = TypeVar("Kept")
# Keys that were read, and a digest of what these were then.
ReadState = tuple[list[str], str]
OUTPUTS, CHECKS, LINKS, TEMPLATES = "outputs", "checks", "links", "templates"
SEARCH, TERMS, MARKDOWN = "search", "terms", "markdown"
_DIGEST = hashlib.sha256
_PLAIN = json.JSONEncoder(ensure_ascii=False, default=str)
_SIZE = _DIGEST().digest_size
# Into how many files a bundle is divided.
_PARTS = 16
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
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self.folder / f"{name}.{os.getpid()}.{get_ident()}.new"
        write_file(unfinished, _seal(name, content) + content)
        unfinished.replace(self.folder / name)
        self.used.add(name)

    def prune(self) -> None:
        """Throw away what was not used, but for as many files as were, the newest: somebody may come back to a branch."""
        with suppress(FileNotFoundError):  # nothing was kept, or somebody else throws away too
            with os.scandir(self.folder) as found:
                others = [entry for entry in found if entry.name not in self.used]
            others.sort(key=lambda entry: entry.stat().st_mtime, reverse=True)
            for entry in others[len(self.used) :]:
                Path(entry).unlink()


def _seal(name: str, content: bytes) -> bytes:
    return _DIGEST(name.encode() + b"\0" + content).digest()


class Bundle(Generic[Kept]):
    """Plain values under names, in a few files: a thousand small ones are read slower, and of one all is written for each value.

    What is not used goes.
    """

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name = store, name
        self._kept = [self._load(number) for number in range(_PARTS)]
        self._used: list[dict[str, Kept]] = [{} for _ in range(_PARTS)]

    def _load(self, number: int) -> dict[str, Kept]:
        kept: dict[str, Kept] = json.loads(self._store.get(self._file(number)) or b"{}")
        return kept

    def _file(self, number: int) -> str:
        return f"{self._name}.{number}"

    def get(self, name: str) -> Kept | None:
        """The value of that name, or None."""
        number = crc32(name.encode()) % _PARTS
        found = self._used[number].get(name) or self._kept[number].get(name)
        if found is not None:
            self._used[number][name] = found
        return found

    def put(self, name: str, value: Kept) -> None:
        """Keep a value."""
        self._used[crc32(name.encode()) % _PARTS][name] = value

    def write(self, *, with_unused: bool = False) -> None:
        """Write the files in which anything else is than there was; who asked for a part of all lets the rest be."""
        for number, (kept, used) in enumerate(zip(self._kept, self._used, strict=True)):
            told = {**kept, **used} if with_unused else used
            if told != kept:
                self._store.put(self._file(number), json.dumps(told, ensure_ascii=False).encode())


@dataclass(frozen=True)
class Values:
    """What was found in files, by their bytes."""

    bundle: Bundle[object]

    def get(self, raw: bytes) -> object:
        """What was found in these bytes, or None."""
        return self.bundle.get(digest_of(raw))

    def put(self, raw: bytes, value: object) -> None:
        """Remember what was found."""
        self.bundle.put(digest_of(raw), value)


@dataclass(frozen=True)
class PassedChecks:
    """The files in which nothing was wrong, with the keys of what the rules read and a digest of what these were then."""

    bundle: Bundle[ReadState]
    digest: Callable[[str], str | None]

    def contains(self, file: str) -> bool:
        """Whether nothing was wrong with a file, and all that the rules read is as it was."""
        keys, then = self.bundle.get(file) or ([], "")
        return then == self._now(keys)

    def put(self, file: str, keys: Iterable[str]) -> None:
        """Note that nothing is wrong with a file."""
        read = sorted({*keys, file})
        self.bundle.put(file, (read, self._now(read)))

    def _now(self, keys: Iterable[str]) -> str:
        return digest_of([(key, self.digest(key)) for key in keys])


@dataclass(frozen=True)
class Extract:
    """What another file needs of a finished one: how it is taken out, the code that does so, and where it is kept.

    What was read under a key that begins with one of `without` is not in it.
    """

    make: Callable[[bytes], bytes]
    code: bytes
    store: Store
    without: tuple[str, ...] = ()

    def name(self, digest: str) -> str:
        """Where the extract of the file with this digest lies."""
        return _DIGEST(self.code + digest.encode()).hexdigest()


class ExtractableTarget:
    """A target of whose file extracts are kept: for what is made of so many files that all are too much, or of one again.

    Each lies in its store under a digest of the file and of the code that took it out.
    """

    def __init__(self, make: Callable[[], bytes], extracts: Mapping[str, Extract]) -> None:
        self._make, self.extracts = make, extracts
        self._digest = ""
        self._reads: Reads = ()

    def __call__(self) -> bytes:
        return self._make()

    def preset(self, digest: str, reads: Reads) -> None:
        """Learn the digest of the file and what was read for it, whichever build or process made it."""
        self._digest, self._reads = digest, reads
        for extract in self.extracts.values():
            extract.store.used.add(extract.name(digest))

    def store_extracts(self, made: Output) -> None:
        """Keep the extracts of the file, which is this."""
        self._digest, self._reads = _DIGEST(made.content).hexdigest(), made.reads
        for extract in self.extracts.values():
            name = extract.name(self._digest)
            if (extract.store.folder / name).exists():
                extract.store.used.add(name)
            else:
                extract.store.put(name, extract.make(made.content))

    def extract(self, kind: str) -> bytes:
        """One extract of the file. Who asks for it has read what the file was made of, but for what the extract is without."""
        extract = self.extracts[kind]
        kept = extract.store.get(extract.name(self._digest)) if self._digest else None
        if kept is None:
            with recording() as reads:
                content = self()
            self.store_extracts(Output(content, reads_of(reads)))
            kept = extract.make(content)
        record_read(*(key for key in self._reads if not key.startswith(extract.without)))
        return kept


class DependentTarget:
    """A target that is made of what others extract, and so after them."""

    def __init__(self, make: Callable[[], bytes]) -> None:
        self._make = make

    def __call__(self) -> bytes:
        return self._make()


class SharedDependentTarget(Once[bytes], DependentTarget):
    """One that others ask for."""


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
    states: dict[Reads, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def find(self, address: str) -> Output | None:
        """The file that would be made at an address now, if it was made before."""
        for keys in self._readings(address):
            content = self.store.get(self.input_digest(address, keys))
            if content is not None:
                return Output(content, keys)
        return None

    def put(self, address: str, made: Output) -> None:
        """Keep what was made at an address."""
        self.store.put(self.input_digest(address, made.reads), made.content)
        others = tuple(other for other in self._readings(address) if other != made.reads)
        self.store.put(_index(address), _as_kept((made.reads, *others)[:_READINGS]))

    def use(self, address: str, reads: Reads) -> None:
        """Note that a file is used, whichever process found or made it."""
        if _index(address) not in self.store.used:
            self.store.used.update((_index(address), self.input_digest(address, reads)))

    def _readings(self, address: str) -> Sequence[Reads]:
        kept = self.store.get(_index(address))
        return _as_read(kept) if kept else ()

    def input_digest(self, address: str, keys: Reads) -> str:
        """A digest of all that the file at an address is made of, if it reads these keys as they are now."""
        if keys not in self.states:
            self.states[keys] = _DIGEST("\n".join(map(self._state, keys)).encode()).hexdigest()
        return _DIGEST(f"{self.common}\n{address}\n{self.states[keys]}".encode()).hexdigest()

    def _state(self, key: str) -> str:
        if key not in self.values:
            self.values[key] = f"{key}\n{self.digest(key)}"
        return self.values[key]


# The files of a search index have all read what every page of it has: two thousand keys, which are taken apart and written once.


@lru_cache(2)
def _as_read(kept: bytes) -> tuple[Reads, ...]:
    return tuple(reads_of(keys) for keys in json.loads(kept))


@lru_cache(2)
def _as_kept(readings: tuple[Reads, ...]) -> bytes:
    return json.dumps(readings, ensure_ascii=False).encode()


def _index(address: str) -> str:
    return f"{_DIGEST(address.encode()).hexdigest()}.json"
