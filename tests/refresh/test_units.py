"""Units, as services and facts say them."""

import pytest

from campaign.refresh.units import fits


@pytest.mark.parametrize(
    ("unit", "word"),
    [
        ("inhabitants", "antal"),
        ("inhabitants", "Personer"),
        ("people", "number "),
        ("percent", "prosent"),
        ("percent", "%"),
        ("sek", "kronor"),
        ("homes", "boliger"),
        ("jobs", "antall"),
    ],
)
def test_a_service_may_say_the_unit_in_its_own_word(unit: str, word: str) -> None:
    """Swedish, Norwegian and English words for the same unit are the same."""
    assert fits(unit, word, ("bostäder", "boliger"))


@pytest.mark.parametrize(
    ("unit", "word"),
    [
        ("inhabitants", "procent"),
        ("inhabitants", "1000 personer"),
        ("inhabitants", "bostäder"),
        ("percent", "antal"),
        ("percent", "promille"),
        ("sek", "tkr"),
        ("sek", ""),
        ("homes", "personer"),
    ],
)
def test_another_unit_is_not_taken_for_it(unit: str, word: str) -> None:
    """Thousands are not ones, and people are not per cent."""
    assert not fits(unit, word)
