"""Rules for labels.yml, the words of the interface."""

from collections.abc import Callable

import pytest

from campaign.problems import Place, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]


@pytest.mark.parametrize(
    ("group", "word"), [("interface", "skip"), ("form", "lunch"), ("prose", "table"), ("book", "imprint")]
)
def test_a_word_that_pages_need_is_missed(
    check: Check, tree: dict[str, bytes], group: str, word: str
) -> None:
    """A word taken out of labels.yml is told by the check and not by a traceback in the build."""
    path = "content/data/labels.yml"
    lines = tree[path].decode().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"  {word}:")]
    assert check({path: "".join(kept)}) == [Problem(path, Place(), "D111", {"word": word, "group": group})]


def test_broken_labels_are_told_once(check: Check) -> None:
    """With an unreadable table of words, no record is blamed for its words."""
    path = "content/data/labels.yml"
    assert [problem.code for problem in check({path: "- a\n"})] == ["S009"]
