"""The only file that knows MkDocs: it hands the files of the site to MkDocs, which copies them and serves them."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import environment
from campaign.build import make_all
from campaign.outputs.targets import targets
from campaign.problems import render_text
from campaign.project import load_site
from localization import own_language


class State:
    """The last good site; what is slow to make for it, the books, is made once while somebody looks."""

    files: ClassVar[dict[str, bytes]] = {}
    downloads: tuple[Any, ...] = ()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make all files; with problems, say them all, and stop or, with `serve`, keep showing the last good site."""
    config.plugins["i18n"].building = True  # type: ignore[attr-defined]  # no second turn: ours is whole
    config.theme.static_templates.clear()
    config.nav = None
    site, problems = load_site(Path(config.config_file_path).parent, environment.today())
    if site:
        site = replace(site, root_address=str(config.site_url), downloads=State.downloads or site.downloads)
        State.files, State.downloads = {at: it.content for at, it in make_all(targets(site))}, site.downloads
    elif State.files:
        sys.stderr.write(render_text(problems, own_language()) + "\n")
    else:
        raise Abort(render_text(problems, own_language()))
    return config


@event_priority(-200)
def on_files(_: Files, config: MkDocsConfig) -> Files:
    """Ours instead of what MkDocs found, after static-i18n (-100); of what is called .md it would make a page."""
    make = partial(File.generated, config, inclusion=InclusionLevel.INCLUDED)
    files = {name: make(f"{name}.made", content=content) for name, content in State.files.items()}
    for name, file in files.items():
        file.dest_uri = name
    return Files(list(files.values()))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """The start pages are among our files; static-i18n would warn that it does not see them."""
    nav.homepage = Page(None, File.generated(config, "index.md", content=""), config)
    return nav
