"""From tokens to pandoc's document tree, with pandoc's own reader as the measure where it reads the dialect as we do."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pypandoc
import pytest
import yaml

from campaign.markdown import parse
from campaign.outputs.pandoc import plain
from campaign.text.pandoc import RenderContext, blocks
from conftest import PROSE_WORDS, TESTS, tree_of

SAME_DIALECT = "gfm-smart+attributes+definition_lists"
# Where the two read a text in different ways, and we mean ours: the cases below.
OURS = {"callouts", "checklist", "checklist-in-paragraphs", "headings", "html"}
CASES = sorted((TESTS / "golden/markdown").glob("*.yml"))


def read_by_pandoc(text: str) -> list[Any]:
    """The blocks that pandoc itself finds in a text."""
    command = [pypandoc.get_pandoc_path(), "--from", SAME_DIALECT, "--to", "json"]
    result = subprocess.run(command, input=text.encode(), check=True, capture_output=True)
    found: list[Any] = joined(json.loads(result.stdout)["blocks"])
    return found


def joined(node: Any) -> Any:
    """A tree in which no word is divided between two nodes."""
    if isinstance(node, dict):
        return {key: joined(value) for key, value in node.items()}
    if not isinstance(node, list):
        return node
    whole: list[Any] = []
    for child in map(joined, node):
        if whole and all(isinstance(n, dict) and n.get("t") == "Str" for n in (child, whole[-1])):
            whole[-1] = {"t": "Str", "c": whole[-1]["c"] + child["c"]}
        else:
            whole.append(child)
    return whole


def ours(text: str) -> list[Any]:
    """The blocks that we find in a text."""
    found: list[Any] = joined(tree_of(text)["blocks"])
    return found


@pytest.mark.parametrize(
    "case", [path for path in CASES if path.stem not in OURS], ids=lambda path: path.stem
)
def test_a_text_becomes_the_tree_that_pandoc_reads_in_it(case: Path) -> None:
    """What an editor writes is in the books what it would be if pandoc had read it."""
    text = yaml.load(case.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)["input"]
    assert ours(text) == read_by_pandoc(text)


@pytest.mark.parametrize(
    "text",
    [
        "3. a\n4. b\n",
        "1) a\n",
        "a\\\nb  \nc\n",
        "- a\n\n- b\n",
        "***\n",
        "![a *b*](c.svg 'd'){width=2cm}\n",
        "[a](b.md 'c')\n",
        "|a|b|\n|-|:-:|\n||c|\n",
    ],
)
def test_a_small_mark_becomes_what_pandoc_reads_in_it(text: str) -> None:
    """Numbers, breaks, loose lists, lines, sizes, titles and empty cells."""
    assert ours(text) == read_by_pandoc(text)


def test_every_case_of_the_dialect_can_be_printed() -> None:
    """No construct that an editor may use is without a place in the books."""
    texts = [yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)["input"] for path in CASES]
    assert [text for text in texts if not plain(ours(text)).strip()] == []


def test_a_callout_is_a_quote_with_its_name() -> None:
    """Every format shows a quote, and the name says what it is."""
    [quote] = ours("> [!CAUTION]\n> Halt *golv*.\n")
    assert (quote["t"], [plain(block) for block in quote["c"]]) == ("BlockQuote", ["Se upp", "Halt golv."])


def test_a_line_of_a_checklist_begins_with_a_box() -> None:
    """A leader with a printout ticks each line, whatever it holds; an ordinary line in the list has no box."""
    [checklist] = ours("- [ ] Packa.\n- [x] Köp **biljett**.\n- [ ] ```\n  kod\n  ```\n- Vanlig rad.\n")
    assert [plain(item) for item in checklist["c"]] == ["☐ Packa.", "☒ Köp biljett.", "☐kod", "Vanlig rad."]


def test_html_is_left_out_and_a_named_span_is_a_place() -> None:
    """The layout of the web has no meaning in a book, but a rule can be linked to."""
    text = '<div class="rules">\n\n- <span id="rule-a">**Måste**</span>: ja <!-- x --><b>nu</b>\n\n</div>\n'
    [rules] = ours(text)
    [[line]] = rules["c"]
    span, *words = line["c"]
    assert (span["t"], span["c"][0][0], plain(span), plain(words)) == ("Span", "rule-a", "Måste", ": ja nu")


def test_words_in_a_span_that_never_ends_are_not_lost() -> None:
    """A template with a fault prints all its words."""
    assert plain(ours('a <span id="b">c </span></span>d <span id="e">f\n')) == "a c d f"


def test_a_text_fits_its_surroundings() -> None:
    """Ids, links and pictures become what the document around them needs."""
    around = RenderContext("#{}".format, "link:{}".format, "media/{}".format, PROSE_WORDS, "{}, {}".format)
    heading, line = blocks(parse("## Hus {#a}\n\n[b](c.md) ![d](e.svg)\n"), around)
    link, _, picture = line["c"]
    assert (heading["c"][1][0], link["c"][2][0], picture["c"][2][0]) == ("#a", "link:c.md", "media/e.svg")
