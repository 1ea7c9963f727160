"""The guide as EPUB 3, with what a reading system tells about its accessibility."""

import io
import zipfile
from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from campaign.outputs.pandoc import Tree, write
from campaign.outputs.zip_files import read_zip

# What we put beside the pictures while pandoc works.
COVER, STYLE, PAGE = "cover.png", "epub.css", "epub.html"
_PACKAGE, _NAVIGATION, _TYPE = "EPUB/content.opf", "EPUB/nav.xhtml", "mimetype"
# What pandoc calls the landmarks → the word for it among ours.
_LANDMARKS = {"Title Page": "title-page", "Cover": "cover-page", "Table of Contents": "contents"}
# EPUB Accessibility 1.1, 4.1 and 4.2: what the book is held to, and who says so.
_CONFORMS = """\
    <meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
    <meta property="a11y:certifiedBy">{author}</meta>
  </metadata>"""


def render_epub(
    tree: Tree, metadata: Mapping[str, str], words: Mapping[str, str], files: Mapping[str, bytes], epoch: str
) -> bytes:
    """A bound tree as EPUB.

    `metadata` are pandoc's own words for title, language and so on; `words` what overrides/book/epub.html and the landmarks
    say. `files` holds cover, style and page of overrides/book, and the pictures of the text: path → bytes.
    """
    identifier = f"urn:uuid:{uuid5(NAMESPACE_URL, metadata['title'] + metadata['lang'])}"
    given = {name: _text(text) for name, text in {**metadata, "identifier": identifier}.items()}
    made = write(
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
    return _packed(_finished(read_zip(made), metadata["author"], words))


def _finished(files: Mapping[str, bytes], author: str, words: Mapping[str, str]) -> dict[str, bytes]:
    """The files with what pandoc says in English, or does not say."""
    package, navigation = (files[name].decode() for name in (_PACKAGE, _NAVIGATION))
    package = package.replace("  </metadata>", _CONFORMS.format(author=escape(author)), 1)
    for kind, word in _LANDMARKS.items():
        navigation = navigation.replace(f">{kind}</a>", f">{escape(words[word])}</a>")
    return {**files, _PACKAGE: package.encode(), _NAVIGATION: navigation.encode()}


def _packed(files: Mapping[str, bytes]) -> bytes:
    """The files as EPUB wants them: its type first and as it is, and without the clock."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name in sorted(files, key=lambda name: (name != _TYPE, name)):
            method = zipfile.ZIP_STORED if name == _TYPE else zipfile.ZIP_DEFLATED
            packed.writestr(zipfile.ZipInfo(name), files[name], method)
    return written.getvalue()


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
