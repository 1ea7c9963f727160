"""The files of a ours, and whether its site was made of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from campaign.files import FINISHED, load_finished, load_state, write_finished

DAY = "2026-11-30"


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A project of one file of each sort, and its site."""
    for name in ("content/sv/a.md", "overrides/main.html", "scripts/make.py", "site/index.html", ".cache/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    for name in ("mkdocs.yml", "requirements.txt"):
        (tmp_path / name).touch()
    write_finished(tmp_path, load_state(tmp_path, DAY))
    return tmp_path


def is_finished(ours: Path, day: str = DAY) -> bool:
    """Whether there is nothing to do."""
    return load_finished(ours, load_state(ours, day))


def test_a_site_made_of_these_files_on_this_day_is_finished(ours: Path) -> None:
    """A second build has nothing to do; tomorrow it has."""
    assert (is_finished(ours), is_finished(ours, "2026-12-01")) == (True, False)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "content/sv/a.md").write_text("other"),
        lambda root: (root / "content/sv/a.md").rename(root / "content/sv/b.md"),
        lambda root: (root / "overrides/main.html").unlink(),
        lambda root: (root / "scripts/make.py").write_text("other"),
        lambda root: (root / "requirements.txt").write_text("other"),
        lambda root: (root / "site/index.html").write_text("other"),
        lambda root: (root / "site/index.html").unlink(),
        lambda root: (root / "site/new.html").touch(),
        lambda root: (root / FINISHED).write_text("{"),
        lambda root: (root / FINISHED).unlink(),
    ],
)
def test_any_change_makes_it_unfinished(ours: Path, change: Callable[[Path], object]) -> None:
    """A word, a name, the code, a package, a file of the site that somebody touched: each is seen."""
    change(ours)
    assert not is_finished(ours)


def test_what_goes_into_no_file_leaves_it_finished(ours: Path) -> None:
    """The cache and compiled code are no part of the site."""
    (ours / ".cache/x").unlink()
    (ours / "scripts/make.pyc").touch()
    assert is_finished(ours)
