"""Rules for what the law demands in a template."""

from collections.abc import Callable

import pytest

from campaign.problems import Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]

TEMPLATE = "content/sv/templates/welcome-letter.md"
RECORD = "content/data/templates/welcome-letter.yml"
ROW = "| [ÅÅÅÅ-MM-DD](field:date) | [Med mjölk / Utan mjölk](field:choice) |"


@pytest.fixture
def demanding(check: Check, edited: Edited, list_act: Changes) -> Callable[[str, int], list[Problem]]:
    """A function that says the problems of the letter with these rows, when the law has a list of two points."""

    def found(rows: str, paragraph: int = 3) -> list[Problem]:
        required = f'\nrequired: {{sv: {{act: listlagen, section: "1 §", paragraph: {paragraph}}}}}'
        record = edited(RECORD, "chapters: [first-day]", f"chapters: [first-day]{required}")
        return check({**list_act, **record, **edited(TEMPLATE, ROW, rows)})

    return found


def test_a_paper_with_a_row_for_each_point_is_good(demanding: Callable[..., list[Problem]]) -> None:
    """A row may answer several points, and a point may have several rows."""
    rows = (
        "| Namn [Krav: p. 1](required:1) | [Namn](field:text) |\n"
        "| Namn och fat [Krav: p. 1](required:1) [Krav: p. 2](required:2) | [Skriv](field:text) |"
    )
    assert demanding(rows) == []


def test_a_point_without_a_row_is_told_in_the_laws_own_words(demanding: Callable[..., list[Problem]]) -> None:
    """An editor sees what has to be added, also when the law has grown."""
    found = demanding("| Namn [Krav: p. 1](required:1) | [Namn](field:text) |")
    values = {"point": "2", "act": "listlagen", "section": "1 §", "words": "fatet."}
    assert found == [Problem(TEMPLATE, Position(4), "P242", values)]


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("| Kopp [Krav: p. 3](required:3) | [Kopp](field:text) |", "[Krav: p. 3](required:3)"),
        ("| Kopp [Krav: p. 1](required:2) | [Kopp](field:text) |", "[Krav: p. 1](required:2)"),
        ("| Kopp [Krav: p. 1](required:1) | Blå |", "[Krav: p. 1](required:1)"),
    ],
)
def test_a_mark_that_points_wrong_is_told(
    demanding: Callable[..., list[Problem]], row: str, value: str
) -> None:
    """An unknown point, words that say another point, and a row with nothing to fill in."""
    rows = f"| Allt [Krav: p. 1](required:1) [Krav: p. 2](required:2) | [Skriv](field:text) |\n{row}"
    assert demanding(rows) == [Problem(TEMPLATE, Position(12), "P241", {"value": value, "known": "1, 2"})]


def test_a_mark_where_no_law_is_named_is_told(check: Check, edited: Edited) -> None:
    """A reader is not told that something is demanded when nobody says by what."""
    found = check(edited(TEMPLATE, ROW, "| Namn [Krav: p. 1](required:1) | [Namn](field:text) |"))
    values = {"value": "[Krav: p. 1](required:1)", "known": "–"}
    assert found == [Problem(TEMPLATE, Position(11), "P241", values)]


def test_a_paragraph_without_a_list_is_told(demanding: Callable[..., list[Problem]]) -> None:
    """A slip in the number of the paragraph must not let every point through."""
    values = {"act": "listlagen", "section": "1 §", "value": 1}
    found = demanding(ROW, 1)
    assert [(p.path, p.code, p.values) for p in found] == [(RECORD, "D141", values)]
