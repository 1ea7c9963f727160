"""The plan that the self-check ends in: what comes first, and in which month."""

from collections.abc import Callable

import pytest

from campaign.content import Content
from campaign.duties import Firm
from campaign.models.guide import Question
from campaign.self_check import build_plan, month_after
from campaign.site import Site

World = Callable[..., Site]
FILE = "content/data/self-check.yml"
SMALL, LARGE = (Firm(("SE",), employees, agreement=False, trade="other") for employees in (4, 5))
# Of five questions the law has something to say to the third and the fourth, from five employees in Sweden.
NAMES = ("one", "two", "three", "four", "five")


@pytest.fixture
def content(world: World, tree: dict[str, bytes]) -> Content:
    """A self-check with five questions."""
    [question] = world({}).content.self_check.questions
    text = tree[FILE].decode().partition("questions:\n")[2]
    written = [
        text.replace("id: coffee", f"id: {name}").replace(
            "rules: [se-coffee]", f"rules: [{'se-coffee' if name in ('three', 'four') else ''}]"
        )
        for name in NAMES
    ]
    assert isinstance(question, Question)
    return world({FILE: "questions:\n" + "".join(part.rstrip("\n") + "\n" for part in written)}).content


def plan(content: Content, firm: Firm, *answers: str) -> list[tuple[str, tuple[str, ...], str]]:
    """The plan as its names, duties and months."""
    steps = build_plan(content, firm, dict(zip(NAMES, answers, strict=False)), "2026-12")
    return [(step.question.id, step.duties, step.month) for step in steps]


def test_the_law_comes_first_then_no_then_partly(content: Content) -> None:
    """What the law demands of this firm is urgent, and what is there in part is less so; two areas fill a month."""
    coffee = ("se-coffee",)
    assert plan(content, LARGE, "partly", "no", "partly", "no", "no") == [
        ("four", coffee, "2026-12"),
        ("three", coffee, "2026-12"),
        ("two", (), "2027-01"),
        ("five", (), "2027-01"),
        ("one", (), "2027-02"),
    ]


def test_a_duty_of_others_is_not_urgent(content: Content) -> None:
    """A firm of four has no duty that begins at five, so its own answers decide."""
    assert plan(content, SMALL, "partly", "no", "partly", "no", "yes") == [
        ("two", (), "2026-12"),
        ("four", (), "2026-12"),
        ("one", (), "2027-01"),
        ("three", (), "2027-01"),
    ]


def test_what_is_there_needs_no_plan(content: Content) -> None:
    """Yes, and a question without an answer, are no part of the plan."""
    assert plan(content, LARGE, "yes", "yes", "yes", "yes") == []


@pytest.mark.parametrize(
    ("month", "count", "expected"),
    [
        ("2026-12", 0, "2026-12"),
        ("2026-12", 1, "2027-01"),
        ("2026-01", 11, "2026-12"),
        ("2026-03", 24, "2028-03"),
    ],
)
def test_months_go_on_over_the_turn_of_the_year(month: str, count: int, expected: str) -> None:
    """After December comes January of the next year."""
    assert month_after(month, count) == expected
