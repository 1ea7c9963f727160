"""Pandoc: a document tree to any format. The program comes in a Python package."""

import json
from collections.abc import Mapping
from types import MappingProxyType

from campaign.programs import run_program
from campaign.text.pandoc import Node

# The version of the document tree that we write; pandoc refuses a tree of another.
API_VERSION = (1, 23, 1)
Tree = Node
NO_FILES: Mapping[str, bytes] = MappingProxyType({})


def document(blocks: list[Node]) -> Tree:
    """A tree of blocks, which says nothing of itself yet."""
    return {"pandoc-api-version": API_VERSION, "meta": {}, "blocks": blocks}


def write(
    tree: Tree, form: str, *options: str, files: Mapping[str, bytes] = NO_FILES, epoch: str = "0"
) -> bytes:
    """A tree in another format.

    `files` holds what the tree and the options name: relative path → bytes. `epoch` is the moment that the file says it
    was made, in seconds since 1970.
    """
    options = ("--from", "json", "--to", form, *options)
    return _run(json.dumps(tree).encode(), *options, files=files, epoch=epoch)


def default_file(name: str) -> bytes:
    """A file that pandoc carries with it, such as `reference.docx`."""
    return _run(b"", "--print-default-data-file", name)


def elements(tree: object, kind: str) -> list[Node]:
    """All elements of a kind below a node of the tree, the node itself too, in the order of the text."""
    found: list[Node] = []
    waiting: list[list[object] | Node] = [[tree]]
    while waiting:  # a book has a million nodes, which is many for functions that call themselves
        node = waiting.pop()
        if isinstance(node, dict) and node.get("t") == kind:
            found.append(node)
        below = node.values() if isinstance(node, dict) else reversed(node)
        waiting.extend(child for child in below if isinstance(child, (dict, list)))
    return found


def plain(node: object) -> str:
    """The words below a node of the tree, without attributes, addresses and other formats."""
    if isinstance(node, list):
        return "".join(plain(child) for child in node)
    if not isinstance(node, dict):
        return ""
    match node["t"]:
        case "Str":
            return str(node["c"])
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "CodeBlock":
            return str(node["c"][1])
    return plain(node.get("c"))


def _run(given: bytes, *options: str, files: Mapping[str, bytes] = NO_FILES, epoch: str = "0") -> bytes:
    import pypandoc  # where it is needed: most builds make no book

    command = [pypandoc.get_pandoc_path(), *options, "--output", "-"]
    return run_program(command, given, files, epoch)
