"""The guide, or one chapter of it, as a tagged PDF: typst writes PDF/UA-1 and PDF/A-3a."""

import copy
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import typst

from campaign import typography
from campaign.outputs.pandoc import Tree, elements, plain, write
from campaign.outputs.typeset import STANDARDS
from campaign.settings import Language
from campaign.site import Site
from campaign.text.pandoc import BOXES

BODY = "// BODY"


def render_pdf(tree: Tree, facts: Mapping[str, object], template: str, files: Mapping[str, bytes]) -> bytes:
    """A bound tree as PDF.

    `template` is overrides/book/book.typ, `facts` what its cover and heads say, and `files` the pictures of cover and text:
    path → bytes.
    """
    tree = copy.deepcopy(tree)
    _unmark_checklists(tree)
    _describe_pictures(tree)
    main = template.replace(BODY, write(tree, "typst").decode())
    sources: Any = {  # typst takes several files, which its types leave out
        "main.typ": main.encode(),
        "book.json": json.dumps(facts).encode(),
        **files,
    }
    return bytes(typst.compile(sources, pdf_standards=[*STANDARDS], ignore_system_fonts=True))


def book_facts(
    site: Site, language: Language, title: str, subtitle: str, *, whole: bool
) -> dict[str, object]:
    """What the cover and the running heads say. A single chapter has neither contents nor a cover of its own."""
    edition, code = site.content.edition, language.code
    day = date.fromisoformat(edition.date)
    return {
        "title": title,
        "guide": edition.title[code],
        "subtitle": subtitle,
        "whole": whole,
        "site": site.content.label("interface", "site-name", code),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "lang": language.tag,
        "region": language.country,
        "edition": edition_line(site, language),
        "contents": site.content.label("book", "contents", code),
    }


def edition_line(site: Site, language: Language) -> str:
    """Which version this is and from which day."""
    edition = site.content.edition
    word = site.content.label("interface", "edition", language.code)
    return f"{word} {edition.version} · {typography.date(edition.date, language)}"


def _unmark_checklists(tree: Tree) -> None:
    """A line that begins with a box needs no bullet before it."""
    for element in elements(tree, "BulletList"):
        if all(item[0]["c"][:1] == [{"t": "Str", "c": BOXES[False]}] for item in element["c"]):
            unmarked = {"t": "RawBlock", "c": ["typst", "#set list(marker: none)"]}
            blocks = [unmarked, {"t": "BulletList", "c": element["c"]}]
            element["t"], element["c"] = "Div", [["", [], []], blocks]


def _describe_pictures(tree: Tree) -> None:
    """Pandoc leaves the words for those who do not see a picture out of what it writes for typst."""
    for element in elements(tree, "Image"):
        (_, _, sizes), words, (path, _) = element["c"]
        path, alternative = (json.dumps(text, ensure_ascii=False) for text in (path, plain(words)))
        arguments = [path, f"alt: {alternative}", *(f"{side}: {size}" for side, size in sizes)]
        element["t"], element["c"] = "RawInline", ["typst", f"#box(image({', '.join(arguments)}))"]
