"""The project as its people use it: a copy in a folder of its own, in which the real command runs.

The copy shares the environment's packages, and nothing that a test does reaches the developer's own site/. Tests that run
at the same time share what is built.
"""

import os
import pickle
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout
from lxml import html

import environment
from campaign.checks import check_tree
from campaign.content import Content
from campaign.files import Tree, load_tree
from campaign.pages import Page

ROOT = Path(__file__).resolve().parents[1]
SPECIMEN = ROOT / "tests/specimens/good"
NEEDED_BY_A_BUILD = ("overrides", "scripts", "mkdocs.yml")

# The first second of today, for all builds of all processes. It is today, for content that is checked today would not be
# checked yet on a day that was fixed once.
_SECONDS_A_DAY = 86_400
NOW = str(int(time.time()) // _SECONDS_A_DAY * _SECONDS_A_DAY)
# On this day the specimen has something coming and something past.
DAY_OF_SPECIMEN = "1795219200"

ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": NOW, "CAMPAIGN_LANGUAGE": "en"}

# Checkers written in Java run for seconds: most of what the second compiler does for them comes too late.
os.environ["JAVA_TOOL_OPTIONS"] = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

Result = subprocess.CompletedProcess[str]


def copy_project(folder: Path, original: Path = ROOT, content_of: Path | None = None) -> Path:
    """What a build needs of a project, in `folder`, with its own content or another's; no site/, no .cache/."""
    shutil.copytree((content_of or original) / "content", folder / "content")
    # What another worker is compiling has a name of its own until it is whole, and may be gone when it is copied.
    unfinished = shutil.ignore_patterns("*.pyc.*")
    for name in NEEDED_BY_A_BUILD:
        if (original / name).is_dir():
            shutil.copytree(original / name, folder / name, ignore=unfinished)
        else:
            shutil.copy2(original / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


@cache
def _specimen() -> Tree:
    """Every file of the good specimen, read once in a process: path → bytes."""
    return {
        path.relative_to(SPECIMEN).as_posix(): path.read_bytes()
        for path in SPECIMEN.rglob("*.*")
        if path.is_file()
    }


def copy_content(folder: Path) -> Path:
    """The good specimen in `folder`: enough for a command that runs in this process."""
    for parent in {(folder / name).parent for name in _specimen()}:
        parent.mkdir(parents=True, exist_ok=True)
    for name, raw in _specimen().items():
        (folder / name).write_bytes(raw)
    return folder


def make(project: Path, *words: str, now: str = NOW) -> Result:
    """Run `scripts/make.py` of a project as a person does, and keep what it says."""
    command = [sys.executable, "scripts/make.py", *words]
    environment = {**ENVIRONMENT, "SOURCE_DATE_EPOCH": now}
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def built(project: Path, now: str = NOW) -> Path:
    """A project after a build that must succeed."""
    result = make(project, "build", now=now)
    assert result.returncode == 0, result.stdout + result.stderr
    return project


def own_environment(name: str, lock: str) -> Path:
    """An environment that holds what a lock file lists, for what cannot live with ours; kept from run to run."""
    folder = ROOT / ".cache" / name
    stamp, wanted = folder / "lock", (ROOT / lock).read_bytes()
    folder.parent.mkdir(exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not stamp.exists() or stamp.read_bytes() != wanted:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
            words = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock]
            subprocess.run([environment.python(folder), *words], cwd=ROOT, check=True)
            stamp.write_bytes(wanted)
    return folder


def page_addresses(site: Path) -> list[str]:
    """The address of every page of a built site, the two 404 pages among them."""
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return ["/" + page.removesuffix("index.html") for page in pages]


@cache
def parsed_page(path: Path) -> html.HtmlElement:
    """A page of a built site, taken apart once in a process; who changes it changes a copy."""
    return html.fromstring(path.read_text(encoding="utf-8"))


def divide(folder: Path, parts: Sequence[str], work: Callable[[str], Any]) -> dict[str, Any]:
    """What comes of each part; of all processes that ask for the same, each does what no other has done or is doing."""
    results = {}
    folder.mkdir(exist_ok=True)
    for patience in (0, -1):  # first what nobody else is at, then what others were at
        for number, part in enumerate(parts):
            with suppress(Timeout), FileLock(folder / f"{number}.lock", timeout=patience):
                done = folder / f"{number}.pickle"
                if not done.exists():
                    done.write_bytes(pickle.dumps(work(part)))
                results[part] = pickle.loads(done.read_bytes())
    return {part: results[part] for part in parts}


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all processes that run tests of this session."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def once(shared: Path) -> Callable[..., Path]:
    """A function that gives a folder, filled by the first process that wants it; the others wait."""

    def filled(name: str, fill: Callable[..., object], *words: object, **options: object) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder, *words, **options)
                done.touch()
        return folder

    return filled


def build(folder: Path, now: str = NOW, **copied: Path) -> None:
    """A copy of a project, built at the moment `now`."""
    built(copy_project(folder, **copied), now)


@pytest.fixture(scope="session")
def project(once: Callable[..., Path]) -> Path:
    """The project with its real content, built once for all tests, which only read it."""
    return once("project", build)


@pytest.fixture(scope="session")
def project_again(project: Path, once: Callable[..., Path]) -> Path:
    """The same, built once more in another folder."""
    return once("elsewhere", build, original=project)


@pytest.fixture(scope="session")
def specimen(once: Callable[..., Path]) -> Path:
    """The project with the good specimen for content, built."""
    return once("specimen", build, now=DAY_OF_SPECIMEN, content_of=SPECIMEN)


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The folder of the built site."""
    return project / "site"


@pytest.fixture(scope="session")
def artifacts(project: Path) -> Path:
    """The folder of the finished books and templates."""
    return project / "site/downloads"


@pytest.fixture(scope="session")
def guide(project: Path) -> tuple[Content, list[Page]]:
    """The content that the site and the books were made of, and the chapters of the guide in order, both languages."""
    content, pages, _ = check_tree(load_tree(project))
    chapters = [page for page in pages.values() if page.layout == "chapters"]
    return content, sorted(chapters, key=lambda page: page.record.number)


@pytest.fixture(scope="session")
def addresses(site: Path) -> list[str]:
    """The address of every page of the built site."""
    return page_addresses(site)
