"""From the blocks of pandoc's document tree to the markup of typst, which makes PDF of it.

Pandoc writes it too, but without the words for a picture, and at the cost of a process for each book.
"""

import json
import re
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from campaign.outputs.pandoc import plain
from campaign.text.pandoc import BOXES, Node

# What a node holds depends on its name, as in `text.pandoc`.
_Content = Any
# What would be a mark anywhere in a word, or where a word begins: a list, a heading, a rule.
_MARK = re.compile(r"""[\\#$@<>*_`~\[\]"'/]|-(?=[-?\d])|\.(?=\.)|^[=+-]|(?<=^\d)\.|(?<=^\d\d)\.""")
_ALIGNMENTS = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center", "AlignDefault": "auto"}
_NUMBERING = {"Period": "1.", "OneParen": "1)"}


def typst_markup(blocks: Sequence[Node]) -> str:
    """The blocks as markup."""
    return "".join(_BLOCKS[block["t"]](block.get("c")) for block in blocks)


def _inlines(words: Sequence[Node]) -> str:
    return "".join(_INLINES[word["t"]](word.get("c")) for word in words)


def _text(value: str) -> str:
    """A text as a string of typst's code."""
    return json.dumps(value, ensure_ascii=False)


def _within(blocks: Sequence[Node]) -> str:
    return f"[{typst_markup(blocks).strip()}]"


def _heading(content: _Content) -> str:
    level, (name, *_), words = content
    label = f"\n<{name}>" if name else ""
    return f"{'=' * level} {_inlines(words)}{label}\n\n"


def _bullets(items: Sequence[Sequence[Node]]) -> str:
    """A line that begins with a box needs no bullet before it."""
    boxes = all(item[0]["c"][:1] == [{"t": "Str", "c": BOXES[False]}] for item in items)
    return _list("list", items, *["marker: none"] * boxes)


def _numbers(content: _Content) -> str:
    (start, _, delimiter), items = content
    return _list("enum", items, f"start: {start}", f'numbering: "{_NUMBERING[delimiter["t"]]}"')


def _list(kind: str, items: Sequence[Sequence[Node]], *settings: str) -> str:
    tight = str(all(block["t"] != "Para" for item in items for block in item)).lower()
    return f"#{kind}({', '.join((f'tight: {tight}', *settings, *map(_within, items)))})\n\n"


def _definitions(items: _Content) -> str:
    rendered = (
        f"terms.item([{_inlines(term)}], {_within([*chain.from_iterable(descriptions)])})"
        for term, descriptions in items
    )
    return f"#terms(tight: false, {', '.join(rendered)})\n\n"


def _table(content: _Content) -> str:
    _, _, columns, (_, head), [(_, _, _, body)], _ = content
    sides = "".join(f"{_ALIGNMENTS[side['t']]}, " for side, _ in columns)
    widths = "".join(f"{_width(width)}, " for _, width in columns)
    rows = [f"table.header({_cells(head)})", "table.hline()", *([_cells(body)] if body else [])]
    table = f"#table(columns: ({widths}), align: ({sides}), {', '.join(rows)})"
    return f"#figure(align(center)[{table}], kind: table)\n\n"


def _width(width: Node) -> str:
    return f"{width['c']:.2%}" if width["t"] == "ColWidth" else "auto"


def _cells(rows: _Content) -> str:
    return ", ".join(_within(cell[4]) for _, row in rows for cell in row)


def _link(content: _Content) -> str:
    _, words, (target, _) = content
    place = f"<{target[1:]}>" if target.startswith("#") else _text(target)
    return f"#link({place})[{_inlines(words)}];"


def _span(content: _Content) -> str:
    """A place to link to, or words in another language."""
    (name, _, attributes), words = content
    tag = dict(attributes).get("lang")
    shown = f"#text(lang: {_text(tag)})[{_inlines(words)}];" if tag else _inlines(words)
    return f"{shown}<{name}>" if name else shown


def _image(content: _Content) -> str:
    """A picture with the words for those who do not see it."""
    (_, _, sizes), words, (path, _) = content
    arguments = [_text(path), f"alt: {_text(plain(words))}", *(f"{side}: {size}" for side, size in sizes)]
    return f"#box(image({', '.join(arguments)}));"


def _code_block(content: _Content) -> str:
    (_, names, _), code = content
    language = f", lang: {_text(names[0])}" if names else ""
    return f"#raw({_text(code)}, block: true{language})\n\n"


def _marked(function: str) -> Callable[[_Content], str]:
    return lambda words: f"#{function}[{_inlines(words)}];"


# All that `text.pandoc` makes of a text; a name that is missing here stops the book instead of losing words.
_BLOCKS: dict[str, Callable[[_Content], str]] = {
    "Header": _heading,
    "Para": lambda words: f"{_inlines(words)}\n\n",
    "Plain": lambda words: f"{_inlines(words)}\n",
    "BlockQuote": lambda blocks: f"#quote(block: true){_within(blocks)}\n\n",
    "BulletList": _bullets,
    "OrderedList": _numbers,
    "DefinitionList": _definitions,
    "Table": _table,
    "CodeBlock": _code_block,
    "HorizontalRule": lambda _: "#horizontalrule\n\n",
}
_INLINES: dict[str, Callable[[_Content], str]] = {
    "Str": lambda word: _MARK.sub(r"\\\g<0>", word),
    "Space": lambda _: " ",
    "SoftBreak": lambda _: " ",
    "LineBreak": lambda _: " \\ ",
    "Code": lambda content: f"#raw({_text(content[1])});",
    "Emph": _marked("emph"),
    "Strong": _marked("strong"),
    "Strikeout": _marked("strike"),
    "Link": _link,
    "Image": _image,
    "Note": lambda blocks: f"#footnote{_within(blocks)};",
    "Span": _span,
}
