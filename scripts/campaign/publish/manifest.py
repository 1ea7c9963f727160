"""What a site says of itself: a digest of every file, and what it was built of. See docs/decisions/0032-publishing.md."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from campaign.models.values import Day, Value

MANIFEST = ".well-known/site-manifest.json"
SIGNATURE = f"{MANIFEST}.minisig"
# What static hosts read instead of a configuration.
HOST_FILES = ("_headers", "_redirects")
# What a site says of itself, and what it says to its host, is in no list of its files.
OURS = frozenset({MANIFEST, SIGNATURE, *HOST_FILES})


class Manifest(Value):
    """The SHA-256 of each file by its path, and the commit, the day and the packages that the site was built of.

    `commit` is None where the site was built of files that no commit holds.
    """

    commit: str | None
    day: Day
    packages: str
    files: dict[str, str]


@dataclass(frozen=True)
class Difference:
    """The files in which what is there is not what should be there."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.missing or self.extra)

    @property
    def addresses(self) -> list[str]:
        """The public addresses that answer something else than they should."""
        return addresses_of([*self.changed, *self.missing, *self.extra])


def load_digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file in a folder but the manifest: path → digest, in order."""
    return {path: digest_of((folder / path).read_bytes()) for path in iter_paths(folder) if path not in OURS}


def iter_paths(folder: Path) -> Iterator[str]:
    """The files below a folder, in order."""
    return (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())


def digest_of(raw: bytes) -> str:
    """The SHA-256 of a file, as `sha256sum` writes it."""
    return hashlib.sha256(raw).hexdigest()


def render_manifest(manifest: Manifest) -> bytes:
    """The manifest as JSON, the same bytes for the same site."""
    values = manifest.model_dump()
    return (json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def parse_manifest(raw: bytes | None) -> Manifest | None:
    """The manifest that these bytes are, or None."""
    try:
        return Manifest.model_validate_json(raw or b"")
    except ValidationError:
        return None


def compare(wanted: Mapping[str, str], found: Mapping[str, str]) -> Difference:
    """What is not as it should be, with the digests of what should be there and of what is."""
    return Difference(
        changed=tuple(sorted(path for path in wanted.keys() & found.keys() if wanted[path] != found[path])),
        missing=tuple(sorted(wanted.keys() - found.keys())),
        extra=tuple(sorted(found.keys() - wanted.keys())),
    )


def addresses_of(paths: Iterable[str]) -> list[str]:
    """The public address of each file: `kontakter/index.html` → `/kontakter/`."""
    return sorted(f"/{path.removesuffix('index.html') if _is_index(path) else path}" for path in paths)


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")
