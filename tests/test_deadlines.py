"""Days that the law counts from another: worked by hand, and what a month is."""

from datetime import date
from typing import Any

import pytest
import yaml

from campaign.deadlines import due_day, later
from campaign.models.deadlines import Answers, DeadlineGroup, Span
from campaign.sources import parse_yaml
from conftest import ROOT, TESTS

WORKED: dict[str, list[Any]] = yaml.safe_load((TESTS / "worked_deadlines.yml").read_text("utf-8"))


def record(name: str) -> DeadlineGroup:
    """A record of the real content: what the law says is what is tested."""
    path = f"content/data/deadlines/{name}.yml"
    return DeadlineGroup.model_validate(parse_yaml(path, (ROOT / path).read_bytes()).value)


def answers(chosen: dict[str, Any]) -> Answers:
    """What a case chooses."""
    return Answers.model_validate({k: v if k == "people" else v.isoformat() for k, v in chosen.items()})


def test_every_record_has_fifteen_cases() -> None:
    """No length of time is published that nobody has worked by hand."""
    names = sorted(path.stem for path in (ROOT / "content/data/deadlines").iterdir())
    assert {name: len(cases) for name, cases in WORKED.items()} == dict.fromkeys(names, 15)


@pytest.mark.parametrize("name", WORKED)
def test_days_are_as_worked_by_hand(name: str) -> None:
    """The computation gives the days that somebody counted on the calendar."""
    group = record(name)
    wrong = [
        (chosen, how, found)
        for chosen, expected, how in WORKED[name]
        if (found := {one.id: due_day(one, answers(chosen)) for one in group.deadlines}) != expected
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("day", "span", "expected"),
    [
        ("2027-01-31", {"months": 1}, "2027-02-28"),
        ("2028-01-31", {"months": 1}, "2028-02-29"),
        ("2027-03-31", {"months": -1}, "2027-02-28"),
        ("2027-11-30", {"months": 2, "days": 1}, "2028-01-31"),
        ("2027-01-01", {"months": -12, "weeks": 1}, "2026-01-08"),
    ],
)
def test_a_month_later_is_the_same_number_or_the_last(day: str, span: dict[str, int], expected: str) -> None:
    """Where a month has no such number, its last day stands for it."""
    assert later(date.fromisoformat(day), Span(**span)) == date.fromisoformat(expected)
