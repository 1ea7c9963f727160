"""Three questions that lead to a case across the border."""

from collections.abc import Callable

from campaign.border import Choice, choices
from campaign.site import Site


def branch_of(choice: Choice) -> object:
    """An answer, and what it leads to."""
    return choice.answer, [branch_of(next_one) for next_one in choice.further] or choice.case


def test_three_answers_lead_to_a_case(world: Callable[..., Site]) -> None:
    """Each question offers the answers that some case has, in the order of the labels, and the third leads to it."""
    assert [branch_of(choice) for choice in choices(world({}).content)] == [
        ("se", [("no", [("at-employer", "commuter"), ("home-50", "cottage")])]),
        ("no", [("se", [("at-employer", "commuter")])]),
    ]
