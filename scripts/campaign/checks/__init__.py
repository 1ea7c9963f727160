"""The rules that content must follow. A rule is a function that yields problems and does nothing else."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from campaign.checks import contacts, facts, law, links, pairs, prose, records, required, structure
from campaign.checks.days import check_days, check_in_force
from campaign.checks.words import Word, check_labels
from campaign.content import Content, load_content
from campaign.files import Tree
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
    *pairs.ALL,
    *structure.ALL,
)


def check_tree(
    tree: Tree, words: Iterable[Word] = (), today: str = ""
) -> tuple[Content, Pages, list[Problem]]:
    """Read `tree` (path → bytes) and say everything that is wrong with it, in the order of the files.

    `words` are those of labels.yml that the templates need: group and word. `today` is an ISO date.
    """
    content, problems = load_content(tree)
    pages = build_pages(content, today)
    found = chain(
        problems,
        chain.from_iterable(check(content, pages) for check in ALL),
        check_days(content, today),
        check_in_force(content, today),
        check_labels(content, words),
    )
    return content, pages, in_order(found)
