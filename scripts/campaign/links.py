"""Where the links lead that editors and templates write: from a path or a key to an address in the built site."""

import re

from campaign.catalogue import Catalogue
from campaign.facts import fact_named
from campaign.markdown import Target
from campaign.models import KINDS
from campaign.models.places import Fact
from campaign.pages import Page, media_file, path_of, relative_address
from campaign.site import Site
from campaign.typography import date


def resolve_link(site: Site, page: Page, href: str) -> Target:
    """A link as an editor writes it → the address in the built page.

    `source:id` leads to the entry in the list of sources, `fact:name` to that of the fact's source, `rule:id` to the
    rule in its chapter, `../services/x.md` to that page in the same language, and everything else stays as it is.
    """
    scheme, _, name = href.partition(":")
    if scheme == "source":
        return Target(_source_address(site, page, name), (("class", "source-ref"),))
    if scheme == "fact":
        fact = linked_fact(site.catalogue, page, name)
        attributes = (("class", "source-ref fact-ref"), ("title", _origin(site, page, fact)))
        return Target(_source_address(site, page, fact.source), attributes)
    if scheme == "rule":
        chapter, anchor = chapter_of_rule(site.catalogue, page, name)
        return Target(page_address(site, page, chapter) + anchor, (("class", "source-ref"),))
    if re.match(r"[a-z]+:|#|$", href):
        return Target(href)
    path, mark, anchor = href.partition("#")
    target = path_of(page.path, path)
    if media := media_file(target):
        return Target(relative_address(page.address, f"media/{media}"))
    return Target(page_address(site, page, target) + mark + anchor)


def linked_fact(catalogue: Catalogue, page: Page, name: str) -> Fact:
    """The fact that a link of `page` names; the checks let no other link pass."""
    fact = fact_named(catalogue, page.path, name)
    assert fact, f"{page.path}: no fact {name}"
    return fact


def _source_address(site: Site, page: Page, source: str) -> str:
    return page_address(site, page, site.catalogue.structure.pages.sources) + "#" + source


def _origin(site: Site, page: Page, fact: Fact) -> str:
    """What a figure in the text rests on: Källa: SCB, 31 december 2025."""
    language, source = page.body_language, site.catalogue.records["sources"][fact.source]
    name = source.short[language.code] if source.short else source.publisher
    said = f"{site.catalogue.label('interface', 'source', language.code)}: {name}"
    return f"{said}, {date(fact.as_of, language)}" if fact.as_of not in (None, "undated") else said


def chapter_of_rule(catalogue: Catalogue, page: Page, slug: str) -> tuple[str, str]:
    """The chapter where a reader of `page` finds a rule, this one if it is here, and the place in it."""
    chapters = catalogue.records["rules"][slug].chapters
    home = page.slug if page.layout == "chapters" and page.slug in chapters else chapters[0]
    return f"{KINDS['chapters'].pages}/{home}.md", f"#rule-{slug}"


def page_address(site: Site, page: Page, path: str) -> str:
    """The way from `page` to the page at `path` in the same language."""
    return relative_address(page.address, site.pages[page.language.code, path].address)
