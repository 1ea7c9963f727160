"""The guide, or one chapter of it, as a tagged PDF: typst writes PDF/UA-1 and PDF/A-3a."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import typst

from campaign import typography
from campaign.outputs.markup import typst_markup
from campaign.outputs.pandoc import Tree
from campaign.outputs.typeset import STANDARDS
from campaign.settings import Language
from campaign.site import Site

BODY = "// BODY"


def render_pdf(tree: Tree, facts: Mapping[str, object], template: str, files: Mapping[str, bytes]) -> bytes:
    """A bound tree as PDF.

    `template` is overrides/book/book.typ, `facts` what its cover and heads say, and `files` the pictures of cover and text:
    path → bytes.
    """
    main = template.replace(BODY, typst_markup(tree["blocks"]))
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
