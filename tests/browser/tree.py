"""What a screen reader gets of a page: Chromium's tree of it as text, a line for each thing that is told."""

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

Node = Mapping[str, Any]

# What stands between things and is no thing itself.
SILENT = ("none", "generic", "InlineTextBox", "LayoutTableRow", "rowgroup", "paragraph", "ListMarker")
# What is told of a thing beside its role and its name, if it is so.
TOLD = ("level", "checked", "pressed", "expanded", "selected", "required", "invalid", "disabled", "modal")


def tree_of(page: Page, within: str = "main") -> str:
    """The tree of a part of a page: each thing's role, name and state, and what it is in by the space before it."""
    line = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in line.send("Accessibility.getFullAXTree")["nodes"]}
    line.detach()
    [top] = [node for node in nodes.values() if _value(node, "role") == within]
    return "\n".join(_lines(nodes, top, 0, ""))


def _lines(nodes: Mapping[str, Node], node: Node, depth: int, above: str) -> Iterator[str]:
    role, name = _value(node, "role"), _value(node, "name")
    is_told = not node["ignored"] and role not in SILENT and not (role == "StaticText" and name in above)
    if is_told:
        yield "  " * depth + _render_node(node, role, name)
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _lines(nodes, nodes[child], depth + is_told, name if is_told else above)


def _render_node(node: Node, role: str, name: str) -> str:
    more = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
    states = [f"{state}={more[state]}" for state in TOLD if more.get(state) not in (None, False, "false")]
    values = [f"{key}: {found}" for key in ("value", "description") if (found := _value(node, key))]
    words = [role if role != "StaticText" else "text", f"»{name}«" if name else "", *states, *values]
    return " ".join(filter(None, words))


def _value(node: Node, key: str) -> str:
    return " ".join(str(node.get(key, {}).get("value", "")).split())
