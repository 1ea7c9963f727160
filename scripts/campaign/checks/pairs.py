"""Rules for the two languages: each page has its twin, and the twins are built alike."""

from collections.abc import Iterator

from campaign.content import Content, PageSource
from campaign.directives import directives
from campaign.markdown import headings
from campaign.models import KINDS
from campaign.pages import HOME, Pages
from campaign.problems import Position, Problem
from campaign.settings import BY_CODE, LANGUAGES, twin_of


def check_translations(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A page exists in both languages, or says in its front matter that it does not."""
    for language in LANGUAGES:
        twin = twin_of(language)
        for path, prose in content.prose[language.code].items():
            only = prose.meta.only
            has_twin = path in content.names[twin.code]
            if not has_twin and only != language.code:
                values = {"twin": f"content/{twin.code}/{path}", "code": language.code}
                yield Problem(prose.file, Position(), "L301", values)
            if only and (has_twin or only != language.code):
                position = prose.document.position_of(("only",))
                yield Problem(prose.file, position, "L302", {"code": only})


def check_required_pages(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Every page leads to the start page and to the sources."""
    for code, names in content.names.items():
        for path in (HOME, content.structure.pages.sources):
            if path not in names:
                yield Problem(f"content/{code}/{path}", Position(), "S015", {})


def check_prose_of_records(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A record whose page is nothing without prose has prose."""
    for kind in KINDS.values():
        for slug in content.records[kind.name] if kind.prose_required else ():
            path = f"{kind.pages}/{slug}.md"
            if not any(path in names for names in content.names.values()):
                file = content.documents[kind.name][slug].path
                yield Problem(file, Position(), "L303", {"files": _both(path)})


def check_structure(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Twins have the same headings in the same order and the same directives."""
    for code, prose in content.texts():
        twin = content.prose[twin_of(BY_CODE[code]).code].get(prose.path)
        if twin:
            yield from _compare(prose, twin)


def _compare(one: PageSource, other: PageSource) -> Iterator[Problem]:
    ours, theirs = _headings(one), _headings(other)
    if ours != theirs:
        n = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
        n = min(len(ours), len(theirs)) if n is None else n
        values = {"twin": other.file, "count": len(ours), "twin_count": len(theirs), "number": n + 1}
        yield Problem(one.file, Position(one.line), "L304", values)
    if _directives(one) != _directives(other):
        yield Problem(one.file, Position(one.line), "L305", {"twin": other.file})


def _headings(prose: PageSource) -> list[int]:
    return [heading.level for heading in headings(prose.tokens)]


def _directives(prose: PageSource) -> list[tuple[str, tuple[str, ...]]]:
    return [(directive.name, directive.arguments) for directive in directives(prose.tokens)]


def _both(path: str) -> str:
    return ", ".join(f"content/{language.code}/{path}" for language in LANGUAGES)


ALL = (check_translations, check_required_pages, check_prose_of_records, check_structure)
