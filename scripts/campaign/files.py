"""The files of a project as they lie on the disk, and whether the site was made of them as they are.

The standard library is enough here: a build that finds nothing to do loads no more than this.
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

Tree = Mapping[str, bytes]
# What goes into every file of the site: the code, the packages, and the settings.
EVERYWHERE = ("scripts", "requirements.txt", "mkdocs.yml")
SITE, FINISHED, PUBLISHED = "site", ".cache/finished.json", ".cache/published.json"


def load_tree(root: Path) -> dict[str, bytes]:
    """Read content/ and mkdocs.yml below `root` from the disk: path with slashes → bytes, hidden files left out."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in (*sorted((root / "content").rglob("*")), root / "mkdocs.yml")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


def load_files(root: Path) -> dict[str, bytes]:
    """Everything that the site in the folder `root` is made of but the code: path → bytes."""
    overrides = {f"overrides/{path}": raw for path, raw in _below(root / "overrides")}
    return {**load_tree(root), **overrides}


def load_common(root: Path) -> str:
    """A digest of what goes into every file; that of the packages is their lock file."""
    digest = hashlib.sha256(sys.version.encode())
    for place in EVERYWHERE:
        for path, raw in _below(root / place):
            if not path.endswith(".pyc"):
                _add(digest, f"{place}/{path}", raw)
    return digest.hexdigest()


def load_state(root: Path, today: str) -> str:
    """A digest of everything that decides what the site will be: its files, what goes into all, and the day."""
    digest = hashlib.sha256(f"{load_common(root)} {today}".encode())
    for path, raw in load_files(root).items():
        _add(digest, path, raw)
    return digest.hexdigest()


def load_finished(root: Path, state: str) -> bool:
    """Whether the last build made the site of this state, and nobody has touched what it made."""
    try:
        finished = json.loads((root / FINISHED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(finished.get("state") == state and finished == _finished(root, state))


def write_finished(root: Path, state: str) -> None:
    """Note of which state the site was made, and what was made."""
    (root / FINISHED).write_text(json.dumps(_finished(root, state)), encoding="utf-8")


def file_at(address: str) -> str:
    """The file that a server gives at an address: `/kontakter/` → `kontakter/index.html`."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def _finished(root: Path, state: str) -> dict[str, str]:
    digest = hashlib.sha256()
    for path, raw in _below(root / SITE):
        _add(digest, path, raw)
    return {"state": state, "site": digest.hexdigest()}


def _add(digest: "hashlib._Hash", path: str, raw: bytes) -> None:
    """Names and lengths too, so that no two trees have the same digest because they read the same from end to end."""
    digest.update(f"{path}\0{len(raw)}\0".encode())
    digest.update(raw)


def _below(place: Path) -> Iterator[tuple[str, bytes]]:
    """The files in a folder, or the one that the place is, in order: path within → bytes."""
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if path.is_file():
            yield path.relative_to(place).as_posix(), path.read_bytes()
