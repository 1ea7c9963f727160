"""The style sheets: what every page wears, joined in a fixed order into one file, and a part for each thing that few pages have.

A layout or a fragment that needs a part says so where it begins: `<link rel="stylesheet" href="{{ sheet("map") }}">`.
"""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import PurePosixPath

from campaign.outputs.assets import marked_address
from campaign.site import Site, Targets

FOLDER, PARTS = "assets/css", "assets/css/parts"
FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)
_SPACE = re.compile(r'("[^"]*")|\s*([{};,]|(?<=[\w-]):(?=\s))\s*|\s+')


def targets(site: Site) -> Targets:
    """Address → how to make it, of the sheet of all pages and of each part."""
    parts = {address: partial(_part, site, name) for name, address in site.sheets.items()}
    return {site.style: lambda: render_styles(site.design_in(FOLDER), site.fonts)[1], **parts}


def render_styles(files: Mapping[str, bytes], fonts: Mapping[str, str]) -> tuple[str, bytes]:
    """Name (with a mark of its content, so that it may be cached for ever) and content of the joined sheet.

    `fonts` gives the public address of each file of the type, which lies beside the sheet. Parts are left out.
    """
    middle = sorted({name for name in files if "/" not in name} - {*FIRST, *LAST})
    text = "".join(minify(files[name]).decode() for name in (*FIRST, *middle, *LAST) if name in files)
    for name, address in fonts.items():
        text = text.replace(f"../fonts/{name}", PurePosixPath(address).name)
    content = text.encode()
    return marked_address("site.css", content), content


def _part(site: Site, name: str) -> bytes:
    return minify(site.design[f"{PARTS}/{name}"])


def minify(sheet: bytes) -> bytes:
    """Without comments and spaces that say nothing; what stands in quotation marks stays as it is."""
    text = re.sub(r"/\*.*?\*/", "", sheet.decode(), flags=re.DOTALL).strip()
    return _SPACE.sub(lambda found: found[1] or found[2] or " ", text).replace(";}", "}").encode()
