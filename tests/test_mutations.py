"""Slips of the pen, made by a machine: whatever happens to a file, nobody meets a traceback."""

import random
from collections.abc import Callable

import pytest
from jinja2 import Environment

from campaign.cache import PassedChecks
from campaign.expand import article
from campaign.files import Tree, load_tree
from campaign.inputs import digests_of, values_of
from campaign.reads import recording
from campaign.settings import MESSAGE_LANGUAGES
from campaign.shell import shell_of
from campaign.site import Site
from conftest import GOOD, ROOT, TODAY, Checked, Memory, site_of
from mutations import SLIPS, Mutant, mutant, texts

pytestmark = pytest.mark.content

Judge = Callable[[Tree], None]

SEED = 20260203
EACH_GOOD_FILE = 9
EACH_REAL_FILE = 3
REAL_FILES = 30


def _mutants() -> list[Mutant]:
    """The same mutants in every run, as long as the files are the same."""
    rng = random.Random(SEED)
    good, real = texts(load_tree(GOOD)), texts(load_tree(ROOT))
    sample = rng.sample(sorted(real), REAL_FILES)
    seeds = [(path, good[path]) for path in sorted(good) for _ in range(EACH_GOOD_FILE)]
    seeds += [(path, real[path]) for path in sample for _ in range(EACH_REAL_FILE)]
    return [mutant(rng, path, raw, SLIPS[n % len(SLIPS)]) for n, (path, raw) in enumerate(seeds)]


@pytest.fixture(scope="module")
def mutants() -> list[Mutant]:
    """All of them."""
    return _mutants()


def test_there_are_many_mutants(mutants: list[Mutant]) -> None:
    """The slips are many, each kind happens, and each file of the specimen is hit."""
    missed = set(texts(load_tree(GOOD))) - {one.path for one in mutants}
    kinds = {one.slip for one in mutants}
    assert (len(mutants) >= 600, missed, kinds) == (True, set(), {slip.__name__ for slip in SLIPS})


@pytest.mark.parametrize("slip", [slip.__name__ for slip in SLIPS])
def test_a_slip_of_the_pen_is_told_or_does_no_harm(
    slip: str, mutants: list[Mutant], tree: dict[str, bytes], judge: Judge, subtests: pytest.Subtests
) -> None:
    """A broken file gives problems, one line each in three languages; without problems, every page that reads it is built."""
    for number, found in enumerate(mutants):
        if found.slip == slip:
            with subtests.test(f"{number} {found.path}"):
                judge({**tree, found.path: found.raw})


@pytest.fixture(scope="module")
def judge(good_tree: Tree, templates: Environment, checked: Callable[[Tree], Checked]) -> Judge:
    """A function that looks at what the check says of a tree and, if nothing is wrong, builds the pages that become others."""
    memory = Memory()

    def look(tree: Tree) -> None:
        content, pages, problems = checked(tree)
        lines = [problem.line(language) for problem in problems for language in MESSAGE_LANGUAGES]
        assert [line for line in lines if len(line.splitlines()) != 1] == []
        if not problems:
            site = site_of(content, pages, templates)
            build_pages(site, PassedChecks(memory, digests_of(tree, values_of(site), TODAY)))

    look(good_tree)
    return look


def build_pages(site: Site, before: PassedChecks) -> None:
    """Make each page that was not made before of the same."""
    for key in site.pages:
        name = "/".join(key)
        if not before.contains(name):
            with recording() as reads:
                page = site.pages[key]
                shell_of(site, page, ["index.md", "move.md"])
                assert article(site, page)
            before.put(name, reads)
