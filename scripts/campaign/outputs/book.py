"""The guide, or one chapter of it, as a tagged PDF: typst writes PDF/UA-1 and PDF/A-3a."""

import json
from collections.abc import Iterable, Mapping
from datetime import date

from campaign import typography
from campaign.content import Content
from campaign.outputs.book_index import law_index, neighbour_tag, word_index
from campaign.outputs.typeset import typeset_book
from campaign.pages import pages_of
from campaign.settings import Language
from campaign.site import Site

BODY = "// BODY"
# What the design says itself: its name there → the word of labels.yml.
_WORDS = {
    "contents": "contents",
    "page": "page",
    "register": "register",
    "register-words": "register-words",
    "register-laws": "register-laws",
    "register-key": "register-key",
}


def render_pdf(markup: str, facts: Mapping[str, object], template: str, files: Mapping[str, bytes]) -> bytes:
    """A bound book as PDF.

    `markup` is what `spreads` made of its tree, `template` overrides/book/book.typ, `facts` what that says itself, and
    `files` its type and pictures and those of the text: path → bytes.
    """
    return typeset_book(template.replace(BODY, markup), {"book.json": json.dumps(facts).encode(), **files})


def book_facts(
    site: Site,
    language: Language,
    title: str,
    subtitle: str,
    *,
    whole: bool,
    only: str = "",
    chapter: str = "",
) -> dict[str, object]:
    """What the cover, the running heads and the registers say.

    A single `chapter` has neither contents nor a cover of its own, and reads nothing of the others; `only` is the country of
    an edition that leaves the other out.
    """
    content, code = site.content, language.code
    day = date.fromisoformat(content.edition.date)
    return {
        "title": title,
        "guide": content.edition.title[code],
        "subtitle": subtitle,
        "whole": whole,
        "only": content.label("edition-of", only.lower(), code) if only else "",
        "site": content.label("interface", "site-name", code),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "lang": language.tag,
        "other-lang": neighbour_tag(content, language),
        "region": language.country,
        "edition": edition_line(site, language),
        "chapters": len(content.chapters),
        "drawings": _drawings(content, code, [chapter] if chapter else content.chapters),
        "templates": {
            site.root_address + page.address: f"templates-{page.slug}"
            for page in (pages_of(site.pages, language, "templates") if whole else ())
        },
        "words": word_index(content, language) if whole else [],
        "laws": law_index(content, language) if whole else [],
        **{name: content.label("book", word, code) for name, word in _WORDS.items()},
    }


def _drawings(content: Content, code: str, chapters: Iterable[str]) -> dict[str, str]:
    """What the drawings above the chapters show."""
    return {slug: drawing[code] for slug in chapters if (drawing := content.chapters[slug].drawing)}


def edition_line(site: Site, language: Language) -> str:
    """Which version this is and from which day."""
    edition = site.content.edition
    word = site.content.label("interface", "edition", language.code)
    return f"{word} {edition.version} · {typography.format_partial_date(edition.date, language)}"
