"""A problem is something in the content that an editor has to fix: where it is, and what must hold instead.

The sentences live in `messages.yml` beside this file, one entry a code, three languages side by side.
Each code is explained, with a wrong and a right example, in `docs/editors/*/problems.md`.
"""

import json
import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from difflib import get_close_matches
from functools import cache
from os.path import commonprefix
from pathlib import Path
from typing import Literal

import yaml

from campaign.codes import Code
from campaign.settings import BY_CODE, COUNTRIES

# Written in C where there is a compiler's work at hand: the other takes a tenth of a second for our sentences.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Severity = Literal["error", "warning", "note"]
# How like a name must be to one that may have been meant.
_ALIKE = 0.7
# How long a name is in which a slip can be told from another name.
_LONG_ENOUGH = 4
_LESS: Mapping[str, Severity] = {"W": "warning", "N": "note"}


@dataclass(frozen=True)
class Position:
    """A position in a file: line and column counted from 1, as editors count."""

    line: int = 1
    column: int = 1


class Worded(ABC):
    """A part of a sentence that each language writes in its own way."""

    @abstractmethod
    def in_language(self, language: str) -> str:
        """The part in `sv`, `no` or `en`."""


@dataclass(frozen=True)
class Phrase(Worded):
    """A part of a sentence that has its own words in each language, such as »a whole number«."""

    code: Code
    values: Mapping[str, object] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """The phrase in `sv`, `no` or `en`."""
        text = messages()[self.code][language]
        if not isinstance(text, str):
            text = text[BY_CODE[language].plural_form(int(str(self.values["count"])))]
        return text.format_map(_in_language(self.values, language))


def nearest(name: str, there: Iterable[str], alike: float = _ALIKE) -> str | None:
    """The name most like this one of those that are there, if any is like it: of a country's, none of another's."""
    country = _country_of(name)
    able = (one for one in there if country is None or _country_of(one) in (None, country))
    return next(iter(get_close_matches(name, sorted(able), n=1, cutoff=alike)), None)


def is_slip(written: str, meant: str) -> bool:
    """Whether one slip of the hand parts two names: a letter too many, too few, another, or two that changed places.

    Short names are that like each other by chance, and figures are years and sections.
    """
    start = len(commonprefix((written, meant)))
    end = len(commonprefix((written[start:][::-1], meant[start:][::-1])))
    one, other = written[start : len(written) - end], meant[start : len(meant) - end]
    is_swapped = len(one) == 2 and one == other[::-1]
    is_near = is_swapped or max(len(one), len(other)) == 1
    return is_near and len(meant) >= _LONG_ENOUGH and not re.search(r"\d", one + other)


def _country_of(name: str) -> str | None:
    """The country whose law or place a name begins with, as »se-coffee« does."""
    first, hyphen, _ = name.partition("-")
    return first if hyphen and first.upper() in COUNTRIES else None


def did_you_mean(name: str, there: Iterable[str]) -> Phrase:
    """The nearest of the names that are there, as a question; nothing where none is near."""
    near = nearest(name, there)
    return Phrase("DID_YOU_MEAN", {"word": near}) if near else Phrase("NO_HINT")


def _in_language(values: Mapping[str, object], language: str) -> dict[str, object]:
    return {
        key: value.in_language(language) if isinstance(value, Worded) else value
        for key, value in values.items()
    }


class UserError(Exception):
    """What was asked for cannot be done; `phrase` says why, and `problems` what would be wrong."""

    def __init__(self, code: Code, problems: "Sequence[Problem]" = (), **values: object) -> None:
        super().__init__(code)
        self.phrase, self.problems = Phrase(code, values), problems


@dataclass(frozen=True)
class Problem:
    """One fault in one file: `code` names the sentence, `values` fill it in."""

    path: str
    position: Position
    code: Code
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """An error stops a build; a warning (W…) wants an eye before long, a note (N…) may be as it should."""
        return _LESS.get(self.code[0], "error")

    def message(self, language: str) -> str:
        """The sentence for an editor, in `sv`, `no` or `en`."""
        return Phrase(self.code, self.values).in_language(language)

    def line(self, language: str) -> str:
        """The problem on one line: `path:line:column CODE message`; a value that goes over lines is drawn together."""
        message = " ".join(self.message(language).rstrip().splitlines())
        return f"{self.path}:{self.position.line}:{self.position.column} {self.code} {message}"


@cache
def messages() -> dict[Code, dict[str, str | dict[str, str]]]:
    """All sentences by code and language; one that says a `count` has a sentence for each plural form."""
    text = Path(__file__).with_name("messages.yml").read_text(encoding="utf-8")
    loaded: dict[Code, dict[str, str | dict[str, str]]] = yaml.load(text, Loader=_LOADER)
    return loaded


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file and place, each said once; unfinished merges before all, for the rest may come of them."""
    unique = {
        (p.code != "S018", p.path, p.position.line, p.position.column, p.code, p.message("en")): p
        for p in problems
    }
    return [unique[key] for key in sorted(unique)]


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def render_text(problems: Iterable[Problem], language: str) -> str:
    """The problems for a person: a line each, and a count."""
    listed_problems = list(problems)
    return "\n".join(
        [*(problem.line(language) for problem in listed_problems), count_in_words(listed_problems, language)]
    )


def count_in_words(problems: Sequence[Problem], language: str) -> str:
    """How many problems there are, as a sentence; warnings and notes in one of their own."""
    count = Counter(problem.severity for problem in problems)
    sentences: Mapping[Severity, Code] = {"error": "COUNT", "warning": "WARNINGS", "note": "NOTES"}
    counts = (
        Phrase(code, {"count": count[severity]}) for severity, code in sentences.items() if count[severity]
    )
    counts_in_words = [phrase.in_language(language) for phrase in counts]
    return " ".join(counts_in_words) or Phrase("NONE").in_language(language)


def render_json(problems: Iterable[Problem], language: str) -> str:
    """The problems for a program: a list of objects with path, line, column, code, severity and message."""
    rows = [
        {
            "path": p.path,
            **asdict(p.position),
            "code": p.code,
            "severity": p.severity,
            "message": p.message(language),
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
