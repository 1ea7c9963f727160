"""The guide as EPUB 3, with what a reading system tells about its accessibility."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from campaign.outputs.pandoc import Tree, write


def render_epub(
    tree: Tree, metadata: Mapping[str, str], summary: str, style: str, cover: bytes, epoch: str
) -> bytes:
    """A bound tree as EPUB. `metadata` are pandoc's own words for title, language and so on; `cover` is SVG."""
    identifier = f"urn:uuid:{uuid5(NAMESPACE_URL, metadata['title'] + metadata['lang'])}"
    given = {**metadata, "identifier": identifier, "accessibilitySummary": summary}
    tree = {**tree, "meta": {name: _text(text) for name, text in given.items()} | _ACCESSIBILITY}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "cover.svg").write_bytes(cover)
        Path(folder, "style.css").write_text(style, encoding="utf-8")
        return write(
            tree,
            "epub3",
            "--toc",
            "--toc-depth=2",
            "--split-level=1",
            f"--css={folder}/style.css",
            f"--epub-cover-image={folder}/cover.svg",
            epoch=epoch,
        )


def _text(text: str) -> dict[str, object]:
    return {"t": "MetaString", "c": text}


def _list(*words: str) -> dict[str, object]:
    return {"t": "MetaList", "c": [_text(word) for word in words]}


# The words are those of the EPUB Accessibility vocabulary of schema.org.
_ACCESSIBILITY = {
    "accessModes": _list("textual"),
    "accessModeSufficient": _list("textual"),
    "accessibilityFeatures": _list(
        "structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"
    ),
    "accessibilityHazards": _list("none"),
}
