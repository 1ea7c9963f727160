"""The comments of a record that is written again."""

import pytest

from campaign.editing.comments import with_comments
from campaign.editing.fixes import format_file

PATH = "content/data/journeys/x.yml"
# The keys come in another order than the model wants, and a comment stands wherever YAML lets one stand.
COMMENTED = """\
# Fråga Anna först
steps: # i ordning
  - call-ahead
  # flyttad hit i maj

  # och den får stå kvar
  - "waffle-permit"  # prövas 2027
title:
  no: "Flytte # 1"
  sv: >- # lång
    Flytta
    # ingen kommentar
summary: {sv: "A # b", # vinge
  no: A}
destination: SE
# sist
"""
FORMED = """\
# Fråga Anna först
title:
  # lång
  sv: "Flytta # ingen kommentar"
  no: "Flytte # 1"
# vinge
summary:
  sv: "A # b"
  no: "A"
destination: "SE"
# i ordning
steps:
  - "call-ahead"
  # flyttad hit i maj
  # och den får stå kvar
  # prövas 2027
  - "waffle-permit"
# sist
"""


def test_no_comment_of_a_record_is_lost() -> None:
    """Each stands above what it stood above or beside, wherever that has moved; what only looks like one is a text."""
    assert format_file(PATH, COMMENTED.encode()).decode() == FORMED
    assert format_file(PATH, FORMED.encode()).decode() == FORMED


def test_the_comments_above_a_text_are_kept_too() -> None:
    """A page has the same right to a note as a record."""
    raw = b"---\n# fr\xc3\xa5ga Anna\nmenu: A\ntitle: B\n# sist\n---\n\n# Ord\n"
    formed = '---\n# fråga Anna\ntitle: "B"\nmenu: "A"\n# sist\n---\n\n# Ord\n'
    assert format_file("content/sv/x.md", raw).decode() == formed


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("a: 1\n", "a: 1\n", "a: 1\n"),
        ("# x\na: 1\n", "a: 1\n", "# x\na: 1\n"),
        ("b:\n  # x\n  c: 1\na: 1\n", "a: 1\n", "# x\na: 1\n"),
    ],
)
def test_a_comment_on_what_is_gone_stands_by_what_was_around_it(
    before: str, text: str, expected: str
) -> None:
    """Nothing that somebody noted goes without a person deciding it."""
    assert with_comments(text, before) == expected
