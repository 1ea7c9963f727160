"""From the tokens of a text to the blocks of pandoc's document tree, which pandoc writes to any format.

The nodes are those of pandoc-types 1.23. HTML has no place in them, but for `<span id="…">`, which is a place to link to.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from campaign.markdown import ANCHOR, CITATION, callout_kind, parse
from campaign.text.html import names_pattern

# What a node holds depends on its name, as pandoc's own types say.
Node = dict[str, Any]
BOXES = {False: "☐", True: "☒"}
_NO_ATTRIBUTES: list[object] = ["", [], []]
_DELIMITERS = {".": "Period", ")": "OneParen"}
_ALIGNMENTS = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}


@dataclass(frozen=True)
class RenderContext:
    """The document that a text becomes a part of.

    `anchor` gives the id there of a place in the text, `link` and `picture` the address there of what the text points to,
    `words` holds the names of the callouts, and `note` gives the Markdown of the note that a citation (source, at) becomes.
    `foreign` holds names in another language than the text, name → language tag.
    """

    anchor: Callable[[str], str]
    link: Callable[[str], str]
    picture: Callable[[str], str]
    words: Mapping[str, str]
    note: Callable[[str, str], str]
    foreign: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def names(self) -> re.Pattern[str]:
        """Any of the names as a whole word."""
        return names_pattern(self.foreign)


def blocks(tokens: Sequence[Token], around: RenderContext) -> list[Node]:
    """The blocks of a text."""
    root = SyntaxTreeNode(tokens)
    notes = {node.meta["id"]: node for node in root.walk() if node.type == "footnote"}
    return _Emitter(around, notes).blocks(root.children)


@dataclass(frozen=True)
class _Emitter:
    around: RenderContext
    notes: Mapping[int, SyntaxTreeNode]

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> list[Node]:
        return [block for node in nodes for block in _BLOCKS[node.type](self, node)]

    def words(self, node: SyntaxTreeNode) -> list[Node]:
        """What stands in a heading, a paragraph, a cell or a term, whose one child is the line."""
        return [word for inline in node.children for word in self.inlines(inline.children)]

    def inlines(self, nodes: Iterable[SyntaxTreeNode]) -> list[Node]:
        """Words with their marks; what stands between `<span id="…">` and `</span>` is a place of that name."""
        levels: list[tuple[str, list[Node]]] = [("", [])]
        for node in nodes:
            if node.type != "html_inline":
                levels[-1][1].extend(_INLINES[node.type](self, node))
            elif opened := ANCHOR.fullmatch(node.content):
                levels.append((opened[1], []))
            elif node.content == "</span>" and len(levels) > 1:
                name, words = levels.pop()
                levels[-1][1].append(_node("Span", [self.around.anchor(name), [], []], words))
        return [word for _, words in levels for word in words]


def _node(kind: str, *content: object) -> Node:
    """A node as pandoc's JSON has it: one thing stands alone, several in a list."""
    return {"t": kind, "c": content[0] if len(content) == 1 else list(content)}


def _plain_words(text: str) -> Iterator[Node]:
    for number, word in enumerate(re.split(r"[ \t\n]+", text)):
        if number:
            yield {"t": "Space"}
        if word:
            yield _node("Str", word)


