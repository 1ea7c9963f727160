"""A project as it lies on the disk, read and checked as a whole."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment

from campaign.cache import TEMPLATES, Store
from campaign.cached_checks import check_project, recall_links
from campaign.content import Content
from campaign.files import Snapshot, load_snapshot
from campaign.outputs import artifacts, kits, posters
from campaign.outputs.assets import FONTS, SCRIPTS, build_scripts, fingerprinted_addresses
from campaign.outputs.styles import FOLDER as STYLES
from campaign.outputs.styles import PARTS, build_opening, is_part, minify, whole_addresses
from campaign.pages import Pages
from campaign.problems import Problem, errors
from campaign.reads import RecordedMapping
from campaign.settings import ROOT
from campaign.site import Site, script_key, sheet_key
from campaign.templates import load_design, load_templates


def load_site(root: Path, today: str, snapshot: Snapshot | None = None) -> tuple[Site | None, list[Problem]]:
    """The site of the project in the folder `root` on the ISO date `today`, or None if its content has errors, and all its problems.

    `snapshot` is the project, if it has been read.
    """
    snapshot, cache = snapshot or load_snapshot(root, ROOT), root / ".cache"
    templates = load_templates(root / "overrides", Store(cache / TEMPLATES))
    content, pages, problems = check_project(snapshot, templates, today, cache)
    if errors(problems):
        return None, problems
    recall_links(content, snapshot.common, cache)
    return replace(build_site(root, content, pages, templates, today), warnings=tuple(problems)), problems


def build_site(root: Path, content: Content, pages: Pages, templates: Environment, today: str) -> Site:
    """The site of a project whose content and templates were read."""
    site = configured(content, pages, templates, today)
    return finished(replace(site, design=load_design(root / "overrides"), cache=root / ".cache"))


def configured(content: Content, pages: Pages, templates: Environment, today: str) -> Site:
    """The site of sound content, with what its owner has decided in mkdocs.yml."""
    ours = content.configuration
    owner = {"email": ours.extra.owner.email}
    forms = {"interest": ours.extra.forms.interest, "newsletter": ours.extra.forms.newsletter}
    menu = tuple(ours.nav)
    return Site(content, pages, templates, owner, today, ours.site_url, forms=forms, menu=menu)


def finished(site: Site) -> Site:
    """A site with what is computed from the rest of it: the addresses of style, scripts and type, and the files to fetch."""
    scripts = RecordedMapping(build_scripts(site.design_in(SCRIPTS)), script_key, f"overrides/{SCRIPTS}/")
    site = replace(site, scripts=scripts, fonts=_addresses(site, FONTS, f"overrides/{FONTS}/".__add__))
    site = replace(site, sheets=_addresses(site, PARTS, sheet_key, minify, is_part))
    sheets = site.design_in(STYLES)
    site = replace(
        site, style_addresses=whole_addresses(sheets, site.fonts), opening_style=build_opening(sheets)
    )
    site = replace(site, downloads=(*artifacts.downloads(site), *posters.downloads(site)))
    return replace(site, downloads=(*site.downloads, *kits.downloads(site)))  # a kit holds templates


def _addresses(
    site: Site,
    folder: str,
    key: Callable[[str], str],
    finish: Callable[[bytes], bytes] = bytes,
    wanted: Callable[[str], bool] = bool,
) -> Mapping[str, str]:
    """Name → public address of the files in a folder below overrides/, each as `finish` leaves it, noted under its `key`."""
    files = site.design_in(folder, wanted)
    addresses = fingerprinted_addresses({name: finish(raw) for name, raw in files.items()})
    return RecordedMapping(addresses, key, f"overrides/{folder}/")
