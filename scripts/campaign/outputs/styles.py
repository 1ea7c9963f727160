"""The style sheets: what every page wears, joined in a fixed order into one file, and a part for each thing that few pages have.

A layout or a fragment that needs a part says so where it begins: `<link rel="stylesheet" href="{{ sheet("map") }}">`. The part
`text` is fetched by all but the pages that are lighter without it, and by those of them that have something of it.

The start page has the style of its first words in itself, so that a reader on a slow line reads them before anything else is
fetched; it names the sheets below them.
"""

import re
from collections.abc import Mapping
from functools import cache, partial
from pathlib import PurePosixPath

from campaign.outputs.assets import fingerprinted_address, integrity
from campaign.site import Opening, Site, Targets

FOLDER, PARTS = "assets/css", "assets/css/parts"
# The style of a header and of the first words below it, in which nothing is fetched.
OPENING = ("tokens.css", "base.css", "header.css", "opening/lede.css", "type.css")
FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)
# Layouts with a part of their own that dresses nearly all they have.
WITHOUT_TEXT = {"municipalities"}
# The layouts that have the style of their first words in themselves, and name the sheets below them.
OPENED = {"home"}
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
    """Whether the head of a page names what dresses texts: all do, but for a place on which nobody has written anything of it."""
    return layout not in OPENED and (layout not in WITHOUT_TEXT or bool(_WRITTEN.search(article)))


def render_styles(files: Mapping[str, bytes], fonts: Mapping[str, str]) -> tuple[str, bytes]:
    """Name (with a mark of its content, so that it may be cached for ever) and content of the joined sheet.

    `fonts` gives the public address of each file of the type, which lies beside the sheet. What lies in folders is left out.
    """
    middle = sorted(set(filter(_is_joined, files)) - {*FIRST, *LAST})
    text = "".join(minify(files[name]).decode() for name in (*FIRST, *middle, *LAST) if name in files)
    for name, address in fonts.items():
        text = text.replace(f"../fonts/{name}", PurePosixPath(address).name)
    content = text.encode()
    return fingerprinted_address("site.css", content), content


def build_opening(files: Mapping[str, bytes]) -> Opening:
    """The style of the first words, as pages say it: the same on each, so that a browser can be told its digest."""
    text = b"".join(minify(files[name]) for name in OPENING if name in files)
    return Opening(text.decode(), integrity(text)) if text else Opening()


def _part(site: Site, name: str) -> bytes:
    return minify(site.design[f"{PARTS}/{name}"])


@cache
def minify(sheet: bytes) -> bytes:
    """Without comments and spaces that say nothing; what stands in quotation marks stays as it is."""
    text = re.sub(r"/\*.*?\*/", "", sheet.decode(), flags=re.DOTALL).strip()
    return _SPACE.sub(lambda found: found[1] or found[2] or " ", text).replace(";}", "}").encode()
