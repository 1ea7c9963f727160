"""The HTML of a text, taken apart at its headings, for layouts that place its sections themselves."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

_START, _END = re.compile(r'^<h2 id="([^"]*)"', re.MULTILINE), "</h2>"


@dataclass(frozen=True)
class Section:
    """A heading of the second level with what stands below it; what stands above the first has neither id nor heading."""

    id: str
    heading: Markup
    body: Markup


def sections_of(prose: str, ids: Sequence[str]) -> dict[str, Section]:
    """The sections of a rendered text by the ids of its headings, in order; `""` is what stands before the first."""
    starts = [found.start() for found in _START.finditer(prose) if found[1] in ids]
    lead, *rest = (str(prose[start:end]) for start, end in pairwise([0, *starts, len(prose)]))
    found = {"": Section("", Markup(), Markup(lead))}
    for one, text in zip(ids, rest, strict=True):
        heading, _, body = text.partition(_END)
        found[one] = Section(one, Markup(heading + _END), Markup(body))
    return found
