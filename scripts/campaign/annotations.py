"""The problems in the forms in which Git hosts put each on its line of a change."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from campaign.problems import Problem

# GitHub's workflow commands are lines, so what would end one is written as a URL would write it; in a property also the
# marks between properties.
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})
# How much GitLab makes of a problem.
_GITLAB = {"error": "major", "warning": "minor", "note": "info"}
# GitHub has a word of its own for what we call a note.
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


def render_github(problems: Iterable[Problem], language: str) -> str:
    """Workflow commands of GitHub, also understood by Forgejo: one line a problem."""
    return "\n".join(_command(problem, language) for problem in problems)


def _command(problem: Problem, language: str) -> str:
    place = {
        "file": problem.path,
        "line": problem.position.line,
        "col": problem.position.column,
        "title": problem.code,
    }
    properties = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in place.items())
    return f"::{_GITHUB[problem.severity]} {properties}::{problem.message(language).rstrip().translate(_IN_MESSAGE)}"


def render_gitlab(problems: Iterable[Problem], language: str) -> str:
    """The report »Code Quality« of GitLab: a JSON list."""
    return json.dumps([_finding(problem, language) for problem in problems], ensure_ascii=False, indent=2)


def _finding(problem: Problem, language: str) -> dict[str, Any]:
    line = problem.line(language)
    return {
        "description": problem.message(language).rstrip(),
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(line.encode()).hexdigest(),
        "severity": _GITLAB[problem.severity],
        "location": {"path": problem.path, "lines": {"begin": problem.position.line}},
    }
