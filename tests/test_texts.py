"""A Markdown file as it was read."""

from collections.abc import Callable
from typing import Any

import pytest

Faults = Callable[[str], list[tuple[int, str, Any]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En röd\nbåt med\n115 hus.", [(3, "P208")]),
        ("Skiv115 och x115\noch 115 hus.", [(2, "P208")]),
        ("En röd\nbåt [dit](nowhere.md)\noch dit.", [(2, "P211")]),
        ("En röd\nbåt <b>nu</b>.", [(2, "P202"), (2, "P202")]),
        ("En röd\nbåt är är min.", [(2, "P243")]),
        ("En båt är\när min\noch [här](about.md).", [(1, "P243"), (3, "P249")]),
        ("En röd\nbåt. TODO", [(2, "P248")]),
        ("En båt\npå »25000 «, ([byrån](source:exempellagen)).", [(2, "P257")]),
        ("> En röd\n> båt ![bild](../media/mark.svg).", [(2, "P235")]),
    ],
)
def test_a_problem_is_told_on_the_line_of_its_words(
    faults: Faults, text: str, expected: list[tuple[int, str]]
) -> None:
    """Who has wrapped a paragraph comes to the line with the fault; words over two lines are told where it begins."""
    assert [(line, code) for line, code, _ in faults(text)] == expected
