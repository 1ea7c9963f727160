"""The guide as EPUB 3, with what a reading system tells about its accessibility."""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from campaign.outputs.pandoc import Tree, write

# What we put beside the pictures while pandoc works.
COVER, STYLE, PAGE = "cover.svg", "epub.css", "epub.html"


def render_epub(
    tree: Tree, metadata: Mapping[str, str], words: Mapping[str, str], files: Mapping[str, bytes], epoch: str
) -> bytes:
    """A bound tree as EPUB.

    `metadata` are pandoc's own words for title, language and so on; `words` what overrides/book/epub.html says. `files`
    holds cover, style and page of overrides/book, and the pictures of the text: path → bytes.
    """
    identifier = f"urn:uuid:{uuid5(NAMESPACE_URL, metadata['title'] + metadata['lang'])}"
    given = {name: _text(text) for name, text in {**metadata, "identifier": identifier}.items()}
    return write(
        {**tree, "meta": given | _ACCESSIBILITY},
        "epub3",
        "--toc",
        "--toc-depth=2",
        "--split-level=1",
        f"--css={STYLE}",
        f"--template={PAGE}",
        f"--epub-cover-image={COVER}",
        *(f"--variable={name}:{word}" for name, word in words.items()),
        files=files,
        epoch=epoch,
    )


def _text(text: str) -> dict[str, object]:
    return {"t": "MetaString", "c": text}


def _list(*words: str) -> dict[str, object]:
    return {"t": "MetaList", "c": [_text(word) for word in words]}


# The words are those of the EPUB Accessibility vocabulary of schema.org.
_ACCESSIBILITY = {
    "accessModes": _list("textual", "visual"),
    "accessModeSufficient": _list("textual"),
    "accessibilityFeatures": _list(
        "alternativeText",
        "structuralNavigation",
        "tableOfContents",
        "readingOrder",
        "displayTransformability",
    ),
    "accessibilityHazards": _list("none"),
}
