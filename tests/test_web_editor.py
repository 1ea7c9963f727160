"""How the web editor writes files, asked of Node: every file of the real content as it was read.

It fetches packages as editor/package-lock.json locks them, so it runs only where somebody names its lane.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from campaign.admin.configuration import shapes
from campaign.files import load_tree
from conftest import ROOT
from web_editor import CACHE, lay_packages

pytestmark = pytest.mark.admin

# Reads each file and writes it again, as a save that changes nothing does: the names of those that became others.
AGAIN = """
import { readFileSync } from "node:fs";
import { readRecord, readText, writeRecord, writeText } from "./writing.js";
const { shapes, files } = JSON.parse(readFileSync(0, "utf8"));
const others = Object.entries(files).filter(([path, [shape, text]]) => {
  const [read, write] = path.endsWith(".md") ? [readText, writeText] : [readRecord, writeRecord];
  return write(read(text.trim(), shapes[shape]), shapes[shape]) !== text;
});
console.log(JSON.stringify(others.map(([path]) => path)));
"""
KEPT = """
import { readFileSync } from "node:fs";
import { kept } from "./writing.js";
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(([before, after]) => kept(before, after))));
"""


@pytest.fixture(scope="module")
def packages() -> Path:
    """The folder of the packages, with our own part beside them."""
    return lay_packages(CACHE)


def asked_of_node(packages: Path, script: str, given: object) -> Any:
    """What a script says that uses our own part of the editor."""
    command = ["node", "--input-type=module", "--eval", script]
    result = subprocess.run(
        command, cwd=packages, input=json.dumps(given), capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(result.stdout)


def shape_name(path: str) -> str:
    """The format of a file."""
    parts = Path(path).parts
    if path.endswith(".md"):
        return "text-frontmatter"
    return f"record-{parts[2]}" if len(parts) == 4 else f"file-{Path(path).stem}"


def test_every_file_is_written_as_it_was_read(packages: Path) -> None:
    """Saved unchanged, each record and each page of the real content has a difference of no line."""
    known = shapes()
    files = {
        path: (shape_name(path), raw.decode())
        for path, raw in load_tree(ROOT).items()
        if path.endswith((".md", ".yml"))
    }
    files = {path: found for path, found in files.items() if found[0] in known}
    assert len(files) > 1000
    assert asked_of_node(packages, AGAIN, {"shapes": known, "files": files}) == []


def test_a_paragraph_that_says_the_same_keeps_its_bytes(packages: Path) -> None:
    """What the editor writes otherwise is put back; what somebody wrote is written as we write it."""
    cases = [
        ("*Ja* och nej.\n\nTvå.", "_Ja_ och nej.\n\nTre _ord_."),
        ("- **[HR](x.md).** Här", "- [**HR**](x.md)**.** Här"),
        ("1. ett\n   - två", "1. ett\n    - två\n\nNytt"),
        ("snake_case", "snake_case"),
    ]
    assert asked_of_node(packages, KEPT, cases) == [
        "*Ja* och nej.\n\nTre *ord*.",
        "- **[HR](x.md).** Här",
        "1. ett\n   - två\n\nNytt",
        "snake_case",
    ]
