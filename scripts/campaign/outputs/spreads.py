"""The parts of a book as its design sets them: calls of the functions of overrides/book/book.typ, with markup in them.

A chapter has an opening page and the sections that every chapter has; each has a look of its own. What the text links to
stands once more in the margin, with its page.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from campaign.models import CHAPTER_SECTIONS
from campaign.outputs.markup import typst_markup
from campaign.outputs.pandoc import elements, plain
from campaign.text.pandoc import Node

# A text → the words of the register that stand in it.
Indexed = Callable[[str], list[str]]
# The sections whose lists stand in two columns, and those that stand beside the margin.
_IN_HALVES = ("mistakes", "checklist", "more")
# The sections that explain; only what stands there is in the register.
_EXPLAINING = ("steps", "why", "law", "grow")
# The parts after the chapters that are one long list.
_EVEN = ("sources", "templates")
# What ends a chapter and stays together.
_LAST = ("checklist", "more")
_TOLD = frozenset({"Para", "Plain", "BulletList", "OrderedList"})


class _Section(NamedTuple):
    """What stands below a heading of the second level: which of the sections of a chapter it is, its label, and its blocks."""

    kind: str
    name: str
    blocks: list[Node]


def book_markup(blocks: Sequence[Node], indexed: Indexed) -> str:
    """A bound tree as calls of the design."""
    return "".join(_BookRenderer(indexed).part(group) for group in _split(blocks, 1))


def _split(blocks: Sequence[Node], level: int) -> Iterator[list[Node]]:
    """The blocks in groups, each from one heading of a level to the next; what stands before the first is a group too."""
    numbers = accumulate(block["t"] == "Header" and block["c"][0] == level for block in blocks)
    for _, group in groupby(zip(numbers, blocks, strict=True), key=lambda pair: pair[0]):
        yield [block for _, block in group]


def _label(header: Node) -> str:
    return str(header["c"][1][0])


def _string(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


class _BookRenderer(NamedTuple):
    """Writes the calls; `indexed` finds the words of the register."""

    indexed: Indexed

    def part(self, blocks: Sequence[Node]) -> str:
        """A chapter, or another part of the book."""
        head, *rest = blocks
        if head["t"] != "Header":
            return typst_markup(blocks)
        quiet = self._replace(indexed=_nothing)
        number, lead = plain(head["c"][2]).split()[0], rest[:1]
        if not (number.isdigit() and lead and _is_lead(lead[0])):
            body = "".join(map(quiet.evenly if _label(head) in _EVEN else quiet.marked, rest))
            return f"#appendix({_string(_label(head))}, {_content([head])}, [{body}])\n\n"
        return self.chapter(head, number, lead, rest[1:])

    def chapter(self, head: Node, number: str, lead: Sequence[Node], rest: Sequence[Node]) -> str:
        """The opening page, and the sections that follow."""
        name = _label(head)
        opening = [block for block in rest[: _first_heading(rest)]]
        sections = (
            [_section(name, group) for group in _split(rest[len(opening) :], 2)]
            if rest[len(opening) :]
            else []
        )
        labels = "".join(f"{_string(section.name)}, " for section in sections)
        title = plain(head["c"][2]).removeprefix(f"{number} ")
        arguments = (
            _string(name),
            number,
            _string(title),
            _content([head]),
            _content(lead),
            _content(opening),
            f"({labels})",
        )
        body = "".join(self.section(name, one) for one in sections if one.kind not in _LAST)
        last = "".join(self.section(name, one) for one in sections if one.kind in _LAST)
        return f"#chapter({', '.join(arguments)})\n\n{body}#closing[{last}]\n\n"

    def section(self, name: str, section: _Section) -> str:
        """A section in the look of its kind."""
        head, *rest = section.blocks
        if section.kind not in _EXPLAINING and self.indexed is not _nothing:
            return self._replace(indexed=_nothing).section(name, section)
        if section.kind == "law":
            return "".join(self.countries(section.blocks))
        if section.kind in _IN_HALVES and [block["t"] for block in rest] == ["BulletList"]:
            left, right = (
                self.bullets(items, bare=section.kind == "checklist") for items in _halves(rest[0]["c"])
            )
            return f'#halves("{section.kind}", {_string(name)}, {_content([head])}, [{left}], [{right}])\n\n'
        body = "".join(map(self.render_block, rest))
        return f'#section("{section.kind}", {_string(name)})[{typst_markup([head])}{body}]\n\n'

    def countries(self, blocks: Sequence[Node]) -> Iterator[str]:
        """The lists of rules of the two countries beside each other, and what stands around them."""
        groups = list(_split(blocks, 3))
        columns = [group for group in groups if _is_country(group)]
        for group in groups:
            if columns and group is groups[0]:
                yield f"#lead-in[{''.join(map(self.render_block, group))}]\n\n"
            elif not _is_country(group):
                yield from map(self.render_block, group)
            elif group is columns[0]:
                sides = ("".join(map(self.marked, column)) for column in columns)
                yield f"#countries({', '.join(f'[{side}]' for side in sides)})\n\n"

    def render_block(self, block: Node) -> str:
        """A block with what it links to in the margin."""
        match block["t"]:
            case "Para" | "Plain":
                return f"{self.noted([block])}\n\n"
            case "BulletList":
                return self.bullets(block["c"], noted=True)
            case "OrderedList":
                (start, _, _), items = block["c"]
                listed = ", ".join(f"[{self.noted(item)}]" for item in items)
                return f"#enum(tight: false, start: {start}, {listed})\n\n"
        return self.marked(block)

    def bullets(self, items: Sequence[Sequence[Node]], *, noted: bool = False, bare: bool = False) -> str:
        """A list; its items begin with words that lead, or with a box, which takes the place of the mark."""
        inside = [self.noted(item) if noted else self.item(item) for item in items]
        marker = "marker: none, body-indent: 0pt, " if bare else ""
        return f"#list(tight: false, {marker}{', '.join(f'[{one}]' for one in inside)})\n\n"

    def evenly(self, block: Node) -> str:
        """A list in two columns of the same length."""
        if block["t"] != "BulletList":
            return self.marked(block)
        left, right = (self.bullets(items) for items in _halves(block["c"]))
        return f"#even([{left}], [{right}])\n\n"

    def item(self, blocks: Sequence[Node]) -> str:
        """An item of a list whose first words, if they are bold, lead."""
        return self.marks(blocks) + typst_markup(_led(blocks)).strip()

    def noted(self, blocks: Sequence[Node]) -> str:
        """Blocks with what they link to in the margin, each once."""
        links = [link["c"] for link in elements(list(blocks), "Link") if link["c"][2][0].startswith("#")]
        refs = {target[1:]: words for _, words, (target, _) in reversed(links)}
        body = self.marks(blocks) + typst_markup(blocks).strip()
        if not refs:
            return body
        noted = "".join(
            f"({_string(name)}, {_content([{'t': 'Plain', 'c': words}])}), "
            for name, words in reversed(refs.items())
        )
        return f"#noted(({noted}))[{body}]"

    def marked(self, block: Node) -> str:
        """A block, with a mark for each word of the register in it."""
        match block["t"]:
            case "BulletList":
                return self.bullets(block["c"])
            case "Table":
                return f"#spread[{typst_markup([block])}]\n\n"
        return self.marks([block]) + typst_markup([block])

    def marks(self, blocks: Sequence[Node]) -> str:
        """The marks of the words of the register that stand in some blocks."""
        found = self.indexed(plain(list(blocks)))
        return f"#idx({', '.join(map(_string, found))});" if found else ""


def _nothing(_text: str) -> list[str]:
    return []


def _content(blocks: Sequence[Node]) -> str:
    return f"[{typst_markup(blocks).strip()}]"


def _is_lead(block: Node) -> bool:
    return block["t"] == "Para" and [word["t"] for word in block["c"]] == ["Emph"]


def _first_heading(blocks: Sequence[Node]) -> int:
    return next((n for n, block in enumerate(blocks) if block["t"] == "Header"), len(blocks))


def _section(chapter: str, blocks: list[Node]) -> _Section:
    name = _label(blocks[0])
    kind = name.removeprefix(f"{chapter}-")
    return _Section(kind if kind in CHAPTER_SECTIONS else "", name, blocks)


def _is_country(group: Sequence[Node]) -> bool:
    return group[0]["t"] == "Header" and "-rules-" in _label(group[0])


def _halves(items: Sequence[Sequence[Node]]) -> tuple[Sequence[Sequence[Node]], Sequence[Sequence[Node]]]:
    """The items in two columns of about the same length."""
    lengths = list(accumulate(len(plain(list(item))) for item in items))
    first = next(n for n, length in enumerate(lengths, 1) if 2 * length >= lengths[-1])
    return items[:first], items[first:]


def _led(blocks: Sequence[Node]) -> Sequence[Node]:
    """The blocks with the bold words that they begin with as such."""
    first = blocks[0]
    if (
        first["t"] not in _TOLD
        or not isinstance(first["c"], list)
        or not first["c"]
        or first["c"][0]["t"] != "Strong"
    ):
        return blocks
    lead = {"t": "Span", "c": [["lead", [], []], [first["c"][0]]]}
    return [{**first, "c": [lead, *first["c"][1:]]}, *blocks[1:]]
