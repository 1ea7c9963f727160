"""A problem is something in the content that an editor has to fix: where it is, and what must hold instead.

The sentences live in `messages.yml` beside this file, one entry a code, three languages side by side.
Each code is explained, with a wrong and a right example, in `docs/editors/*/problems.md`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from campaign.settings import DEFAULT_LANGUAGE

# Written in C where there is a compiler's work at hand: the other takes a tenth of a second for our sentences.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MESSAGE_LANGUAGES = ("sv", "no", "en")


@dataclass(frozen=True)
class Position:
    """A position in a file: line and column counted from 1, as editors count."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Phrase:
    """A part of a sentence that has its own words in each language, such as »a whole number«."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """The phrase in `sv`, `no` or `en`."""
        return messages()[self.code][language].format_map(_in_language(self.values, language))


def _in_language(values: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        key: value.in_language(language) if isinstance(value, Phrase) else value
        for key, value in values.items()
    }


@dataclass(frozen=True)
class Problem:
    """One fault in one file: `code` names the sentence, `values` fill it in."""

    path: str
    position: Position
    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def message(self, language: str) -> str:
        """The sentence for an editor, in `sv`, `no` or `en`."""
        return Phrase(self.code, self.values).in_language(language)

    def line(self, language: str) -> str:
        """The problem on one line: `path:line:column CODE message`."""
        return f"{self.path}:{self.position.line}:{self.position.column} {self.code} {self.message(language).rstrip()}"


@cache
def messages() -> dict[str, dict[str, str]]:
    """All sentences by code and language."""
    text = Path(__file__).with_name("messages.yml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = yaml.load(text, Loader=_LOADER)
    return loaded


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file and place, each said once."""
    unique = {(p.path, p.position.line, p.position.column, p.code, p.message("en")): p for p in problems}
    return [unique[key] for key in sorted(unique)]


def render_text(problems: Iterable[Problem], language: str) -> str:
    """The problems for a person: a line each, and a count."""
    lines = [problem.line(language) for problem in problems]
    count = messages()[{0: "NONE", 1: "ONE"}.get(len(lines), "COUNT")][language].format(count=len(lines))
    return "\n".join([*lines, count])


def render_json(problems: Iterable[Problem], language: str) -> str:
    """The problems for a program: a list of objects with path, line, column, code and message."""
    rows = [
        {"path": p.path, **asdict(p.position), "code": p.code, "message": p.message(language)}
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def message_language(environment: Mapping[str, str]) -> str:
    """The editor's language: CAMPAIGN_LANGUAGE, or else the computer's own if it has one, or else the project's first.

    A computer that speaks a fourth language gets English.
    """
    wanted = environment.get("CAMPAIGN_LANGUAGE") or environment.get("LC_ALL") or environment.get("LANG", "")
    code = wanted.partition(".")[0].partition("_")[0].lower()
    if code in ("", "c", "posix"):
        return DEFAULT_LANGUAGE.code
    code = {"nb": "no", "nn": "no"}.get(code, code)
    return code if code in MESSAGE_LANGUAGES else "en"
