"""From the tokens of a text to HTML, which the renderer of markdown-it-py writes.

Here are only the things that are ours: links into the site, tables that scroll on a phone, names in another language,
boxes to tick and blanks to fill in.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from campaign.markdown import PARSER, callout_kind, each_token, words_of

# The plugin opens a section, which would need a heading.
PARSER.add_render_rule(
    "footnote_block_open", lambda *_: '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n'
)
PARSER.add_render_rule("footnote_block_close", lambda *_: "</ol>\n</div>\n")


@dataclass(frozen=True)
class Target:
    """Where a link leads: the address as it stands in the page, and the attributes it gets."""

    address: str
    attributes: tuple[tuple[str, str], ...] = ()


LinkResolver = Callable[[str], Target]


def render(
    tokens: Sequence[Token], resolve: LinkResolver, words: Mapping[str, str], foreign: Mapping[str, str]
) -> str:
    """The tokens as HTML, with links resolved and each table in a box that scrolls by keyboard too; they stay as they are.

    `words` names in the reader's language what Markdown has no words for: `table`, and the five kinds of callout.
    `foreign` holds names in another language than the text, name → language tag, so that they are read aloud right.
    """
    tokens = _copied(tokens)
    _show_fields(tokens)
    for token in each_token(tokens):
        if token.type == "link_open":
            _resolve(token, "href", resolve)
        elif token.type == "image":
            _resolve(token, "src", resolve)
    _name_callouts(tokens, words)
    _mark_foreign(tokens, foreign)
    _label_boxes(tokens)
    _align_by_class(tokens)
    return str(PARSER.renderer.render(list(_boxed_tables(tokens, words["table"])), PARSER.options, {}))


def _copied(tokens: Sequence[Token]) -> list[Token]:
    return [
        token.copy(
            attrs=dict(token.attrs),
            meta=dict(token.meta),
            children=_copied(token.children) if token.children else token.children,
        )
        for token in tokens
    ]


def _show_fields(tokens: Sequence[Token]) -> None:
    """A blank to fill in is no link: on the page its words stand in a box."""
    is_field = False
    for token in each_token(tokens):
        if token.type == "link_open" and str(token.attrs["href"]).startswith("field:"):
            is_field, token.type = True, "html_inline"
            token.content = f'<span class="field {str(token.attrs["href"]).replace(":", "-")}">'
        elif token.type == "link_close" and is_field:
            is_field, token.type, token.content = False, "html_inline", "</span>"


def _resolve(token: Token, attribute: str, resolve: LinkResolver) -> None:
    target = resolve(str(token.attrs[attribute]))
    token.attrSet(attribute, target.address)
    for name, value in target.attributes:
        token.attrSet(name, value)


def _boxed_tables(tokens: Sequence[Token], label: str) -> Iterator[Token]:
    """Each table in a box; the boxes of a page have different names: the heading above, and a number if need be."""
    heading, names = "", Counter[str]()
    for n, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = words_of(tokens[n + 1]).strip()
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
        if token.type == "alert_open":
            kind = callout_kind(token.meta)
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
