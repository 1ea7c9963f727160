"""The rules that content must follow. A rule is a function that yields problems and does nothing else."""

from collections.abc import Callable, Iterator
from itertools import chain
from types import MappingProxyType

from campaign.checks import contacts, facts, law, links, pairs, prose, questions, records, required, structure
from campaign.checks.days import check_days, check_in_force
from campaign.checks.words import WordsByTemplate, check_labels
from campaign.content import Content, Tree, load_content
from campaign.pages import Pages, build_pages
from campaign.problems import Problem, in_order

Check = Callable[[Content, Pages], Iterator[Problem]]

ALL: tuple[Check, ...] = (
    *records.ALL,
    *facts.ALL,
    *contacts.ALL,
    *law.ALL,
    *prose.ALL,
    *links.ALL,
    *required.ALL,
    *questions.ALL,
    *pairs.ALL,
    *structure.ALL,
)


def check_tree(
    tree: Tree, words: WordsByTemplate = MappingProxyType({}), today: str = ""
) -> tuple[Content, Pages, list[Problem]]:
    """Read `tree` (path → bytes) and say everything that is wrong with it, in the order of the files.

    `words` are those of labels.yml that each template says: template → group and word. `today` is an ISO date.
    """
    content, problems = load_content(tree)
    pages = build_pages(content, today)
    return content, pages, in_order([*problems, *check_content(content, pages, words, today)])


def check_content(content: Content, pages: Pages, words: WordsByTemplate, today: str) -> Iterator[Problem]:
    """Everything that is wrong with content that was read, but for its form; the arguments are as for `check_tree`."""
    yield from chain.from_iterable(check(content, pages) for check in ALL)
    yield from check_days(content, today)
    yield from check_in_force(content, today)
    yield from check_labels(content, pages, words)
