"""What Git knows of the texts: when a person last changed each."""

import subprocess
from pathlib import Path

# A commit with this trailer changed how files are written, and not what they say: `Mechanical: yes`.
_FORMAT = "%x01%ct %(trailers:key=Mechanical,valueonly,separator=%x20)"


def load_changes(root: Path) -> dict[str, int]:
    """Path → when it was last changed, in seconds; nothing where there is no Git or no history."""
    command = ["git", "log", "--no-merges", f"--format={_FORMAT}", "--name-only", "--", "content"]
    try:
        told = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return {}
    found: dict[str, int] = {}
    for commit in told.split("\x01")[1:]:
        head, *paths = commit.splitlines()
        when, _, mechanical = head.partition(" ")
        for path in filter(None, paths) if not mechanical.strip() else ():
            found.setdefault(path, int(when))
    return found
