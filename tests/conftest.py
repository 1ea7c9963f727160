"""Worlds for the tests: the good specimen, changed as a test wants it, and the golden cases."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment

from campaign.cache import PassedChecks, ReadState, Store
from campaign.checks import check_tree
from campaign.checks.words import WordsByTemplate
from campaign.content import Content
from campaign.files import Tree, load_tree
from campaign.inputs import content_values, digests_of
from campaign.markdown import parse
from campaign.outputs.pandoc import Tree as DocumentTree
from campaign.outputs.pandoc import document
from campaign.outputs.styles import WHOLE, is_part
from campaign.pages import Page, Pages
from campaign.problems import Problem, errors
from campaign.site import Script, Site, Targets
from campaign.templates import load_templates, words_in
from campaign.text.pandoc import RenderContext, blocks

# The lanes; the real site, built once; and small sites to publish.
pytest_plugins = ["lanes", "real_site", "releases"]

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
GOOD = TESTS / "specimens/good"
TODAY = "2026-02-03"
# The languages in which the good specimen has every page.
FULL = ("sv", "no")
PUBLIC = "https://exempel.example/under/"
# The scripts' addresses without the mark of their content, so that golden files stay when a script changes.
FONTS = {path.name: f"assets/{path.name}" for path in sorted((ROOT / "overrides/assets/fonts").iterdir())}
SCRIPTS = {
    path.name: Script(f"assets/{path.name}", "sha256-")
    for path in sorted((ROOT / "overrides/assets/js").iterdir())
}
SHEETS = {
    path.name: f"assets/{path.name}"
    for path in sorted((ROOT / "overrides/assets/css/parts").iterdir())
    if is_part(path.name)
}
STYLES = {name: f"assets/{name}.css" for name in WHOLE}

# What Markdown has no words for, in Swedish.
PROSE_WORDS = {
    "table": "Tabell",
    "note": "Observera",
    "tip": "Tips",
    "important": "Viktigt",
    "warning": "Varning",
    "caution": "Se upp",
}

# Path → new text, or bytes, or None for a file that is taken away.
Changes = Mapping[str, str | bytes | None]
Checked = tuple[Content, Pages, list[Problem]]
Check = Callable[..., Checked]

# A page that exists in Swedish only; its body begins on line 6.
_PAGE = """\
---
title: Prov
description: En sida som bara finns medan ett prov pågår, med en mening som är lång nog.
only: sv
---
"""
_BODY_LINE = 6


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are never written by hand."""
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden again; then read the difference"
    )


def pytest_configure(config: pytest.Config) -> None:
    """One marker: `golden("markdown/*")` gives a test each file of tests/golden/markdown as its `golden`."""
    config.addinivalue_line("markers", "golden(pattern): run once for each case tests/golden/<pattern>.yml")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Spread a golden test over its cases."""
    if marker := metafunc.definition.get_closest_marker("golden"):
        paths = sorted((TESTS / "golden").glob(f"{marker.args[0]}.yml"))
        metafunc.parametrize("golden", paths, indirect=True, ids=[path.stem for path in paths])


def made(targets: Targets) -> dict[str, bytes]:
    """The files of some targets: address → bytes."""
    return {address: make() for address, make in targets.items()}


def tree_of(text: str) -> DocumentTree:
    """The document tree of a text alone: every place and address as it is written, callouts named in Swedish."""
    return document(blocks(parse(text), RenderContext(str, str, str, PROSE_WORDS, "{}, {}".format)))


@dataclass(frozen=True)
class Golden:
    """A case in a file: what it says, what goes in, and what must come out."""

    path: Path
    says: str
    input: Any
    expected: Any
    update: bool

    def matches(self, actual: Any) -> None:
        """Compare the whole, or with `--update-golden` take the actual as the expected from now on."""
        if self.update:
            case = {"says": self.says, "input": self.input, "expected": actual}
            text = yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
            self.path.write_text(text, encoding="utf-8")
        else:
            assert actual == self.expected


class _Dumper(yaml.SafeDumper):
    """Texts of several lines are written as such, so that a difference can be read."""


def _lines(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _lines)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """One golden case; all its plain values are text."""
    case = yaml.load(request.param.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return Golden(request.param, case["says"], case["input"], case.get("expected"), _updates(request.config))


@pytest.fixture
def golden_text(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A function that compares a text with a whole file of tests/golden."""

    def matches(name: str, actual: str) -> None:
        path = TESTS / "golden" / name
        if _updates(request.config):
            path.write_text(actual + "\n", encoding="utf-8")
        assert actual + "\n" == path.read_text(encoding="utf-8")

    return matches


