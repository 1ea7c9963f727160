"""The guide before it has a format: its chapters and appendices, and the document trees that every format is made from.

The chapters pass `expand`, as the pages do, so a book says what the page says.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import unquote

from markdown_it.token import Token

from campaign.context import rendered
from campaign.expand import cited, expand, prose_words
from campaign.links import destination, target_page
from campaign.markdown import CITATION, anchors, each_token, parse, plain_markdown
from campaign.models.guide import Chapter
from campaign.outputs.pandoc import Tree, document, elements, plain
from campaign.outputs.pictures import FOLDER as PICTURES
from campaign.outputs.pictures import printed_name
from campaign.pages import Page, media_file, pages_of, path_of
from campaign.pictures import printed, published_file
from campaign.proper_names import foreign_names
from campaign.settings import Language
from campaign.site import Site
from campaign.text.pandoc import Node, RenderContext, blocks

# What stands before the chapters: the template's name → the page of the site that it stands for, if any.
FRONT = {"about": ""}
SOURCES = "sources"
_NO_ATTRIBUTES: list[object] = ["", [], []]
# The heading of what is told of one country: `rules-se`, `duties-no-25`.
_OF_COUNTRY = re.compile(r"(?:rules|duties)-(\w\w)(?:-|$)")
# Characters: what fits beside each other on a page, and what a column gets at least and at most.
LINE, NARROWEST, WIDEST = 80, 16, 60
# Characters that the edges of a cell take.
_ROOM = 4


@dataclass(frozen=True)
class Part:
    """A chapter or an appendix: its name within the book, the page it stands for, and its text.

    In the text, links are as the writer wrote them, seen from `page`.
    """

    name: str
    path: str
    page: Page
    tokens: Sequence[Token]

    def anchor(self, name: str) -> str:
        """The id within the book of a place in this part, for every chapter has its `steps`; the title is the part's own."""
        return f"{self.name}-{name}" if name else self.name


def back_matter(site: Site) -> dict[str, str]:
    """What stands after the chapters: the template's name → the page of the site that it stands for."""
    roles = site.content.structure.pages
    return {"duties": roles.duties, "templates": roles.templates, "changes": roles.changes}


def chapter_pages(site: Site, language: Language) -> list[Page]:
    """The chapters in their order."""
    pages = (page for page in pages_of(site.pages, language, "chapters") if not page.is_fallback)
    return sorted(pages, key=lambda page: page.shown(Chapter).number)


def chapter_part(site: Site, page: Page) -> Part:
    """One chapter: its number and title, what the reader can do afterwards, and its text."""
    title, lead = (plain_markdown(words) for words in (page.title, page.subtitle or ""))
    head = _titled(f"# {page.shown(Chapter).number} {title}\n\n*{lead}*\n")
    return Part(str(page.slug), page.path, page, [*head, *expand(site, page)])


def appendix(site: Site, language: Language, name: str, path: str) -> Part:
    """What stands in no chapter, from overrides/book/<name>.md."""
    page = site.pages[language.code, site.content.structure.pages.guide]
    tokens = _titled(rendered(site, page, f"book/{name}.md"))
    return Part(name, path, page, [cited(site, page, token) for token in tokens])


def sources_part(site: Site, language: Language, parts: Sequence[Part]) -> Part:
    """The sources that the parts name, from overrides/book/sources.md; a note says where in one, this list all else."""
    page = site.pages[language.code, site.content.structure.pages.guide]
    cited_in = (
        token.meta["source"] for part in parts for token in each_token(part.tokens) if token.type == CITATION
    )
    sources = sorted(
        (site.content.sources[slug] for slug in set(cited_in)),
        key=lambda source: (source.publisher.casefold(), source.title.casefold()),
    )
    days = sorted(source.read for source in sources if source.read)
    tokens = _titled(rendered(site, page, f"book/{SOURCES}.md", cited=sources, days=days))
    return Part(SOURCES, "", page, tokens)


def of_country(part: Part, country: str, neighbours: Collection[str] = ()) -> Part:
    """A part without what is told of the neighbour's law, the comparison of both, and the changes of all rules; callouts stay."""
    return replace(part, tokens=list(_of_country(_own_rows(part.tokens, neighbours), country.lower())))


