"""The style sheets: what every page wears, joined in a fixed order into one file, and a part for each thing that few pages have.

A layout or a fragment that needs a part says so where it begins: `<link rel="stylesheet" href="{{ sheet("map") }}">`. The part
`text` is fetched by all but the pages that are lighter without it, and by those of them that have something of it.
"""

import re
from collections.abc import Mapping
from functools import cache, partial
from pathlib import PurePosixPath

from campaign.outputs.assets import marked_address
from campaign.site import Site, Targets

FOLDER, PARTS = "assets/css", "assets/css/parts"
FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)
# Layouts with a part of their own that dresses nearly all they have.
WITHOUT_TEXT = {"municipalities"}
# What an editor can write that only the part `text` dresses.
_WRITTEN = re.compile(
    r'<blockquote|<hr|<figure class="picture|class="(?:table-box"|footnotes|guidance|markdown-alert|contains-task-list)'
)
_SPACE = re.compile(r'("[^"]*")|\s*([{};,>]|(?<=[\w-]):(?=\s))\s*|\s+')


def targets(site: Site) -> Targets:
    """Address → how to make it, of the sheet of all pages and of each part."""
    parts = {address: partial(_part, site, name) for name, address in site.sheets.items()}
    return {site.style: lambda: render_styles(site.design_in(FOLDER, _is_joined), site.fonts)[1], **parts}


def _is_joined(name: str) -> bool:
    """Whether a sheet is no part."""
    return "/" not in name


def needs_text(layout: str, article: str) -> bool:
    """Whether a page fetches what dresses texts: all do, but for a place on which nobody has written anything of it."""
    return layout not in WITHOUT_TEXT or bool(_WRITTEN.search(article))


def render_styles(files: Mapping[str, bytes], fonts: Mapping[str, str]) -> tuple[str, bytes]:
    """Name (with a mark of its content, so that it may be cached for ever) and content of the joined sheet.

    `fonts` gives the public address of each file of the type, which lies beside the sheet. Parts are left out.
    """
    middle = sorted(set(filter(_is_joined, files)) - {*FIRST, *LAST})
    text = "".join(minify(files[name]).decode() for name in (*FIRST, *middle, *LAST) if name in files)
    for name, address in fonts.items():
        text = text.replace(f"../fonts/{name}", PurePosixPath(address).name)
    content = text.encode()
    return marked_address("site.css", content), content


def _part(site: Site, name: str) -> bytes:
    return minify(site.design[f"{PARTS}/{name}"])


@cache
def minify(sheet: bytes) -> bytes:
    """Without comments and spaces that say nothing; what stands in quotation marks stays as it is."""
    text = re.sub(r"/\*.*?\*/", "", sheet.decode(), flags=re.DOTALL).strip()
    return _SPACE.sub(lambda found: found[1] or found[2] or " ", text).replace(";}", "}").encode()
