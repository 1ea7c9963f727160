"""HTML, as a browser takes it apart: pages, and what stands in feeds."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.policy import Vocabulary, integrity
from campaign.problems import Position, Problem
from campaign.proof.rules import Rules, check_element, check_unseen, fault, position_at

HTML, SVG = "html", "http://www.w3.org/2000/svg"
_COMMENT, _TEXT, _DOCTYPE, _DOCUMENT = "-comment", "-text", "-doctype", "-document"


@dataclass(frozen=True)
class _Source:
    """Where elements stand in a text: the parser does not say it, so tags are counted as they come."""

    text: str
    met: Counter[str] = field(default_factory=Counter)

    def position(self, tag: str) -> Position:
        """Line and column of the element of this name that was met last."""
        tags = re.finditer(rf"<{re.escape(tag)}\b", self.text, re.IGNORECASE)
        starts = [found.start() for found, _ in zip(tags, range(self.met[tag]), strict=False)]
        return position_at(self.text, starts[-1]) if starts else Position()


def prove_page(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """What is against the policy in a page."""
    text = content.decode()
    yield from check_unseen(address, text, rules)
    yield from prove_html(address, text, rules)


def prove_html(address: str, text: str, rules: Rules, position: Position | None = None) -> Iterator[Problem]:
    """What is against the policy in HTML; `position` is where it begins if it is not a file of its own."""
    source = _Source(text)
    page = rules.policy.vocabularies[HTML]
    root = LexborHTMLParser(text).root
    waiting: list[tuple[LexborNode, Vocabulary]] = [(root, page)] if root else []
    while waiting:
        node, around = waiting.pop()
        tag = str(node.tag)
        vocabulary = rules.policy.vocabularies[SVG] if tag == "svg" else around
        source.met[tag] += 1
        for problem in _prove_node(address, node, vocabulary, rules):
            yield replace(problem, position=position or source.position(tag))
        # What a template holds is no part of the tree, until a script takes it out.
        holder = node.template_fragments()[0] if tag == "template" else node
        children = list(holder.iter(include_text=True))
        waiting.extend((child, vocabulary) for child in reversed(children))


def _prove_node(address: str, node: LexborNode, vocabulary: Vocabulary, rules: Rules) -> Iterator[Problem]:
    if node.tag == _COMMENT:
        yield fault(address, "OUT_COMMENT")
    elif node.tag == _TEXT:
        yield from check_unseen(address, node.text_content or "", rules)
    elif node.tag not in (_DOCTYPE, _DOCUMENT) and not _is_told(node, rules):
        for code, values in check_element(rules, vocabulary, str(node.tag), node.attributes, address):
            yield fault(address, code, **values)


def _is_told(node: LexborNode, rules: Rules) -> bool:
    """Whether this is a style or a script that a browser is told the digest of."""
    if node.attributes:
        return False
    text = node.text()
    return (node.tag == "style" and text in rules.styles) or (
        node.tag == "script" and integrity(text.encode()) in rules.scripts.values()
    )
