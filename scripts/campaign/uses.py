"""Where each source is used: the pages whose text or record names it; and under which topic it is listed."""

from collections.abc import Iterator, Mapping, Sequence

from campaign.content import Content
from campaign.facts import fact_named
from campaign.models import KINDS
from campaign.pages import Pages


def uses_in(content: Content, pages: Pages) -> dict[str, dict[str, list[str]]]:
    """Language → source → the paths of the pages that readers of the language find it on, in order."""
    in_records = list(_in_records(content))
    found: dict[str, dict[str, set[str]]] = {language.code: {} for language in content.languages}
    for code, of_language in found.items():
        for source, path in (*_in_prose(content, code), *in_records):
            if (code, path) in pages:
                of_language.setdefault(source, set()).add(path)
    return {
        code: {source: sorted(paths) for source, paths in of_language.items()}
        for code, of_language in found.items()
    }


def topics_of_sources(content: Content, used: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Source → the page of the topic that lists it: the first topic that has a page with it, or else the last.

    One that no page in the language names is not listed. `used` are the pages of each source in a language.
    """
    topics = content.structure.sources
    return {
        source: next((one for one in topics if one.takes(used[source])), topics[-1]).page
        for source in (content.sources if topics else ())
        if source in used
    }


def _in_prose(content: Content, code: str) -> Iterator[tuple[str, str]]:
    for path, prose in content.prose[code].items():
        if prose.meta.source:
            yield prose.meta.source.source, path
        for href in prose.hrefs():
            scheme, _, name = href.partition(":")
            if scheme == "source":
                yield name, path
            elif scheme == "fact" and (fact := fact_named(content, path, name)):
                yield fact.source, path


def _in_records(content: Content) -> Iterator[tuple[str, str]]:
    named = {
        (document.path.removeprefix("content/data/"), found.text)
        for document, found in content.marked("reference")
        if found.target == "sources" and document.path.startswith("content/data/")
    }
    chapters = _chapters(content)
    for path, source in sorted(named):
        folder, _, name = path.removesuffix(".yml").partition("/")
        for page in _pages_of(content, chapters, folder, name, source):
            yield source, page


def _chapters(content: Content) -> Mapping[str, Sequence[str]]:
    """The name of each rule and of each act that a rule rests on → the pages of the rule's chapters."""
    found: dict[str, list[str]] = {}
    for name, rule in content.rules.items():
        for one in dict.fromkeys((name, *(cited.act for cited in rule.cites))):
            found.setdefault(one, []).extend(f"{KINDS['chapters'].pages}/{slug}.md" for slug in rule.chapters)
    return found


def _pages_of(
    content: Content, chapters: Mapping[str, Sequence[str]], kind: str, slug: str, source: str
) -> Sequence[str]:
    """The pages that tell what a record says: its own, a step's journeys, a rule's chapters, an act's too, the list of rates."""
    if kind == "steps":
        step = content.steps.get(slug)
        named = [point for point in step.points if point.source == source] if step else []
        return [
            f"journeys/{name}.md"
            for name, journey in content.journeys.items()
            if slug in journey.steps and any(point.holds_in(name) for point in named)
        ]
    if kind in ("rules", "acts"):
        return chapters.get(slug, ())
    if kind == "rates":
        return _pages_with(content, "rates")
    return [f"{KINDS[kind].pages}/{slug}.md"] if kind in KINDS and KINDS[kind].pages else []


def _pages_with(content: Content, directive: str) -> list[str]:
    """The pages on which an editor has put a directive that is given nothing."""
    prose = content.prose[content.default_language.code]
    return [path for path, text in prose.items() if f"<!-- campaign:{directive} -->" in text.body]
