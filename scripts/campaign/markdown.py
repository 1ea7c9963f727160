"""The prose dialect: CommonMark with GitHub's additions, heading ids and definition lists, parsed once.

markdown-it-py does the parsing; here are only the things that are ours: heading ids, links into the site,
tables that scroll on a phone, and the list of what a text contains, for the checks.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.gfm import gfm_plugin

_HEADING_ID = re.compile(r"\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "ae", "é": "e", "ü": "u"})

# How the links begin that name a source, a rule, or a fact with its source.
REFERENCES = ("source:", "rule:", "fact:")

# What a template's reader fills in, written as a link: `[Namn](field:text)`.
FIELDS = ("text", "long", "date", "choice")
# The point of law that a row of a template answers, written as a link: `[Krav: LAS 6 c § 2 st. p. 7](required:7)`.
REQUIRED = "required:"

_CALLOUT = re.compile(r"markdown-alert-([a-z]+)$")

_PARSER = MarkdownIt("commonmark", {"html": True, "xhtmlOut": False}).use(gfm_plugin).use(deflist_plugin)
# The plugin opens a section, which would need a heading.
FOOTNOTES = '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n'
_PARSER.add_render_rule("footnote_block_open", lambda *_: FOOTNOTES)
_PARSER.add_render_rule("footnote_block_close", lambda *_: "</ol>\n</div>\n")


@dataclass(frozen=True)
class Heading:
    """A heading of a text: its level, address within the page, words and line (from 1)."""

    level: int
    id: str
    text: str
    line: int


@dataclass(frozen=True)
class Target:
    """Where a link leads: the address as it stands in the page, and the attributes it gets."""

    address: str
    attributes: tuple[tuple[str, str], ...] = ()


LinkResolver = Callable[[str], Target]


def parse(text: str) -> list[Token]:
    """The tokens of a text, headings with their ids."""
    tokens = _PARSER.parse(text)
    _name_headings(tokens)
    return tokens


def headings(tokens: Sequence[Token]) -> list[Heading]:
    """The headings in order."""
    return [
        Heading(int(token.tag[1]), str(token.attrs["id"]), _words(tokens[n + 1]), _line(token))
        for n, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def render(
    tokens: list[Token], resolve: LinkResolver, words: Mapping[str, str], foreign: Mapping[str, str]
) -> str:
    """The tokens as HTML, with links resolved and each table in a box that scrolls by keyboard too.

    `words` names in the reader's language what Markdown has no words for: `table`, and the five kinds of callout.
    `foreign` holds names in another language than the text, name → language tag, so that they are read aloud right.
    """
    _show_marks(tokens)
    for token in _all(tokens):
        if token.type == "link_open":
            _resolve(token, "href", resolve)
        elif token.type == "image":
            _resolve(token, "src", resolve)
    _name_callouts(tokens, words)
    _mark_foreign(tokens, foreign)
    _label_boxes(tokens)
    _align_by_class(tokens)
    return str(_PARSER.renderer.render(list(_boxed_tables(tokens, words["table"])), _PARSER.options, {}))


def _show_marks(tokens: Sequence[Token]) -> None:
    """A blank to fill in and a point of law are no links: on the page their words stand in a box of their own."""
    is_mark = False
    for token in _all(tokens):
        if token.type == "link_open" and str(token.attrs["href"]).startswith(("field:", REQUIRED)):
            is_mark, token.type = True, "html_inline"
            scheme, _, rest = str(token.attrs["href"]).partition(":")
            token.content = f'<span class="{scheme} {scheme}-{rest}">'
        elif token.type == "link_close" and is_mark:
            is_mark, token.type, token.content = False, "html_inline", "</span>"


def _resolve(token: Token, attribute: str, resolve: LinkResolver) -> None:
    target = resolve(str(token.attrs[attribute]))
    token.attrSet(attribute, target.address)
    for name, value in target.attributes:
        token.attrSet(name, value)


def _all(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.type != "image":  # its children are the words for those who do not see it
            yield from _all(token.children or ())


def _boxed_tables(tokens: Sequence[Token], label: str) -> Iterator[Token]:
    """Each table in a box; the boxes of a page have different names: the heading above, and a number if need be."""
    heading, names = "", Counter[str]()
    for n, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = _words(tokens[n + 1]).strip()
        if token.type == "table_open":
            name = f"{label}: {heading}" if heading else label
            names[name] += 1
            name += f" {names[name]}" if names[name] > 1 else ""
            box = f'<div class="table-box" role="region" tabindex="0" aria-label="{escapeHtml(name)}">\n'
            yield Token("html_block", "", 0, content=box)
        yield token
        if token.type == "table_close":
            yield Token("html_block", "", 0, content="</div>\n")


def _name_callouts(tokens: Sequence[Token], words: Mapping[str, str]) -> None:
    kind = ""
    for n, token in enumerate(tokens):
        if token.type == "alert_open" and (found := _CALLOUT.search(str(token.attrs["class"]))):
            kind = found[1]
        elif token.type == "alert_title_open":
            tokens[n + 1].children = [Token("text", "", 0, content=words[kind])]


def _mark_foreign(tokens: Sequence[Token], foreign: Mapping[str, str]) -> None:
    if not foreign:
        return
    longest_first = sorted(foreign, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    for token in tokens:
        if token.type == "inline":
            token.children = [
                part for child in token.children or () for part in _marked(child, pattern, foreign)
            ]


def _marked(token: Token, pattern: re.Pattern[str], foreign: Mapping[str, str]) -> Iterator[Token]:
    if token.type != "text":
        yield token
        return
    for part in pattern.split(token.content):
        if part in foreign:
            yield Token("html_inline", "", 0, content=f'<span lang="{foreign[part]}">')
        if part:
            yield Token("text", "", 0, content=part)
        if part in foreign:
            yield Token("html_inline", "", 0, content="</span>")


def _align_by_class(tokens: Sequence[Token]) -> None:
    """The policy of the server refuses styles in the page; the style sheet knows the classes."""
    for token in tokens:
        if token.type in ("th_open", "td_open") and (style := token.attrs.pop("style", None)):
            token.attrSet("class", str(style).removeprefix("text-align:"))


def _label_boxes(tokens: Sequence[Token]) -> None:
    """A checklist is for ticking, by mouse and by keyboard."""
    for n, token in enumerate(tokens):
        if token.type == "list_item_open" and "checked" in token.meta:
            inline = next((t for t in tokens[n + 1 : n + 3] if t.type == "inline"), None)
            if inline is not None:
                mark = (
                    ' checked=""' if token.meta.pop("checked") else ""
                )  # or GitHub's dead box would come too
                opening = Token("html_inline", "", 0, content=f'<label><input type="checkbox"{mark}> ')
                inline.children = [
                    opening,
                    *(inline.children or ()),
                    Token("html_inline", "", 0, content="</label>"),
                ]


def _name_headings(tokens: Sequence[Token]) -> None:
    """Give each heading the id written after it, `## Att bo {#housing}`, or one made from its words."""
    used: set[str] = set()
    for n, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        inline = tokens[n + 1]
        name = _written_id(inline) or slug_of(_words(inline)) or "section"
        while name in used:
            name += "-2"
        used.add(name)
        token.attrSet("id", name)


def _written_id(inline: Token) -> str | None:
    last = inline.children[-1] if inline.children else None
    found = _HEADING_ID.search(last.content) if last and last.type == "text" else None
    if last is None or found is None:
        return None
    last.content = last.content[: found.start()]
    return found[1]


def own_words(inline: Token) -> str:
    """What an editor says in a block, without what links to sources, rules and facts: there, a number is a year, a section, or told."""
    words, within_reference = "", False
    for child in inline.children or ():
        if child.type == "link_open":
            within_reference = str(child.attrs["href"]).startswith((*REFERENCES, REQUIRED))
        elif child.type == "link_close":
            within_reference = False
        elif child.type in ("softbreak", "hardbreak"):
            words += " "
        elif child.type == "text" and not within_reference:
            words += child.content
    return words


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


def plain_markdown(text: str) -> str:
    """A record's plain text so that Markdown shows every character of it as it stands."""
    return re.sub(r"([\\`*_\[\]<>&|~])", r"\\\1", text)


def slug_of(words: str) -> str:
    """Words as an address: lower-case ASCII letters, digits and hyphens."""
    return _NOT_IN_ID.sub("-", words.lower().translate(_LETTERS)).strip("-")


def _words(inline: Token) -> str:
    return "".join(t.content for t in inline.children or () if t.type in ("text", "code_inline"))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
