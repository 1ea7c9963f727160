"""A project checked as it lies on the disk, without looking again at what was in order and is as it was."""

from pathlib import Path

from jinja2 import Environment

from campaign.cache import CHECKS, LINKS, Bundle, Seen, Sound, Store, Values, digest_of
from campaign.checks import check_tree
from campaign.content import Content
from campaign.files import Tree, load_common, load_tree
from campaign.inputs import content_values, digests_of
from campaign.models import file_of
from campaign.pages import Pages
from campaign.problems import Problem
from campaign.settings import ROOT
from campaign.templates import words_in


def check_project(
    root: Path, templates: Environment, today: str, cache: Path
) -> tuple[Content, Pages, list[Problem]]:
    """Content and pages of the project in the folder `root` and all that is wrong with them."""
    return check_files(load_tree(root), templates, today, cache)


def check_files(
    tree: Tree, templates: Environment, today: str, cache: Path
) -> tuple[Content, Pages, list[Problem]]:
    """The same of files that lie on the disk or might (see `check_tree`).

    What was read and looked at before is kept in the folder `cache`.
    """
    store = Store(cache / CHECKS)
    # Another root may have other languages than ours.
    common = f"{load_common(ROOT)}.{digest_of(tree.get(file_of('mkdocs'), b''))}"
    values, sound = Bundle[object](store, f"{common}.values"), Bundle[Seen](store, f"{common}.sound")

    def before(content: Content, pages: Pages) -> Sound:
        return Sound(sound, digests_of(tree, content_values(content, pages), today))

    found = check_tree(tree, words_in(templates), today, Values(values), before)
    values.write()
    sound.write()
    store.prune()
    return found


def recall_links(content: Content, cache: Path) -> None:
    """Let all texts know where they link to, from before where they are as they were: all are asked, and few have changed."""
    store = Store(cache / LINKS)
    kept = Bundle[list[str]](store, load_common(ROOT))
    for _, text in content.texts():
        name = digest_of(text.body.encode())
        known = kept.get(name)
        if known is None:
            kept.put(name, text.hrefs())
        else:
            text.hrefs.known(known, frozenset())
    kept.write()
    store.prune()
