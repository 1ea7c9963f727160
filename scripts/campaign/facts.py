"""The fact that a text names: `fact:population` on the page of its place, `fact:exempelby/population` anywhere."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from markdown_it.token import Token

from campaign.content import Content
from campaign.models.places import Fact, Place
from campaign.pages import record_of
from campaign.settings import Language
from campaign.typography import format_quantity

_LINK = re.compile(r"\[([^\]]*)\]\(fact:([a-z0-9/-]+)\)")
# For how many years a figure passes for today's where site.yml says nothing.
YEARS_CURRENT = 3


def _kinds(content: Content) -> dict[str, Mapping[str, Place]]:
    """The kinds whose records have facts."""
    return {"municipalities": content.municipalities, "regions": content.regions}


def places(content: Content) -> Iterator[tuple[str, str, Place]]:
    """Every record that has facts, with its kind and slug."""
    for kind, records in _kinds(content).items():
        for slug, place in sorted(records.items()):
            yield kind, slug, place


def place_at(content: Content, path: str) -> tuple[str, Place | None] | None:
    """The slug and the record of the place that a path belongs to, if it belongs to one; a broken one has no record."""
    kind, slug = record_of(content, path) or (None, "")
    records = _kinds(content).get(kind.name) if kind else None
    return None if records is None else (slug, records.get(slug))


def by_source(facts: Sequence[Fact]) -> list[Fact]:
    """The same facts, those of one source together, where the first of them stood."""
    groups: dict[str | None, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.source, []).append(fact)
    return [fact for group in groups.values() for fact in group]


def fact_named(content: Content, path: str, name: str) -> Fact | None:
    """The fact that a text at `path` calls `name`, or None where no place tells it."""
    own, fact = full_name(content, path, name)
    facts = (fact for records in _kinds(content).values() if own in records for fact in records[own].facts)
    return next((found for found in facts if found.fact == fact), None)


def full_name(content: Content, path: str, name: str) -> tuple[str, str]:
    """Place and fact of what a text at `path` calls `name`; the place is empty where the text has none of its own."""
    place, slash, fact = name.rpartition("/")
    own = place_at(content, path)
    return own[0] if own and not slash else place, fact


def words_of(fact: Fact, written: str, language: Language) -> str:
    """A known fact as a text says it; »fell by 115« has no minus sign, so it gets none where none was written."""
    words = format_quantity(fact.value, fact.between, language)
    return words if written.startswith(("−", "-")) else words.removeprefix("−")


def is_old(limits: Mapping[str, int], kind: str, years: str, is_ahead: Callable[[str], bool]) -> bool:
    """Whether a figure of a kind must say its year: `years` ends with the one that it held, `is_ahead` tells of an ISO date.

    `limits` says for how many years a kind passes for today's, and `any` for how many every other does.
    """
    limit = limits.get(kind, limits.get("any", YEARS_CURRENT))
    last = re.findall(r"(?<!\d)\d{4}(?!\d)", years)[-1:]
    return bool(last) and not is_ahead(f"{int(last[0]) + limit}-01-01")


def figures_in(content: Content, path: str, language: Language, line: Sequence[Token]) -> list[Token]:
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
            token = token.copy(content=words_of(linked, token.content, language))
        shown.append(token)
    return shown


def with_facts(
    content: Content, path: str, language: Language, text: str, wanted: Collection[tuple[str, str]]
) -> str:
    """The Markdown of a text at `path`, the figures linked to the `wanted` facts (place and name) as the records have them."""

    def render_link(link: re.Match[str]) -> str:
        fact = fact_named(content, path, link[2])
        if full_name(content, path, link[2]) not in wanted or not fact or not fact.known:
            return link[0]
        return f"[{words_of(fact, link[1], language)}](fact:{link[2]})"

    return _LINK.sub(render_link, text)
