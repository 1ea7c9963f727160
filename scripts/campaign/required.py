"""What the law demands in a paper: the points of a paragraph's list, and the rows of a template that answer them.

A row says which point it answers by a mark, written as a link: `[Krav: LAS 6 c § 2 st. p. 7 b](required:7b)`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from markdown_it.token import Token

from campaign.content import Content
from campaign.markdown import REQUIRED
from campaign.models.law import RequiredList
from campaign.pages import record_of
from campaign.texts import PageSource

_ITEM = re.compile(r"(?:(\d+)\.|([a-z])\)|[-–]) ")


@dataclass(frozen=True)
class Mark:
    """A point that a text names: as the link leads to it, and in the words that a reader sees."""

    point: str
    words: str

    @property
    def agrees(self) -> bool:
        """Whether the words end with the number or letter of the point."""
        return re.sub(r"(?<=\d)\s(?=[a-z]$)", "", self.words).split()[-1:] == [self.point]


@dataclass(frozen=True)
class Row:
    """A row of a table, or a block of text outside of tables: its marks, and whether there is something to fill in."""

    token: Token
    marks: tuple[Mark, ...]
    has_field: bool


def required_list(content: Content, prose: PageSource, code: str) -> RequiredList | None:
    """The paragraph of law that says what must stand in a text, if its template names one."""
    belongs = record_of(content, prose.path)
    if belongs is None or belongs[0].name != "templates":
        return None
    template = content.templates.get(belongs[1])
    return template.required.get(code) if template else None


def points(content: Content, listed: RequiredList) -> Mapping[str, str]:
    """The points of the list as the law counts them (`7`, `7b`, `q`), with its own words; empty if nobody read it."""
    act = content.acts.get(listed.act)
    section = act.sections.get(listed.section) if act else None
    return _points(section.text, listed.paragraph) if section else {}


def _points(text: Sequence[str], paragraph: int) -> dict[str, str]:
    """Copies of Norwegian acts drop the letters of a list, so a dash is the next letter."""
    found: dict[str, str] = {}
    at, number = 0, ""
    for line in text:
        item = _ITEM.match(line)
        if item is None:
            at += 1
        elif at == paragraph:
            number = item[1] or number
            letter = "" if item[1] else item[2] or ascii_lowercase[len(found)]
            found[number + letter] = line[item.end() :]
    return found


def rows(tokens: Sequence[Token]) -> Iterator[Row]:
    """The rows of the tables and the other blocks that hold words, in the order of the text."""
    row: list[Token] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = [token]
        elif token.type == "tr_close" and row:
            yield _row(row)
            row = None
        elif token.type == "inline" and row:
            row.append(token)
        elif token.type == "inline":
            yield _row([token])


def _row(tokens: Sequence[Token]) -> Row:
    links = [link for token in tokens for link in _links(token)]
    marks = tuple(
        Mark(href.removeprefix(REQUIRED), words) for href, words in links if href.startswith(REQUIRED)
    )
    return Row(tokens[0], marks, any(href.startswith("field:") for href, _ in links))


def _links(token: Token) -> Iterator[tuple[str, str]]:
    href, words = "", ""
    for child in token.children or ():
        if child.type == "link_open":
            href, words = str(child.attrs["href"]), ""
        elif child.type == "link_close":
            yield href, words
        else:
            words += child.content
