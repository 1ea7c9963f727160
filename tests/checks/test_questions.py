"""Rules for what nobody knows yet."""

from collections.abc import Callable

import pytest

from campaign.problems import Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
Faults = Callable[[str], list[tuple[int, str, dict[str, object]]]]
QUESTION = "content/data/questions/tickets.yml"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("move.md", "nowhere.md", "D142"), ("ask: exempelby", "ask: exempel", "D143")],
)
def test_a_question_leads_somewhere(check: Check, edited: Edited, old: str, new: str, code: str) -> None:
    """A question is about a page that readers have, and somebody can be asked."""
    assert [problem.code for problem in check(edited(QUESTION, old, new))] == [code]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Vem vet inte.\n\nOrten är okänd.", ["P234"]),
        ("Det vet vi inte. Namnet framgår inte, och boken har vi inte hittat.", ["P234"]),
        ("Vem det var vet vi inte.", []),
        ("Du vet. Inte sant? En känd ort.", []),
    ],
)
def test_a_page_says_once_at_most_that_it_does_not_know(faults: Faults, text: str, codes: list[str]) -> None:
    """One honest sentence is enough; the rest are questions."""
    assert [code for _, code, _ in faults(text)] == codes


def test_what_the_record_says_counts_too(check: Check, edited: Edited) -> None:
    """The text of a page and that of its record are one page to the reader."""
    changes = {
        **edited(
            "content/data/municipalities/exempelby.yml",
            "vi ringde och växeln svarade",
            "vem det var vet vi inte",
        ),
        **edited("content/sv/municipalities/exempelby.md", "Orten är liten.", "Orten är okänd."),
    }
    assert [(problem.path, problem.code) for problem in check(changes)] == [
        ("content/sv/municipalities/exempelby.md", "P234")
    ]
