"""The style sheet: one file a component, joined in a fixed order into one that the reader's browser fetches once."""

import hashlib
import re
from collections.abc import Mapping

FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)


def render_styles(files: Mapping[str, str]) -> tuple[str, str]:
    """Name (with a mark of its content, so that it may be cached for ever) and text of the joined sheet."""
    middle = sorted(files.keys() - {*FIRST, *LAST})
    text = "".join(_lean(files[name]) for name in (*FIRST, *middle, *LAST) if name in files)
    mark = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"assets/site.{mark}.css", text


def _lean(text: str) -> str:
    """Without comments and indentation: what compression does not take away by itself."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
