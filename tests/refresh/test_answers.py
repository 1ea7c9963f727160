"""What services answer: periods, numbers, and what is missing."""

from typing import Any

import pytest

from campaign.refresh.answers import UnexpectedAnswer, at, number_in, period_in_edtf
from refresh.conftest import reason


@pytest.mark.parametrize(
    ("code", "period"),
    [
        ("2026", "2026"),
        ("2026M04", "2026-04"),
        ("2025K1", "2025-01/2025-03"),
        ("2025Q4", "2025-10/2025-12"),
        ("2024-2025", "2024/2025"),
        ("2024/2025", "2024/2025"),
    ],
)
def test_a_period_is_told_as_the_records_tell_it(code: str, period: str) -> None:
    """Years, months, quarters and spans of years become dates that readers of the record know."""
    assert period_in_edtf(code) == period


@pytest.mark.parametrize("code", ["", "26", "2026V14", "2026K5", "latest"])
def test_a_period_that_nobody_knows_is_odd(code: str) -> None:
    """No date is guessed."""
    with pytest.raises(UnexpectedAnswer) as fault:
        period_in_edtf(code)
    assert reason(fault) == ("ODD_PERIOD", {"value": code})


@pytest.mark.parametrize(("value", "number"), [(5, 5), (5.0, 5), (5.5, 5.5), (0, 0), (-115, -115)])
def test_a_number_is_whole_where_it_is(value: float, number: float) -> None:
    """No record gets a point and a zero that its source did not mean."""
    assert (number_in(value), type(number_in(value))) == (number, type(number))


@pytest.mark.parametrize("value", [None, "5", "..", True, []])
def test_what_is_no_number_is_odd(value: Any) -> None:
    """A cell that is secret, missing or text never becomes a figure."""
    with pytest.raises(UnexpectedAnswer) as fault:
        number_in(value)
    assert reason(fault) == ("ODD_EMPTY", {})


@pytest.mark.parametrize("answer", [{}, [], None, "text", {"a": []}, {"a": {"b": 1}}])
def test_half_an_answer_is_odd(answer: Any) -> None:
    """An answer of another shape than expected is told, and breaks nothing."""
    with pytest.raises(UnexpectedAnswer) as fault:
        at(answer, "a", 0)
    assert reason(fault)[0] == "ODD_HALF"
