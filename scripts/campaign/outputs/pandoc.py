"""Pandoc: Markdown to its document tree, and the tree to any format. The program comes in a Python package."""

import json
import os
import subprocess
from typing import Any

import pypandoc

MARKDOWN = "gfm-smart+attributes+definition_lists"
Tree = dict[str, Any]


def parse(text: str) -> Tree:
    """The document tree of a text in our dialect."""
    tree: Tree = json.loads(_run(text.encode(), "0", "--from", MARKDOWN, "--to", "json"))
    return tree


def write(tree: Tree, form: str, *options: str, epoch: str = "0") -> bytes:
    """A tree in another format. `epoch` is the moment that the file says it was made, in seconds since 1970."""
    return _run(json.dumps(tree).encode(), epoch, "--from", "json", "--to", form, *options)


def default_file(name: str) -> bytes:
    """A file that pandoc carries with it, such as `reference.docx`."""
    return _run(b"", "0", "--print-default-data-file", name)


def elements(node: Any, kind: str) -> list[Any]:
    """All elements of a kind below a node of the tree, the node itself too."""
    if isinstance(node, dict):
        own = [node] if node.get("t") == kind else []
        return own + [found for child in node.values() for found in elements(child, kind)]
    if isinstance(node, list):
        return [found for child in node for found in elements(child, kind)]
    return []


def plain(node: Any) -> str:
    """The words below a node of the tree."""
    if isinstance(node, dict):
        return " " if node.get("t") in ("Space", "SoftBreak") else plain(node.get("c", ""))
    return "".join(plain(child) for child in node) if isinstance(node, list) else str(node)


def _run(given: bytes, epoch: str, *options: str) -> bytes:
    command = [pypandoc.get_pandoc_path(), *options, "--output", "-"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    return subprocess.run(command, input=given, env=environment, check=True, capture_output=True).stdout
