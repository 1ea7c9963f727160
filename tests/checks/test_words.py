"""Rules for labels.yml, the words of the interface."""

import re
from collections.abc import Callable
from itertools import chain

import pytest
import yaml
from jinja2 import Environment

from campaign.checks.words import CHOSEN, words_of_countries
from campaign.content import load_content
from campaign.files import load_tree
from campaign.problems import Phrase, Position, Problem
from campaign.templates import words_in
from conftest import ROOT, Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
LABELS = "content/data/labels.yml"
NOTHING = Phrase("NOTHING")
# A word, and what somebody made of it.
SPOILT = (
    ("Läs mer om {place}", "Läs mer om {plats}", "{plats}", "{place}"),
    ("Läs mer om {place}", "Läs mer om {place", "{place", "{place}"),
    ("Läs mer om {place}", "Läs mer om {{place}}", "{{place}}", "{place}"),
    ("Läs mer om {place}", "Läs mer om {}", "{}", "{place}"),
    ("Läs mer om {place}", "Läs mer", NOTHING, "{place}"),
    ("Läs mer om {place}", "{place}: mer om {place}", "{place} {place}", "{place}"),
    ("sv: Belopp", 'sv: "{amount}"', "{amount}", ""),
    ('other: "{has} av {count} finns', 'other: "{has} finns', "{has} {known}", "{has} {count} {known}"),
    ('one: "{has} av {count} finns', 'one: "{count} finns', "{count} {known}", "{has} {count} {known}"),
)


@pytest.mark.parametrize(
    ("group", "word"), [("interface", "skip"), ("form", "lunch"), ("prose", "table"), ("book", "imprint")]
)
def test_a_word_that_pages_need_is_missed(
    check: Check, tree: dict[str, bytes], group: str, word: str
) -> None:
    """A word taken out of labels.yml is told by the check and not by a traceback in the build."""
    path = "content/data/labels.yml"
    lines = tree[path].decode().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"  {word}:")]
    values = {"word": word, "group": group, "hint": Phrase("NO_HINT")}
    assert check({path: "".join(kept)}) == [Problem(path, Position(), "D111", values)]


@pytest.mark.parametrize(("old", "new", "value", "wanted"), SPOILT)
def test_a_word_has_the_blanks_that_are_filled_in(
    check: Check, edited: Edited, old: str, new: str, value: str | Phrase, wanted: str
) -> None:
    """No reader meets braces, and no build ends at a blank that somebody translated, left open, doubled or took away."""
    found = [(p.path, p.code, p.values) for p in check(edited(LABELS, old, new))]
    hint = Phrase("THESE_BLANKS", {"wanted": wanted}) if wanted else Phrase("NO_BLANKS")
    assert found == [(LABELS, "D198", {"value": value, "hint": hint})]


def test_broken_labels_are_told_once(check: Check) -> None:
    """With an unreadable table of words, no record is blamed for its words."""
    path = "content/data/labels.yml"
    assert [problem.code for problem in check({path: "- a\n"})] == ["S009"]


def _words_said(templates: Environment) -> set[tuple[str, str]]:
    """The words that the check of labels.yml asks for."""
    return {*CHOSEN, *chain.from_iterable(words_in(templates).values())}


def test_every_word_that_python_says_is_asked_for(templates: Environment) -> None:
    """Who takes such a word out of labels.yml is told by the check and not by a traceback in the build."""
    call = re.compile(r"""\b(?:label|word)\(\s*["']([\w-]+)["'],\s*["']([\w-]+)["']""")
    found = {
        pair
        for path in (ROOT / "scripts").rglob("*.py")
        for pair in call.findall(path.read_text(encoding="utf-8"))
    }
    assert (len(found) > 5, found - _words_said(templates)) == (True, set())


def _words_written() -> set[tuple[str, str]]:
    text = (ROOT / "content/data/labels.yml").read_text(encoding="utf-8")
    labels = yaml.load(text, Loader=yaml.CBaseLoader)
    return {(group, word) for group, words in labels.items() for word in words}


def test_no_word_is_left_over(templates: Environment) -> None:
    """Nobody translates words that no page shows, but for those that are there for editors to choose among."""
    kinds = tuple(f"content/data/{kind}/" for kind in ("regions", "rules", "seminars"))
    content, _ = load_content({path: raw for path, raw in load_tree(ROOT).items() if path.startswith(kinds)})
    left = _words_written() - _words_said(templates) - set(words_of_countries(content))
    chosen = {found.target for _, found in content.marked("open")}
    assert chosen == {"fact", "series", "theme", "topic", "unit"}
    assert {(group, word) for group, word in left if group not in chosen} == set()
