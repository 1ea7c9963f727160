"""Where the links lead that editors and templates write: from a path or a key to a place in the site, and its address."""

import re
from dataclasses import dataclass

from campaign.content import Content
from campaign.facts import fact_named
from campaign.markdown import REFERENCES
from campaign.models import KINDS
from campaign.models.places import Fact
from campaign.pages import Page, media_file, path_of, relative_address
from campaign.site import Site
from campaign.text.html import Target


@dataclass(frozen=True)
class Destination:
    """What a link means: a page of ours or a file, as a path seen from the language's folder, and a place there."""

    path: str
    anchor: str = ""

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
    return Destination(path_of(page.path, path) if path else page.path, anchor)


def resolve_link(site: Site, page: Page, href: str) -> Target:
    """A link as an editor writes it → the address in the built page."""
    found = destination(site.content, page, href)
    if found is None or href.startswith("#"):
        return Target(href)
    if media := media_file(found.path):
        return Target(relative_address(page.address, f"media/{media}"))
    attributes = (("class", "source-ref"),) if href.startswith(REFERENCES) else ()
    return Target(page_address(site, page, found.path) + found.place, attributes)


def linked_fact(content: Content, page: Page, name: str) -> Fact:
    """The fact that a link of `page` names; the checks let no other link pass."""
    fact = fact_named(content, page.path, name)
    assert fact, f"{page.path}: no fact {name}"
    return fact


def _chapter_of_rule(content: Content, page: Page, slug: str) -> str:
    """The chapter where a reader of `page` finds a rule: this one if it is told here, else the first of its chapters."""
    chapters = content.records["rules"][slug].chapters
    home = page.slug if page.layout == "chapters" and page.slug in chapters else chapters[0]
    return f"{KINDS['chapters'].pages}/{home}.md"


def page_address(site: Site, page: Page, path: str) -> str:
    """The way from `page` to the page at `path` in the same language."""
    return relative_address(page.address, site.pages[page.language.code, path].address)
