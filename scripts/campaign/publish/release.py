"""A finished site with what it says of itself: what every target gets, file by file."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from campaign.publish.manifest import Manifest, digest_of

# A web server of another user reads all and writes nothing, whatever the umask of whoever publishes.
_FOLDER, _FILE = 0o755, 0o644
# What is done to a folder before anybody sees it.
Finish = Callable[[Path], object]


@dataclass(frozen=True)
class Release:
    """The folder of a built site, its manifest, and the files that are published beside it: path → bytes."""

    site: Path
    manifest: Manifest
    attached: Mapping[str, bytes]

    @property
    def name(self) -> str:
        """A name for exactly these bytes."""
        return digest_of(b"".join(self.attached.values()))[:16]

    @property
    def paths(self) -> list[str]:
        """Every file, what the site says of itself last."""
        return [*self.manifest.files, *self.attached]

    def read(self, path: str) -> bytes:
        """One of the files."""
        return self.attached[path] if path in self.attached else (self.site / path).read_bytes()


def write_tree(folder: Path, release: Release, finish: Finish | None = None) -> None:
    """Write a folder that holds the files of a release, and what `finish` lays beside them, for everybody to read."""
    remove_tree(folder)
    for path in release.paths:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(release.read(path))
    if finish:
        finish(folder)
    for place in [folder, *folder.rglob("*")]:
        place.chmod(_FOLDER if place.is_dir() else _FILE)


def remove_tree(folder: Path) -> None:
    """Take a folder away, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)
