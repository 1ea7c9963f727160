"""Rules for rates."""

from collections.abc import Callable

import pytest

from campaign.checks import check_tree
from campaign.problems import Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
RATE = "content/data/rates/se-contributions.yml"


def test_a_rate_ends_after_it_begins(check: Check, edited: Edited) -> None:
    """A period that ends before it begins holds on no day."""
    changes = edited(RATE, '"2026-12-31"', '"2025-06-30"')
    values = {"start": "2026-01-01", "value": "2025-06-30"}
    assert check(changes) == [Problem(RATE, Position(15, 15), "D180", values)]


@pytest.mark.parametrize(("value", "limit"), [("-0.1", "at least 0"), ("100.1", "at most 100")])
def test_a_rate_takes_no_less_than_nothing_and_no_more_than_all(
    check: Check, edited: Edited, value: str, limit: str
) -> None:
    """A point in the wrong place does not make the page of costs compute with a thousand percent."""
    path = "content/data/rates/no-contributions-zone-1.yml"
    told = f"{path}:9:12 D103 The field periods.1.value must be {limit}, but is “{value}”."
    assert told in [problem.line("en") for problem in check(edited(path, "value: 14", f"value: {value}"))]


def test_one_day_has_one_value(check: Check, edited: Edited) -> None:
    """A period that begins while the one before holds is told at its first day."""
    changes = edited(RATE, 'valid_to: "2025-12-31"', 'valid_to: "2026-01-01"')
    values = {"value": "2026-01-01", "end": "2026-01-01"}
    assert check(changes) == [Problem(RATE, Position(14, 17), "D181", values)]


def test_what_has_no_end_has_no_successor(check: Check, edited: Edited) -> None:
    """A period without a last day leaves no room for the next."""
    changes = edited(RATE, '    valid_to: "2025-12-31"\n', "")
    assert [(p.code, p.values) for p in check(changes)] == [("D181", {"value": "2026-01-01", "end": None})]


def test_no_day_between_two_periods_is_without_a_value(check: Check, edited: Edited) -> None:
    """A gap is told, with the day on which the next period should begin."""
    changes = edited(RATE, 'valid_from: "2026-01-01"', 'valid_from: "2026-02-01"')
    values = {"value": "2026-02-01", "wanted": "2026-01-01"}
    assert check(changes) == [Problem(RATE, Position(14, 17), "D182", values)]


def test_a_rate_stands_somewhere(check: Check, edited: Edited) -> None:
    """Neither a section that was read nor a source: then it is a number from nowhere."""
    unread = check(edited(RATE, '["7 §"]', '["8 §"]'))
    nobody = check(edited(RATE, "    source: eksempelbyraet-folketall-2024\n", ""))
    assert [(p.code, p.values) for p in (*unread, *nobody)] == [
        ("D183", {"value": "exempellagen 8 §"}),
        ("D183", {"value": "?"}),
    ]


def test_a_rate_that_has_ended_says_what_now(
    changed: Callable[..., dict[str, bytes]], edited: Edited
) -> None:
    """On New Year's Day the site still builds where a record says who tells the new rate; else somebody must look."""
    silent = edited(RATE, "ends:\n  sv: Fråga exempelbyrån.\n  no: Spør eksempelbyrået.\n", "")
    found = {
        day: [p.code for p in check_tree(changed(silent), today=day)[2] if p.path == RATE]
        for day in ("2026-12-31", "2027-01-01")
    }
    actual = [p.code for p in check_tree(changed({}), today="2027-01-01")[2] if p.path == RATE]
    assert (found, actual) == ({"2026-12-31": [], "2027-01-01": ["D184"]}, [])
