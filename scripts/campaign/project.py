"""A project as it lies on the disk, read and checked as a whole."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from campaign.checks import check_tree
from campaign.content import load_tree
from campaign.outputs import artifacts, posters
from campaign.outputs.assets import FONTS, SCRIPTS, marked_address
from campaign.outputs.styles import FOLDER as STYLES
from campaign.outputs.styles import render_styles
from campaign.problems import Problem
from campaign.reads import Noted
from campaign.site import Site
from campaign.templates import load_design, load_templates, words_in


def load_files(root: Path) -> dict[str, bytes]:
    """Everything that the site in the folder `root` is made of but the code: path → bytes."""
    overrides = root / "overrides"
    templates = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(overrides.rglob("*"))
        if path.is_file()
    }
    return {**load_tree(root), **templates}


def load_site(root: Path, today: str) -> tuple[Site | None, list[Problem]]:
    """The site of the project in the folder `root` on the ISO date `today`, or None and what is wrong with its content."""
    templates = load_templates(root / "overrides")
    content, pages, problems = check_tree(load_tree(root), words_in(templates), today)
    if problems:
        return None, problems
    configuration = content.singletons["mkdocs"]
    site = Site(
        content,
        pages,
        templates,
        owner=configuration.extra.owner.model_dump(),
        today=today,
        root_address=configuration.site_url,
        forms=configuration.extra.forms.model_dump(),
        menu=tuple(configuration.nav),
        design=load_design(root / "overrides"),
        cache=root / ".cache",
    )
    return finished(site), []


def finished(site: Site) -> Site:
    """A site with what is computed from the rest of it: the addresses of style, scripts and type, and the files to fetch."""
    site = replace(site, scripts=_addresses(site, SCRIPTS), fonts=_addresses(site, FONTS))
    style, _ = render_styles(site.design_in(STYLES), site.fonts)
    site = replace(site, style_address=style)
    return replace(site, downloads=(*artifacts.downloads(site), *posters.downloads(site)))


def _addresses(site: Site, folder: str) -> Mapping[str, str]:
    """Name → public address of the files in a folder below overrides/."""
    addresses = {name: marked_address(name, raw) for name, raw in site.design_in(folder).items()}
    return Noted(addresses, lambda name: f"overrides/{folder}/{name}", f"overrides/{folder}/")