def _own_rows(tokens: Sequence[Token], neighbours: Collection[str]) -> list[Token]:
    """The tokens without the rows of tables that have the name of a neighbour as a cell."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if token.type == "tr_close":
            begins = next(n for n in reversed(range(len(kept))) if kept[n].type == "tr_open")
            if any(cell.content in neighbours for cell in kept[begins:]):
                del kept[begins:]
    return kept


def _of_country(tokens: Sequence[Token], country: str) -> Iterator[Token]:
    law, left_out, within_callout = False, False, False
    for n, token in enumerate(tokens):
        if token.type == "heading_open":
            name, level = str(token.attrs["id"]), int(token.tag[1])
            told_of = _OF_COUNTRY.match(name)
            law = name == "law" if level == 2 else law and level > 2
            left_out = told_of[1] != country if told_of else name == "rule-changes" or (law and level > 2)
        within_callout = token.type == "alert_open" or (
            within_callout and tokens[n - 1].type != "alert_close"
        )
        if not left_out or within_callout:
            yield token
        # What stands between the heading and the rules says in which order the countries come.
        left_out = left_out or (law and token.type == "heading_close" and token.tag == "h2")


def _titled(text: str) -> list[Token]:
    """The tokens of a text that begins with the title of a part, which needs no id of its own."""
    tokens = parse(text)
    tokens[0].attrSet("id", "")
    return tokens


def merge(site: Site, parts: Sequence[Part]) -> Tree:
    """The parts as one tree. A link to a place in them leads there; every other leads to the published site."""
    inside = {part.path: part for part in parts if part.path}
    places = {part.anchor(name) for part in parts for name in anchors(part.tokens)}
    tree = document([block for part in parts for block in _part_blocks(site, part, inside, places)])
    _shape_tables(tree)
    return tree


def _part_blocks(site: Site, part: Part, inside: Mapping[str, Part], places: set[str]) -> list[Node]:
    around = RenderContext(
        anchor=part.anchor,
        link=partial(_address, site, part, inside, places),
        picture=lambda href: f"{PICTURES}/{printed_name(str(media_file(path_of(part.page.path, href))))}",
        words=prose_words(site, part.page),
        note=partial(_note, site, part.page),
        foreign=foreign_names(site.content, part.page.body_language),
    )
    code = part.page.body_language.code
    return blocks([printed(site.content, part.page.path, code, token) for token in part.tokens], around)


def _note(site: Site, page: Page, slug: str, at: str) -> str:
    """The note on a source, from overrides/book/note.md."""
    return rendered(site, page, "book/note.md", source=site.content.sources[slug], at=at)


def _address(site: Site, part: Part, inside: Mapping[str, Part], places: set[str], href: str) -> str:
    """Where a link leads: to a place in this book if it is there, else to the published site."""
    found = destination(site.content, part.page, href)
    if found is None:
        return href
    home = part if href.startswith("#") else inside.get(found.path)
    here = home.anchor(unquote(found.anchor)) if home else ""
    if here in places:
        return f"#{here}"
    if media := media_file(found.path):
        return f"{site.root_address}media/{published_file(media, site.content.media)}"
    return site.root_address + target_page(site, part.page, found).address + found.place


def _shape_tables(tree: Tree) -> None:
    """Columns are as wide as what they hold asks for, and their words begin at the left."""
    for table in elements(tree, "Table"):
        columns, head, bodies = table["c"][2], table["c"][3], table["c"][4]
        rows = [row for rows in (head[1], *(body[3] for body in bodies)) for row in rows]
        longest = [
            max(len(plain(cell[4])) for cell in column) for column in zip(*(r[1] for r in rows), strict=True)
        ]
        words = [
            max((len(word) for cell in column for word in plain(cell[4]).split()), default=0)
            for column in zip(*(r[1] for r in rows), strict=True)
        ]
        shares = _shares([min(max(length, NARROWEST), WIDEST) for length in longest], words)
        for column, share in zip(columns, shares, strict=True):
            if column[0]["t"] == "AlignDefault":
                column[0] = {"t": "AlignLeft"}
            if sum(longest) > LINE:
                column[1] = {"t": "ColWidth", "c": share}


def _shares(wanted: Sequence[int], words: Sequence[int]) -> list[float]:
    """The line shared by what the columns want; a column that would break its longest word takes what that needs."""
    shares = [width / sum(wanted) for width in wanted]
    least = [(length + _ROOM) / LINE for length in words]
    short = [share < floor for share, floor in zip(shares, least, strict=True)]
    given = sum(floor for floor, is_short in zip(least, short, strict=True) if is_short)
    others = sum(share for share, is_short in zip(shares, short, strict=True) if not is_short)
    if not others or given >= 1:
        return shares
    return [
        floor if is_short else share * (1 - given) / others
        for share, floor, is_short in zip(shares, least, short, strict=True)
    ]
