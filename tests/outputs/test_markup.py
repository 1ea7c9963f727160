"""The markup that typst makes a PDF of, with pandoc's own as the measure where it says all that ours does."""

import re
from pathlib import Path
from typing import Any

import pytest
import typst
import yaml

from campaign.outputs.markup import typst_markup
from campaign.outputs.pandoc import Tree, elements, write
from conftest import TESTS, tree_of

# Pandoc gives a line with a box a bullet too, and puts what is said of a term in a block of its own.
OURS = {"checklist", "checklist-in-paragraphs", "definitions"}
CASES = sorted(path for path in (TESTS / "golden/markdown").glob("*.yml") if path.stem not in OURS)
PLAIN = '#set document(title: "Bok", date: none)\n#let horizontalrule = line(length: 100%)\n'
# In text that is not set as a quotation, a straight mark stays straight, which pandoc takes typst's help to do.
SIGNS = r"""\ # $ @ < > * _ ` ~ [ ] " ' // /* -- --- -? ... 1. 12. = + - / ( ) { } ; : ! & ^ % | 1.5 a.b -1 x-y https://a.example/b c@d.example"""


def _printed(markup: str) -> bytes:
    sources: Any = {"main.typ": (PLAIN + markup).encode()}
    return bytes(typst.compile(sources, ignore_system_fonts=True))


def _case(path: Path) -> Tree:
    """A case of the prose dialect, without its pictures, which lie nowhere, and without links to places in itself."""
    text = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)["input"]
    tree = tree_of(text)
    for kind in ("Image", "Link"):
        for element in elements(tree, kind):
            element["t"], element["c"] = "Emph", element["c"][1]
    return tree


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_every_case_of_the_dialect_is_printed_as_pandoc_prints_it(case: Path) -> None:
    """What we write of a text is, in the finished PDF, what pandoc would have written of it, to the byte."""
    tree = _case(case)
    assert _printed(typst_markup(tree["blocks"])) == _printed(write(tree, "typst").decode())


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("- [ ] Kaffet är på.\n", "#list(tight: true, marker: none, [☐ Kaffet är på.])\n\n"),
        ("Ord\n: Mening.\n", "#terms(tight: false, terms.item([Ord], [Mening.]))\n\n"),
    ],
)
def test_a_box_needs_no_bullet_and_a_term_is_told(text: str, markup: str) -> None:
    """Where ours is not pandoc's, it is this."""
    assert typst_markup(tree_of(text)["blocks"]) == markup


@pytest.mark.parametrize("sign", SIGNS.split())
def test_no_sign_of_a_text_is_a_mark(sign: str) -> None:
    """Whatever an editor writes is printed as it stands, at the beginning of a line and within it."""
    words = [{"t": "Str", "c": sign}, {"t": "Space"}, {"t": "Str", "c": f"a{sign}"}]
    printed = _printed(typst_markup([{"t": "Para", "c": words}]))
    assert printed == _printed(f"#[{_literal(sign)} {_literal(f'a{sign}')}]\n\n")


def _literal(text: str) -> str:
    """A text with every sign of it escaped, however needless."""
    return re.sub(r"([^\w\s]|_)", r"\\\1", text)
