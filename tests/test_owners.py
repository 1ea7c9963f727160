"""Whom the Git host asks to read a change."""

import re
from collections.abc import Callable
from fnmatch import fnmatchcase

import pytest

from campaign.content import Content
from campaign.files import Tree
from campaign.generated import render_generated
from campaign.models.editing import Host
from campaign.owners import CODEOWNERS, as_pattern, paths_of, render_owners
from campaign.pages import Pages, build_pages
from campaign.problems import Problem
from conftest import Changes

EDITING = """\
extra:
  editing:
    host: {host}
    repository: exempel/webbplats
    everything: ["@exempel/redaktion"]
    owners:
      exempelby: ["@exempelby/webb", "@kim.exempel"]
      exempelregionen: ["@exempel/region"]
"""
HEAD = "# Made by `make.py generate` from extra.editing in mkdocs.yml. Do not edit by hand.\n"
GLOBS = f"""{HEAD}\
* @exempel/redaktion
/content/data/municipalities/exempelby.yml @exempelby/webb @kim.exempel
/content/*/municipalities/exempelby.md @exempelby/webb @kim.exempel
/content/media/emblems/exempelby.* @exempelby/webb @kim.exempel
/content/media/posters/exempelby.* @exempelby/webb @kim.exempel
/content/data/regions/exempelregionen.yml @exempel/region
/content/*/regions/exempelregionen.md @exempel/region
/content/media/posters/exempelregionen.* @exempel/region
"""
EXPRESSIONS = f"""{HEAD}\
.* @exempel/redaktion
content/data/municipalities/exempelby[.]yml @exempelby/webb @kim.exempel
content/[^/]+/municipalities/exempelby[.]md @exempelby/webb @kim.exempel
content/media/emblems/exempelby[.][^/]+ @exempelby/webb @kim.exempel
content/media/posters/exempelby[.][^/]+ @exempelby/webb @kim.exempel
content/data/regions/exempelregionen[.]yml @exempel/region
content/[^/]+/regions/exempelregionen[.]md @exempel/region
content/media/posters/exempelregionen[.][^/]+ @exempel/region
"""

Checked = tuple[Content, Pages, list[Problem]]


@pytest.fixture
def checked_with(
    changed: Callable[[Changes], dict[str, bytes]], checked: Callable[[Tree], Checked], good_tree: Tree
) -> Callable[[str], Checked]:
    """A function that reads the good specimen with other words about the Git host."""

    def read(editing: str) -> Checked:
        before = good_tree["mkdocs.yml"].decode()
        return checked(changed({"mkdocs.yml": before.replace("extra:\n", editing, 1)}))

    return read


@pytest.mark.parametrize(("host", "text"), [("github", GLOBS), ("gitlab", GLOBS), ("forgejo", EXPRESSIONS)])
def test_each_place_reads_what_is_its_own(
    checked_with: Callable[[str], Checked], host: str, text: str
) -> None:
    """The people of a municipality are asked about its record, page and pictures, and the editors about everything else."""
    content, pages, problems = checked_with(EDITING.format(host=host))
    assert [problem for problem in problems if problem.path == "mkdocs.yml"] == []
    assert (render_owners(content), render_generated(content, pages)[CODEOWNERS]) == (text, text)


def test_nobody_is_invented(checked_with: Callable[[str], Checked]) -> None:
    """Where no Git host is told, there is no file, for nobody is known."""
    content, *_ = checked_with("extra:\n")
    assert (render_owners(content), CODEOWNERS in render_generated(content, build_pages(content))) == (
        None,
        False,
    )


def test_a_place_that_is_not_there_is_told(checked_with: Callable[[str], Checked]) -> None:
    """A slip in the name of a municipality is a problem on its line, and not a file that nobody reads."""
    *_, problems = checked_with(EDITING.format(host="gitlab").replace("exempelby:", "exempelbyy:"))
    assert [(problem.path, problem.code) for problem in problems] == [("mkdocs.yml", "D110")]


@pytest.mark.parametrize(
    ("path", "fits"),
    [
        ("content/sv/municipalities/exempelby.md", True),
        ("content/data/municipalities/exempelby.yml", True),
        ("content/media/posters/exempelby.svg", True),
        ("content/sv/municipalities/exempelbyXmd", False),
        ("content/sv/municipalities/eksempelby.md", False),
        ("content/sv/more/municipalities/exempelby.md", False),
    ],
)
def test_a_pattern_means_the_same_on_each_host(
    checked_with: Callable[[str], Checked], path: str, fits: bool
) -> None:
    """What is asked of whom does not depend on the host."""
    content, *_ = checked_with("extra:\n")
    hosts: tuple[Host, ...] = ("github", "forgejo")
    globs, expressions = ([as_pattern(one, host) for one in paths_of(content, "exempelby")] for host in hosts)
    by_glob = any(fnmatchcase(f"/{path}", one) and path.count("/") == one.count("/") - 1 for one in globs)
    assert (by_glob, any(re.fullmatch(one, path) for one in expressions)) == (fits, fits)
