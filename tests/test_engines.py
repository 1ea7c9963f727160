"""The way out: the staged tree built by other engines says what our site says, page for page.

Each engine runs as its people run it, in an environment of its own that holds what requirements-engines.txt locks.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import environment
from real_site import make, own_environment

pytestmark = pytest.mark.engines

# Engine → its command in the folder of the staged tree, and where an article stands on its pages.
ENGINES = {
    "properdocs": (["properdocs", "build", "--quiet"], "//div[@role='main']"),
    "zensical": (["zensical", "build"], "//article"),
}
# What an article is, for a reader: its headings, its words and where it leads.
Said = tuple[list[str], str, list[str]]


@pytest.fixture(scope="session")
def engines() -> Path:
    """The environment of the engines, kept from run to run."""
    return own_environment("engines", environment.ENGINES_LOCK)


@pytest.fixture(scope="session")
def staged(project: Path, once: Callable[..., Path]) -> Path:
    """The real site, staged by the command."""
    return once("staged", _stage, project) / "tree"


def _stage(folder: Path, project: Path) -> None:
    result = make(project, "stage", str(folder / "tree"))
    assert result.returncode == 0, result.stderr


@pytest.fixture(params=ENGINES)
def theirs(
    request: pytest.FixtureRequest, staged: Path, engines: Path, once: Callable[..., Path]
) -> dict[str, Said]:
    """What each page says that the engine built: address → article."""
    command, article = ENGINES[request.param]
    built = once(request.param, _build, staged, engines, command)
    return _list_words(built / "site", article)


def _build(folder: Path, staged: Path, engines: Path, command: list[str]) -> None:
    shutil.copytree(staged, folder, dirs_exist_ok=True)
    path = f"{engines / 'bin'}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path}, check=True, capture_output=True)


@pytest.fixture(scope="module")
def ours(site: Path) -> dict[str, Said]:
    """What each page of our site says, but those that show the other language's, and what only the site's own people look for."""
    article = "/html[not(head/meta[@name='robots'])]//article[not(@lang)]"
    return {address: words for address, words in _list_words(site, article).items() if words}


def _list_words(folder: Path, article: str) -> dict[str, Said]:
    pages = {path.relative_to(folder).as_posix(): html.parse(path) for path in folder.rglob("index.html")}
    found = {address: page.xpath(article) for address, page in pages.items()}
    return {address: _article(articles[0]) for address, articles in found.items() if articles}


def _article(element: Any) -> Said:
    for aside in element.xpath(".//aside[contains(@class, 'funding')]"):  # who paid is said by our shell
        aside.drop_tree()
    links = [link.get("href") for link in element.iter("a") if link.get("href")]
    return [_words(one) for one in element.iter("h1", "h2", "h3")], _words(element), links


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def test_another_engine_builds_the_same_pages(ours: dict[str, Said], theirs: dict[str, Said]) -> None:
    """The day that MkDocs ends, every address, heading, word and link is there under another engine."""
    assert sorted(theirs) == sorted(ours)
    assert {address: words for address, words in theirs.items() if words != ours[address]} == {}
