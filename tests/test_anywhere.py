"""The same site wherever and whenever it is built: on a computer that speaks another language, in another place, on another day."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from real_site import DAY_OF_SPECIMEN, SPECIMEN, built, copy_project

pytestmark = pytest.mark.site


def files(project: Path) -> dict[str, bytes]:
    """The files of the built site: path → bytes."""
    site = project / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def differing(one: Path, other: Path) -> set[str]:
    """The addresses at which two built projects have something else."""
    here, there = files(one), files(other)
    return {address for address in here.keys() | there.keys() if here.get(address) != there.get(address)}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen built without any setting of this computer, at the other end of the world."""
    folder = tmp_path_factory.mktemp("hem på ön") / "mitt projekt"
    folder.mkdir()
    copy_project(folder, content_of=SPECIMEN)
    environment = {
        "LC_ALL": "C",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "77",
        "PATH": os.defpath,
        "SOURCE_DATE_EPOCH": DAY_OF_SPECIMEN,
    }
    command = [sys.executable, "scripts/make.py", "build"]
    result = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        umask=0o077,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def test_nothing_of_the_computer_is_in_the_site(specimen: Path, elsewhere: Path) -> None:
    """Locale, time zone, hash seed, umask, folder and home: none of them changes a byte."""
    assert differing(specimen, elsewhere) == set()


def test_another_day_changes_what_is_about_the_day_and_nothing_else(specimen: Path, tmp_path: Path) -> None:
    """A ring of the year's light draws the day's own sunrise and sunset, a page with one says them, and pay is computed from that day."""
    shutil.copytree(specimen, tmp_path / "tomorrow", symlinks=True)
    tomorrow = built(tmp_path / "tomorrow", str(int(DAY_OF_SPECIMEN) + 86_400))
    rings = {address for address in files(specimen) if address.startswith("drawings/light/")}
    marks = (b'<img class="ring"', b'id="cost-paid"')
    pages = {address for address, raw in files(specimen).items() if any(mark in raw for mark in marks)}
    twins = {address.replace("index.html", "index.md") for address in pages}
    lists = {"offline.json", "no/offline.json"}  # a digest of each page that can be kept
    assert (len(rings) > 0, len(pages) > 0) == (True, True)
    assert differing(specimen, tomorrow) == rings | pages | twins | lists
