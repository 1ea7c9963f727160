"""Everything that the site consists of: the registry of targets, address → how to make the file there."""

from campaign.outputs import (
    archive,
    artifacts,
    assets,
    calendar,
    cards,
    diagrams,
    editors,
    feeds,
    hosting,
    html,
    installing,
    markdown_pages,
    media,
    moved,
    offline,
    places,
    search,
    sitemap,
    styles,
    visits,
)
from campaign.site import Site, Targets

# The slowest first, so that no processor waits for them in the end.
FAMILIES = (
    artifacts,
    cards,
    html,
    moved,
    editors,
    diagrams,
    styles,
    assets,
    media,
    places,
    archive,
    calendar,
    visits,
    feeds,
    sitemap,
    hosting,
    installing,
)


def targets(site: Site) -> Targets:
    """Every file of the site; the search index, the pages in Markdown and what can be kept are made of the finished pages."""
    files = {address: make for family in FAMILIES for address, make in family.targets(site).items()}
    return {
        **files,
        **search.targets(site, files),
        **markdown_pages.targets(site, files),
        **offline.targets(site, files),
    }
