"""Rules for the law."""

from collections.abc import Callable

import pytest

from campaign.problems import Phrase, Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
COFFEE = "content/data/rules/se-coffee.yml"
COCOA = "content/data/rules/no-cocoa.yml"
WAFFLES = "content/data/rules/no-waffles.yml"


def test_a_duty_without_a_text_that_was_read_is_told(check: Check, edited: Edited) -> None:
    """Nobody is told that they must do what nobody has read in the law."""
    values = {"value": "exempellagen 8 §"}
    assert check(edited(COFFEE, '["6 a §"]', '["7 §", "8 §"]')) == [
        Problem(COFFEE, Position(5, 7), "D121", values)
    ]


def test_advice_never_becomes_a_duty(check: Check, edited: Edited) -> None:
    """A rule that cites no section cannot be a duty."""
    assert check(edited(WAFFLES, "kind: advice", "kind: must")) == [
        Problem(WAFFLES, Position(5, 7), "D121", {"value": Phrase("NO_CITES")})
    ]


def test_a_rule_says_where_it_stands(check: Check, edited: Edited) -> None:
    """Neither law nor guidance: then it is somebody's opinion."""
    basis = "basis:\n  sv: Exempelmyndighetens råd\n  no: Eksempeltilsynets råd\n"
    assert [(p.path, p.code) for p in check(edited(WAFFLES, basis, ""))] == [(WAFFLES, "D122")]


def test_what_nobody_read_in_the_law_names_who_says_it(check: Check, edited: Edited) -> None:
    """A right whose text was not read needs a source."""
    assert check(edited(COCOA, "source: eksempelloven\n", "")) == [
        Problem(COCOA, Position(1, 1), "D123", {"value": "right"})
    ]


@pytest.mark.parametrize("no", ["Den nye får kaffe innen to timer.", "Den nye får 45 kopper innen en time."])
def test_the_two_languages_say_the_same_numbers(check: Check, edited: Edited, no: str) -> None:
    """A rule changed in one language only never reaches a reader."""
    found = check(edited(COFFEE, "Den nye får kaffe innen en time.", no))
    assert [(p.position, p.code) for p in found] == [(Position(12, 3), "D124")]


def test_the_number_that_a_rule_turns_on_stands_in_both_sentences(check: Check, edited: Edited) -> None:
    """Whoever changes the number changes the sentences too."""
    assert check(edited(COFFEE, "value: 1", "value: 3")) == [
        Problem(COFFEE, Position(15, 12), "D125", {"value": 3, "unit": "hours"})
    ]


def test_a_rule_rests_on_the_law_of_its_own_country(check: Check, edited: Edited) -> None:
    """A reader in Norway is never told that Swedish law says so."""
    values = {"country": "NO", "act": "exempellagen", "value": "SE"}
    found = [
        problem for problem in check(edited(COFFEE, "country: SE", 'country: "NO"')) if problem.code == "D134"
    ]
    assert found == [Problem(COFFEE, Position(7, 10), "D134", values)]


def test_a_source_that_nobody_read_has_no_reading_day(check: Check, edited: Edited) -> None:
    """No page claims a reading that never was."""
    path = "content/data/sources/eksempelloven.yml"
    changes = edited(path, "published: undated", 'published: undated\nread: "2026-02-03"')
    assert check(changes) == [Problem(path, Position(6, 7), "D127", {"value": "2026-02-03"})]
