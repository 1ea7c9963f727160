"""The same site wherever it is built: on a computer that speaks another language, in another place."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from real_site import DAY_OF_SPECIMEN, SPECIMEN, copy_project

pytestmark = pytest.mark.site


def files(project: Path) -> dict[str, bytes]:
    """The files of the built site: path → bytes."""
    site = project / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


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
    here, there = files(specimen), files(elsewhere)
    assert sorted(here) == sorted(there)
    assert [address for address, raw in here.items() if there[address] != raw] == []
