"""What a refresh found, for the person who decides: a table of old and new, and what was odd."""

from collections.abc import Sequence

from campaign.codes import Code
from campaign.problems import Phrase
from campaign.refresh import Outcome
from campaign.refresh.changes import Change
from campaign.settings import BY_CODE
from campaign.typography import format_quantity

_COLUMNS: tuple[Code, ...] = (
    "REFRESH_FACT",
    "REFRESH_WAS",
    "REFRESH_AS_OF",
    "REFRESH_IS",
    "REFRESH_AS_OF",
    "REFRESH_UNIT",
    "REFRESH_SAYS",
)


def render_outcome(outcome: Outcome, language: str) -> str:
    """The changes as a table, then a line for each odd answer, in `sv`, `no` or `en`."""
    heading = [Phrase(name).in_language(language) for name in _COLUMNS]
    table = (
        _table([heading, *(_row(change, language) for change in outcome.changes)]) if outcome.changes else []
    )
    odd = [
        Phrase("REFRESH_ODD", {"name": request.name, "reason": reason}).in_language(language)
        for request, reason in outcome.odd
    ]
    return "\n".join([*table, *odd])


def _row(change: Change, code: str) -> list[str]:
    old, language = change.request.fact, BY_CODE[code]
    was = [format_quantity(old.value, None, language), str(old.as_of)] if old.known else ["–", "–"]
    answer = change.answer
    return [
        change.request.name,
        *was,
        format_quantity(answer.value, None, language),
        change.as_of,
        answer.unit,
        answer.definition,
    ]


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines whose columns stand below each other; the last column may be long."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    widths[-1] = 0
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
