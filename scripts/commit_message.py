"""The message of a commit ─> what it lacks: one short line that says what is done, and below it why. Standard library only."""

import re
import sys
from pathlib import Path

LONGEST = 72
# Messages that Git writes itself, or that are to become part of another commit.
_OF_GIT = ("Merge ", "fixup! ", "squash! ", "amend! ")
_TRAILER = re.compile(r"(Mechanical|[A-Z][a-z]+(-[a-z]+)+): ")
_SCISSORS = "# ------------------------ >8 "


def faults(message: str) -> list[str]:
    """What a message lacks; what stands behind the mark of comments is no part of it."""
    written = message.partition(_SCISSORS)[0].strip().splitlines()
    subject, *rest = [line.rstrip() for line in written if not line.startswith("#")] or [""]
    if subject.startswith(_OF_GIT):
        return []
    body = [line for line in rest if line and not _TRAILER.match(line)]
    found = {
        f"The subject has {len(subject)} characters, and {LONGEST} is the most.": len(subject) > LONGEST,
        "The line below the subject must be empty.": bool(rest and rest[0]),
        "Say below the subject why the change is made.": not body,
    }
    return [text for text, is_so in found.items() if is_so]


if __name__ == "__main__":
    sys.exit("\n".join(faults(Path(sys.argv[1]).read_text(encoding="utf-8"))) or None)
