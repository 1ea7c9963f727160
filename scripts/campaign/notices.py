"""Notices for editors, the worst first: all of them, or as many as somebody reads at a glance."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from campaign.problems import Phrase

# What an editor reads at a glance: so many lines, and so many of one sort.
MOST_LINES, MOST_OF_A_SORT = 20, 4


@dataclass(frozen=True, order=True)
class Notice:
    """Something that wants an eye: how grave it is (0 the most), what goes before what is as grave, the file, the sentence.

    `owner` is the place whose people know: a municipality or a region; nothing where it concerns all.
    """

    rank: int
    order: str
    file: str
    message: str
    owner: str = ""


def render_status(notices: Sequence[Notice], language: str, *, whole: bool = False) -> str:
    """The notices for a person, a line each: all of them, or the first of each sort and how many there are beside."""
    if not notices:
        return Phrase("STATUS_NOTHING").in_language(language)
    shown = notices if whole else worst(notices)
    lines = [f"{notice.owner}: {notice.file}: {notice.message}".removeprefix(": ") for notice in shown]
    if left := len(notices) - len(shown):
        lines.append(Phrase("STATUS_MORE", {"count": left}).in_language(language))
    return "\n".join(lines)


def worst(notices: Sequence[Notice]) -> Sequence[Notice]:
    """All of them if they are few, or else the first of each sort."""
    if len(notices) <= MOST_LINES:
        return notices
    seen = Counter[int]()
    shown = []
    for notice in notices:
        seen[notice.rank] += 1
        shown += [notice] if seen[notice.rank] <= MOST_OF_A_SORT else []
    return shown[: MOST_LINES - 1]


def render_status_json(notices: Iterable[Notice]) -> str:
    """The notices for a program."""
    return json.dumps([asdict(notice) for notice in notices], ensure_ascii=False, indent=2)
