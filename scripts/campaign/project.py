"""A project as it lies on the disk, read and checked as a whole."""

from dataclasses import replace
from pathlib import Path

from campaign.cache import TEMPLATES, Store
from campaign.looked import check_project
from campaign.outputs.artifacts import downloads
from campaign.outputs.scripts import FOLDER as SCRIPTS
from campaign.outputs.scripts import script_address
from campaign.outputs.styles import FOLDER as STYLES
from campaign.outputs.styles import render_styles
from campaign.problems import Problem
from campaign.reads import Noted
from campaign.site import Site
from campaign.templates import load_design, load_templates


def load_site(root: Path, today: str) -> tuple[Site | None, list[Problem]]:
    """The site of the project in the folder `root` on the ISO date `today`, or None and what is wrong with its content."""
    templates = load_templates(root / "overrides", Store(root / ".cache" / TEMPLATES))
    content, pages, problems = check_project(root, templates, today, root / ".cache")
    if problems:
        return None, problems
    configuration = content.singletons["mkdocs"]
    site = Site(
        content,
        pages,
        templates,
        owner=configuration.extra.owner.model_dump(),
        day=today,
        root_address=configuration.site_url,
        forms=configuration.extra.forms.model_dump(),
        menu=tuple(configuration.nav),
        design=load_design(root / "overrides"),
        cache=root / ".cache",
    )
    return finished(site), []


def finished(site: Site) -> Site:
    """A site with what is computed from the rest of it: the addresses of style and scripts, and the files to fetch."""
    style, _ = render_styles(site.design_in(STYLES))
    scripts = {name: script_address(name, raw) for name, raw in site.design_in(SCRIPTS).items()}
    noted = Noted(scripts, lambda name: f"overrides/{SCRIPTS}/{name}", f"overrides/{SCRIPTS}/")
    site = replace(site, style_address=style, scripts=noted)
    return replace(site, downloads=downloads(site))
