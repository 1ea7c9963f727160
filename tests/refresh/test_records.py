"""New figures in the text of a record."""

from typing import Any

import pytest

from campaign.models.places import Fact
from campaign.refresh.answers import Answer
from campaign.refresh.changes import Change, FactRequest
from campaign.refresh.records import with_changes

BLOCK = """\
# En kommentar med å, ä och ö.
name: Exempelby
facts:
  - fact: a
    value: 12345
    unit: inhabitants
    as_of: "2024-12-31"  # ur tabellen
    source: s
    checked: 2026-02-03
    query: {service: scb, table: T, select: {Region: "9901"}}
  - fact: b
    unit: people
    source: s
    query:
      service: scb
      table: T
      select: {Region: "9901"}
website: https://exempelby.example
"""
FLOW = """\
facts:
  - {fact: a, value: 1, unit: people, as_of: '2024', source: s, checked: "2026-02-03", query: {service: scb, table: T, select: {a: b}}}
  - {fact: b, unit: people, source: s, query: {service: scb, table: T, select: {a: b}}}
"""


def changed(number: int, value: float, as_of: str) -> Change:
    """A change of the fact with that place in the list."""
    fact: Any = Fact.model_construct()
    return Change(FactRequest("municipalities", "a", number, None, fact), Answer(value, "", "", ""), as_of)


def test_only_the_three_lines_of_a_fact_change() -> None:
    """Comments, quotes, order and all other facts stay as the editor left them."""
    new = with_changes(BLOCK, [changed(0, 12400, "2025-12-31")], "2026-11-30")
    lines = [(old, new) for old, new in zip(BLOCK.splitlines(), new.splitlines(), strict=True) if old != new]
    assert lines == [
        ("    value: 12345", "    value: 12400"),
        ('    as_of: "2024-12-31"  # ur tabellen', '    as_of: "2025-12-31"  # ur tabellen'),
        ("    checked: 2026-02-03", "    checked: 2026-11-30"),
    ]


def test_a_fact_that_waited_gets_its_lines_in_their_place() -> None:
    """The number stands before its unit, the day and the check after the source: the order of the model."""
    new = with_changes(BLOCK, [changed(1, 22.5, "2026-04")], "2026-11-30")
    assert new == BLOCK.replace(
        "  - fact: b\n    unit: people\n    source: s\n    query:",
        '  - fact: b\n    value: 22.5\n    unit: people\n    source: s\n    as_of: "2026-04"\n'
        '    checked: "2026-11-30"\n    query:',
    )


def test_facts_on_one_line_stay_on_one_line() -> None:
    """An editor who writes a fact in braces keeps the braces and the quotation marks."""
    assert with_changes(FLOW, [changed(0, 2, "2025"), changed(1, 3, "2025")], "2026-11-30") == (
        "facts:\n"
        "  - {fact: a, value: 2, unit: people, as_of: '2025', source: s, checked: \"2026-11-30\", "
        "query: {service: scb, table: T, select: {a: b}}}\n"
        '  - {fact: b, value: 3, unit: people, source: s, as_of: "2025", checked: "2026-11-30", '
        "query: {service: scb, table: T, select: {a: b}}}\n"
    )


@pytest.mark.parametrize(("value", "text"), [(5, "5"), (5.0, "5"), (-115, "-115"), (22.5, "22.5")])
def test_a_number_is_written_as_records_have_it(value: float, text: str) -> None:
    """With a point and without spaces, and whole where it is whole."""
    assert f"value: {text}\n" in with_changes(BLOCK, [changed(0, value, "2025")], "2026-11-30")