def _updates(config: pytest.Config) -> bool:
    return bool(config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def templates(shared: Path) -> Environment:
    """The real templates of overrides/, each compiled once for all tests."""
    return load_templates(ROOT / "overrides", Store(shared / "templates"))


@pytest.fixture(scope="session")
def words(templates: Environment) -> WordsByTemplate:
    """The interface words that the real templates name."""
    return words_in(templates)


@pytest.fixture(scope="session")
def good_tree() -> Tree:
    """The files of the good specimen, read once: path → bytes."""
    return load_tree(GOOD)


@pytest.fixture
def tree(good_tree: Tree) -> dict[str, bytes]:
    """The same files, for one test to change."""
    return dict(good_tree)


@pytest.fixture
def changed(tree: dict[str, bytes]) -> Callable[..., dict[str, bytes]]:
    """A function that makes a tree from the good specimen and some changes."""

    def make(changes: Changes) -> dict[str, bytes]:
        new = {path: text.encode() if isinstance(text, str) else text for path, text in changes.items()}
        return {path: raw for path, raw in {**tree, **new}.items() if raw is not None}

    return make


@pytest.fixture
def list_act() -> Changes:
    """The act whose paragraphs have lists of what a paper must hold."""
    return {"content/data/acts/listlagen.yml": (TESTS / "specimens/listlagen.yml").read_bytes()}


@pytest.fixture
def edited(tree: dict[str, bytes]) -> Callable[[str, str, str], Changes]:
    """A function that changes one passage of one file of the good specimen."""

    def edit(path: str, old: str, new: str) -> Changes:
        before = tree[path].decode()
        assert before.count(old) == 1, f"{old!r} must stand once in {path}"
        return {path: before.replace(old, new)}

    return edit


class Memory(dict[str, ReadState]):
    """The texts of the good specimen in which nothing is wrong, by file, with what the rules read."""

    def put(self, file: str, seen: ReadState) -> None:
        """Keep what was found first."""
        self.setdefault(file, seen)


@pytest.fixture(scope="session")
def checked(good_tree: Tree, words: WordsByTemplate) -> Check:
    """A function that checks a tree as `make.py check` does after an edit: what reads only what was so before is in order.

    A tree that was looked at just before is not looked at again: a test checks it, and then the command that it tests.
    """
    memories = defaultdict[str, Memory](Memory)

    @lru_cache(8)
    def found(files: frozenset[tuple[str, bytes]], today: str) -> Checked:
        tree = dict(files)

        def before(content: Content, pages: Pages) -> PassedChecks:
            return PassedChecks(memories[today], digests_of(tree, content_values(content, pages), today))

        return check_tree(tree, words, today, before=before)

    def look(tree: Tree, today: str = TODAY) -> Checked:
        content, pages, problems = found(frozenset(tree.items()), today)
        return content, pages, [*problems]

    look(good_tree)
    return look


@pytest.fixture
def check(changed: Callable[..., dict[str, bytes]], checked: Check) -> Callable[[Changes], list[Problem]]:
    """A function that says the problems of the good specimen after some changes."""
    return lambda changes: checked(changed(changes))[2]


@pytest.fixture
def faults(check: Callable[[Changes], list[Problem]]) -> Callable[[str], list[tuple[int, str, Any]]]:
    """A function that says what is wrong with a text: line of the text, code, values."""

    def find(body: str) -> list[tuple[int, str, Any]]:
        problems = check({"content/sv/prov.md": _PAGE + body})
        assert {problem.path for problem in problems} <= {"content/sv/prov.md"}
        return [(p.position.line - _BODY_LINE + 1, p.code, p.values) for p in problems]

    return find


def sound(tree: Tree, templates: Environment) -> tuple[Content, Pages]:
    """The content of a tree from which a site can be built, and its pages."""
    return _ready(check_tree(tree, words_in(templates)))


def _ready(found: Checked) -> tuple[Content, Pages]:
    content, pages, problems = found
    assert errors(problems) == []
    return content, pages


def site_of(content: Content, pages: Pages, templates: Environment) -> Site:
    """A site whose owner has decided nothing yet, on the day of the tests."""
    forms = {"interest": None, "newsletter": None}
    return Site(
        content,
        pages,
        templates,
        {"email": None},
        TODAY,
        PUBLIC,
        scripts=SCRIPTS,
        fonts=FONTS,
        sheets=SHEETS,
        style_addresses=STYLES,
        forms=forms,
    )


@pytest.fixture
def world(
    changed: Callable[..., dict[str, bytes]], templates: Environment, checked: Check
) -> Callable[..., Site]:
    """A function that makes a whole site from the good specimen and some changes."""

    def make(changes: Changes | None = None) -> Site:
        return site_of(*_ready(checked(changed(changes or {}), "")), templates)

    return make


@pytest.fixture(scope="session")
def good_site(good_tree: Tree, templates: Environment, checked: Check) -> Site:
    """The good specimen as a whole site."""
    return site_of(*_ready(checked(good_tree, "")), templates)


@pytest.fixture
def prose_page(world: Callable[..., Site]) -> Callable[[str], tuple[Site, Page]]:
    """A function that makes a site with one more page, which holds the text, and gives both."""

    def make(body: str) -> tuple[Site, Page]:
        site = world({"content/sv/prov.md": _PAGE + body})
        return site, site.pages["sv", "prov.md"]

    return make
