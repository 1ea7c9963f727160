"""Directives: how an editor brings data into prose, with an HTML comment on a line of its own.

`<!-- campaign:seminar-list 3 -->`: the name is that of a small template in overrides/fragments/, which finds what follows
the name in `arguments`. Several words that belong together stand in quotes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markdown_it.token import Token

from campaign.models import Kind, Kinds
from campaign.models.kinds import Record
from campaign.models.values import SLUG
from campaign.problems import Phrase

_DIRECTIVE = re.compile(r"<!-- campaign:(?P<name>\S+)(?P<arguments>[^\n]*?) -->")
# A word, or several in quotes.
_ARGUMENT = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True)
class Argument:
    """What a directive is given: how a problem says it, which texts it may be, and of which kind it is the name, if of any."""

    wanted: Phrase
    pattern: str
    kind: str | None = None

    def takes(self, given: str) -> bool:
        """Whether a text has the right form."""
        return re.fullmatch(self.pattern, given) is not None


NOTHING = Argument(Phrase("WANTS_NOTHING"), "")
A_COUNT = Argument(Phrase("WANTS_COUNT"), r"([1-9]\d?)?")
# What each language says in its own way.
WORDS = Argument(Phrase("WANTS_WORDS"), r".*\S.*")


def a_record(kind: Kind[Record]) -> Argument:
    """The name of a record."""
    return Argument(Phrase("WANTS_RECORD", {"kind": kind.name}), SLUG, kind.name)


# What a chapter may hold: Markdown, which the book can print too.
IN_BOOKS = ("rules", "duties-of")

# What each directive is given. All take one thing at most.
DIRECTIVES: dict[str, Argument] = {
    "accessibility": NOTHING,
    "accounts": a_record(Kinds.projects),
    "book-downloads": NOTHING,
    "border-list": NOTHING,
    "border-questions": NOTHING,
    "chapter-list": NOTHING,
    "compare-table": NOTHING,
    "contact-directory": NOTHING,
    "cost": NOTHING,
    "cost-examples": NOTHING,
    "data-downloads": NOTHING,
    "deadlines": NOTHING,
    "doors": NOTHING,
    "duties": NOTHING,
    "duties-of": a_record(Kinds.chapters),
    "feed-list": NOTHING,
    "film": a_record(Kinds.films),
    "finder": NOTHING,
    "guide-panel": NOTHING,
    "indicators": a_record(Kinds.projects),
    "interest-form": NOTHING,
    "job-banks": NOTHING,
    "journey-list": NOTHING,
    "letters": a_record(Kinds.letters),
    "light": NOTHING,
    "map": NOTHING,
    "municipality-list": NOTHING,
    "my-duties": NOTHING,
    "news-list": NOTHING,
    "newsletter-form": NOTHING,
    "network-list": NOTHING,
    "offline": NOTHING,
    "owner-contact": NOTHING,
    "page-feeds": NOTHING,
    "people": a_record(Kinds.projects),
    "programme-list": NOTHING,
    "project-list": NOTHING,
    "question-list": NOTHING,
    "rates": NOTHING,
    "regions": NOTHING,
    "rule-changes": NOTHING,
    "rules": a_record(Kinds.chapters),
    "search": NOTHING,
    "self-check": NOTHING,
    "seminar-archive": NOTHING,
    "seminar-list": A_COUNT,
    "service-list": NOTHING,
    "source-list": NOTHING,
    "template-downloads": NOTHING,
    "template-list": NOTHING,
    "then-and-now": NOTHING,
    "timeline": NOTHING,
    "visit-list": NOTHING,
}


@dataclass(frozen=True)
class Directive:
    """A directive in a text: its name, what it was given, and its line (from 0)."""

    name: str
    arguments: tuple[str, ...]
    line: int

    @property
    def in_any_language(self) -> tuple[str, tuple[str, ...]]:
        """Its name, and what it is given but for words, which each language has its own of."""
        return self.name, () if DIRECTIVES.get(self.name) == WORDS else self.arguments


def directive_in(token: Token) -> Directive | None:
    """The directive that a token is: an HTML block of one line outside lists, quotes and code."""
    found = _DIRECTIVE.fullmatch(token.content.rstrip("\n")) if token.type == "html_block" else None
    if found is None or token.level or not token.map:
        return None
    given = tuple(several or word for several, word in _ARGUMENT.findall(found["arguments"]))
    return Directive(found["name"], given, token.map[0])


def directives(tokens: Iterable[Token]) -> list[Directive]:
    """All directives of a text in order."""
    return [directive for token in tokens if (directive := directive_in(token))]


def names_in(text: str) -> set[str]:
    """The names of all in a text that looks like a directive; which of them are, only its tokens tell."""
    return {found["name"] for found in _DIRECTIVE.finditer(text)}