def _text(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    """Words, divided where a name in another language stands, so that it is read aloud and hyphenated as such."""
    foreign = emitter.around.foreign
    parts = emitter.around.names.split(node.content) if foreign else [node.content]
    return [shown for part in parts for shown in _build_words(part, foreign.get(part))]


def _build_words(text: str, tag: str | None) -> list[Node]:
    words = list(_plain_words(text)) if text else []
    return [_node("Span", ["", [], [["lang", tag]]], words)] if tag else words


def _heading(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    name = emitter.around.anchor(str(node.attrs["id"]))
    return [_node("Header", int(node.tag[1]), [name, [], []], emitter.words(node))]


def _paragraph(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    return [_node("Plain" if node.hidden else "Para", emitter.words(node))]


def _quote(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    return [_node("BlockQuote", emitter.blocks(node.children))]


def _callout(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    title = _node("Strong", list(_plain_words(emitter.around.words[callout_kind(node.meta)])))
    return [_node("BlockQuote", [_node("Para", [title]), *emitter.blocks(node.children[1:])])]


def _code_block(_emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    return [_node("CodeBlock", ["", node.info.split()[:1], []], node.content.removesuffix("\n"))]


def _bullets(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    return [_node("BulletList", [_item(emitter, item) for item in node.children])]


def _numbers(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    style = [node.attrs.get("start", 1), {"t": "Decimal"}, {"t": _DELIMITERS[node.markup]}]
    return [_node("OrderedList", style, [_item(emitter, item) for item in node.children])]


def _item(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    item = emitter.blocks(node.children)
    return _with_box(item, BOXES[node.meta["checked"]]) if "checked" in node.meta else item


def _with_box(item: list[Node], box: str) -> list[Node]:
    """A line of a checklist begins with a box, also where no words follow."""
    begins_with_words = bool(item) and item[0]["t"] in ("Plain", "Para")
    first, *rest = item if begins_with_words else [_node("Plain", []), *item]
    words = [{"t": "Space"}, *first["c"]] if first["c"] else []
    return [{**first, "c": [_node("Str", box), *words]}, *rest]


def _definitions(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    items: list[Any] = []
    for child in node.children:
        if child.type == "dt":
            items.append([emitter.words(child), []])
        else:
            items[-1][1].append(emitter.blocks(child.children))
    return [_node("DefinitionList", items)]


def _table(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    head, *body = ([_row(emitter, row) for row in part.children] for part in node.children)
    columns = [[_alignment(cell), {"t": "ColWidthDefault"}] for cell in node.children[0].children[0].children]
    bodies = [[_NO_ATTRIBUTES, 0, [], rows] for rows in body]
    caption: list[object] = [None, []]
    foot: list[object] = [_NO_ATTRIBUTES, []]
    return [_node("Table", _NO_ATTRIBUTES, caption, columns, [_NO_ATTRIBUTES, head], bodies, foot)]


def _alignment(cell: SyntaxTreeNode) -> Node:
    side = str(cell.attrs.get("style", "")).removeprefix("text-align:")
    return {"t": _ALIGNMENTS.get(side, "AlignDefault")}


def _row(emitter: _Emitter, row: SyntaxTreeNode) -> list[object]:
    cells = [emitter.words(cell) for cell in row.children]
    side = {"t": "AlignDefault"}  # that of the column
    return [
        _NO_ATTRIBUTES,
        [[_NO_ATTRIBUTES, side, 1, 1, [_node("Plain", words)] if words else []] for words in cells],
    ]


def _link(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    target = [emitter.around.link(str(node.attrs["href"])), str(node.attrs.get("title", ""))]
    return [_node("Link", _NO_ATTRIBUTES, emitter.inlines(node.children), target)]


def _image(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    width = [["width", node.meta["width"]]] if "width" in node.meta else []
    target = [emitter.around.picture(str(node.attrs["src"])), str(node.attrs.get("title", ""))]
    return [_node("Image", ["", [], width], emitter.inlines(node.children), target)]


def _note(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    return [_node("Note", emitter.blocks(emitter.notes[node.meta["id"]].children))]


def _citation(emitter: _Emitter, node: SyntaxTreeNode) -> list[Node]:
    text = parse(emitter.around.note(node.meta["source"], node.meta["at"]))
    return [_node("Note", blocks(text, emitter.around))]


def _marked(kind: str) -> Callable[[_Emitter, SyntaxTreeNode], list[Node]]:
    return lambda emitter, node: [_node(kind, emitter.inlines(node.children))]


def _alone(kind: str) -> Callable[[_Emitter, SyntaxTreeNode], list[Node]]:
    return lambda _emitter, _node: [{"t": kind}]


def _nothing(_emitter: _Emitter, _node: SyntaxTreeNode) -> list[Node]:
    return []


# All that the parser of `markdown` can find; a name that is missing here stops the book instead of losing words.
_BLOCKS: dict[str, Callable[[_Emitter, SyntaxTreeNode], list[Node]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "blockquote": _quote,
    "alert": _callout,
    "fence": _code_block,
    "code_block": _code_block,
    "bullet_list": _bullets,
    "ordered_list": _numbers,
    "dl": _definitions,
    "table": _table,
    "hr": _alone("HorizontalRule"),
    "html_block": _nothing,
    "footnote_block": _nothing,  # each note stands where it is called for
    "footnote_anchor": _nothing,
}
_INLINES: dict[str, Callable[[_Emitter, SyntaxTreeNode], list[Node]]] = {
    "text": _text,
    "code_inline": lambda _, node: [_node("Code", _NO_ATTRIBUTES, node.content)],
    "em": _marked("Emph"),
    "strong": _marked("Strong"),
    "s": _marked("Strikeout"),
    "link": _link,
    "image": _image,
    "softbreak": _alone("SoftBreak"),
    "hardbreak": _alone("LineBreak"),
    "footnote_ref": _note,
    CITATION: _citation,
    "footnote_anchor": _nothing,
}
