"""Rules for the languages: each page is in every full language, and its translations are built alike."""

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from campaign.codes import Code
from campaign.content import Content
from campaign.directives import DIRECTIVES, directives
from campaign.markdown import NO_HEADING, headings, written_ids
from campaign.models import KINDS
from campaign.pages import HOME, Pages, record_of
from campaign.problems import Phrase, Position, Problem, did_you_mean
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
    """What a text lacks of its translation; what the translation lacks is told there."""
    if not _is_told(one) and not _is_told(other):
        yield from _compare_headings(one, other)
    yield from _compare_directives(one, other)


def _is_told(prose: PageSource) -> bool:
    """Whether a heading is none, or of a wrong level: that is told, and what follows of it need not be."""
    levels = [1, *(heading.level for heading in headings(prose.tokens))]
    jumps = any(later == 1 or later > level + 1 for level, later in pairwise(levels))
    lines = (line for token in prose.tokens if token.type == "inline" for line in token.content.split("\n"))
    return jumps or any(map(NO_HEADING.match, lines))


def _compare_headings(one: PageSource, other: PageSource) -> Iterator[Problem]:
    ours, theirs = headings(one.tokens), headings(other.tokens)
    if [heading.level for heading in ours] == [heading.level for heading in theirs]:
        return
    common = {heading.id for heading in ours} & {heading.id for heading in theirs}
    rows = [[(h.level, h.id if h.id in common else "") for h in some] for some in (ours, theirs)]
    matched = [
        row
        for row in SequenceMatcher(None, rows[0], rows[1], autojunk=False).get_opcodes()
        if row[0] != "equal"
    ]
    lacking = [heading for *_, first, end in matched for heading in theirs[first:end]]
    surplus = [heading for _, first, end, *_ in matched for heading in ours[first:end]]
    if len(lacking) > len(surplus) or (len(lacking) == len(surplus) and one.file < other.file):
        place = Position(one.line + surplus[0].line - 1) if surplus else Position(one.line)
        listed = ", ".join(f"{'#' * heading.level} {heading.text}" for heading in lacking)
        values = {"other": other.file, "line": other.line + lacking[0].line - 1, "text": listed}
        yield Problem(one.file, place, "L304", values)


def _compare_directives(one: PageSource, other: PageSource) -> Iterator[Problem]:
    mine, others = _directives(one), _directives(other)
    if any(name not in DIRECTIVES for name, _ in (*mine, *others)):
        return  # which is told
    lacking = list((Counter(others) - Counter(mine)).elements())
    is_order = mine != others and sorted(mine) == sorted(others) and one.file < other.file
    if lacking or is_order:
        directives_lacking = [
            f"<!-- campaign:{' '.join([name, *given])} -->" for name, given in lacking or mine
        ]
        values = {"other": other.file, "value": ", ".join(directives_lacking)}
        told_as: Code = "DIRECTIVES_LACK" if lacking else "DIRECTIVES_ORDER"
        yield Problem(one.file, Position(one.line), "L305", {"told": Phrase(told_as, values)})


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
