"""Passages of a text replaced, with nothing else of it changed."""

import pytest

from campaign.documents import Location
from campaign.editing.edits import Edit, YamlText, with_edits

TEXT = """\
# The first.
names: [a, b, c]
pages:
  - one.md  # why
  # Between.
  - "two.md"
table:
  key: value
  other: {x: 1}

last: end
"""


@pytest.mark.parametrize(
    ("location", "is_key", "old", "new"),
    [
        (("pages", 0), False, "one.md", "new.md"),
        (("pages", 1), False, "two.md", "new.md"),
        (("names", 1), False, "b", "new"),
        (("table", "key"), True, "key", "new"),
    ],
)
def test_a_word_is_replaced_within_its_quotes(location: Location, is_key: bool, old: str, new: str) -> None:
    """Only the word becomes another, wherever it stands."""
    edit = YamlText(TEXT).replaced(location, new, is_key=is_key)
    assert (TEXT[edit.start : edit.end], edit.new) == (old, new)


@pytest.mark.parametrize(
    ("location", "gone"),
    [
        (("pages", 0), "  - one.md  # why\n"),
        (("pages", 1), '  - "two.md"\n'),
        (("table", "other"), "  other: {x: 1}\n"),
        (("names", 0), "a, "),
        (("names", 2), ", c"),
        (("last",), "last: end\n"),
    ],
)
def test_what_is_taken_away_takes_nothing_with_it(location: Location, gone: str) -> None:
    """A line goes whole, an item of a row with its comma, and comments around it stay."""
    text = with_edits(TEXT, [YamlText(TEXT).without(location)])
    assert text == TEXT.replace(gone, "", 1)


def test_the_last_of_a_list_leaves_it_empty() -> None:
    """A list without lines is still a list."""
    assert (
        with_edits("pages:\n  - one.md\n", [YamlText("pages:\n  - one.md\n").without(("pages", 0))])
        == "pages:\n  []\n"
    )


def test_edits_are_made_from_the_end_and_each_once() -> None:
    """No edit moves the place of another."""
    assert with_edits("a b c", [Edit(0, 1, "long"), Edit(4, 5, "z"), Edit(0, 1, "long")]) == "long b z"
