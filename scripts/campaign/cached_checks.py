"""A project checked as it lies on the disk, without looking again at what was in order and is as it was."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from jinja2 import Environment

from campaign.cache import CHECKS, LINKS, Bundle, PassedChecks, ReadState, Store, Values, digest_of
from campaign.checks import Before, check_tree
from campaign.content import Content
from campaign.files import Snapshot, Tree
from campaign.inputs import content_values, digests_of
from campaign.models import file_of
from campaign.pages import Pages
from campaign.problems import Problem
from campaign.templates import words_in


def check_project(
    snapshot: Snapshot, templates: Environment, today: str, cache: Path, asked: Collection[str] | None = None
) -> tuple[Content, Pages, list[Problem]]:
    """Content and pages of a project and all that is wrong with them, or what of it concerns the files `asked` about.

    See `check_tree`. What was read and looked at before is kept in the folder `cache`.
    """
    tree, store = snapshot.content, Store(cache / CHECKS)
    values = Bundle[object](store, f"{_project(snapshot.common, tree)}.values")
    passed = load_passed(store, snapshot.common, tree)
    words, before = words_in(templates), passed_in(passed, tree, today)
    found = check_tree(tree, words, today, Values(values), before, asked)
    values.write()
    passed.write(with_unused=asked is not None)
    store.prune()
    return found


def load_passed(store: Store, common: str, tree: Tree) -> Bundle[ReadState]:
    """The texts of a project in which nothing was wrong; `common` is a digest of the code that looked."""
    return Bundle[ReadState](store, f"{_project(common, tree)}.passed")


def passed_in(passed: Bundle[ReadState], tree: Tree, today: str) -> Before:
    """What the checks ask for the texts that they need not look at again."""
    return lambda content, pages: PassedChecks(
        passed, digests_of(tree, content_values(content, pages), today)
    )


def _project(common: str, tree: Tree) -> str:
    """Another root may have other languages than ours."""
    return f"{common}.{digest_of(tree.get(file_of('mkdocs'), b''))}"


def recall_links(content: Content, common: str, cache: Path) -> None:
    """Let all texts know where they link to, from before where they are as they were: all are asked, and few have changed."""
    store = Store(cache / LINKS)
    kept = Bundle[list[str]](store, common)
    for _, text in content.texts():
        name = digest_of(text.body.encode())
        known = kept.get(name)
        if known is None:
            kept.put(name, text.hrefs())
        else:
            text.hrefs.preset(partial(list, known), ())
    kept.write()
    store.prune()
