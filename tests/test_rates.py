"""What holds on a day."""

from collections.abc import Callable

from campaign.cost_page import worked_examples
from campaign.models.rates import Rate
from campaign.rates import values_on
from campaign.site import Site

RATE = Rate.model_validate(
    {
        "country": "SE",
        "group": "tax",
        "kind": "must",
        "name": {"sv": "Skatt", "no": "Skatt"},
        "unit": "percent",
        "periods": [
            {"value": 22.5, "valid_from": "2026-01-01", "valid_to": "2026-12-31", "checked": "2026-02-03"},
            {"value": 20, "valid_from": "2027-01-01", "checked": "2026-02-03"},
        ],
    }
)


def test_a_rate_changes_overnight() -> None:
    """The last day of a period counts, and so does the first of the next; before the first nothing is known."""
    days = ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01", "2031-06-01")
    assert [values_on({"tax": RATE}, day) for day in days] == [
        {},
        {"tax": 2250},
        {"tax": 2250},
        {"tax": 2000},
        {"tax": 2000},
    ]


def test_amounts_are_whole_and_shares_are_hundredths() -> None:
    """No number is a float on its way to a sum."""
    kronor = RATE.model_copy(update={"unit": "kronor"})
    assert values_on({"a": RATE, "b": kronor}, "2027-01-01") == {"a": 2000, "b": 20}


def test_nothing_is_computed_while_a_rate_is_missing(world: Callable[..., Site]) -> None:
    """The specimen knows one Swedish rate of six: the page names the rest and shows no sum."""
    (found,) = worked_examples(world({}).content, "SE", "2026-02-03")
    assert (found.total, found.per_hundred, [line.amount for line in found.lines]) == (0, 0, [0] * 7)
    assert found.missing == [
        "se-contributions-from-67",
        "se-holiday-days",
        "se-holiday-supplement",
        "se-sick-pay",
        "se-sick-deduction",
    ]


def test_a_bar_is_as_long_as_the_cost(world: Callable[..., Site]) -> None:
    """Each part begins where the one before ends, in hundredths of the pay."""
    (found,) = worked_examples(world({}).content, "NO", "2026-02-03")
    assert list(found.bars) == [
        ("pay", 0.0, 100.0),
        ("holiday", 100.0, 10.0),
        ("pension", 110.0, 2.75),
        ("contributions", 112.75, 15.79),
        ("insurance", 128.53, 0.0),
    ]
    assert (found.total, found.per_hundred) == (51_414, 129)
