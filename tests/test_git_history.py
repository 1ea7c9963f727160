"""What Git knows of the content."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from campaign.problems import UserError
from git_history import load_before, load_changes

Git = Callable[..., None]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """A function that runs Git in a new repository with a folder for texts."""

    def run(*words: str) -> None:
        who = ["-c", "user.name=x", "-c", "user.email=x@y.example"]
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / "content/sv").mkdir(parents=True)
    run("init", "-q")
    return run


def test_git_tells_when_a_person_changed_a_text(tmp_path: Path, git: Git) -> None:
    """What only changed how a file is written does not make its translation old."""
    text = tmp_path / "content/sv/x.md"
    assert load_changes(tmp_path) == {}
    days = []
    for words, message in (("a", "Write"), ("b", "Quote\n\nMechanical: yes")):
        text.write_text(words)
        git("add", "-A")
        git("commit", "-q", "-m", message)
        days.append(load_changes(tmp_path))
    assert (list(days[0]), days[0] == days[1]) == (["content/sv/x.md"], True)


def test_what_stood_before_is_read_from_git(tmp_path: Path, git: Git) -> None:
    """A file that was changed is as it was, one that was taken away is there, and a new one is not."""
    folder = tmp_path / "content/sv"
    for name in ("same", "changed", "gone"):
        (folder / f"{name}.md").write_text(name)
    git("add", "-A")
    git("commit", "-q", "-m", "Write")
    (folder / "changed.md").write_text("other")
    (folder / "gone.md").unlink()
    (folder / "new.md").write_text("new")
    assert load_before(tmp_path, "HEAD") == {
        f"content/sv/{name}.md": name.encode() for name in ("same", "changed", "gone")
    }


def test_a_revision_that_git_does_not_know_is_refused(tmp_path: Path, git: Git) -> None:
    """Whoever mistypes a branch hears of it."""
    git("commit", "-q", "--allow-empty", "-m", "Nothing")
    with pytest.raises(UserError) as refused:
        load_before(tmp_path, "mian")
    assert refused.value.phrase.code == "NO_REVISION"
