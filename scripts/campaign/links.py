"""Where the links lead that editors and templates write: from a path or a key to an address in the built site."""

import re

from campaign.catalogue import Catalogue
from campaign.markdown import Target
from campaign.models import KINDS
from campaign.pages import Page, media_file, path_of, relative_address
from campaign.site import Site


def resolve_link(site: Site, page: Page, href: str) -> Target:
    """A link as an editor writes it → the address in the built page.

    `source:id` leads to the entry in the list of sources, `rule:id` to the rule in its chapter, `../services/x.md` to
    that page in the same language, and everything else stays as it is.
    """
    if href.startswith("source:"):
        address = (
            page_address(site, page, site.catalogue.structure.pages.sources)
            + "#"
            + href.removeprefix("source:")
        )
        return Target(address, (("class", "source-ref"),))
    if href.startswith("rule:"):
        chapter, anchor = chapter_of_rule(site.catalogue, page, href.removeprefix("rule:"))
        return Target(page_address(site, page, chapter) + anchor, (("class", "source-ref"),))
    if re.match(r"[a-z]+:|#|$", href):
        return Target(href)
    path, mark, anchor = href.partition("#")
    target = path_of(page.path, path)
    if media := media_file(target):
        return Target(relative_address(page.address, f"media/{media}"))
    return Target(page_address(site, page, target) + mark + anchor)


def chapter_of_rule(catalogue: Catalogue, page: Page, slug: str) -> tuple[str, str]:
    """The chapter where a reader of `page` finds a rule, this one if it is here, and the place in it."""
    chapters = catalogue.records["rules"][slug].chapters
    home = page.slug if page.layout == "chapters" and page.slug in chapters else chapters[0]
    return f"{KINDS['chapters'].pages}/{home}.md", f"#rule-{slug}"


def page_address(site: Site, page: Page, path: str) -> str:
    """The way from `page` to the page at `path` in the same language."""
    return relative_address(page.address, site.pages[page.language.code, path].address)
