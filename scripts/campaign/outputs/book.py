"""The guide as a tagged PDF: the chapters' own Markdown, through pandoc to typst, PDF/UA-1 and PDF/A-3a.

The chapters pass `expand`, as the pages do, so the book says what the page says.
"""

import json
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pypandoc
import typst

from campaign import typography
from campaign.expand import Site, expand, prose_words
from campaign.pages import SOURCES, Page, media_file, path_of
from campaign.settings import Language

MARKDOWN = "gfm-smart+attributes+definition_lists"
STANDARDS: Any = ["ua-1", "a-3a"]
CHAPTERS = "// CHAPTERS"


def book_name(language: Language) -> str:
    """The lasting name of the file."""
    return f"hr-guide-{language.code}.pdf"


def render_book(site: Site, language: Language, template: str, root_address: str) -> bytes:
    """The guide in one language as PDF. `template` is overrides/book.typ, `root_address` the public site."""
    chapters = [_chapter(site, page, root_address) for page in _chapter_pages(site, language)]
    source = template.replace(CHAPTERS, "\n\n".join(chapters))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "book.json").write_text(
            json.dumps(_facts(site, language, root_address)), encoding="utf-8"
        )
        for name, content in site.catalogue.media.items():
            path = Path(folder, "media", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        main = Path(folder, "book.typ")
        main.write_text(source, encoding="utf-8")
        pdf = typst.compile(str(main), root=folder, pdf_standards=STANDARDS, ignore_system_fonts=True)
    return bytes(pdf)


def _chapter_pages(site: Site, language: Language) -> list[Page]:
    pages = [
        page
        for page in site.pages.values()
        if page.layout == "chapters" and page.language is language and not page.borrowed
    ]
    return sorted(pages, key=lambda page: page.record.number)


def _chapter(site: Site, page: Page, root_address: str) -> str:
    """One chapter as typst markup."""
    body = expand(site, page, page.prose) if page.prose else ""
    text = f"# {page.title}\n\n*{page.subtitle}*\n\n{body}"
    tree = json.loads(pypandoc.convert_text(text, "json", format=MARKDOWN))
    _lead_links_home(tree, site, page, root_address)
    _place_pictures(tree, page)
    _name_anchors_apart(tree, page)
    _name_callouts(tree, prose_words(site, page))
    _unmark_checklists(tree)
    return str(pypandoc.convert_text(json.dumps(tree), "typst", format="json"))


def _lead_links_home(node: Any, site: Site, page: Page, root_address: str) -> None:
    """A book is read away from the site: links to pages and sources become whole web addresses."""
    for element in _elements(node, "Link"):
        target = element["c"][2]
        target[0] = _whole_address(site, page, target[0], root_address)


def _whole_address(site: Site, page: Page, href: str, root_address: str) -> str:
    if href.startswith("source:"):
        return root_address + site.pages[page.language.code, SOURCES].address + "#" + href[7:]
    if href.startswith("#"):
        return f"#{page.slug}-{href[1:]}"
    if re.match(r"[a-z]+:", href):
        return href
    path, mark, anchor = href.partition("#")
    target = site.pages[page.language.code, path_of(page.path, path)]
    return root_address + target.address + mark + anchor


def _place_pictures(tree: Any, page: Page) -> None:
    """A picture lies in media/ beside the book, and its words go along for those who do not see it."""
    for element in _elements(tree, "Image"):
        attributes, words, target = element["c"]
        target[0] = f"media/{media_file(path_of(page.path, target[0]))}"
        attributes[2].append(["alt", "".join(part.get("c") or " " for part in words)])


def _name_anchors_apart(tree: Any, page: Page) -> None:
    """Chapters share heading ids (`steps`, `law`); in one document each id may stand once."""
    for element in _elements(tree, "Header"):
        attributes = element["c"][1]
        attributes[0] = f"{page.slug}-{attributes[0]}" if attributes[0] else ""


def _name_callouts(tree: Any, words: dict[str, str]) -> None:
    """Pandoc heads a callout with an English word."""
    for element in _elements(tree, "Div"):
        (_, classes, _), blocks = element["c"]
        if classes and classes[0] in words and blocks and blocks[0]["t"] == "Div":
            blocks[0] = {"t": "Para", "c": [{"t": "Strong", "c": [{"t": "Str", "c": words[classes[0]]}]}]}
            element["t"], element["c"] = "BlockQuote", blocks


def _unmark_checklists(tree: Any) -> None:
    """A line that begins with a box needs no bullet before it."""
    for element in _elements(tree, "BulletList"):
        if all(item[0]["c"][:1] == [{"t": "Str", "c": "☐"}] for item in element["c"]):
            unmarked = {"t": "RawBlock", "c": ["typst", "#set list(marker: none)"]}
            blocks = [unmarked, {"t": "BulletList", "c": element["c"]}]
            element["t"], element["c"] = "Div", [["", [], []], blocks]


def _elements(node: Any, kind: str) -> list[Any]:
    """All elements of a kind in pandoc's tree."""
    if isinstance(node, dict):
        own = [node] if node.get("t") == kind else []
        return own + [found for child in node.values() for found in _elements(child, kind)]
    if isinstance(node, list):
        return [found for child in node for found in _elements(child, kind)]
    return []


def _facts(site: Site, language: Language, root_address: str) -> dict[str, Any]:
    edition, code = site.catalogue.single["edition"], language.code

    def word(name: str) -> str:
        return site.catalogue.label("book", name, code)

    day = date.fromisoformat(edition.date)
    shown = typography.date(edition.date, language)
    return {
        "title": edition.title[code],
        "subtitle": edition.subtitle[code],
        "site": site.catalogue.label("interface", "site-name", code),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "lang": language.tag,
        "region": language.country,
        "edition": f"{site.catalogue.label('interface', 'edition', code)} {edition.version} · {shown}",
        "notice": edition.notice[code],
        "changes": [
            {"date": typography.date(change.date, language), "text": change.text[code]}
            for change in edition.changes
        ],
        "imprint": f"{word('imprint')} {edition.licence} · {root_address}",
        "words": {"contents": word("contents"), "changes": word("changes")},
    }
