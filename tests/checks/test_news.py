"""Rules for news."""

from collections.abc import Callable

from campaign.problems import Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
ITEM = "content/sv/news/door-opens.md"
TRANSLATION = "content/no/news/door-opens.md"
DAY = 'date: "2026-02-03"\n'


def test_a_text_among_the_news_has_a_day(check: Check, edited: Edited) -> None:
    """Without one it would stand in no list and in no feed."""
    found = check({**edited(ITEM, DAY, ""), **edited(TRANSLATION, DAY, "")})
    assert [p for p in found if p.code == "D191"] == [
        Problem(path, Position(), "D191", {}) for path in (TRANSLATION, ITEM)
    ]


def test_the_first_page_of_the_news_has_none(check: Check) -> None:
    """It is the list, and no item of it."""
    assert check({}) == []


def test_no_other_page_has_a_day(check: Check, edited: Edited) -> None:
    """A day would make news of it."""
    found = check(edited("content/sv/move.md", "title:", f"{DAY}title:"))
    assert found == [Problem("content/sv/move.md", Position(2, 7), "D192", {"folder": "sv/news"})]


def test_a_news_item_came_on_one_day(check: Check, edited: Edited) -> None:
    """Each translation says its own day and that of the other."""
    found = check(edited(TRANSLATION, "2026-02-03", "2026-02-02"))
    actual = {
        TRANSLATION: ("2026-02-02", ITEM, "2026-02-03"),
        ITEM: ("2026-02-03", TRANSLATION, "2026-02-02"),
    }
    assert found == [
        Problem(path, Position(3, 7), "D193", dict(zip(("value", "other", "theirs"), values, strict=True)))
        for path, values in actual.items()
    ]
