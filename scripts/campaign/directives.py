"""Directives: how an editor brings data into prose, with an HTML comment on a line of its own.

`<!-- campaign:seminar-list 3 -->`: the name is that of a small template in overrides/fragments/.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markdown_it.token import Token

_DIRECTIVE = re.compile(r"<!-- campaign:(?P<name>\S+)(?P<arguments>[^\n]*?) -->")
OPTIONAL_COUNT = "count"
# What a chapter may hold: Markdown, which the book can print too.
IN_BOOKS = ("rules", "duties-of")

# What each directive may be given: the kind of record it must name, an optional count, or nothing.
DIRECTIVES: dict[str, tuple[str, ...]] = {
    "accounts": ("projects",),
    "book-downloads": (),
    "chapter-list": (),
    "compare-table": (),
    "contact-directory": (),
    "data-downloads": (),
    "doors": (),
    "duties": (),
    "duties-of": ("chapters",),
    "feed-list": (),
    "finder": (),
    "guide-panel": (),
    "indicators": ("projects",),
    "interest-form": (),
    "job-banks": (),
    "journey-list": (),
    "light": (),
    "map": (),
    "municipality-list": (),
    "news-list": (),
    "newsletter-form": (),
    "network-list": (),
    "owner-contact": (),
    "page-feeds": (),
    "people": ("projects",),
    "programme-list": (),
    "project-list": (),
    "regions": (),
    "rule-changes": (),
    "rules": ("chapters",),
    "search": (),
    "self-check": (),
    "seminar-archive": (),
    "seminar-list": (OPTIONAL_COUNT,),
    "service-list": (),
    "source-list": (),
    "template-downloads": (),
    "template-list": (),
    "then-and-now": (),
    "timeline": (),
    "visit-list": (),
}


@dataclass(frozen=True)
class Directive:
    """A directive in a text: its name, what it was given, and its line (from 0)."""

    name: str
    arguments: tuple[str, ...]
    line: int


def directive_in(token: Token) -> Directive | None:
    """The directive that a token is: an HTML block of one line outside lists, quotes and code."""
    found = _DIRECTIVE.fullmatch(token.content.rstrip("\n")) if token.type == "html_block" else None
    if found is None or token.level or not token.map:
        return None
    return Directive(found["name"], tuple(found["arguments"].split()), token.map[0])


def directives(tokens: Iterable[Token]) -> list[Directive]:
    """All directives of a text in order."""
    return [directive for token in tokens if (directive := directive_in(token))]
