"""Rules against what is written and never seen, or seen as something else."""

from collections.abc import Callable
from typing import Any

import pytest

from campaign.problems import Phrase

Faults = Callable[[str], list[tuple[int, str, Any]]]

HEAD = "| a | b |\n| --- | --- |\n"


@pytest.mark.parametrize(
    "text",
    [
        "Båten[^a] är [röd][r], [r] och [Grön  båt].\n\n[^a]: Not.\n\n    Mer.\n\n[R]: about.md\n[grön båt]: about.md",
        "Båten är [röd\nbåt].\n\n[röd båt]: about.md",
        "Båten.\n\n[Röd]: så målas båten.",
        "<!--\n[r]: about.md\n-->",
        f"{HEAD}| c | d |\n| e \\| f | `g \\| h` |\n|| g |\nh | i",
        "> | a | b |\n> | --- | --- |\n> | c | d |",
        "```\n| a |\n[r]: about.md\n```",
        "> ~~~ text\n> kod\n> ~~~",
        "- Båt\n\n  ````\n  ```\n  ````",
    ],
)
def test_what_is_seen_is_left_in_peace(faults: Faults, text: str) -> None:
    """Notes and addresses that the text names, whole rows and code that ends may be written."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "line", "value", "label"),
    [
        ("Båten.\n\n[^a]: Not.", 3, "[^a]: Not.", "[^a]"),
        ("Båten.\n\n  [r]: about.md", 3, "[r]: about.md", "[r]"),
        ("Båten[^a].\n\n[^a]: Ett.\n\n[^a]: Två.", 3, "[^a]: Ett.", "[^a]"),
        ("En [r].\n\n[r]: about.md\n[R]: move.md", 4, "[R]: move.md", "[R]"),
    ],
)
def test_what_nothing_leads_to_is_told(faults: Faults, text: str, line: int, value: str, label: str) -> None:
    """A note or an address below the text does not vanish unheard."""
    assert faults(text) == [(line, "P261", {"value": value, "label": label})]


@pytest.mark.parametrize(
    ("rows", "line", "count"),
    [
        ("| c | d | e |", 3, 3),
        ("| c | d |\n| e |", 4, 1),
        ("c | d | e", 3, 3),
        ("| c | d | |", 3, 3),
    ],
)
def test_a_row_with_another_number_of_cells_is_told(faults: Faults, rows: str, line: int, count: int) -> None:
    """No cell is cut off, and none stands below the wrong heading."""
    assert faults(HEAD + rows) == [(line, "P262", {"cells": count, "wanted": 2})]


@pytest.mark.parametrize(
    ("text", "line", "value", "hint"),
    [
        ("Hej.\n\n    Röd båt\n    Grön båt", 3, "Röd båt", "USE_MARGIN"),
        ("Hej.\n\n\tRöd båt", 3, "Röd båt", "USE_MARGIN"),
        ("Hej.\n\n```\nRöd båt\n## Nät\n", 3, "```", "CLOSE_CODE"),
        ("Hej.\n\n~~~", 3, "~~~", "CLOSE_CODE"),
        ("````\nRöd båt\n```", 1, "````", "CLOSE_CODE"),
        ("> ```\n> Röd båt\n\nHej.", 1, "```", "CLOSE_CODE"),
    ],
)
def test_what_became_code_unasked_is_told(
    faults: Faults, text: str, line: int, value: str, hint: str
) -> None:
    """A space too many, or a mark too few, makes no code of a text."""
    assert faults(text) == [(line, "P263", {"value": value, "hint": Phrase(hint)})]
