"""Rules against what is written and never seen, or seen as something else."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from campaign.content import Content
from campaign.pages import Pages
from campaign.problems import Phrase, Position, Problem
from campaign.texts import PageSource

# A note, or where a link leads, written below the text that names it.
_DEFINITION = re.compile(r" {0,3}(\[[^\[\]]+\]):")
_LABEL = re.compile(r"\[[^\[\]]+\]")
# What stands before a line of a block that lies within another.
_AROUND = re.compile(r"[\s>]*")


def check_definitions(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What is written below a text is named in it."""
    for _, prose in content.texts():
        lines = prose.body.split("\n")
        if any(map(_DEFINITION.match, lines)):
            yield from _check_definitions(prose, lines)


def _check_definitions(prose: PageSource, lines: Sequence[str]) -> Iterator[Problem]:
    """A definition is in no token: where one is named, that is why something else is in one."""
    seen = {n for token in prose.tokens if token.map for n in range(*token.map)}
    named = {_plain(one) for one in _LABEL.findall("\n".join(lines[n] for n in sorted(seen)))}
    for n, line in enumerate(lines):
        found = _DEFINITION.match(line) if n not in seen else None
        if found and (found[1].startswith("[^") or _plain(found[1]) not in named):
            values = {"value": line.strip()[:60], "label": found[1]}
            yield Problem(prose.file, Position(prose.line + n), "P261", values)
        elif found:
            named.remove(_plain(found[1]))  # of two with one name the second is never seen


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()


def check_rows(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A row of a table has a cell for each column: what is left over is cut off."""
    for _, prose in content.texts():
        wanted, lines = 0, list[str]()
        for token in prose.tokens:
            if token.type == "thead_open":
                wanted, lines = 0, lines or prose.body.split("\n")
            elif token.type == "th_open":
                wanted += 1
            elif token.type == "tr_open" and wanted and token.map:
                count = _count_cells(lines[token.map[0]])
                if count != wanted:
                    values = {"cells": count, "wanted": wanted}
                    yield Problem(prose.file, prose.position_of(token), "P262", values)


def _count_cells(line: str) -> int:
    """How many cells a row has as it is written; a line at either end parts it from nothing."""
    cells = escapedSplit(_AROUND.sub("", line, count=1).rstrip())
    return len(cells) - (cells[0] == "") - (cells[-1] == "" and len(cells) > 1)


def check_code(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Only what stands between two marks is code."""
    for _, prose in content.texts():
        for token in prose.tokens:
            if token.type == "code_block":
                values = {"value": token.content.split("\n")[0].strip()[:60], "hint": Phrase("USE_MARGIN")}
                yield Problem(prose.file, prose.position_of(token), "P263", values)
            elif token.type == "fence" and not _is_closed(prose, token):
                values = {"value": token.markup, "hint": Phrase("CLOSE_CODE")}
                yield Problem(prose.file, prose.position_of(token), "P263", values)


def _is_closed(prose: PageSource, fence: Token) -> bool:
    start, end = fence.map or (0, 0)
    last = _AROUND.sub("", prose.body.split("\n")[end - 1], count=1).rstrip()
    return end - start > 1 and last.startswith(fence.markup) and not last.strip(fence.markup[0])


ALL = (check_definitions, check_rows, check_code)
