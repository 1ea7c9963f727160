"""The project as its people use it: a copy in a folder of its own, in which the real command runs.

The copy shares the environment's packages, and nothing that a test does reaches the developer's own site/.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NEEDED_BY_A_BUILD = ("content", "overrides", "scripts", "mkdocs.yml")

# A fixed day, so that a build at midnight is still the same build.
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "CAMPAIGN_LANGUAGE": "en"}

Result = subprocess.CompletedProcess[str]


def copy_project(folder: Path) -> Path:
    """The project in `folder`: what a build needs, without site/, .cache/ and the tests."""
    for name in NEEDED_BY_A_BUILD:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def make(project: Path, *words: str) -> Result:
    """Run `scripts/make.py` of a project as a person does, and keep what it says."""
    command = [sys.executable, "scripts/make.py", *words]
    return subprocess.run(
        command, cwd=project, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its real content, built once for all tests, which only read it."""
    folder = copy_project(tmp_path_factory.mktemp("project"))
    result = make(folder, "build")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The folder of the built site."""
    return project / "site"


@pytest.fixture(scope="session")
def addresses(site: Path) -> list[str]:
    """The address of every page, the two 404 pages among them."""
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return ["/" + page.removesuffix("index.html") for page in pages]
