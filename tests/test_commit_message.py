"""What the hook asks of the message of a commit."""

import subprocess
import sys
from pathlib import Path

import pytest

from commit_message import faults
from conftest import ROOT

LONG = "The subject has 73 characters, and 72 is the most."
DENSE = "The line below the subject must be empty."
WHY = "Say below the subject why the change is made."


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Keep the lamp lit\n\nWho came late stood in the dark.\n", []),
        (f"{'K' * 72}\n\nWhy.\n", []),
        (f"{'K' * 73}\n\nWhy.\n", [LONG]),
        ("Keep the lamp lit\n", [WHY]),
        ("Keep the lamp lit\nWhy.\n", [DENSE]),
        ("Keep the lamp lit\n\nSigned-off-by: Exempel <e@exempel.example>\nMechanical: yes\n", [WHY]),
        ("# What Git says\nKeep the lamp lit\n# \n\n# Changes to be committed\n", [WHY]),
        ("Keep the lamp lit\n\n# ------------------------ >8 ------\nthe lamp is lit\n", [WHY]),
        ("Merge branch 'lamp'\n", []),
        ("fixup! Keep the lamp lit\n", []),
    ],
)
def test_a_message_says_what_and_why(message: str, expected: list[str]) -> None:
    """Comments, trailers and what `git commit -v` shows are no reason, and what Git writes itself needs none."""
    assert faults(message) == expected


def test_the_hook_stops_a_commit_without_a_reason(tmp_path: Path) -> None:
    """Git reads the exit code, and whoever commits reads what is missing."""
    ended = []
    for name, message in (
        ("with", "Keep the lamp lit\n\nIt was dark.\n"),
        ("without", "Keep the lamp lit\n"),
    ):
        (tmp_path / name).write_text(message, encoding="utf-8")
        command = [sys.executable, "scripts/commit_message.py", str(tmp_path / name)]
        hook = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        ended.append((hook.returncode, hook.stderr))
    assert ended == [(0, ""), (1, f"{WHY}\n")]
