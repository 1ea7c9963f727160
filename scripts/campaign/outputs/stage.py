"""The way out: the site as a plain tree that other engines build, its directives expanded and its layouts filled.

Each page is a Markdown file at the place of its address, whose body is the finished article as one HTML block. What other
engines lack, they need not know: our directives, dialect, pairs of languages and records are all answered before.
"""

import json
import re
from functools import partial

import yaml

from campaign.expand import article
from campaign.keys import PageKey
from campaign.outputs import media
from campaign.pages import Page
from campaign.site import Site, Targets

DOCS = "docs"
# The style sheet is left behind with our shell: an engine brings its own.
_BLANK_LINES = re.compile(r"\n\s*\n")


def targets(site: Site) -> Targets:
    """Address → how to make it: the configuration, and below docs/ each page and each picture."""
    pages = {
        f"{DOCS}/{page.address}index.md": partial(_page, site, key)
        for key, page in site.pages.items()
        if not page.is_fallback
    }
    pictures = {f"{DOCS}/{address}": make for address, make in media.targets(site).items()}
    return {"mkdocs.yml": partial(_configuration, site), **pages, **pictures}


def _configuration(site: Site) -> bytes:
    name = site.content.label("interface", "site-name", site.content.default_language.code)
    return yaml.safe_dump({"site_name": name, "site_url": site.root_address}, allow_unicode=True).encode()


def _page(site: Site, key: PageKey) -> bytes:
    page = site.pages[key]
    return f"---\n{_front_matter(page)}---\n\n{_one_block(article(site, page))}\n".encode()


def _front_matter(page: Page) -> str:
    """JSON strings are YAML too, and leave no doubt about quotes."""
    values = {"title": page.title, "description": page.description}
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items())


def _one_block(html: str) -> str:
    """An HTML block of CommonMark ends at the first empty line, so there is none."""
    return f"<div>\n{_BLANK_LINES.sub(chr(10), html).strip()}\n</div>"
