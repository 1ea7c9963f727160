"""Rules for the pages that are easy to read."""

from collections.abc import Callable

import pytest

from campaign.problems import Problem
from conftest import Changes

PAGE = "content/sv/easy/move.md"
Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Här är det lugnt.", "Här är det riktigt lugnt.", []),
        (
            "Här är det lugnt.",
            "Kommunikationerna är genomgående utomordentligt regelbundna.",
            [(5, "D153", {"value": 43.3, "most": 25})],
        ),
        (
            "Flytta hit.\nHär är det lugnt.",
            "Flytta hit.\nHär är det lugnt. Här bor jag.",
            [(7, "D154", {"value": "Här är det lugnt. Här bor jag."})],
        ),
        ("Här är det lugnt.", "Det är lugnt kl. 9.30 här hos oss, varje dag.", []),
    ],
)
def test_what_is_called_easy_is_easy(
    check: Check, edited: Edited, old: str, new: str, expected: list[object]
) -> None:
    """Who needs easy words gets short ones, and each sentence where a new line begins."""
    found = [(p.position.line, p.code, p.values) for p in check(edited(PAGE, old, new)) if p.code[0] == "D"]
    assert found == expected


def test_a_page_for_everybody_may_be_harder(check: Check, edited: Edited) -> None:
    """Only the pages that site.yml calls easy are measured by this rule."""
    hard = "Kommunikationerna är genomgående utomordentligt regelbundna. Och det är bra."
    change = edited("content/sv/sign-language.md", "Skriv eller teckna.", hard)
    assert check(change) == []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("content/sv/stories/with-the-cat.md", [("W410", {"value": "38", "limit": 35})]),
        ("content/sv/about.md", []),
    ],
)
def test_each_kind_has_its_own_limit(
    check: Check, tree: dict[str, bytes], page: str, expected: list[object]
) -> None:
    """Who tells of a life tells it simply; a page that explains may ask a little more."""
    top = tree[page].decode().partition("\n---\n")[0]
    hard = "Katten sprang äntligen hem till grannarna vid den gamla kvarnen igen. " * 6
    found = check({page: f"{top}\n---\n\n{hard}\n".encode()})
    assert [
        (problem.code, problem.values) for problem in found if problem.code in ("W409", "W410")
    ] == expected
