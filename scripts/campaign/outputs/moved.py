"""A page at each old address, for hosts that cannot redirect: it leads to where the page is now, or says why it is gone."""

from functools import partial

from jinja2 import Environment

from campaign.moved import old_address, old_addresses
from campaign.outputs.html import render_beside
from campaign.shell import shell_of_old_address
from campaign.site import Site, Targets
from campaign.templates import page_templates


def targets(site: Site) -> Targets:
    """Address → how to make it, of every old address."""
    templates = page_templates(site.templates)
    return {
        f"{site.content.moves.pages[number].was[code]}index.html": partial(
            _page, site, templates, number, code
        )
        for number, code in old_addresses(site)
    }


def _page(site: Site, templates: Environment, number: int, code: str) -> bytes:
    old = old_address(site, number, code)
    shell = shell_of_old_address(site, old, site.menu)
    search = site.content.structure.pages.search
    ways = [old.page, *(site.pages[key] for key in [(code, search)] if old.gone and key in site.pages)]
    links = [(page.title, shell.root + page.address, page.title_language) for page in ways]
    return render_beside(site, templates, "moved.html", shell, {"gone": old.gone, "links": links})
