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
from markupsafe import Markup

from campaign.markdown import (
    CITATION,
    PARSER,
    REQUIRED,
    TRANSLATION,
    callout_kind,
    leads_to,
    own_words,
    with_line,
    words_of,
)
from campaign.settings import BY_CODE

# The plugin opens a section, which would need a heading.
PARSER.add_render_rule(
    "footnote_block_open", lambda *_: '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n'
)
PARSER.add_render_rule("footnote_block_close", lambda *_: "</ol>\n</div>\n")
PARSER.add_render_rule(CITATION, lambda _, tokens, n, *__: str(citation_link(**tokens[n].meta)))


def citation_link(source: str, at: str = "", name: str = "") -> Markup:
    """The place of a citation, which `notes` gives its number; see `citations.citation`."""
    return Markup('<a data-cite="{}" data-at="{}" data-name="{}"></a>').format(source, at, name)


@dataclass(frozen=True)
class Target:
    """Where a link leads: the address as it stands in the page, and the attributes it gets."""

    address: str
    attributes: tuple[tuple[str, str], ...] = ()


# What looks like a link and is a box.
_BOXED = ("field:", REQUIRED, TRANSLATION)
# What points somewhere, and the attribute that says where.
_ADDRESSES = {"link_open": "href", "image": "src"}
LinkResolver = Callable[[str], Target]


def render(
    tokens: Sequence[Token], resolve: LinkResolver, words: Mapping[str, str], foreign: Mapping[str, str]
) -> str:
    """The tokens as HTML, with links resolved and each table in a box that scrolls by keyboard too; they stay as they are.

    `words` names in the reader's language what Markdown has no words for: `table`, and the five kinds of callout.
    `foreign` holds names in another language than the text, name → language tag, so that they are read aloud right.
    """
    pattern = names_pattern(foreign)
    shown = [_aligned(token) for token in tokens]
    for n, token in enumerate(shown):
        if token.type == "inline":
            line = _resolved_links(token.children or (), resolve)
            shown[n] = with_line(token, [part for child in line for part in _marked(child, pattern, foreign)])
    _name_callouts(shown, words)
    _label_boxes(shown)
    _name_columns(shown, tokens)
    return str(PARSER.renderer.render(list(_boxed_tables(shown, words["table"])), PARSER.options, {}))


def _aligned(token: Token) -> Token:
    """The policy of the server refuses styles in the page; the style sheet knows the classes."""
    if token.type not in ("th_open", "td_open") or "style" not in token.attrs:
        return token
    return token.copy(attrs={"class": str(token.attrs["style"]).removeprefix("text-align:")})


def _resolved_links(line: Sequence[Token], resolve: LinkResolver) -> Iterator[Token]:
    """A line whose links lead where they should. A blank, a point of law and a translation are no links: they stand in boxes."""
    is_box = False
    for token in line:
        if leads_to(token, _BOXED):
            is_box = True
            yield _html(f"<span {_box_attributes(str(token.attrs['href']))}>")
        elif token.type == "link_close" and is_box:
            is_box = False
            yield _html("</span>")
        elif token.type in _ADDRESSES:
            yield _resolved(token, _ADDRESSES[token.type], resolve)
        else:
            yield token


def _box_attributes(href: str) -> str:
    scheme, _, rest = href.partition(":")
    if href.startswith(TRANSLATION):
        return f'class="translation" lang="{BY_CODE[rest].tag}"'
    return f'class="{scheme} {scheme}-{rest}"'


def _resolved(token: Token, attribute: str, resolve: LinkResolver) -> Token:
    target = resolve(str(token.attrs[attribute]))
    return token.copy(attrs={**token.attrs, attribute: target.address, **dict(target.attributes)})


def _html(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)


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


def _name_callouts(tokens: list[Token], words: Mapping[str, str]) -> None:
    kind = ""
    for n, token in enumerate(tokens):
        if token.type == "alert_open":
            kind = callout_kind(token.meta)
        elif token.type == "alert_title_open":
            tokens[n + 1] = with_line(tokens[n + 1], [Token("text", "", 0, content=words[kind])])


def names_pattern(foreign: Mapping[str, str]) -> re.Pattern[str]:
    """Any of the names as a whole word, the longest first."""
    longest_first = sorted(foreign, key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def _marked(token: Token, pattern: re.Pattern[str], foreign: Mapping[str, str]) -> Iterator[Token]:
    """A piece of a line, divided where a name in another language stands."""
    if token.type != "text" or not foreign or not pattern.search(token.content):
        yield token
        return
    for part in pattern.split(token.content):
        if part in foreign:
            yield _html(f'<span lang="{foreign[part]}">')
        if part:
            yield Token("text", "", 0, content=part)
        if part in foreign:
            yield _html("</span>")


def _label_boxes(tokens: list[Token]) -> None:
    """A checklist is for ticking, by mouse and by keyboard. GitHub's dead box stays where no words follow.

    A blank in its line stands beside the label: it is written in, and ticks nothing.
    """
    for n, token in enumerate(tokens):
        if token.type == "list_item_open" and "checked" in token.meta:
            found = next((m for m in (n + 1, n + 2) if tokens[m].type == "inline"), None)
            if found is not None:
                mark = ' checked=""' if token.meta["checked"] else ""
                tokens[n] = token.copy(meta={})
                words = tokens[found].children or ()
                end = next((at for at, word in enumerate(words) if _is_blank(word)), len(words))
                label = [_html(f'<label><input type="checkbox"{mark}> '), *words[:end], _html("</label>")]
                tokens[found] = with_line(tokens[found], [*label, *words[end:]])


def _is_blank(token: Token) -> bool:
    return token.type == "html_inline" and token.content.startswith('<span class="field')


def _name_columns(shown: list[Token], tokens: Sequence[Token]) -> None:
    """A blank knows its column, where a table has several: on a phone it stands below its row's words, far from the head."""
    heads: list[str] = []
    column = 0
    for n, token in enumerate(tokens):
        if token.type == "thead_open":
            heads = []
        elif token.type == "th_open":
            heads.append(own_words(tokens[n + 1]).strip())
        elif token.type == "tr_open":
            column = 0
        elif token.type == "td_open":
            if len(heads) > 2 and any(map(_is_blank, shown[n + 1].children or ())):
                shown[n] = token.copy(attrs={**token.attrs, "data-column": heads[column]})
            column += 1
