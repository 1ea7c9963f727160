"""The style sheet: one file a component, joined in a fixed order into one that the reader's browser fetches once."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from campaign.outputs.assets import marked_address
from campaign.site import Site, Targets

FOLDER = "assets/css"
FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)


def targets(site: Site) -> Targets:
    """Address → how to make it, of the one sheet."""
    return {site.style: lambda: render_styles(site.design_in(FOLDER), site.fonts)[1]}


def render_styles(files: Mapping[str, bytes], fonts: Mapping[str, str]) -> tuple[str, bytes]:
    """Name (with a mark of its content, so that it may be cached for ever) and content of the joined sheet.

    `fonts` gives the public address of each file of the type, which lies beside the sheet.
    """
    middle = sorted(files.keys() - {*FIRST, *LAST})
    text = "".join(_minify(files[name].decode()) for name in (*FIRST, *middle, *LAST) if name in files)
    for name, address in fonts.items():
        text = text.replace(f"../fonts/{name}", PurePosixPath(address).name)
    content = text.encode()
    return marked_address("site.css", content), content


def _minify(text: str) -> str:
    """Without comments and indentation: what compression does not take away by itself."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
