"""Lanes: nothing is left out in silence, and what is costly is made once."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest

from conftest import ROOT
from environment import LANES
from lanes import TURNS, lane_of
from real_site import divide

SUITE = """
import pytest

def test_a(): pass
def test_b(): pass

@pytest.mark.site
def test_c(record_property): record_property("left", "the half of it")

@pytest.mark.books
def test_d(): pass

@pytest.mark.site
@pytest.mark.everything("the rest")
def test_e(): pass
"""


# Two tests of the verdicts of a program, and one of another lane.
WAITING = """
import pytest

@pytest.fixture(scope="session")
def verdicts(): return []

def test_unit(): pass

@pytest.mark.browser
def test_browser(): pass

@pytest.mark.books
def test_begins(verdicts): pass

@pytest.mark.books
def test_uses(verdicts): pass

@pytest.mark.books
def test_alone(): pass
"""


def run(folder: Path, *words: str) -> list[str]:
    """The last lines of a small suite that has lanes."""
    *_, last = lines = lines_of(folder, SUITE, *words)
    return [*(line for line in lines[-5:-1] if ": " in line), last.partition(" in ")[0]]


def lines_of(folder: Path, suite: str, *words: str) -> list[str]:
    """What pytest says of a suite."""
    (folder / "test_small.py").write_text(suite, encoding="utf-8")
    paths = os.pathsep.join(str(ROOT / name) for name in ("scripts", "tests"))
    plugins = ["-p", "xdist", "-p", "lanes", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-q", *plugins, *words]
    # What else is installed has nothing to say of lanes, and takes a second to load.
    found = {**os.environ, "PYTHONPATH": paths, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    result = subprocess.run(
        command, cwd=folder, env=found, capture_output=True, encoding="utf-8", check=False
    )
    return result.stdout.splitlines()


@pytest.mark.parametrize("parallel", [[], ["-n", "2"]], ids=["alone", "parallel"])
def test_a_run_says_what_it_left_out(tmp_path: Path, parallel: list[str]) -> None:
    """Who runs some lanes reads what ran, what did not and what only a look at everything sees, and then the count."""
    assert run(tmp_path, *parallel, "-m", "unit or site") == [
        "ran: unit 2, site 1",
        "not run: books 1",
        "left to --everything: the half of it",
        "left to --everything: the rest",
        "3 passed, 1 skipped, 1 deselected" if not parallel else "3 passed, 1 skipped",
    ]


def test_nobody_is_sent_to_wait(tmp_path: Path) -> None:
    """What is costly is begun first, and who only uses it comes when there has been time to make it."""
    lines = lines_of(tmp_path, WAITING, "--collect-only")
    order = [line.partition("::test_")[2] for line in lines if "::test_" in line]
    assert order == ["begins", "alone", "uses", "browser", "unit"]


def test_everything_runs_everything(tmp_path: Path) -> None:
    """Before a release nothing is left out."""
    assert run(tmp_path, "--everything", "-m", "site")[0::3] == ["ran: site 2", "2 passed, 3 deselected"]


def test_unit_tests_build_no_site(request: pytest.FixtureRequest) -> None:
    """The unit lane stays quick and needs no program of the system."""
    costly = {"project", "specimen", "browser"}
    units = [item for item in request.session.items if lane_of(item) == "unit"]
    assert [item.nodeid for item in units if costly & set(getattr(item, "fixturenames", ()))] == []


def test_every_lane_is_explained() -> None:
    """The handbook has a row for each lane, with what it needs of the system, and each has its turn."""
    text = (ROOT / "docs/developers/testing.md").read_text(encoding="utf-8")
    table = text.partition("| lane |")[2].partition("\n\n")[0].splitlines()[2:]
    cells = [[cell.strip(" `") for cell in row.split("|")[1:4]] for row in table]
    needs = {name: set(re.findall(r"[a-z][\w-]+(?= \(|,|$)", packages)) for name, _, packages in cells}
    assert list(needs.items()) == [(lane, set(packages.values())) for lane, packages in LANES.items()]
    assert sorted(TURNS) == sorted(LANES)


def test_who_waits_helps(tmp_path: Path) -> None:
    """Two who want the same results at the same time get them all, and each is worked out once."""
    parts, worked = [str(number) for number in range(20)], []

    def work(part: str) -> int:
        worked.append(part)
        sleep(0.005)
        return int(part) ** 2

    with ThreadPoolExecutor() as pool:
        both = list(pool.map(lambda _: divide(tmp_path / "shared", parts, work), range(2)))
    assert (both, sorted(worked, key=int)) == ([{part: int(part) ** 2 for part in parts}] * 2, parts)
