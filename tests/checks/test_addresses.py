"""Addresses that readers know: none dies."""

from collections.abc import Callable

from campaign.problems import Problem
from conftest import Changes

MOVED, PUBLISHED = "content/data/moved.yml", "content/data/published.yml"
Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]


def list_problems(problems: list[Problem]) -> list[tuple[str, int, str]]:
    """Where each problem is, and its code."""
    return [(problem.path, problem.position.line, problem.code) for problem in problems]


def test_no_address_vanishes_without_a_word(check: Check, edited: Callable[[str, str, str], Changes]) -> None:
    """Whoever changes the word of an address is told that readers will miss the old one."""
    published = "addresses:\n  - ansok/\n  - flytta/\n"
    word = edited("content/data/addresses.yml", "move: {sv: flytta,", "move: {sv: flytta-hit,")
    assert list_problems(check({**word, PUBLISHED: published})) == [(PUBLISHED, 3, "D164")]


def test_words_that_cannot_be_read_lose_no_address(check: Check, edited: Edited) -> None:
    """One slip in addresses.yml is told once, and not again for each page whose address it decides."""
    slip = edited("content/data/addresses.yml", "move: {sv: flytta,", "move: {sv: Flytta,")
    found = check({**slip, PUBLISHED: "addresses:\n  - flytta/\n"})
    assert list_problems(found)[1:] == [] and found[0].code == "D103"


def test_an_old_address_leads_to_a_page_of_today(check: Check) -> None:
    """Where a page moved again without the list being fixed, or was never there, it is told at its line."""
    moved = (
        "pages:\n  - was: {sv: ansok/}\n    to: nowhere.md\n  - was: {sv: tjanster/taxi/}\n    to: move.md\n"
    )
    assert list_problems(check({MOVED: moved})) == [(MOVED, 3, "D161")]


def test_an_old_address_says_one_thing(check: Check) -> None:
    """A page is somewhere or nowhere, and what is said is said in each language of its old addresses."""
    rows = "pages:\n  - was: {sv: ansok/}\n  - was: {sv: tjanster/taxi/}\n    to: move.md\n    gone: {sv: Slut.}\n"
    lacking = "pages:\n  - was: {sv: ansok/, no: no/soke/}\n    gone: {sv: Slut.}\n"
    assert list_problems(check({MOVED: rows})) == [(MOVED, 2, "D160"), (MOVED, 4, "D160")]
    assert [(p.code, p.values["field"]) for p in check({MOVED: lacking})] == [("D101", "pages.1.gone.no")]


def test_an_old_address_is_no_page_of_today(check: Check) -> None:
    """What stands at an address is one thing: a page, or one row of the list."""
    rows = "pages:\n  - was: {sv: ansok/}\n    to: move.md\n  - was: {sv: ansok/}\n    to: about.md\n"
    page = "  - was: {sv: flytta/}\n    to: about.md\n  - was: {sv: tjanster/taxi/}\n    to: move.md\n"
    assert list_problems(check({MOVED: rows + page})) == [(MOVED, 4, "D162"), (MOVED, 6, "D162")]


def test_an_old_address_is_of_its_language(check: Check) -> None:
    """A Norwegian address below »sv« would answer its reader in Swedish."""
    rows = (
        "pages:\n  - was: {sv: no/ansok/}\n    to: move.md\n  - was: {sv: tjanster/taxi/}\n    to: move.md\n"
    )
    found = check({MOVED: rows, PUBLISHED: "addresses: [tjanster/taxi/]\n"})
    assert list_problems(found) == [(MOVED, 2, "D163")]
