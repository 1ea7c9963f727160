"""What a statistical service answers, and what is wrong with an answer that nobody should take unseen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from campaign.codes import Code
from campaign.problems import Phrase

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Answer:
    """A number with its unit in the service's own word, its period in EDTF, and what the service says it counts.

    `names` tells what the service calls the codes that were asked for, where it says so.
    """

    value: float
    unit: str
    period: str
    definition: str
    names: Mapping[str, str] = field(default_factory=dict)


class UnexpectedAnswer(Exception):
    """An answer that cannot be taken, with the reason in the editor's language."""

    def __init__(self, code: Code, **values: object) -> None:
        super().__init__(code, values)
        self.reason = Phrase(code, values)


class Client(Protocol):
    """Whoever asks over the network: it waits, tries again, and raises `UnexpectedAnswer` when there is nothing to read."""

    def json(self, path: str, parameters: Mapping[str, str], headers: Mapping[str, str]) -> object:
        """The answer to a question below the service's address."""

    def text(self, path: str) -> str:
        """The same, not decoded."""


_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})M(\d\d)")
_QUARTER = re.compile(r"(\d{4})[KQ]([1-4])")
_YEARS = re.compile(r"(\d{4})[-/](\d{4})")


def period_in_edtf(code: str) -> str:
    """2026, 2026M04, 2026K1 and 2024-2025, as statistical services write periods → 2026, 2026-04, 2026-01/2026-03, 2024/2025."""
    if _YEAR.fullmatch(code):
        return code
    if found := _MONTH.fullmatch(code):
        return f"{found[1]}-{found[2]}"
    if found := _QUARTER.fullmatch(code):
        last = int(found[2]) * 3
        return f"{found[1]}-{last - 2:02}/{found[1]}-{last:02}"
    if found := _YEARS.fullmatch(code):
        return f"{found[1]}/{found[2]}"
    raise UnexpectedAnswer("ODD_PERIOD", value=code)


def at(value: object, *keys: str | int) -> object:
    """What stands below `keys` in a decoded answer; an answer that lacks it is half an answer."""
    for key in keys:
        parts = dict(enumerate(value)) if isinstance(value, list) else value
        if not isinstance(parts, dict) or key not in parts:
            raise UnexpectedAnswer("ODD_HALF", value=key)
        value = parts[key]
    return value


def text_at(value: object, *keys: str | int) -> str:
    """The text that stands there, or a number as text."""
    return str(at(value, *keys))


def list_at(value: object, *keys: str | int) -> list[object]:
    """The list that stands there."""
    return _of_type(list, at(value, *keys), keys)


def group_at(value: object, *keys: str | int) -> dict[str, object]:
    """The group of named values that stands there."""
    return _of_type(dict, at(value, *keys), keys)


def _of_type(wanted: type[Kind], found: object, keys: tuple[str | int, ...]) -> Kind:
    if not isinstance(found, wanted):
        raise UnexpectedAnswer("ODD_HALF", value=keys[-1])
    return found


def number_in(value: object) -> float:
    """A number of an answer, whole where it is whole; one that is not there is told."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise UnexpectedAnswer("ODD_EMPTY")
    return int(value) if float(value).is_integer() else value
