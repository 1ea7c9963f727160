"""The rules that content must follow. A rule is a function that yields problems and does nothing else."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from campaign.catalogue import Catalogue, Tree, load_catalogue
from campaign.checks import contacts, facts, law, links, pairs, prose, records, required, structure
from campaign.checks.days import check_days, check_in_force
from campaign.checks.words import Word, check_labels
from campaign.pages import Pages, build_pages
from campaign.problems import Problem, in_order

Check = Callable[[Catalogue, Pages], Iterator[Problem]]

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
) -> tuple[Catalogue, Pages, list[Problem]]:
    """Read `tree` (path → bytes) and say everything that is wrong with it, in the order of the files.

    `words` are those of labels.yml that the templates need: group and word. `today` is an ISO date.
    """
    catalogue, problems = load_catalogue(tree)
    pages = build_pages(catalogue, today)
    found = chain(
        problems,
        chain.from_iterable(check(catalogue, pages) for check in ALL),
        check_days(catalogue, today),
        check_in_force(catalogue, today),
        check_labels(catalogue, words),
    )
    return catalogue, pages, in_order(found)
