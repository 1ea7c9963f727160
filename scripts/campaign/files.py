"""The files of a project as they lie on the disk.

The standard library is enough here: a build that finds nothing to do loads no more than this.
"""

import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Tree = Mapping[str, bytes]
# What goes into every file of the site: the code, the packages, and the settings.
EVERYWHERE = ("scripts", "requirements.txt", "mkdocs.yml")
SITE, PUBLISHED = "site", ".cache/published.json"
# The web editor, where somebody has made it.
ADMIN = "site-admin"


# What computers and editors put beside files without asking, also as links. Nobody reads it, and nobody is told of it.
_LITTER = re.compile(r"\.DS_Store|\.gitkeep|\._.*|\..*\.sw[a-p]|\.~lock\..*#|\.#.*")
_TEXTS = (".md", ".yml")
_LINK, _HIDDEN, _DEVICE, _FOLDER, _UNREADABLE = "S019", "S020", "S021", "S022", "S023"


class UnreadableFile(bytes):
    """What stands in a tree for a path that is no readable file of its own: the code of its problem, and the system's word."""


def load_tree(root: Path) -> dict[str, bytes]:
    """Read content/ and mkdocs.yml below `root` from the disk: path with slashes → bytes, or `UnreadableFile`.

    No symbolic link is followed: it could lead out of the project, and what it leads to would be published.
    """
    configuration = root / "mkdocs.yml"
    own = {"mkdocs.yml": _content_of(str(configuration))} if configuration.is_file() else {}
    return {**dict(_entries(str(root), "content")), **own}


def load_entry(root: Path, path: Path) -> Iterator[tuple[str, bytes]]:
    """What a tree has for a path below content/: one file, all in a folder, or nothing if it is gone."""
    return _entry(str(root), path.relative_to(root).as_posix())


# Paths are strings here: two thousand are read before every command, and as objects they take longer than their files.
def _entries(root: str, folder: str) -> Iterator[tuple[str, bytes]]:
    try:
        names = sorted(os.listdir(f"{root}/{folder}"))  # noqa: PTH208 (as above)
    except FileNotFoundError:
        return
    except OSError as error:
        yield _shown(folder), _unreadable(_UNREADABLE, error)
        return
    for name in names:
        if not _LITTER.fullmatch(name):
            yield from _entry(root, f"{folder}/{name}")


def _entry(root: str, path: str) -> Iterator[tuple[str, bytes]]:
    whole, name = f"{root}/{path}", path.rpartition("/")[2]
    try:
        mode = os.lstat(whole).st_mode
    except FileNotFoundError:  # an editor's program has just saved another in its place
        return
    if stat.S_ISLNK(mode):
        yield _shown(path), _unreadable(_LINK)
    elif name.startswith("."):
        yield _shown(path), _unreadable(_HIDDEN)
    elif stat.S_ISDIR(mode):
        if name.endswith(_TEXTS):
            yield _shown(path), _unreadable(_FOLDER)
        else:
            yield from _entries(root, path)
    else:
        yield _shown(path), _content_of(whole) if stat.S_ISREG(mode) else _unreadable(_DEVICE)


def _content_of(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        return _unreadable(_UNREADABLE, error)


def _unreadable(code: str, error: OSError | None = None) -> UnreadableFile:
    return UnreadableFile(f"{code} {error.strerror if error else ''}".encode())


def _shown(path: str) -> str:
    """A path as text, also of a file whose name is none."""
    return os.fsencode(path).decode(errors="replace")


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file. Where the disk is full, the error names the file, which the system's own does not."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def load_files(root: Path) -> dict[str, bytes]:
    """Everything that the site in the folder `root` is made of but the code: path → bytes."""
    overrides = {path: (root / path).read_bytes() for path in _below(root, "overrides")}
    return {**load_tree(root), **overrides}


def load_site_url(root: Path) -> str:
    """The public address of the site as mkdocs.yml says it, or nothing; who has read the content knows it from there."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    found = re.search(r"""^site_url: *["']?([^\s"']+)""", text, re.MULTILINE)
    return found[1] if found else ""


def load_common(root: Path) -> str:
    """A digest of what goes into every file; that of the packages is their lock file."""
    digest = hashlib.sha256(sys.version.encode())
    for place in EVERYWHERE:
        for path in _below(root, place):
            if not path.endswith(".pyc"):
                _add(digest, path, (root / path).read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True)
class Snapshot:
    """A project as it lay on the disk: its files (path → bytes), and a digest of what goes into all that is made of them."""

    files: Tree
    common: str

    @property
    def content(self) -> Tree:
        """What editors write: the files below content/, and mkdocs.yml."""
        return {path: raw for path, raw in self.files.items() if not path.startswith("overrides/")}

    def state(self, today: str) -> str:
        """A digest of everything that decides what the site will be on a day."""
        digest = hashlib.sha256(f"{self.common} {today}".encode())
        for path, raw in self.files.items():
            _add(digest, path, raw)
        return digest.hexdigest()


def load_snapshot(root: Path, code: Path) -> Snapshot:
    """The project in the folder `root`, made by the code in the folder `code`: mostly the same."""
    return Snapshot(load_files(root), load_common(code))


def file_at(address: str) -> str:
    """The file that a server gives at an address: `/kontakter/` → `kontakter/index.html`."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def _add(digest: "hashlib._Hash", path: str, raw: bytes) -> None:
    """Names and lengths too, so that no two trees have the same digest because they read the same from end to end."""
    digest.update(f"{path}\0{len(raw)}\0".encode())
    digest.update(raw)


def _below(root: Path, place: str) -> list[str]:
    """The paths below the root of the files in a folder, or of the one that the place is, in order."""
    if not (root / place).is_dir():
        return [place] if (root / place).is_file() else []
    found = [f"{folder}/{name}" for folder, _, names in os.walk(root / place) for name in names]
    within = (path.removeprefix(f"{root}/") for path in found if os.path.isfile(path))  # noqa: PTH113 (as above)
    return sorted(within, key=lambda path: path.split("/"))
