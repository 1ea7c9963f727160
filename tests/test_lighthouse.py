"""What Lighthouse writes, and that it may not be here."""

import json

import pytest

import lighthouse
from lighthouse import Score, middle, parse_score


def test_a_report_is_four_scores_and_two_numbers() -> None:
    """Of 100 each, and a category that could not be judged counts as nothing."""
    names = {name: {"score": 0.995} for name in lighthouse.CATEGORIES}
    found = {
        "categories": {**names, "seo": {"score": None}},
        "audits": {
            "largest-contentful-paint": {"numericValue": 812.4},
            "cumulative-layout-shift": {"numericValue": 0.001},
        },
    }
    assert parse_score(json.dumps(found)) == Score((100, 100, 100, 0), 812.4, 0.001)


def test_the_middle_of_three_runs_is_told() -> None:
    """A run that a busy machine disturbed, or that was lucky, says nothing of the page."""
    lucky, usual, disturbed = (Score((100,), largest, 0.0) for largest in (901.0, 905.0, 1202.0))
    assert middle([disturbed, lucky, usual]) == usual


def test_without_node_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report can then say so, and everything else is measured all the same."""
    monkeypatch.setenv("PATH", "")
    assert lighthouse.command() is None
