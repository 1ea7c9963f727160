"""A YAML text in which nothing needs a closer look ─> its values, and no word of where each stands.

Most files are so. `sources` reads the others, slowly, and again each file of which somebody asks where something stands.
"""

import re

import yaml

from campaign.characters import ELEMENT_END
from campaign.scalars import plain_value

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What an anchor, an alias, a tag, a comment, an escape or an indent by tabs has; and after which signs the first three stand.
_SIGNS, _BEGINNING = re.compile(r"[&*!#\t\\]"), ("", "\n", "[", "{", ",", ":", "?", "-")
# As many spaces as may stand before one of them, at the most that anybody reads.
DEEP = 80
# How a line begins that is none of a mapping.
_OTHER_LINES = ("---", "...", "%")


class _Closer(Exception):
    pass


def mapping_in(text: str, deepest: int) -> dict[str, object] | None:
    """The one mapping of a text, nested at most so deep; None where the text is anything else or needs a closer look."""
    if _needs_a_closer_look(text):
        return None
    try:
        node = _LOADER(text).get_single_node()
        return _mapping(node, deepest) if isinstance(node, yaml.MappingNode) else None
    except (_Closer, yaml.YAMLError):
        return None


def _needs_a_closer_look(text: str) -> bool:
    """Whether a text may hold what is no plain value; one that only looks so is read slowly, and is none the worse for it."""
    if text.startswith(_OTHER_LINES) or any(f"\n{sign}" in text for sign in _OTHER_LINES):
        return True
    return ELEMENT_END in text or any(
        _is_special(text, found[0], found.start()) for found in _SIGNS.finditer(text)
    )


def _is_special(text: str, sign: str, at: int) -> bool:
    before = text[max(0, at - DEEP) : at]
    if sign == "#":
        return not before or before[-1].isspace()
    return sign in "\t\\" or before.isspace() or before.rstrip(" ")[-1:] in _BEGINNING


def _value(node: yaml.Node, deepest: int) -> object:
    if isinstance(node, yaml.ScalarNode):
        return plain_value(node.value, quoted=bool(node.style))
    if not deepest:
        raise _Closer
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, deepest)
    return [_value(one, deepest - 1) for one in node.value]


def _mapping(node: yaml.MappingNode, deepest: int) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value in found:
            raise _Closer
        found[key.value] = _value(value, deepest - 1)
    return found
