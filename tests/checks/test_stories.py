"""Rules for stories: nobody's is there without a consent, and it is the same in each language."""

from collections.abc import Callable

import pytest

from campaign.problems import Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
SV, NO = (f"content/{code}/stories/with-the-cat.md" for code in ("sv", "no"))
STORY = 'story:\n  side: moved-in\n  place: exempelby\n  told: "2026-01-15"\n  consent_until: "2027-01-15"\n'


def test_a_story_without_a_teller_is_told(check: Check, edited: Edited) -> None:
    """A text among the stories that names no consent does not reach readers."""
    found = check({**edited(SV, STORY, ""), **edited(NO, STORY, "")})
    assert [(one.path, one.code) for one in found if one.path in (SV, NO)] == [(NO, "D194"), (SV, "D194")]


def test_a_story_is_told_among_the_stories(check: Check, edited: Edited) -> None:
    """Elsewhere its page would stay when the consent ends."""
    path = "content/sv/about.md"
    [found] = [one for one in check(edited(path, "title: Om", f"{STORY}title: Om")) if one.path == path]
    assert (found.code, found.position.line, found.values) == ("D195", 2, {"folder": "sv/stories"})


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("moved-in", "stayed", "side"),
        ("exempelby\n", "eksempelby\n", "place"),
        ("2027-01-15", "2028-01-15", "consent_until"),
    ],
)
def test_a_story_says_the_same_of_its_teller_in_each_language(
    check: Check, edited: Edited, old: str, new: str, field: str
) -> None:
    """One person agreed to one day; whoever changes it in one language is told in both."""
    found = check(edited(SV, old, new))
    actual = [(one.path, one.code, one.values["field"]) for one in found if one.code == "D196"]
    assert actual == [(NO, "D196", field), (SV, "D196", field)]
