"""Where the links lead that editors and templates write: from a path or a key to a place in the site, and its address."""

import re
from dataclasses import dataclass

from campaign.content import Content
from campaign.facts import fact_named
from campaign.markdown import REFERENCES
from campaign.models import KINDS
from campaign.models.places import Fact
from campaign.pages import Page, media_file, other_language, path_of, relative_address
from campaign.pictures import published_file
from campaign.site import Site
from campaign.text.html import Target


@dataclass(frozen=True)
class Destination:
    """What a link means: a page of ours or a file, as a path seen from the language's folder, and a place there.

    `language` is the code of the language that a link leads to by name: `../no/move.md`.
    """

    path: str
    anchor: str = ""
    language: str | None = None

    @property
    def place(self) -> str:
        """The place as an address ends with it."""
        return f"#{self.anchor}" if self.anchor else ""


def destination(content: Content, page: Page, href: str) -> Destination | None:
    """What a link as an editor writes it means; None if it leads out of the site.

    `rule:id` is the rule in its chapter, and `../services/x.md` that page in the same language. Links to sources and facts
    never come here: they are citations.
    """
    scheme, _, name = href.partition(":")
    if scheme == "rule":
        return Destination(_chapter_of_rule(content, page, name), f"rule-{name}")
    if re.match(r"[a-z]+:|$", href):
        return None
    path, _, anchor = href.partition("#")
    target = path_of(page.path, path) if path else page.path
    code, target = other_language(content, page.language.code, target) or (None, target)
    return Destination(target, anchor, code)


def resolve_link(site: Site, page: Page, href: str) -> Target:
    """A link as an editor writes it → the address in the built page."""
    found = destination(site.content, page, href)
    if found is None or href.startswith("#"):
        return Target(href)
    if media := media_file(found.path):
        return Target(relative_address(page.address, f"media/{published_file(media, site.content.media)}"))
    target = target_page(site, page, found)
    address = relative_address(page.address, target.address) + found.place
    return Target(address, (*_attributes(href), *_language_of(page, target)))


def _attributes(href: str) -> tuple[tuple[str, str], ...]:
    """How a link looks that names what a sentence rests on."""
    return (("class", "source-ref"),) if href.startswith(REFERENCES) else ()


def _language_of(page: Page, target: Page) -> tuple[tuple[str, str], ...]:
    """What a link says that leads to a page in another language."""
    return () if target.language == page.language else (("hreflang", target.language.tag),)


def linked_fact(content: Content, page: Page, name: str) -> Fact:
    """The fact that a link of `page` names; the checks let no other link pass."""
    fact = fact_named(content, page.path, name)
    assert fact, f"{page.path}: no fact {name}"
    return fact


def _chapter_of_rule(content: Content, page: Page, slug: str) -> str:
    """The chapter where a reader of `page` finds a rule: this one if it is told here, else the first of its chapters."""
    chapters = content.rules[slug].chapters
    home = page.slug if page.layout == "chapters" and page.slug in chapters else chapters[0]
    return f"{KINDS['chapters'].pages}/{home}.md"


def target_page(site: Site, page: Page, found: Destination) -> Page:
    """The page that a link of `page` leads to: in the language it names, else in the page's own.

    What a partial language lacks, such as the list of sources, is met in the site's default language.
    """
    own = found.language or page.language.code, found.path
    if page.language.is_partial and own not in site.pages:
        return site.pages[site.content.default_language.code, found.path]
    return site.pages[own]


def page_address(site: Site, page: Page, path: str) -> str:
    """The way from `page` to the page at `path` in the same language."""
    return relative_address(page.address, target_page(site, page, Destination(path)).address)
