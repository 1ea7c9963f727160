"""A Markdown file as it was read: its front matter, and its text parsed once."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from markdown_it.token import Token

from campaign.documents import Document
from campaign.markdown import link_words, parse
from campaign.models import PageMeta
from campaign.problems import Position
from campaign.reads import Once

# A parsed text takes twenty times the memory of what was written. So many fit, and those of our site are parsed once; of a
# site of ten thousand pages the checks and the page parse each for themselves.
_KEPT = 1024


@lru_cache(_KEPT)
def _parsed(text: str) -> list[Token]:
    return parse(text)


@dataclass(frozen=True, eq=False)
class PageSource:
    """A Markdown file: its front matter and its text, which starts on line `line` of the file."""

    path: str
    file: str
    meta: PageMeta
    line: int
    document: Document = field(repr=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageSource) and self._written == other._written

    def __hash__(self) -> int:
        return hash(self._written)

    @property
    def _written(self) -> tuple[str, bytes]:
        """The file and its bytes, of which all the rest is made."""
        return self.file, self.document.raw

    @property
    def body(self) -> str:
        """The text as it is written."""
        return self.document.body

    @property
    def tokens(self) -> list[Token]:
        """The parsed text; nobody changes it."""
        return _parsed(self.body)

    @cached_property
    def hrefs(self) -> Once[list[str]]:
        """Where the links of the text lead, as they are written. Who knows it from before spares the parsing."""
        return Once(lambda: [href for token in self.tokens for href, _ in link_words(token)])

    def position_of(self, token: Token, words: str = "") -> Position:
        """Where a block of the text stands in the file, or the line of it on which some words begin as they are written."""
        above = _lines_before(words, token.content) if words and token.type == "inline" else 0
        return Position(self.line + (token.map[0] if token.map else 0) + above)


def _lines_before(words: str, text: str) -> int:
    """How many lines stand before some words, of which the first is no part of a longer one; none if they are not there."""
    start = text.find(words)
    while start > 0 and words[0].isalnum() and text[start - 1].isalnum():
        start = text.find(words, start + 1)
    return text.count("\n", 0, max(start, 0))
