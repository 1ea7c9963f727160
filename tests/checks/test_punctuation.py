"""Quotation marks of the language, and numbers that hold together."""

from collections.abc import Callable
from typing import Any

import pytest

from campaign.checks.punctuation import thousands
from campaign.problems import Problem
from conftest import Changes

Faults = Callable[[str], list[tuple[int, str, Any]]]


@pytest.mark.parametrize("text", ["Hon sade «kom hit» i går.", "Hon sade „kom hit“ i går."])
def test_the_neighbours_quotation_marks_are_told(faults: Faults, text: str) -> None:
    """Who pastes from the translation, or from Word, learns which marks are ours."""
    assert faults(text) == [(1, "W408", {"value": text[9:18]})]


@pytest.mark.parametrize(
    ("number", "right"),
    [("21580", "21\u00a0580"), ("21 580", "21\u00a0580"), ("3.722.750", "3\u00a0722\u00a0750")],
)
def test_a_number_that_may_be_torn_is_told(faults: Faults, number: str, right: str) -> None:
    """Thousands stand in groups of three, with spaces that do not break."""
    found = [values for _, code, values in faults(f"Där bor {number} katter.") if code == "P257"]
    assert found == [{"value": number, "number": right}]


@pytest.mark.parametrize(
    "text",
    [
        "Ring +46 23 830 00.",
        "Ring 023-830 00.",
        "Åren 2011–2014.",
        "Se https://a.example/12345.",
        "Hon är född 19800101-1234.",
        "Plusgiro 123456-7.",
        "Boken har ISBN 9789112345678.",
        "Boken har ISBN 978-91-12345-67-8.",
        "Boken heter 9789112345678.",
        "Kontonummer: 12345678.",
        "Kontoen er 1234.56.78901.",
        "Kontoen er 1234 56 78901.",
        "Kontot SE4550000000058398257466.",
        "Det blir 0,12345.",
    ],
)
def test_what_has_figures_and_is_no_number_is_left_alone(faults: Faults, text: str) -> None:
    """Telephone numbers, years, addresses, and the numbers of people, accounts and books are written in their own way."""
    assert [code for _, code, _ in faults(text) if code == "P257"] == []


def test_records_are_read_too(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """What a record says stands on pages as well."""
    path = "content/data/rules/se-coffee.yml"
    found = check(edited(path, "sv: Ge den nya kaffe", "sv: Ge den nya «kaffe»"))
    assert [(one.path, one.code, one.values) for one in found] == [(path, "W408", {"value": "«kaffe»"})]


def test_a_number_of_any_length_is_written_in_groups() -> None:
    """Nobody's thousand digits stop the check."""
    assert thousands("1" * 5000).count("\u00a0") == 1666
