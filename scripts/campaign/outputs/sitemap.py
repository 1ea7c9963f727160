"""The sitemap: every page that is an original, with its translations, plain and compressed."""

import gzip
from functools import partial

from campaign.reads import Once
from campaign.shell import sitemap
from campaign.site import Site, Targets
from campaign.templates import page_templates

ADDRESS = "sitemap.xml"


def targets(site: Site) -> Targets:
    """Address → how to make it, of both files."""
    plain = Once(partial(_sitemap, site))
    return {ADDRESS: plain, f"{ADDRESS}.gz": lambda: gzip.compress(plain(), mtime=0)}


def _sitemap(site: Site) -> bytes:
    template = page_templates(site.templates).get_template(ADDRESS)
    return template.render(addresses=sitemap(site)).encode()
