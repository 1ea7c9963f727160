"""Rules for the languages: each page is in every full language, and its translations are built alike."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from campaign.content import Content
from campaign.directives import directives
from campaign.markdown import headings, written_ids
from campaign.models import KINDS
from campaign.pages import HOME, Pages, record_of
from campaign.problems import Position, Problem, did_you_mean
from campaign.texts import PageSource


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
            yield from _named_otherwise(content, prose, other)


def _compare(one: PageSource, other: PageSource) -> Iterator[Problem]:
    ours, theirs = headings(one.tokens), headings(other.tokens)
    if n := _first_difference([heading.level for heading in ours], [heading.level for heading in theirs]):
        told = (ours[n - 1 :] or theirs[n - 1 :])[0]
        line = ours[n - 1].line if n <= len(ours) else 1
        # As many, and yet not alike: then the levels differ, and their marks say it.
        counts: tuple[object, object] = (len(ours), len(theirs))
        if len(ours) == len(theirs):
            counts = ("#" * ours[n - 1].level, "#" * theirs[n - 1].level)
        values = {"other": other.file, "own": counts[0], "theirs": counts[1], "text": told.text}
        yield Problem(one.file, Position(one.line + line - 1), "L304", values)
    mine, others = _directives(one), _directives(other)
    if n := _first_difference(mine, others):
        name, arguments = (mine[n - 1 :] or others[n - 1 :])[0]
        values = {"other": other.file, "value": " ".join([name, *arguments])}
        yield Problem(one.file, Position(one.line), "L305", values)


def _named_otherwise(content: Content, one: PageSource, other: PageSource) -> Iterator[Problem]:
    """The names of headings that a translation lacks, where the headings are alike; those that the kind demands are D113."""
    ours, theirs = written_ids(one.tokens), written_ids(other.tokens)
    belongs = record_of(content, one.path)
    demanded = set(belongs[0].sections if belongs else ())
    levels = [[heading.level for heading in headings(text.tokens)] for text in (one, other)]
    if levels[0] == levels[1] and demanded.isdisjoint(ours.keys() ^ theirs.keys()):
        for name in ours.keys() - theirs.keys():
            hint = did_you_mean(name, theirs)
            values = {"value": f"{{#{name}}}", "other": other.file, "hint": hint}
            yield Problem(one.file, Position(one.line + ours[name] - 1), "P260", values)


def _first_difference(ours: Sequence[object], theirs: Sequence[object]) -> int | None:
    """Where two rows first differ, from 1."""
    both = enumerate(zip_longest(ours, theirs), 1)
    return next((n for n, (mine, other) in both if mine != other), None)


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
)
