"""Refreshing the figures, at the edge: asks the services, shows what they say, and writes what changed."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from campaign.checks import check_tree
from campaign.codes import Code
from campaign.files import load_site_url, load_tree
from campaign.problems import Phrase, errors
from campaign.refresh import ask_all, changed_files, facts_to_ask
from campaign.refresh.report import render_outcome
from transport import transports


@dataclass(frozen=True)
class Wish:
    """What somebody wants to refresh: which facts, which figures of odd size to take, and whether to write at all."""

    only: Collection[str]
    skip: Collection[str]
    accept: Collection[str]
    dry_run: bool
    at: str | None


def refresh(root: Path, wish: Wish, language: str, today: str) -> int:
    """Ask for the facts that are wished for. One odd answer, and nothing is written."""

    def print_phrase(code: Code, status: int, **values: object) -> int:
        print(Phrase(code, values).in_language(language))
        return status

    tree = load_tree(root)
    content, _, problems = check_tree(tree, today=today)
    if errors(problems):
        return print_phrase("REFRESH_BROKEN", 1)
    asked = facts_to_ask(content, wish.only, wish.skip)
    if not asked:
        return print_phrase("REFRESH_NONE", 1)
    outcome = ask_all(content, asked, transports(load_site_url(root), wish.at), wish.accept, today)
    print(render_outcome(outcome, language))
    if outcome.odd:
        return print_phrase("REFRESH_STOPPED", 1, name=outcome.odd[0][0].name)
    if wish.dry_run:
        return print_phrase("REFRESH_DRY", 0)
    files = changed_files(tree, outcome.changes, today)
    for path, text in files.items():
        (root / path).write_bytes(text)
    return print_phrase("REFRESH_WRITTEN", 0, count=len(files))
