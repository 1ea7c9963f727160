"""Rules for the languages: each page is in every full language, and its translations are built alike."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest

from campaign.checks.prose import iter_blocks
from campaign.checks.slips import texts_in
from campaign.content import Content
from campaign.directives import directives
from campaign.markdown import clauses, headings
from campaign.models import KINDS
from campaign.numbers import figures_in_text, listed, numbers_in, value_of
from campaign.pages import HOME, Pages, record_of
from campaign.problems import Position, Problem
from campaign.sources import Document
from campaign.texts import PageSource

# What a text says before a link to its source, and where.
Clause = tuple[str, Position]


def check_translations(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A page of a full language exists in every other, or says in its front matter that it does not."""
    for language in content.full_languages:
        others = [other.code for other in content.full_languages if other != language]
        for path, prose in content.prose[language.code].items():
            only = prose.meta.only
            lacking = [code for code in others if path not in content.names[code]]
            for code in lacking if only != language.code else ():
                values = {"other": f"content/{code}/{path}", "code": language.code}
                yield Problem(prose.file, Position(), "L301", values)
            if only and (len(lacking) < len(others) or only != language.code):
                position = prose.document.position_of(("only",))
                yield Problem(prose.file, position, "L302", {"code": only})


def check_partial_languages(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A partial language has no page of a kind whose layout cannot tell a record in it."""
    for language in content.languages:
        for path, prose in content.prose[language.code].items() if language.is_partial else ():
            belongs = record_of(content, path)
            if belongs and not belongs[0].has_pages_in(language):
                values = {"kind": belongs[0].name, "files": _files(content, path)}
                yield Problem(prose.file, Position(), "L306", values)


def check_required_pages(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Every page leads to the start page and, in a full language, to the sources."""
    for language in content.languages:
        names = content.names[language.code]
        required = (HOME,) if language.is_partial else (HOME, content.structure.pages.sources)
        for path in required if names or not language.is_partial else ():
            if path not in names:
                yield Problem(f"content/{language.code}/{path}", Position(), "S015", {})


def check_prose_of_records(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A record whose page is nothing without prose has prose."""
    for kind in KINDS.values():
        for slug in content.records[kind.name] if kind.prose_required else ():
            path = f"{kind.pages}/{slug}.md"
            if not any(path in content.names[language.code] for language in content.full_languages):
                file = content.documents[kind.name][slug].path
                yield Problem(file, Position(), "L303", {"files": _files(content, path)})


def check_structure(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Translations into full languages have the same headings in the same order and the same directives."""
    full = [content.prose[language.code] for language in content.full_languages]
    for _, prose in content.texts():
        first, *others = [texts[prose.path] for texts in full if prose.path in texts] or [prose]
        for other in others if prose is first else [first] if prose in others else []:
            yield from _compare(prose, other)


def _compare(one: PageSource, other: PageSource) -> Iterator[Problem]:
    ours, theirs = headings(one.tokens), headings(other.tokens)
    if n := _first_difference([heading.level for heading in ours], [heading.level for heading in theirs]):
        told = (ours[n - 1 :] or theirs[n - 1 :])[0]
        line = ours[n - 1].line if n <= len(ours) else 1
        values = {"other": other.file, "own": len(ours), "theirs": len(theirs), "text": told.text}
        yield Problem(one.file, Position(one.line + line - 1), "L304", values)
    mine, others = _directives(one), _directives(other)
    if n := _first_difference(mine, others):
        name, arguments = (mine[n - 1 :] or others[n - 1 :])[0]
        values = {"other": other.file, "value": " ".join([name, *arguments])}
        yield Problem(one.file, Position(one.line), "L305", values)


def _first_difference(ours: Sequence[object], theirs: Sequence[object]) -> int | None:
    """Where two rows first differ, from 1."""
    both = enumerate(zip_longest(ours, theirs), 1)
    return next((n for n, (mine, other) in both if mine != other), None)


def check_figures(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A source says the same in every full language.

    Translations are written for their own readers, so one may leave out a figure. But where each takes a figure from a
    source that the other does not, the two most likely contradict each other.
    """
    full = {language.code: content.prose[language.code] for language in content.full_languages}
    for code, prose in content.texts():
        others = [(other, texts[prose.path]) for other, texts in full.items() if prose.path in texts]
        for other, translation in others if code in full else ():
            if other != code:
                yield from _contradictions(prose, code, translation, other)


def check_records(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What a record says in two languages has the same numbers, or one of them has more; rules are compared more strictly."""
    for kind, documents in content.documents.items():
        for document in documents.values() if kind not in ("acts", "rules") else ():
            yield from _contradictions_in(document)


@cache  # nobody changes a document once it is read
def _contradictions_in(document: Document) -> tuple[Problem, ...]:
    found = []
    texts = {location: text for location, text in texts_in(document.value) if location}
    for location, text in texts.items():
        other = texts.get((*location[:-1], "no")) if location[-1] == "sv" else None
        here, there = (numbers_in(text, "sv"), numbers_in(other, "no")) if other else (set(), set())
        if here - there and there - here:
            values = {"value": listed(here - there), "theirs": listed(there - here)}
            found.append(Problem(document.path, document.position_of(location), "D157", values))
    return tuple(found)


def _contradictions(one: PageSource, code: str, other: PageSource, other_code: str) -> Iterator[Problem]:
    ours, theirs = _clauses(one), _clauses(other)
    for source in ours.keys() & theirs.keys():
        here = _figures(ours[source]) - _numbers(theirs[source], other_code)
        there = _figures(theirs[source]) - _numbers(ours[source], code)
        if here and there:
            values = {"source": source, "value": listed(here), "other": other.file, "theirs": listed(there)}
            position = next(where for text, where in ours[source] if _figures([(text, where)]) & here)
            yield Problem(one.file, position, "L308", values)


def _clauses(prose: PageSource) -> dict[str, list[Clause]]:
    """Source → what is said before each link to it, and where."""
    found: dict[str, list[Clause]] = {}
    for token, _ in iter_blocks(prose.tokens):
        for source, text in clauses(token):
            found.setdefault(source, []).append((text, prose.position_of(token)))
    return found


def _figures(told: Iterable[Clause]) -> set[float]:
    """The figures, without 1: words say it too, and mean nothing by it."""
    return {value_of(figure) for text, _ in told for figure in figures_in_text(text)} - {1.0}


def _numbers(told: Iterable[Clause], code: str) -> set[float]:
    return set[float]().union(*(numbers_in(text, code) for text, _ in told))


def _directives(prose: PageSource) -> list[tuple[str, tuple[str, ...]]]:
    return [directive.in_any_language for directive in directives(prose.tokens)]


def _files(content: Content, path: str) -> str:
    return ", ".join(f"content/{language.code}/{path}" for language in content.full_languages)


ALL = (
    check_translations,
    check_partial_languages,
    check_required_pages,
    check_prose_of_records,
    check_structure,
    check_figures,
    check_records,
)
