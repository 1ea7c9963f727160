"""A rule against the numbers by which states know people: nobody may publish one."""

import re
from collections.abc import Iterator, Sequence

from campaign.characters import place_at
from campaign.content import Content
from campaign.pages import Pages
from campaign.problems import Problem

_BEFORE, _AFTER = r"(?<![\w/=.+-])", r"(?![\w-])"
# As the tax agency of Sweden writes it, but for ten figures that begin with 0: they call somebody.
_SWEDISH = re.compile(
    rf"{_BEFORE}(?:(?:19|20)?(\d{{6}})[-+–]|(?:19|20)(\d{{6}})|([1-9]\d{{5}}))(\d{{4}}){_AFTER}"
)
_NORWEGIAN = re.compile(rf"{_BEFORE}(\d{{6}})[ \u00a0]?(\d{{5}}){_AFTER}")
# What all of them begin with: to look for this takes a tenth of the time.
_ROW = re.compile(r"\d{6,}")
# What each figure counts; a number is right if the sum can be divided by eleven.
_WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))


def check_personal_numbers(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No text, value or comment has a number of a person."""
    for document in content.written():
        text = document.raw.decode()
        for found in _numbers_in(text):
            values = {"value": f"{found[0][:6]}…"}  # what checks say is read by many
            yield Problem(document.path, place_at(text, found.start()), "P264", values)


def _numbers_in(text: str) -> Iterator[re.Match[str]]:
    for row in _ROW.finditer(text):
        for pattern, is_right in ((_SWEDISH, _is_swedish), (_NORWEGIAN, _is_norwegian)):
            found = pattern.match(text, row.start())
            if found and is_right([int(figure) for figure in "".join(filter(None, found.groups()))]):
                yield found


def _is_swedish(figures: Sequence[int]) -> bool:
    """Whether YYMMDD and four figures are a number of a person, or of one whom only the tax agency knows: day + 60."""
    month, day = _pair(figures, 2), _pair(figures, 4)
    doubled = (sum(divmod(figure * (2 - n % 2), 10)) for n, figure in enumerate(figures))
    return _is_day(month, day, 60) and sum(doubled) % 10 == 0


def _is_norwegian(figures: Sequence[int]) -> bool:
    """Whether DDMMYY and five figures are a number of a person, or of one who is there for a time: day + 40."""
    sums = (sum(a * b for a, b in zip(figures, weights, strict=True)) for weights in _WEIGHTS)
    return _is_day(_pair(figures, 2), _pair(figures, 0), 40) and not any(total % 11 for total in sums)


def _pair(figures: Sequence[int], start: int) -> int:
    return figures[start] * 10 + figures[start + 1]


def _is_day(month: int, day: int, more: int) -> bool:
    return 1 <= month <= 12 and 1 <= (day - more if day > more else day) <= 31


OF_VALUES = (check_personal_numbers,)
ALL = OF_VALUES
