"""The fact that a text names: `fact:population` on the page of its place, `fact:falun/population` anywhere."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from campaign.content import Content
from campaign.models.places import Fact
from campaign.pages import record_of
from campaign.typography import quantity

_LINK = re.compile(r"\[([^\]]*)\]\(fact:([a-z0-9/-]+)\)")
# The kinds whose records have facts.
PLACES = ("municipalities", "regions")
# For how many years a figure passes for today's where site.yml says nothing.
YEARS_CURRENT = 3


def places(content: Content) -> Iterator[tuple[str, str, Any]]:
    """Every record that has facts, with its kind and slug."""
    for kind in PLACES:
        for slug, place in sorted(content.records[kind].items()):
            yield kind, slug, place


def fact_named(content: Content, path: str, name: str) -> Fact | None:
    """The fact that a text at `path` calls `name`, or None where no place tells it."""
    own, fact = full_name(content, path, name)
    facts = (fact for _, slug, place in places(content) if slug == own for fact in place.facts)
    return next((found for found in facts if found.fact == fact), None)


def full_name(content: Content, path: str, name: str) -> tuple[str, str]:
    """Place and fact of what a text at `path` calls `name`; the place is empty where the text has none of its own."""
    place, slash, fact = name.rpartition("/")
    belongs = record_of(content, path)
    if not slash and belongs and belongs[0].name in PLACES:
        place = belongs[1]
    return place, fact


def words_of(fact: Fact, written: str) -> str:
    """A known fact as a text says it; »fell by 115« has no minus sign, so it gets none where none was written."""
    words = quantity(fact.value, fact.between)
    return words if written.startswith(("−", "-")) else words.removeprefix("−")


def is_old(limits: Mapping[str, int], kind: str, years: str, today: str) -> bool:
    """Whether a figure of a kind must say its year. `years` ends with the year that it held, `today` is an ISO date.

    `limits` says for how many years a kind passes for today's, and `any` for how many every other does.
    """
    limit = limits.get(kind, limits.get("any", YEARS_CURRENT))
    last = re.findall(r"(?<!\d)\d{4}(?!\d)", years)[-1:]
    return bool(last) and int(today[:4]) - int(last[0]) >= limit


def figures_in(content: Content, path: str, line: Sequence[Token]) -> list[Token]:
    """A line of a text at `path`, each figure that is linked to its fact as the record has it."""
    shown: list[Token] = []
    linked: Fact | None = None
    for token in line:
        if token.type == "link_open":
            scheme, _, name = str(token.attrs["href"]).partition(":")
            linked = fact_named(content, path, name) if scheme == "fact" else None
        elif token.type == "link_close":
            linked = None
        elif linked and linked.known:
            token = token.copy(content=words_of(linked, token.content))
        shown.append(token)
    return shown


def with_facts(content: Content, path: str, text: str, wanted: Collection[tuple[str, str]]) -> str:
    """The Markdown of a text at `path`, the figures linked to the `wanted` facts (place and name) as the records have them."""

    def told(link: re.Match[str]) -> str:
        fact = fact_named(content, path, link[2])
        if full_name(content, path, link[2]) not in wanted or not fact or not fact.known:
            return link[0]
        return f"[{words_of(fact, link[1])}](fact:{link[2]})"

    return _LINK.sub(told, text)
