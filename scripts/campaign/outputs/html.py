"""The pages as HTML: each article within overrides/main.html, and for each language a page that says that a page is missing."""

from collections.abc import Mapping
from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from campaign.cache import MARKDOWN, SEARCH, Extract, ExtractableTarget, Store
from campaign.expand import article
from campaign.keys import PageKey
from campaign.models.places import Place
from campaign.outputs.markdown_pages import CODE as MARKDOWN_CODE
from campaign.outputs.markdown_pages import extract_markdown
from campaign.outputs.offline_entries import CODE as KEPT_CODE
from campaign.outputs.offline_entries import OFFLINE, extract_offline_entry, offline_languages, offline_pages
from campaign.outputs.sharing import open_graph_tags
from campaign.outputs.structured import script_text, structured_data
from campaign.outputs.styles import OPENED, sheets_of
from campaign.search.parts import CODE, extract_part
from campaign.settings import Language
from campaign.shell import PageShell, shell_of, shell_of_missing_page
from campaign.site import LOOKS, Site, Targets
from campaign.templates import page_templates
from campaign.typography import format_partial_date


def targets(site: Site) -> Targets:
    """Address → how to make it, of every page."""
    templates = page_templates(site.templates)
    parts, markdown = Store(site.cache / SEARCH), Store(site.cache / MARKDOWN)
    in_markdown = Extract(extract_markdown, MARKDOWN_CODE, markdown, LOOKS)
    of_kept = {OFFLINE: Extract(extract_offline_entry, KEPT_CODE, Store(site.cache / OFFLINE))}
    extracts = {
        one.code: {SEARCH: _part(one.code, parts), MARKDOWN: in_markdown} for one in site.content.languages
    }
    kept = {page.address for language in offline_languages(site) for page in offline_pages(site, language)}
    pages = {
        f"{page.address}index.html": ExtractableTarget(
            partial(_page, site, templates, key),
            extracts[key[0]] | (of_kept if page.address in kept else {}),
        )
        for key, page in site.pages.items()
    }
    missing = {
        f"{language.prefix}404.html": partial(_missing_page, site, templates, language)
        for language in site.languages
    }
    return {**pages, **missing}


def _part(code: str, store: Store) -> Extract:
    """The part of a page in the search index of the language `code`."""
    return Extract(partial(extract_part, language=code), CODE + code.encode(), store, LOOKS)


def _page(site: Site, templates: Environment, key: PageKey) -> bytes:
    page = site.pages[key]
    shown = article(site, page)
    context = {
        "content": Markup(shown),
        "worn": sheets_of(site, page.layout, shown),
        "opening": Markup(site.opening.text if page.layout in OPENED else ""),
        "layout": page.layout,
        "country": page.record.country if isinstance(page.record, Place) else None,
        "open_graph_tags": open_graph_tags(site, page),
        "structured": script_text(structured_data(site, page)),
    }
    return _rendered(site, templates, "main.html", shell_of(site, page, site.menu), context)


def _missing_page(site: Site, templates: Environment, language: Language) -> bytes:
    shell = shell_of_missing_page(site, language, site.menu)
    return render_beside(site, templates, "404.html", shell, {})


def render_beside(
    site: Site, templates: Environment, name: str, shell: PageShell, context: Mapping[str, object]
) -> bytes:
    """A page that is none of the content's, and that nobody is to find or share: one about a missing page, or an old address."""
    bare: dict[str, object] = {
        "layout": "missing",
        "worn": (site.styles["site"],),
        "opening": "",
        "country": None,
        "open_graph_tags": [],
        "structured": None,
    }
    return _rendered(site, templates, name, shell, {**bare, **context})


def _rendered(
    site: Site, templates: Environment, name: str, shell: PageShell, context: Mapping[str, object]
) -> bytes:
    def word(group: str, name: str) -> str:
        return site.content.label(group, name, shell.language.code)

    def script(name: str) -> Markup:
        return site.scripts[name].tag(shell.root + site.scripts[name].address)

    common = {
        "shell": shell,
        "t": word,
        "edition": format_partial_date(site.content.edition.date, shell.language),
        "fonts": site.fonts,
        "script": script,
        "scripts": site.scripts,
        "sheets": site.sheets,
    }
    return templates.get_template(name).render(common, **context).encode()
