"""The real content as a whole: it follows every rule, and gives every reader an answer."""

import pytest
from jinja2 import Environment

from campaign.checks import check_tree
from campaign.content import Content, load_content
from campaign.editing.fixes import format_file
from campaign.fairness import chances
from campaign.files import Tree, load_tree
from campaign.moved import render_published
from campaign.pages import build_pages
from campaign.problems import render_text
from campaign.templates import words_in
from conftest import ROOT

pytestmark = pytest.mark.content

# The check asks 5 000, which tells 6 % from 5.
READERS = {False: 5_000, True: 20_000}


@pytest.fixture(scope="module")
def files() -> Tree:
    """Its files."""
    return load_tree(ROOT)


@pytest.fixture(scope="module")
def content(files: Tree) -> Content:
    """What stands in them."""
    return load_content(files)[0]


@pytest.fixture(scope="module")
def asked(content: Content) -> list[str]:
    """The traits that the questions offer."""
    return [option.trait for question in content.finder.questions for option in question.options]


def test_the_real_content_has_no_problems(files: Tree, templates: Environment) -> None:
    """What is published follows every rule."""
    assert render_text(check_tree(files, words_in(templates))[2], "en") == "No problems."


def test_all_content_is_in_the_one_written_form(files: Tree) -> None:
    """A change of one value is a change of one line, whoever made it (if not: python3 scripts/make.py fix)."""
    assert [path for path, raw in files.items() if format_file(path, raw) != raw] == []


def test_the_list_of_addresses_is_complete(content: Content) -> None:
    """Every page of the real site is on the list (if not: python3 scripts/make.py generate)."""
    written = (ROOT / "content/data/published.yml").read_text(encoding="utf-8")
    assert written == render_published(content, build_pages(content))


def test_every_place_has_a_chance(content: Content, pytestconfig: pytest.Config) -> None:
    """Of readers who answer at random, no more than 18 % and no fewer than 5 % get the same place first."""
    readers = READERS[pytestconfig.getoption("--everything")]
    found = chances(content.municipalities, content.finder, readers)
    least, most = found.bounds
    assert (round(least, 3), round(most, 3)) == (0.05, 0.18)
    assert {slug: share for slug, share in found.shares.items() if not least <= share <= most} == {}


def test_every_answer_finds_a_place(content: Content, asked: list[str]) -> None:
    """No reader gets a list in which an answer of theirs fits nowhere."""
    places = content.municipalities.values()
    assert [trait for trait in asked if not any(trait in place.traits for place in places)] == []


def test_every_trait_is_asked_for_once(content: Content, asked: list[str]) -> None:
    """What somebody wrote about a place can be found by one answer, and by one only."""
    found = {trait for place in content.municipalities.values() for trait in (*place.traits, *place.without)}
    assert (sorted(asked), found - set(asked)) == (sorted(set(asked)), set())
