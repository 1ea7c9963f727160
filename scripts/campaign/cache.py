"""What was made before, kept from build to build: each file under a digest of what it was made of, with one of its own bytes.

Nothing here is trusted for lying where it lies. A file that is damaged, cut short, or came under another's name is as one
that is not there, and is made again. See docs/decisions/0023-cache.md.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from campaign.reads import Made

FOLDER = "outputs"
_DIGEST = hashlib.sha256
_SIZE = _DIGEST().digest_size
# How many ways of reading are remembered of a file: it reads other things on another branch of the repository.
_READINGS = 4


def digest_of(value: Any) -> str:
    """A short digest of bytes or of plain values."""
    raw = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False, default=str).encode()
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
        unfinished = self.folder / f"{name}.{id(content):x}.new"
        unfinished.write_bytes(_seal(name, content) + content)
        unfinished.replace(self.folder / name)
        self.used.add(name)

    def prune(self) -> None:
        """Throw away what was not used, but for as many files as were, the newest: somebody may come back to a branch."""
        others = [path for path in self.folder.glob("*") if path.name not in self.used]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in others[len(self.used) :]:
            path.unlink()


def _seal(name: str, content: bytes) -> bytes:
    return _DIGEST(name.encode() + b"\0" + content).digest()


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

    def _readings(self, address: str) -> list[list[str]]:
        kept = self.store.get(_index(address))
        return list(json.loads(kept)) if kept else []

    def _name(self, address: str, keys: Iterable[str]) -> str:
        made_of = [self.common, address, [(key, self.digest(key)) for key in keys]]
        return _DIGEST(json.dumps(made_of, ensure_ascii=False).encode()).hexdigest()


def _index(address: str) -> str:
    return f"{_DIGEST(address.encode()).hexdigest()}.json"
