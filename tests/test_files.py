"""The files of a project as they lie on the disk, and whether its site was made of them."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from campaign.cache import Store
from campaign.files import UnreadableFile, load_snapshot, load_tree, write_file
from campaign.output_folder import FINISHED, WrittenFile, load_finished, load_stamps, write_finished

DAY = "2026-11-30"


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A project of one file of each sort, and its site."""
    for name in ("content/sv/a.md", "overrides/main.html", "scripts/make.py", "site/index.html", ".cache/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    for name in ("mkdocs.yml", "requirements.txt"):
        (tmp_path / name).touch()
    laid = {
        address: WrittenFile("", "", stamp, ()) for address, stamp in load_stamps(tmp_path / "site").items()
    }
    write_finished(
        tmp_path / "site",
        Store(tmp_path / ".cache/indexes"),
        load_snapshot(tmp_path, tmp_path).state(DAY),
        laid,
    )
    return tmp_path


def is_finished(ours: Path, day: str = DAY) -> bool:
    """Whether there is nothing to do."""
    state = load_snapshot(ours, ours).state(day)
    return load_finished(ours / "site", Store(ours / ".cache/indexes"), state)


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
        lambda root: (root / ".cache/indexes" / FINISHED).write_text("{"),
        lambda root: (root / ".cache/indexes" / FINISHED).unlink(),
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


def test_a_tree_has_what_editors_wrote_and_not_what_computers_leave(ours: Path) -> None:
    """What a Mac, vim, LibreOffice and Emacs put beside a file is no content, and nobody is told of it."""
    for name in (".DS_Store", "._a.md", ".a.md.swp", ".~lock.a.md#", ".gitkeep"):
        (ours / "content/sv" / name).touch()
    (ours / "content/sv/.#a.md").symlink_to("kim@computer.1")
    assert load_tree(ours) == {"content/sv/a.md": b"content/sv/a.md", "mkdocs.yml": b""}


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.symlink_to("a.md"), b"S019 "),
        (lambda path: path.symlink_to("/etc"), b"S019 "),
        (lambda path: path.symlink_to(path), b"S019 "),
        (os.mkfifo, b"S021 "),
        (Path.mkdir, b"S022 "),
    ],
)
def test_what_is_no_file_of_its_own_is_refused(
    ours: Path, make: Callable[[Path], object], code: bytes
) -> None:
    """Links are not followed, pipes are not opened, and a folder is not taken for a page; each is in the tree with why."""
    make(ours / "content/sv/b.md")
    found = load_tree(ours)["content/sv/b.md"]
    assert (type(found), found) == (UnreadableFile, code)


def test_a_hidden_folder_is_refused_as_one(ours: Path) -> None:
    """Nothing below a folder that nobody sees is read."""
    (ours / "content/sv/.old").mkdir()
    (ours / "content/sv/.old/b.md").touch()
    assert load_tree(ours).keys() - {"mkdocs.yml", "content/sv/a.md"} == {"content/sv/.old"}


def test_a_file_that_may_not_be_read_is_refused_with_why(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own word is kept for the editor."""

    def denied(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert load_tree(ours)["content/sv/a.md"] == UnreadableFile(b"S023 Permission denied")


def test_a_name_that_is_no_text_is_read_all_the_same(ours: Path) -> None:
    """An old program's å is told as a wrong name, not as a fault of ours."""
    (ours / "content/sv/\udce5.md").touch()
    assert "content/sv/\ufffd.md" in load_tree(ours)


def test_a_link_that_comes_makes_the_site_unfinished(ours: Path) -> None:
    """The check looks again, though no file that is read has changed."""
    (ours / "content/sv/b.md").symlink_to("a.md")
    assert not is_finished(ours)


def test_a_full_disk_is_told_with_the_file(tmp_path: Path) -> None:
    """The system says only that there is no room; the error says for what."""
    with pytest.raises(OSError, match="No space left") as caught:
        write_file(Path("/dev/full"), b"x" * 9)
    assert caught.value.filename == "/dev/full"
    write_file(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"
