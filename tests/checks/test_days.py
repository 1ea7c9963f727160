"""The rule for days that have been."""

import re
from collections.abc import Callable

import pytest

from campaign.checks import check_tree
from campaign.files import Tree
from campaign.problems import Position, Problem
from conftest import TODAY, Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
DATA = "content/data/"


@pytest.mark.parametrize(
    ("path", "old", "new", "field"),
    [
        ("municipalities/eksempelby.yml", 'date: "2025-06-01"', 'date: "2026-02-04"', "date"),
        ("municipalities/eksempelby.yml", 'date: "2025-06-01"', "date: 2027", "date"),
        ("sources/exempellagen.yml", 'read: "2026-02-03"', 'read: "2026-03-01"', "read"),
        ("edition.yml", '"0.1"\ndate: "2026-02-03"', '"0.1"\ndate: "2026-02-05"', "date"),
    ],
)
def test_what_is_to_come_has_not_been_read_seen_or_published(
    check: Check, edited: Edited, path: str, old: str, new: str, field: str
) -> None:
    """A slip in a year does not make a figure look fresher than any can be, in whichever record it stands."""
    found = check(edited(DATA + path, old, new))
    assert [(p.path, p.code, p.values["field"], p.values["today"]) for p in found] == [
        (DATA + path, "D131", field, TODAY)
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "position", "values"),
    [
        (
            "rules/se-coffee.yml",
            'in_force_from: "2024-03-01"\n',
            'in_force_from: "2028-03-01"\nin_force_until: "2028-02-29"\n',
            Position(11, 17),
            {
                "field": "in_force_until",
                "value": "2028-02-29",
                "first": "in_force_from",
                "start": "2028-03-01",
            },
        ),
        (
            "seminars/warm-tea.yml",
            "announced: 2026-01-15\n",
            "announced: 2026-01-15\n  changed: 2026-01-14\n",
            Position(17, 12),
            {"field": "changed", "value": "2026-01-14", "first": "announced", "start": "2026-01-15"},
        ),
        (
            "deadlines/coffee.yml",
            'since: "2020-01-01", born: "1970-01-01"',
            'since: "1970-01-01", born: "2020-01-01"',
            Position(7, 37),
            {"field": "since", "value": "1970-01-01", "first": "born", "start": "2020-01-01"},
        ),
        (
            "deadlines/coffee.yml",
            'since: "2020-01-01"',
            'since: "2026-03-16"',
            Position(7, 16),
            {"field": "day", "value": "2026-03-15", "first": "since", "start": "2026-03-16"},
        ),
    ],
)
def test_what_comes_last_has_the_later_day(
    check: Check, edited: Edited, path: str, old: str, new: str, position: Position, values: dict[str, str]
) -> None:
    """Two days that changed places are told, and not a rule shown that never holds."""
    assert check(edited(DATA + path, old, new)) == [Problem(DATA + path, position, "D179", values)]


@pytest.mark.parametrize("last", ["2028-03-01", "2028-03-02"])
def test_a_rule_may_hold_for_one_day(check: Check, edited: Edited, last: str) -> None:
    """The last day may be the first."""
    days = f'in_force_from: "2028-03-01"\nin_force_until: "{last}"\n'
    assert check(edited(DATA + "rules/se-coffee.yml", 'in_force_from: "2024-03-01"\n', days)) == []


def test_a_day_is_told_where_it_stands(check: Check, edited: Edited) -> None:
    """The editor is led to the line with the wrong day."""
    path = DATA + "municipalities/eksempelby.yml"
    values = {"field": "date", "value": "2026-02-04", "today": TODAY}
    assert check(edited(path, "2025-06-01", "2026-02-04")) == [
        Problem(path, Position(39, 13), "D131", values)
    ]


@pytest.mark.parametrize("day", ["2027-13-45", "2027-02-30", "snart"])
def test_a_day_that_does_not_exist_is_told_once(check: Check, edited: Edited, day: str) -> None:
    """Who slips in a month hears that there is no such day, and not that it is to come."""
    path = DATA + "municipalities/eksempelby.yml"
    assert [problem.code for problem in check(edited(path, "2025-06-01", day))] == ["D105"]


def test_what_is_planned_may_be_to_come(tree: Tree) -> None:
    """Days to read a rule again and the end of a consent lie ahead, and nobody is told."""
    codes = {problem.code for problem in check_tree(tree, today="2025-01-01")[2]}
    assert codes == {"D131"}
    fields = {problem.values["field"] for problem in check_tree(tree, today="2025-01-01")[2]}
    assert fields & {"review_by", "consent_until", "start", "end"} == set()


def test_without_a_day_nothing_is_to_come(tree: Tree) -> None:
    """Who reads content for its own sake, with no day in mind, is told of no day."""
    assert check_tree(tree)[2] == []


STORIES = [f"content/{code}/stories/with-the-cat.md" for code in ("no", "sv")]


@pytest.mark.parametrize(
    ("day", "code", "severity"), [("2026-01-20", "W413", "warning"), ("2025-01-15", "D188", "error")]
)
def test_a_story_does_not_vanish_without_a_word(
    check: Check, edited: Edited, day: str, code: str, severity: str
) -> None:
    """Who writes the wrong year learns why there is no page."""
    old, new = 'consent_until: "2027-01-15"', f'consent_until: "{day}"'
    found = check({path: text for one in STORIES for path, text in edited(one, old, new).items()})
    assert [(p.path, p.code, p.severity) for p in found if p.path in STORIES] == [
        (path, code, severity) for path in STORIES
    ]


COFFEE = "content/data/rules/se-coffee.yml"


@pytest.mark.parametrize(("today", "codes"), [("2026-03-31", []), ("2026-04-01", ["D126"])])
def test_a_rule_that_no_longer_holds_is_told(
    changed: Callable[..., dict[str, bytes]], edited: Edited, today: str, codes: list[str]
) -> None:
    """On the last day it still holds; the day after, no page may say it."""
    until = 'in_force_from: "2024-03-01"\nin_force_until: "2026-03-31"'
    tree = changed(edited(COFFEE, 'in_force_from: "2024-03-01"', until))
    assert [problem.code for problem in check_tree(tree, today=today)[2]] == codes


def test_nobody_reads_a_source_before_it_is_there(check: Check, tree: dict[str, bytes]) -> None:
    """One of the two days is wrong, most often by a year."""
    path = "content/data/sources/exempelbyran-folkmangd-2024.yml"
    text = re.sub(r"published: .*", 'published: "2027"', tree[path].decode())
    assert [(p.path, p.code) for p in check({path: text})] == [(path, "D178")]
