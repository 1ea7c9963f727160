"""The project as its people use it: a copy in a folder of its own, in which the real command runs.

The copy shares the environment's packages, and nothing that a test does reaches the developer's own site/.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from campaign.catalogue import Catalogue, load_tree
from campaign.checks import check_tree
from campaign.pages import Page

ROOT = Path(__file__).resolve().parents[1]
SPECIMEN = ROOT / "tests/specimens/good"
NEEDED_BY_A_BUILD = ("overrides", "scripts", "mkdocs.yml")

# A fixed day, so that a build at midnight is still the same build.
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1795219200", "CAMPAIGN_LANGUAGE": "en"}

Result = subprocess.CompletedProcess[str]


def copy_project(folder: Path, original: Path = ROOT, content_of: Path | None = None) -> Path:
    """What a build needs of a project, in `folder`, with its own content or another's; no site/, no .cache/."""
    shutil.copytree((content_of or original) / "content", folder / "content")
    for name in NEEDED_BY_A_BUILD:
        copy = shutil.copytree if (original / name).is_dir() else shutil.copy2
        copy(original / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def make(project: Path, *words: str) -> Result:
    """Run `scripts/make.py` of a project as a person does, and keep what it says."""
    command = [sys.executable, "scripts/make.py", *words]
    return subprocess.run(
        command, cwd=project, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False
    )


def built(project: Path) -> Path:
    """A project after a build that must succeed."""
    result = make(project, "build")
    assert result.returncode == 0, result.stdout + result.stderr
    return project


def page_addresses(site: Path) -> list[str]:
    """The address of every page of a built site, the two 404 pages among them."""
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return ["/" + page.removesuffix("index.html") for page in pages]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its real content, built once for all tests, which only read it."""
    return built(copy_project(tmp_path_factory.mktemp("project")))


@pytest.fixture(scope="session")
def project_again(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built once more in another folder."""
    return built(copy_project(tmp_path_factory.mktemp("elsewhere"), original=project))


@pytest.fixture(scope="session")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the good specimen for content, built."""
    return built(copy_project(tmp_path_factory.mktemp("specimen"), content_of=SPECIMEN))


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The folder of the built site."""
    return project / "site"


@pytest.fixture(scope="session")
def shelf(project: Path) -> Path:
    """The folder of the finished books and templates."""
    return project / "site/downloads"


@pytest.fixture(scope="session")
def content(project: Path) -> tuple[Catalogue, list[Page]]:
    """The content that the site and the books were made of, and the chapters of the guide in order, both languages."""
    catalogue, pages, _ = check_tree(load_tree(project))
    chapters = [page for page in pages.values() if page.layout == "chapters"]
    return catalogue, sorted(chapters, key=lambda page: page.record.number)


@pytest.fixture(scope="session")
def addresses(site: Path) -> list[str]:
    """The address of every page of the built site."""
    return page_addresses(site)
