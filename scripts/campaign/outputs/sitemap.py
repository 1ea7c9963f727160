"""The sitemap: every page that is an original, with its translations."""

from functools import partial

from campaign.shell import sitemap
from campaign.site import Site, Targets
from campaign.templates import page_templates

ADDRESS = "sitemap.xml"


def targets(site: Site) -> Targets:
    """Address → how to make it."""
    return {ADDRESS: partial(_sitemap, site)}


def _sitemap(site: Site) -> bytes:
    template = page_templates(site.templates).get_template(ADDRESS)
    return template.render(addresses=sitemap(site)).encode()
