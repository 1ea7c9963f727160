"""Rules for the list of duties."""

from collections.abc import Callable

import pytest

from campaign.problems import Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
COFFEE = "content/data/rules/se-coffee.yml"
WAFFLES = "content/data/rules/no-waffles.yml"
TASK = "task:\n  sv: Ge den nya kaffe\n  no: Gi den nye kaffe\n"
DUE = "due:\n  at: hiring\n  time: {sv: inom en timme, no: innen en time}\n"
OF_TASK = f"{TASK}{DUE}recurs:\n  - {{day: 1, months: [4, 10], suggested: true}}\ntemplate: welcome-letter\n"


@pytest.mark.parametrize(
    ("path", "old", "new", "codes"),
    [
        (COFFEE, OF_TASK, "", ["D170"]),
        (COFFEE, DUE, "", ["D171"]),
        (COFFEE, TASK, "", ["D170", "D172", "D172", "D172"]),
        (COFFEE, DUE, f"{DUE}part_of: no-waffles\n", ["D173"]),
        (WAFFLES, "source:", "part_of: se-coffee\nsource:", ["D174"]),
        (WAFFLES, "source:", "part_of: no-cocoa\nsource:", ["D174"]),
        (COFFEE, TASK, f"up_to_employees: 4\n{TASK}", ["D175"]),
    ],
    ids=["missing", "no time", "no task", "both", "other country", "no task to belong to", "never"],
)
def test_the_list_of_duties_is_whole(
    check: Check, edited: Edited, path: str, old: str, new: str, codes: list[str]
) -> None:
    """A leader meets each duty once, under its time."""
    found = [
        (problem.path, problem.code) for problem in check(edited(path, old, new)) if problem.path == path
    ]
    assert found == [(path, code) for code in codes]


def test_a_question_of_the_self_check_leads_to_what_is_to_be_done(check: Check, edited: Edited) -> None:
    """The plan shows what to do, so a rule with nothing to do would be missing in it without a word."""
    path = "content/data/self-check.yml"
    found = check(edited(path, "[se-coffee]", "[se-coffee, no-waffles]"))
    assert [(problem.path, problem.code, problem.values) for problem in found] == [
        (path, "D176", {"value": "no-waffles"})
    ]


def test_a_rule_may_belong_to_a_task(check: Check, edited: Edited) -> None:
    """What belongs together stands in one line."""
    norwegian = edited(WAFFLES, 'country: "NO"', "country: SE")
    text = norwegian[WAFFLES]
    assert isinstance(text, str)
    assert check({WAFFLES: text.replace("source:", "part_of: se-coffee\nsource:")}) == []
