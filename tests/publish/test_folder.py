"""Releases in a folder on a server."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from campaign.publish.folder import CURRENT, KEPT, load_published, write_previous, write_release
from crash_points import stopped
from releases import NEW, OLD, MakeRelease, shown


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody cuts the power here, and to wait for all that others write takes seconds."""
    monkeypatch.setattr(os, "sync", lambda: None)


def numbered(number: int) -> dict[str, bytes]:
    """A site of one page that says a number."""
    return {"index.html": str(number).encode()}


def entries(target: Path) -> list[str]:
    """What lies in the folder and among its releases, but for their names, which are digests."""
    return sorted(path.name for path in target.glob("*")) + [
        "hidden" if path.name.startswith(".") else "whole" for path in target.glob("releases/*")
    ]


def test_a_release_is_shown_by_a_link(tmp_path: Path, release: MakeRelease) -> None:
    """A web server that shows `current` shows the new site, and says of it what was published."""
    for files in (OLD, NEW):
        write_release(tmp_path / "srv", published := release(files))
    assert shown(tmp_path / "srv" / CURRENT) == NEW
    assert load_published(tmp_path / "srv") == published.manifest
    assert entries(tmp_path / "srv") == ["current", "releases", "whole", "whole"]


def test_an_empty_folder_shows_nothing(tmp_path: Path) -> None:
    """Before the first publication there is no site to compare with, and none to go back to."""
    assert (load_published(tmp_path), write_previous(tmp_path)) == (None, None)


def test_the_last_five_are_kept(tmp_path: Path, release: MakeRelease) -> None:
    """The disk does not fill up, and a week of releases can be gone back through, one by one."""
    for number in range(KEPT + 3):
        write_release(tmp_path, release(numbered(number)))
    seen = [shown(tmp_path / CURRENT)["index.html"]]
    while write_previous(tmp_path):
        seen.append(shown(tmp_path / CURRENT)["index.html"])
    assert seen == [b"7", b"6", b"5", b"4", b"3"]


def test_what_was_taken_back_can_be_published_again(tmp_path: Path, release: MakeRelease) -> None:
    """A release that lies there already is shown again without being written, and counts as the newest."""
    target = tmp_path / "srv"
    for number in (1, 2, 1):
        write_release(target, release(numbered(number)))
    assert (shown(target / CURRENT), len(entries(target))) == (numbered(1), 4)
    write_previous(target)
    assert shown(target / CURRENT) == numbered(2)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """Whoever publishes hides own files from others."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def test_the_web_server_can_read_everything(tmp_path: Path, release: MakeRelease) -> None:
    """Whatever the umask of whoever publishes, others may read every file and look into every folder, and write nothing."""
    new = release(NEW)
    with umask(0o077):
        write_release(tmp_path / "srv", new)
    found = {path.stat().st_mode & 0o777 for path in [tmp_path / "srv", *(tmp_path / "srv").rglob("*")]}
    files = {path.stat().st_mode & 0o777 for path in (tmp_path / "srv").rglob("*") if path.is_file()}
    assert (found, files) == ({0o755, 0o644}, {0o644})


def test_what_a_server_sends_instead_is_laid_beside(tmp_path: Path, release: MakeRelease) -> None:
    """Compressed files are part of the release before anybody sees it, and the web server can read them."""

    def compress(folder: Path) -> None:
        (folder / "index.html.gz").write_bytes(b"compressed")
        (folder / "index.html.gz").chmod(0o600)

    write_release(tmp_path, release(NEW), compress)
    found = tmp_path / CURRENT / "index.html.gz"
    assert (found.read_bytes(), found.stat().st_mode & 0o777) == (b"compressed", 0o644)


def test_a_stop_at_any_moment_leaves_a_whole_site(tmp_path: Path, release: MakeRelease) -> None:
    """Stopped at each touch of the disk in turn, the folder shows the old site or the new one, and the next try succeeds."""
    new, ready = release(NEW), tmp_path / "ready"
    for files in (*map(numbered, range(KEPT - 1)), OLD):
        write_release(ready, release(files))
    seen: list[dict[str, bytes]] = []
    was_stopped = True
    while was_stopped:
        target = tmp_path / f"srv-{len(seen)}"
        shutil.copytree(ready, target, symlinks=True)
        was_stopped = stopped(partial(write_release, target, new), len(seen) + 1)
        seen.append(shown(target / CURRENT))
        write_release(target, new)
        assert (shown(target / CURRENT), entries(target)) == (NEW, ["current", "releases", *["whole"] * KEPT])
    assert (seen.count(OLD) + seen.count(NEW), seen[0], seen[-1]) == (len(seen), OLD, NEW)
    assert len(seen) > 30
