"""The plan that the self-check ends in: what a firm lacks, in which month to begin, and what the law demands of it there.

The page's script plans in the same way, and a test compares the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.content import Content
from campaign.duties import Firm, concerns
from campaign.models.guide import Question

# More than that nobody begins with in a month, beside the work.
PER_MONTH = 2
MISSING = ("no", "partly")


@dataclass(frozen=True)
class Step:
    """An area that a firm lacks: the duties of law in it, by slug, and the month to begin, as `2026-12`."""

    question: Question
    duties: tuple[str, ...]
    month: str


def build_plan(content: Content, firm: Firm, answers: Mapping[str, str], start: str) -> list[Step]:
    """What was answered with no or partly, from a month on: first where the law demands something, no before partly."""
    missing = [question for question in content.self_check.questions if answers.get(question.id) in MISSING]
    steps = [(question, _duties(content, question, firm)) for question in missing]
    ranked = sorted(steps, key=lambda step: (not step[1], MISSING.index(answers[step[0].id])))
    return [Step(*step, month_after(start, n // PER_MONTH)) for n, step in enumerate(ranked)]


def _duties(content: Content, question: Question, firm: Firm) -> tuple[str, ...]:
    return tuple(slug for slug in question.rules if concerns(content.rules[slug], firm))


def month_after(month: str, count: int) -> str:
    """The month that comes so many months after another: `2026-12` and 1 → `2027-01`."""
    year, number = map(int, month.split("-"))
    years, rest = divmod(number - 1 + count, 12)
    return f"{year + years}-{rest + 1:02}"
