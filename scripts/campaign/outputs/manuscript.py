"""The guide before it has a format: its chapters and appendices as document trees, which every format is made from.

The chapters pass `expand`, as the pages do, so a book says what the page says.
"""

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from campaign.context import rendered
from campaign.expand import expand, prose_words
from campaign.links import chapter_of_rule, linked_fact
from campaign.outputs.pandoc import Tree, elements, parse, plain
from campaign.outputs.pictures import FOLDER as PICTURES
from campaign.pages import Page, media_file, pages_of, path_of
from campaign.settings import Language
from campaign.site import Site

# What stands before and after the chapters: the template's name → the page of the site that it stands for, if any.
FRONT = {"about": ""}
BACK = {"duties": "hr-guide/duties.md", "templates": "templates/index.md", "changes": "hr-guide/changes.md"}
_NO_ATTRIBUTES: list[Any] = ["", [], []]
# Characters: what fits beside each other on a page, and what a column gets at least and at most.
LINE, NARROWEST, WIDEST = 80, 16, 60
_RULE_ANCHOR = re.compile(r'<span id="(rule-[\w-]+)">')


@dataclass(frozen=True)
class Part:
    """A chapter or an appendix: its name within the book, the page it stands for, and its tree.

    In the tree, links are still as the writer wrote them, seen from `page`.
    """

    name: str
    path: str
    page: Page
    tree: Tree


def chapter_pages(site: Site, language: Language) -> list[Page]:
    """The chapters in their order."""
    pages = (page for page in pages_of(site.pages, language, "chapters") if not page.borrowed)
    return sorted(pages, key=lambda page: int(page.record.number))


def chapter_part(site: Site, page: Page) -> Part:
    """One chapter: its number and title, what the reader can do afterwards, and its text."""
    body = expand(site, page, page.prose) if page.prose else ""
    text = f"# {page.record.number} {page.title}\n\n*{page.subtitle}*\n\n{body}"
    return Part(str(page.slug), page.path, page, parse(text))


def appendix(site: Site, language: Language, name: str, path: str) -> Part:
    """What stands in no chapter, from overrides/book/<name>.md."""
    page = site.pages[language.code, site.catalogue.structure.pages.guide]
    return Part(name, path, page, parse(rendered(site, page, f"book/{name}.md")))


def bind(site: Site, parts: Sequence[Part]) -> Tree:
    """The parts as one tree. A link to a place in them leads there; every other leads to the published site."""
    trees = [copy.deepcopy(part.tree) for part in parts]
    for part, tree in zip(parts, trees, strict=True):
        _place_rule_anchors(tree)
        _name_anchors_apart(tree, part)
        _name_callouts(tree, prose_words(site, part.page))
        _place_pictures(tree, part.page)
        _shape_tables(tree)
    inside = {part.path: part.name for part in parts if part.path}
    anchors = _anchors(trees)
    for part, tree in zip(parts, trees, strict=True):
        for link in elements(tree, "Link"):
            target = link["c"][2]
            target[0] = _address(site, part, target[0], inside, anchors)
    # HTML around blocks is for the page's layout, and would end up half open in a chapter of its own.
    blocks = [block for tree in trees for block in tree["blocks"] if block["t"] != "RawBlock"]
    return {**trees[0], "blocks": blocks}


def contents_list(tree: Tree, heading: str) -> list[Tree]:
    """The chapters and appendices of a bound tree as a list of links below a heading, for a format that makes none."""
    links = [
        [{"t": "Plain", "c": [{"t": "Link", "c": [_NO_ATTRIBUTES, words, [f"#{name}", ""]]}]}]
        for level, (name, *_), words in (header["c"] for header in elements(tree["blocks"], "Header"))
        if level == 1
    ]
    title = {"t": "Header", "c": [1, ["contents", [], []], [{"t": "Str", "c": heading}]]}
    return [title, {"t": "BulletList", "c": links}]


