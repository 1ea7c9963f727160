"""Work divided among processes."""

import subprocess
import sys

import pytest

from conftest import ROOT

# A process of its own, for the one that runs the tests has threads, and is not copied.
SQUARES = """
import os, sys
sys.path.insert(0, "scripts")
from campaign.processes import map_in_processes
found = list(map_in_processes(lambda some: [(1 // (n + 1), n * n, os.getpid()) for n in some], range({start}, {end}), 2))
print(sorted(n for _, n, _ in found) == sorted(n * n for n in range({start}, {end})), len({{p for _, _, p in found}}))
"""


def run(start: int, end: int) -> subprocess.CompletedProcess[str]:
    """Square the numbers of a range in at most two processes; it cannot be done for -1."""
    code = SQUARES.format(start=start, end=end)
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize(("count", "processes"), [(0, 0), (49, 1), (50, 2), (101, 2)])
def test_every_piece_is_done_once(count: int, processes: int) -> None:
    """However many work, all results come; little work is done by one alone."""
    result = run(0, count)
    assert (result.stdout.split(), result.stderr) == (["True", str(processes)], "")


@pytest.mark.parametrize(("start", "end"), [(-1, 100), (-100, 0)])
def test_a_part_that_fails_is_not_forgotten(start: int, end: int) -> None:
    """Whoever waits for the results hears that some are missing, and why, whichever process had them."""
    result = run(start, end)
    assert (result.returncode, result.stdout, "ZeroDivisionError" in result.stderr) == (1, "", True)


FULL = """
import sys
sys.path.insert(0, "scripts")
from campaign.processes import map_in_processes
def fill(some):
    for n in some:
        if n == {full}:
            raise OSError(28, "No space left on device", "site/a.html")
        yield n
try:
    list(map_in_processes(fill, range(100), 2))
except OSError as error:
    print(error.filename)
"""


@pytest.mark.parametrize("full", [0, 99])
def test_a_full_disk_is_told_by_whoever_asked(full: int) -> None:
    """The error names the file, in the words that the command has for it, whichever process met it."""
    result = subprocess.run(
        [sys.executable, "-c", FULL.format(full=full)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.stdout, result.stderr) == ("site/a.html\n", "")


GIVEN_UP = """
import os, sys, time
sys.path.insert(0, "scripts")
from campaign.processes import map_in_processes
def work(some):
    for n in some:
        if n >= 50:
            time.sleep(600)
        yield n
next(found := map_in_processes(work, range(100), 2))
found.close()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("alone")
"""


def test_whoever_gives_up_leaves_nobody_behind() -> None:
    """A build that fails gives the lock back; a process of it that still wrote would spoil the next one's files."""
    result = subprocess.run(
        [sys.executable, "-c", GIVEN_UP], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (result.stdout, result.stderr) == ("alone\n", "")
