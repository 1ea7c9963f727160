"""Rules for cases across the border."""

from collections.abc import Callable

from campaign.problems import Position, Problem
from conftest import Changes

COTTAGE = "content/data/border/cottage.yml"


def test_three_answers_lead_to_one_case(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """Who answers the same is not led to two pages."""
    values = {"answers": "se, no, at-employer", "other": "commuter"}
    assert check(edited(COTTAGE, "works: home-50", "works: at-employer")) == [
        Problem(COTTAGE, Position(4, 5), "D185", values)
    ]
