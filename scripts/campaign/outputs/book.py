"""The guide, or one chapter of it, as a tagged PDF: typst writes PDF/UA-1 and PDF/A-3a."""

import json
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import typst

from campaign import typography
from campaign.expand import Site
from campaign.outputs.pandoc import Tree, elements, write
from campaign.settings import Language

STANDARDS: Any = ["ua-1", "a-3a"]
BODY = "// BODY"


def render_pdf(tree: Tree, facts: Mapping[str, Any], template: str, media: Mapping[str, bytes]) -> bytes:
    """A bound tree as PDF. `template` is overrides/book/book.typ, `facts` what its cover and heads say."""
    _unmark_checklists(tree)
    source = template.replace(BODY, write(tree, "typst").decode())
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "book.json").write_text(json.dumps(facts), encoding="utf-8")
        for name, content in media.items():
            path = Path(folder, "media", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        main = Path(folder, "book.typ")
        main.write_text(source, encoding="utf-8")
        pdf = typst.compile(str(main), root=folder, pdf_standards=STANDARDS, ignore_system_fonts=True)
    return bytes(pdf)


def book_facts(site: Site, language: Language, title: str, subtitle: str, *, whole: bool) -> dict[str, Any]:
    """What the cover and the running heads say. A single chapter has neither contents nor a cover of its own."""
    edition, code = site.catalogue.single["edition"], language.code
    day = date.fromisoformat(edition.date)
    shown = typography.date(edition.date, language)
    return {
        "title": title,
        "subtitle": subtitle,
        "whole": whole,
        "site": site.catalogue.label("interface", "site-name", code),
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "lang": language.tag,
        "region": language.country,
        "edition": f"{site.catalogue.label('interface', 'edition', code)} {edition.version} · {shown}",
        "contents": site.catalogue.label("book", "contents", code),
    }


def _unmark_checklists(tree: Tree) -> None:
    """A line that begins with a box needs no bullet before it."""
    for element in elements(tree, "BulletList"):
        if all(item[0]["c"][:1] == [{"t": "Str", "c": "☐"}] for item in element["c"]):
            unmarked = {"t": "RawBlock", "c": ["typst", "#set list(marker: none)"]}
            blocks = [unmarked, {"t": "BulletList", "c": element["c"]}]
            element["t"], element["c"] = "Div", [["", [], []], blocks]
