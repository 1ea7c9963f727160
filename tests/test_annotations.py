"""Problems on the lines of a change, as GitHub, Forgejo and GitLab want them told."""

import json

from campaign.annotations import render_github, render_gitlab
from campaign.problems import Position, Problem

HARD = Problem("content/sv/a.md", Position(6, 1), "W410", {"value": "52", "limit": 45})
ODD = Problem(
    "content/data/a,b.yml", Position(4, 7), "P204", {"value": "50 %\nrabatt", "known": "doors", "hint": ""}
)


def test_github_gets_a_command_for_each_problem() -> None:
    """A line names file, place, code and sentence; marks of the command in them are written as in an address."""
    assert render_github([ODD, HARD], "en").splitlines() == [
        (
            "::error file=content/data/a%2Cb.yml,line=4,col=7,title=P204"
            "::There is no directive “50 %25%0Arabatt”. There are: doors."
        ),
        (
            "::warning file=content/sv/a.md,line=6,col=1,title=W410"
            "::The text is hard to read: LIX 52, and the limit is 45. Divide the long sentences and change long words."
        ),
    ]


def test_gitlab_gets_a_finding_for_each_problem() -> None:
    """The report is of the kind »Code Quality«, in which each finding has a fingerprint of its own."""
    first, second = json.loads(render_gitlab([ODD, HARD], "en"))
    assert first.pop("fingerprint") != second.pop("fingerprint")
    assert (first, second) == (
        {
            "description": "There is no directive “50 %\nrabatt”. There are: doors.",
            "check_name": "P204",
            "severity": "major",
            "location": {"path": "content/data/a,b.yml", "lines": {"begin": 4}},
        },
        {
            "description": "The text is hard to read: LIX 52, and the limit is 45."
            " Divide the long sentences and change long words.",
            "check_name": "W410",
            "severity": "minor",
            "location": {"path": "content/sv/a.md", "lines": {"begin": 6}},
        },
    )


def test_nothing_wrong_is_an_empty_report() -> None:
    """GitLab takes away what it showed before; GitHub needs no line."""
    assert (render_github([], "sv"), render_gitlab([], "sv")) == ("", "[]")