def _anchors(trees: Sequence[Tree]) -> set[str]:
    headers = [element["c"][1][0] for element in elements(trees, "Header")]
    return {*headers, *(element["c"][0][0] for element in elements(trees, "Span"))}


def _address(site: Site, part: Part, href: str, inside: Mapping[str, str], anchors: set[str]) -> str:
    """Where a link leads: to a place in this book if it is there, else to the published site."""
    if href.startswith("#"):
        return f"#{part.name}-{href[1:]}"
    scheme, _, name = href.partition(":")
    if scheme in ("source", "fact"):
        source = name if scheme == "source" else linked_fact(site.catalogue, part.page, name).source
        sources = site.pages[part.page.language.code, site.catalogue.structure.pages.sources]
        return f"{site.root_address}{sources.address}#{source}"
    if scheme == "rule":
        path, place = chapter_of_rule(site.catalogue, part.page, name)
    elif re.match(r"[a-z]+:", href):
        return href
    else:
        path, mark, anchor = href.partition("#")
        path, place = path_of(part.page.path, path), mark + anchor
    here = f"{inside.get(path, '')}{place.replace('#', '-')}"
    if path in inside and here in anchors:
        return f"#{here}"
    return site.root_address + site.pages[part.page.language.code, path].address + place


def _place_rule_anchors(tree: Tree) -> None:
    """HTML would be dropped on the way, and with it the places that links to rules lead to."""
    for element in elements(tree, "Plain"):
        words = element["c"]
        found = _RULE_ANCHOR.fullmatch(words[0]["c"][1]) if words[0]["t"] == "RawInline" else None
        if found:
            end = next(n for n, word in enumerate(words) if word["t"] == "RawInline" and n > 0)
            span = {"t": "Span", "c": [[found[1], [], []], words[1:end]]}
            element["c"] = [span, *words[end + 1 :]]


def _name_anchors_apart(tree: Tree, part: Part) -> None:
    """Chapters share heading ids (`steps`, `law`); in one document each id may stand once."""
    for element in elements(tree, "Header"):
        level, attributes, _ = element["c"]
        attributes[0] = part.name if level == 1 else f"{part.name}-{attributes[0]}" if attributes[0] else ""
    for element in elements(tree, "Span"):
        attributes = element["c"][0]
        attributes[0] = f"{part.name}-{attributes[0]}" if attributes[0] else ""


def _name_callouts(tree: Tree, words: Mapping[str, str]) -> None:
    """Pandoc heads a callout with an English word."""
    for element in elements(tree, "Div"):
        (_, classes, _), blocks = element["c"]
        if classes and classes[0] in words and blocks and blocks[0]["t"] == "Div":
            blocks[0] = {"t": "Para", "c": [{"t": "Strong", "c": [{"t": "Str", "c": words[classes[0]]}]}]}
            element["t"], element["c"] = "BlockQuote", blocks


def _shape_tables(tree: Tree) -> None:
    """Columns are as wide as what they hold asks for, and their words begin at the left."""
    for table in elements(tree, "Table"):
        columns, head, bodies = table["c"][2], table["c"][3], table["c"][4]
        rows = [row for rows in (head[1], *(body[3] for body in bodies)) for row in rows]
        longest = [
            max(len(plain(cell[4])) for cell in column) for column in zip(*(r[1] for r in rows), strict=True)
        ]
        wanted = [min(max(length, NARROWEST), WIDEST) for length in longest]
        for column, width in zip(columns, wanted, strict=True):
            if column[0]["t"] == "AlignDefault":
                column[0] = {"t": "AlignLeft"}
            if sum(longest) > LINE:
                column[1] = {"t": "ColWidth", "c": width / sum(wanted)}


def _place_pictures(tree: Any, page: Page) -> None:
    """A picture lies in a folder beside the book while it is made."""
    for element in elements(tree, "Image"):
        target = element["c"][2]
        target[0] = f"{PICTURES}/{media_file(path_of(page.path, target[0]))}"
