"""What Git knows of the content: when a person last changed each text, and what stood where before."""

import subprocess
from pathlib import Path

from campaign.files import load_tree
from campaign.problems import UserError

# A commit with this trailer changed how files are written, and not what they say: `Mechanical: yes`.
_FORMAT = "%x01%ct %(trailers:key=Mechanical,valueonly,separator=%x20)"


def load_changes(root: Path) -> dict[str, int]:
    """Path → when it was last changed, in seconds; nothing where there is no Git or no history."""
    log = _git(root, "log", "--no-merges", f"--format={_FORMAT}", "--name-only", "--", "content") or b""
    found: dict[str, int] = {}
    for commit in log.decode().split("\x01")[1:]:
        head, *paths = commit.splitlines()
        when, _, mechanical = head.partition(" ")
        for path in filter(None, paths) if not mechanical.strip() else ():
            found.setdefault(path, int(when))
    return found


def load_before(root: Path, revision: str) -> dict[str, bytes]:
    """The files of content as they were at a revision: path → bytes; only those that have changed are read from Git."""
    changed_names = _git(root, "diff", "--name-only", "--no-renames", "-z", revision, "--", "content")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", "content")
    if changed_names is None or new is None:
        raise UserError("NO_REVISION", value=revision)
    changed = [path for path in (changed_names + new).decode().split("\0") if path]
    then = {path: _git(root, "show", f"{revision}:{path}") for path in changed}
    same = {path: raw for path, raw in load_tree(root).items() if path not in then}
    return same | {path: raw for path, raw in then.items() if raw is not None}


def _git(root: Path, *words: str) -> bytes | None:
    """What Git says; None where there is no Git, or no such thing in it."""
    try:
        return subprocess.run(["git", *words], cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
