"""A folder on a server: a release beside the others, and one symbolic link that is switched by a single rename.

    current -> releases/6f1e…    what the web server shows
    releases/6f1e…               the last five, each whole

A hidden name is a release that is not whole yet, or not whole any more. Whatever stops the work, `current` leads to a whole one.
"""

import os
from pathlib import Path

from campaign.publish.manifest import MANIFEST, Manifest, parse_manifest
from campaign.publish.release import Finish, Release, remove_tree, write_tree

CURRENT, RELEASES, NEXT = "current", "releases", ".next"
KEPT = 5


def write_release(target: Path, release: Release, finish: Finish | None = None) -> None:
    """Put a release in its place, lead `current` to it, and let the oldest go. One process at a time.

    `finish` lays beside the files what this server sends instead of them, such as compressed ones.
    """
    place = target / RELEASES / release.name
    if not place.exists():
        staged = _hidden(place)
        write_tree(staged, release, finish)
        for folder in (place.parent, target):
            folder.chmod(0o755)
        os.sync()  # after a power cut, too, the link leads to files that are whole
        staged.rename(place)
    os.utime(place)  # its age is when it was published, not when it was first made
    _switch(target, place.name)
    _prune(target)


def write_previous(target: Path) -> str | None:
    """Lead `current` to the release before; its name, or None where there is none."""
    names, current = _releases(target), _current(target)
    place = names.index(current) if current in names else 0
    if not place:
        return None
    _switch(target, names[place - 1])
    return names[place - 1]


def load_published(target: Path) -> Manifest | None:
    """The manifest of what readers see, or None."""
    path = target / CURRENT / MANIFEST
    return parse_manifest(path.read_bytes()) if path.exists() else None


def _switch(target: Path, name: str) -> None:
    link = target / NEXT
    link.unlink(missing_ok=True)
    link.symlink_to(Path(RELEASES) / name)
    link.replace(target / CURRENT)


def _current(target: Path) -> str:
    link = target / CURRENT
    return link.readlink().name if link.is_symlink() else ""


def _releases(target: Path) -> list[str]:
    """The whole releases, in the order in which they were published."""
    found = [path for path in (target / RELEASES).glob("*") if not path.name.startswith(".")]
    return [path.name for path in sorted(found, key=lambda path: path.stat().st_mtime_ns)]


def _prune(target: Path) -> None:
    """Keep the newest and the one that is shown; a release is hidden before it is taken apart, for half of one is none."""
    for name in _releases(target)[:-KEPT]:
        if name != _current(target):
            place = target / RELEASES / name
            remove_tree(_hidden(place))
            place.rename(_hidden(place))
    for left in (target / RELEASES).glob(".*"):
        remove_tree(left)


def _hidden(place: Path) -> Path:
    return place.with_name(f".{place.name}")
