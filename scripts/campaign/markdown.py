"""The prose dialect: CommonMark with GitHub's additions, heading ids and definition lists, parsed once.

markdown-it-py does the parsing; here are only the things that are ours: heading ids, widths of pictures, and what a text
contains, for the checks. `text.html` and `text.pandoc` make of the same tokens what readers get.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.gfm import gfm_plugin

_HEADING_ID = re.compile(r"\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$")
_WIDTH = re.compile(r"\{width=(\d+(?:\.\d+)?(?:cm|mm))\}")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_SAID = re.compile(r"[^\W_]")
_LETTERS = str.maketrans({"å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "ae", "é": "e", "ü": "u"})

# How the links begin that name a source, a rule, or a fact with its source.
REFERENCES = ("source:", "rule:", "fact:")

# What a template's reader fills in, written as a link: `[Namn](field:text)`.
FIELDS = ("text", "long", "date", "choice")
# The point of law that a row of a template answers, written as a link: `[Krav: LAS 6 c § 2 st. p. 7](required:7)`.
REQUIRED = "required:"
# Words of a template in another language, written as a link: `[Start date](lang:en)`.
TRANSLATION = "lang:"
# The kind of token that a link to a source becomes on the way to the reader; see `citations`.
CITATION = "citation"

# Where a mark would begin: anywhere, or where a line begins (`#`, `-`, and the dot of `1.`).
_BEFORE_MARK = re.compile(r"(?=[\\`*_\[\]<>&|~])|^(?=[#+:=-])|^\d{1,9}(?=[.)])")

# A place to link to within a line, which templates write.
ANCHOR = re.compile(r'<span id="([\w-]+)">')

PARSER = MarkdownIt("commonmark", {"html": True, "xhtmlOut": False}).use(gfm_plugin).use(deflist_plugin)
# Of GitHub's marks the only one that other programs read in another way: H~2~O.
PARSER.options["strikethrough_single_tilde"] = False


# Characters, seven times the longest paragraph of ours. Rows of brackets take the parser a time that grows with the square of
# their length, so it sees no more than this of a paragraph; `checks/dialect` says so.
LONGEST_PARAGRAPH = 5000


def _shorten(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > LONGEST_PARAGRAPH:
            token.meta["length"], token.content = len(token.content), token.content[:LONGEST_PARAGRAPH]


PARSER.core.ruler.before("inline", "shorten", _shorten)


# A line that was meant as a heading: nothing parts its signs from its words.
NO_HEADING = re.compile(r"#{2,6}[^#\s].*|#[^\W\d_][^#]*$")


@dataclass(frozen=True)
class Heading:
    """A heading of a text: its level, address within the page, words and line (from 1)."""

    level: int
    id: str
    text: str
    line: int


def parse(text: str, taken: Collection[str] = ()) -> list[Token]:
    """The tokens of a text, headings with their ids, of which none is one of those `taken`."""
    tokens = PARSER.parse(text)
    _name_headings(tokens, set(taken))
    _size_pictures(tokens)
    return tokens


def headings(tokens: Sequence[Token]) -> list[Heading]:
    """The headings in order."""
    return [
        Heading(int(token.tag[1]), str(token.attrs["id"]), words_of(tokens[n + 1]), _line(token))
        for n, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def wished_ids(tokens: Sequence[Token]) -> list[str]:
    """The ids that the headings would have in order, were none taken."""
    return [
        (_HEADING_ID.search(inline.content) or ["", slug_of(words_of(inline))])[1]
        for token, inline in pairwise(tokens)
        if token.type == "heading_open"
    ]


def written_ids(tokens: Sequence[Token]) -> dict[str, int]:
    """The ids that somebody wrote after a heading, `## Att bo {#housing}`, each with its line (from 1)."""
    blocks = (inline for token, inline in pairwise(tokens) if token.type == "heading_open")
    return {found[1]: _line(inline) for inline in blocks if (found := _HEADING_ID.search(inline.content))}


def anchors(tokens: Sequence[Token]) -> set[str]:
    """The places in a text that a link can lead to."""
    spans = (ANCHOR.fullmatch(token.content) for token in each_token(tokens) if token.type == "html_inline")
    return {heading.id for heading in headings(tokens)} | {span[1] for span in spans if span}


def each_token(tokens: Sequence[Token]) -> Iterator[Token]:
    """Blocks and what stands in their lines, in the order of the text; the words for a picture are a part of it."""
    for token in tokens:
        yield token
        if token.type != "image":
            yield from each_token(token.children or ())


def callout_kind(meta: Mapping[str, object]) -> str:
    """Which of the five callouts a block is, as labels.yml calls it."""
    return str(meta["kind"]).lower()


def _name_headings(tokens: Sequence[Token], used: set[str]) -> None:
    """Give each heading the id written after it, `## Att bo {#housing}`, or one made from its words."""
    counts = Counter[str]()
    for n, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        inline = tokens[n + 1]
        name = wished = _written_id(inline) or slug_of(words_of(inline)) or "section"
        while name in used:
            counts[wished] += 1
            name = f"{wished}-{counts[wished] + 1}"
        used.add(name)
        token.attrSet("id", name)


def _written_id(inline: Token) -> str | None:
    last = inline.children[-1] if inline.children else None
    found = _HEADING_ID.search(last.content) if last and last.type == "text" else None
    if last is None or found is None:
        return None
    last.content = last.content[: found.start()]
    return found[1]


def _size_pictures(tokens: Sequence[Token]) -> None:
    """Give each picture the width on paper written after it, `![Märket](mark.svg){width=2.4cm}`."""
    for token in tokens:
        for picture, after in pairwise(token.children or ()):
            if picture.type == "image" and (found := _WIDTH.match(after.content)):
                picture.meta["width"], after.content = found[1], after.content[found.end() :]


def own_words(inline: Token) -> str:
    """What an editor says in a block, without what links to sources, rules and facts: there, a number is a year, a section, or told.

    Words in another language are not those of the text.
    """
    words, within_reference = "", False
    for child in inline.children or ():
        if child.type == "link_open":
            within_reference = str(child.attrs["href"]).startswith((*REFERENCES, REQUIRED, TRANSLATION))
        elif child.type == "link_close":
            within_reference = False
        elif child.type in ("softbreak", "hardbreak"):
            words += " "
        elif child.type == "text" and not within_reference:
            words += child.content
    return words


def clauses(inline: Token) -> Iterator[tuple[str, str]]:
    """Each source that a block links to, and the words before the link that rest on it: several share those before the first."""
    clause, text, within_link = "", "", False
    for child in inline.children or ():
        href = str(child.attrs.get("href", ""))
        if child.type == "link_open" and href.startswith("source:"):
            clause, text, within_link = text if _SAID.search(text) else clause, "", True
            yield href.removeprefix("source:"), clause
        elif child.type == "link_close":
            within_link = False
        elif not within_link:
            text += child.content or " "


def link_words(token: Token) -> Iterator[tuple[str, str]]:
    """The links of a block: where each leads, and its words."""
    href, words = None, ""
    for child in token.children or ():
        if child.type == "link_open":
            href, words = str(child.attrs["href"]), ""
        elif child.type == "link_close" and href is not None:
            yield href, words
            href = None
        else:
            words += child.content


def with_line(token: Token, line: list[Token]) -> Token:
    """A copy of a block with another line in it. `Token.copy` takes ten times as long, and a site has a million lines."""
    own = (token.type, token.tag, token.nesting, token.attrs, token.map, token.level, line, token.content)
    return Token(*own, token.markup, token.info, token.meta, token.block, token.hidden)


def leads_to(token: Token, schemes: tuple[str, ...]) -> bool:
    """Whether a link begins here whose address begins with one of these."""
    return token.type == "link_open" and str(token.attrs["href"]).startswith(schemes)


def words_of(inline: Token) -> str:
    """What is read in a line, without its marks."""
    return "".join(t.content for t in inline.children or () if t.type in ("text", "code_inline"))


def plain_markdown(text: str) -> str:
    """Plain text so that Markdown shows every character of it as it stands, also at the beginning of a line."""
    return _BEFORE_MARK.sub(r"\g<0>\\", text)


def slug_of(words: str) -> str:
    """Words as an address: lower-case ASCII letters, digits and hyphens."""
    return _NOT_IN_ID.sub("-", words.lower().translate(_LETTERS)).strip("-")


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
