"""What the handbook tells editors to type works on the real content."""

import re
import shlex

import pytest

import make as command_line
from conftest import ROOT

pytestmark = pytest.mark.content

COMMAND = re.compile(r"^python3 scripts/make\.py ((?:fix|new|remove|rename) ?.*)$", re.MULTILINE)


def _commands() -> list[str]:
    texts = [
        (ROOT / f"docs/editors/{language}/{name}.md").read_text(encoding="utf-8")
        for language in ("sv", "no")
        for name in ("README", "tasks")
    ]
    return sorted({found for text in texts for found in COMMAND.findall(text)})


@pytest.mark.parametrize("words", _commands())
def test_each_command_of_the_handbook_can_be_done(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor who types an example gets what the text around it says, and no refusal."""
    code = command_line.main([*shlex.split(words), "--dry-run"])
    assert (code, capsys.readouterr().err) == (0, "")
