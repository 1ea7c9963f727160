"""Where each source is used: the pages whose text or record names it."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.facts import fact_named
from campaign.models import KINDS
from campaign.pages import Pages
from campaign.reads import note, recording
from campaign.site import Site


def uses(site: Site, code: str) -> dict[str, list[str]]:
    """Source → the paths of the pages that readers of the language `code` find it on, in order."""
    note(f"uses:{code}")
    with recording():  # few changes of a text change what it rests on
        return uses_in(site.content, site.pages)[code]


def uses_in(content: Content, pages: Pages) -> dict[str, dict[str, list[str]]]:
    """The same of content and pages alone, by language."""
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
    for document, found in content.marked("reference"):
        if found.says == "sources" and document.path.startswith("content/data/"):
            folder, _, name = document.path.removeprefix("content/data/").removesuffix(".yml").partition("/")
            for path in _pages_of(content, folder, name):
                yield found.text, path


def _pages_of(content: Content, kind: str, slug: str) -> list[str]:
    """The pages that tell what a record says: its own, a step's journeys, a rule's chapters."""
    if kind == "steps":
        return [f"journeys/{name}.md" for name, journey in content.journeys.items() if slug in journey.steps]
    if kind == "rules" and slug in content.rules:
        return [f"{KINDS['chapters'].pages}/{chapter}.md" for chapter in content.rules[slug].chapters]
    return [f"{KINDS[kind].pages}/{slug}.md"] if kind in KINDS and KINDS[kind].pages else []
