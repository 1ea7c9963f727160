"""The style sheet: one file a component, joined in a fixed order into one that the reader's browser fetches once."""

import hashlib
import re
from collections.abc import Mapping

from campaign.site import Site, Targets

FOLDER = "assets/css"
FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)


def targets(site: Site) -> Targets:
    """Address → how to make it, of the one sheet."""
    return {site.style: lambda: render_styles(site.design_in(FOLDER))[1]}


def render_styles(files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Name (with a mark of its content, so that it may be cached for ever) and content of the joined sheet."""
    middle = sorted(files.keys() - {*FIRST, *LAST})
    text = "".join(_minify(files[name].decode()) for name in (*FIRST, *middle, *LAST) if name in files)
    content = text.encode()
    fingerprint = hashlib.sha256(content).hexdigest()[:8]
    return f"assets/site.{fingerprint}.css", content


def _minify(text: str) -> str:
    """Without comments and indentation: what compression does not take away by itself."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
