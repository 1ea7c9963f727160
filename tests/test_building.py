"""Builds one after the other, at the same time, and stopped halfway: the last good site stays, and nothing is made twice."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from real_site import DAY_OF_SPECIMEN, ENVIRONMENT, make

pytestmark = pytest.mark.site

REMEMBERED = ("record", "site", "finished")
PAGE, WORD = "content/sv/midsummer.md", "\nEtt stycke till.\n"


def files(project: Path) -> dict[str, bytes]:
    """The files of the built site: path → bytes."""
    site = project / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


@pytest.fixture
def mine(specimen: Path, tmp_path: Path) -> Path:
    """The specimen with its built site and its cache, to do with as one likes."""
    shutil.copytree(specimen, tmp_path, dirs_exist_ok=True, symlinks=True)
    return tmp_path


@pytest.fixture
def edited(mine: Path) -> Path:
    """The same with one page edited since it was built."""
    with (mine / PAGE).open("a", encoding="utf-8") as page:
        page.write(WORD)
    return mine


def begun(project: Path) -> "subprocess.Popen[str]":
    """A build at work."""
    command = [sys.executable, "scripts/make.py", "build"]
    environment = {**ENVIRONMENT, "SOURCE_DATE_EPOCH": DAY_OF_SPECIMEN}
    return subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE, encoding="utf-8")


def lines(process: "subprocess.Popen[str]") -> Iterator[str]:
    """What a build says, line by line, while it is at work."""
    assert process.stderr
    return (line.strip() for line in process.stderr)


def test_a_site_that_is_as_it_should_be_is_not_touched(mine: Path) -> None:
    """A second build writes nothing, and says what the first said."""
    before = (mine / "site/index.html").stat().st_mtime_ns
    result = make(mine, "build", now=DAY_OF_SPECIMEN)
    address = "The address https://inlandsregioner.example/ in mkdocs.yml is none, and the links of books and feeds lead there."
    ready = f"The site is in site/.\n{address} Write the real one as site_url.\n"
    assert (result.returncode, result.stdout, result.stderr) == (0, ready, "")
    assert (mine / "site/index.html").stat().st_mtime_ns == before


def test_a_site_that_somebody_touched_is_made_whole(mine: Path) -> None:
    """What lies in site/ is no source: a page written over by hand is put right."""
    before = files(mine)
    (mine / "site/index.html").write_text("mine")
    make(mine, "build", now=DAY_OF_SPECIMEN)
    assert files(mine) == before


def test_a_build_beside_the_site_says_nothing_of_it(edited: Path) -> None:
    """What the preview builds for itself lies apart; the site, and what is remembered of it, stay."""

    def ours() -> list[object]:
        return [
            files(edited),
            *((edited / f".cache/indexes/site/{name}").read_bytes() for name in REMEMBERED),
        ]

    before = ours()
    result = make(edited, "build", "--into", ".cache/preview", now=DAY_OF_SPECIMEN)
    shown = (edited / ".cache/preview/midsummer/index.html").read_text(encoding="utf-8")
    assert (result.returncode, WORD.strip() in shown, ours() == before) == (0, True, True)


def test_a_second_build_waits_for_the_first(edited: Path) -> None:
    """Two builds never write at once, and whoever waits is told why."""
    lock = FileLock(edited / ".cache/build.lock")
    lock.acquire()
    with begun(edited) as process:
        assert next(lines(process)) == "Another build is at work; this one waits for it."
        assert process.poll() is None
        lock.release()
        assert next(lines(process)) == "Checking the content …"
        assert [*lines(process)] and process.wait() == 0


def test_a_build_that_is_stopped_leaves_the_last_good_site(edited: Path) -> None:
    """Killed while it works, it has published nothing; the next one goes on, and gives what a cold build gives."""
    before = files(edited)
    with begun(edited) as process:
        next(lines(process))
        process.send_signal(signal.SIGKILL)
    after_the_kill = files(edited)
    warm = make(edited, "build", now=DAY_OF_SPECIMEN).returncode, files(edited)
    shutil.rmtree(edited / ".cache")
    shutil.rmtree(edited / "site")
    cold = make(edited, "build", now=DAY_OF_SPECIMEN).returncode, files(edited)
    assert (after_the_kill == before, warm == cold, cold[0], cold[1] == before) == (True, True, 0, False)


def test_a_configuration_holds_no_warning(mine: Path) -> None:
    """What stops nothing is told beside what is written, which somebody keeps as a file of the server."""
    shutil.copy(mine / "content/media/mark.svg", mine / "content/media/unused.svg")
    result = make(mine, "server", "nginx", "--language", "en")
    assert (result.returncode, result.stdout.splitlines()[0][:26]) == (0, "# Made by `make.py server ")
    assert "W405" in result.stderr
