"""Slips of the pen, made by a machine: whatever happens to a file, nobody meets a traceback."""

import random
from collections.abc import Callable

import pytest
from jinja2 import Environment

from campaign.expand import article
from campaign.files import Tree, load_tree
from campaign.problems import MESSAGE_LANGUAGES
from campaign.shell import shell_of
from conftest import GOOD, ROOT, Checked, site_of
from slips import SLIPS, Mutant, mutant, texts

pytestmark = pytest.mark.content

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
    slip: str,
    mutants: list[Mutant],
    tree: dict[str, bytes],
    templates: Environment,
    checked: Callable[[Tree], Checked],
    subtests: pytest.Subtests,
) -> None:
    """A broken file gives problems, one line each in three languages; without problems, every page is built."""
    for number, found in enumerate(mutants):
        if found.slip == slip:
            with subtests.test(f"{number} {found.path}"):
                judge(checked({**tree, found.path: found.raw}), templates)


def judge(found: Checked, templates: Environment) -> None:
    """Look at what the check says of one slip, and build the pages if nothing is wrong."""
    content, pages, problems = found
    lines = [problem.line(language) for problem in problems for language in MESSAGE_LANGUAGES]
    assert [line for line in lines if len(line.splitlines()) != 1] == []
    if not problems:
        site = site_of(content, pages, templates)
        for page in pages.values():
            shell_of(site, page, ["index.md", "move.md"])
            assert article(site, page)
