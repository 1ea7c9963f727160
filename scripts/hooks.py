"""The only file that knows MkDocs: it hands our pages to MkDocs and takes MkDocs' events to our functions.

MkDocs runs the hooks once for each language, in an order that static-i18n decides; see docs/developers/architecture.md
for the traps that the priorities here avoid.
"""

import os
import sys
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

import environment
from campaign.catalogue import load_tree
from campaign.checks import check_tree
from campaign.expand import article
from campaign.frame import frame_of, frame_of_missing_page, sitemap
from campaign.outputs.archive import render_archive
from campaign.outputs.calendar import render_calendars
from campaign.outputs.cards import write_cards
from campaign.outputs.feeds import render_feeds
from campaign.outputs.library import load_books
from campaign.outputs.places import render_places
from campaign.outputs.scripts import render_scripts
from campaign.outputs.sharing import shared
from campaign.outputs.structured import script_text, structured_data
from campaign.outputs.styles import render_styles
from campaign.problems import message_language, render_text
from campaign.settings import BY_CODE
from campaign.site import Site
from campaign.templates import load_templates, words_in


class State:
    """What the events of one build share; MkDocs gives them no other place."""

    serving = False
    site: Site = None  # type: ignore[assignment]  # set by the first good on_config, which all other events follow
    menu: list[str]
    style_name: str
    files: dict[str, bytes]


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001
    """Remember whether somebody is looking while we build."""
    State.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check all content; with problems, say them all, and stop or keep showing the last good site."""
    if config.plugins["i18n"].building:  # the second language, inside the first one's build
        return config
    root = Path(config.config_file_path).parent
    overrides = Path(config.theme.custom_dir)
    today = environment.today()
    templates = load_templates(overrides)
    catalogue, pages, problems = check_tree(load_tree(root), words_in(templates), today)
    if problems and State.serving and State.site:
        sys.stderr.write(render_text(problems, message_language(os.environ)) + "\n")
        return config
    if problems:
        raise Abort(render_text(problems, message_language(os.environ)))
    books, downloads = load_books(root)
    State.style_name, style = render_styles(_texts(overrides / "assets/css"))
    scripts = render_scripts(_texts(overrides / "assets/js"))
    State.menu = _menu(config, pages)
    State.site = Site(
        catalogue,
        pages,
        templates,
        owner=config.extra["owner"],
        today=today,
        root_address=config.site_url,
        downloads=downloads,
        scripts={name: address for name, (address, _) in scripts.items()},
        forms=config.extra["forms"],
    )
    card = (overrides / "book/card.typ").read_text(encoding="utf-8")
    State.files = {
        State.style_name: style.encode(),
        **{address: text.encode() for address, text in scripts.values()},
        **books,
        **_for_other_programs(State.site),
        **write_cards(root, State.site, card),
    }
    return config


def _for_other_programs(site: Site) -> dict[str, bytes]:
    """What people fetch to reckon with, and what they follow: address → bytes."""
    return {
        **render_places(site.catalogue),
        **render_archive(site),
        **render_calendars(site),
        **render_feeds(site),
    }


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def _menu(config: MkDocsConfig, pages: Any) -> list[str]:
    """The paths of the menu; the words are the pages' own, so an entry is a path and nothing more."""
    menu = list(config.nav or [])
    for entry in menu:
        if not isinstance(entry, str) or any((code, entry) not in pages for code in BY_CODE):
            raise Abort(
                f"mkdocs.yml: nav: {entry!r} must be the path of a page in both languages, as about.md is"
            )
    return menu


def _add_pages(files: Files, config: MkDocsConfig) -> Files:
    """Pages without a file on disk become files that need not exist; `on_page_read_source` gives their text."""
    for page in State.site.pages.values():
        if page.source_file not in files.src_uris:
            files.append(File(page.source_file, config.docs_dir, config.site_dir, config.use_directory_urls))
    for file in [file for file in files if _stays_here(file)]:
        files.remove(file)
    return files


def _is_unknown_page(file: File) -> bool:
    """A file that came after the last good site, while its problems are being mended."""
    return file.is_documentation_page() and tuple(file.src_uri.split("/", 1)) not in State.site.pages


def _stays_here(file: File) -> bool:
    """Of Material we send nothing to the reader; of ours no parts of the style sheet, no design of books or feeds."""
    return file.src_uri.startswith(("assets/", "book/", "feeds/")) or _is_unknown_page(file)


@event_priority(-200)
def _set_addresses(files: Files, config: MkDocsConfig) -> Files:
    """After static-i18n (-100) has its say, give each page the address in its reader's language."""
    for file in files.documentation_pages():
        code, _, path = file.src_uri.partition("/")
        _move(file, State.site.pages[code, path].address, config)
    for name, content in State.files.items():
        generated = File.generated(config, name, content=content)
        generated.dest_uri = name
        files.append(generated)
    return files


def _move(file: File, address: str, config: MkDocsConfig) -> None:
    file.dest_uri = f"{address}index.html"
    file.url = address or "./"
    file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))


on_files = CombinedEvent(_add_pages, _set_addresses)


def on_page_read_source(page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG001
    """An empty text: `on_page_content` brings the finished HTML, so Python-Markdown has nothing to do."""
    return ""


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """The finished article, and the title under which MkDocs knows it."""
    ours = _ours(page)
    page.title = ours.title
    page.meta = {"title": ours.title, "description": ours.description}
    return article(State.site, ours)


def _ours(page: MkDocsPage) -> Any:
    code, _, path = page.file.src_uri.partition("/")
    return State.site.pages[code, path]


def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:  # noqa: ARG001
    """What main.html needs."""
    ours = _ours(page)
    return (
        context
        | _common(ours.language.code)
        | {
            "frame": frame_of(State.site, ours, State.menu),
            "layout": ours.layout,
            "country": getattr(ours.record, "country", None),
            "shared": shared(State.site, ours),
            "structured": script_text(structured_data(State.site, ours)),
        }
    )


def _common(code: str) -> dict[str, Any]:
    def word(group: str, name: str) -> Markup:
        return escape(State.site.catalogue.label(group, name, code))  # MkDocs' templates do not escape

    return {"t": word, "style_name": State.style_name}


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """The 404 page of the language that is being built, and the sitemap of both."""
    code = config.plugins["i18n"].current_language
    if template_name == "404.html":
        frame = frame_of_missing_page(State.site, BY_CODE[code], State.menu)
        return context | _common(code) | {"frame": frame, "layout": "missing", "country": None}
    if template_name == "sitemap.xml":
        return context | {"addresses": sitemap(State.site)}
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """MkDocs writes one 404.html, and the last language would win: write the others' ourselves."""
    i18n = config.plugins["i18n"]
    if template_name == "404.html" and i18n.current_language != i18n.default_language:
        path = Path(config.site_dir, i18n.current_language, "404.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(output, encoding="utf-8")
        return ""
    return output
