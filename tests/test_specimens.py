"""The two specimens: a tree without a fault, and one with every fault that there is."""

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

from campaign import reading
from campaign.annotations import render_github, render_gitlab
from campaign.changed import Changed, check_changed
from campaign.checks import check_tree
from campaign.content import Content, load_content
from campaign.directives import DIRECTIVES
from campaign.files import Tree, UnreadableFile, load_tree
from campaign.law_watch import problems_of, watch
from campaign.media import LARGEST
from campaign.models import KINDS
from campaign.problems import Problem, in_order, messages, render_text
from campaign.settings import MESSAGE_LANGUAGES
from campaign.statutes import load_statutes
from campaign.templates import words_in
from conftest import TESTS, TODAY

_HEADER = b"IHDR" + (100_000).to_bytes(4) * 2 + b"\x08\x02\0\0\0"
# A picture of ten thousand million dots in forty-five bytes; what they look like never comes.
WIDE = b"\x89PNG\r\n\x1a\n\0\0\0\x0d" + _HEADER + zlib.crc32(_HEADER).to_bytes(4) + b"\0\0\0\x01IDAT\0"
# Editors' programs, Git and operating systems fix or mangle such files and names, so they are not files here.
UNTIDY = {
    "content/data/sources/control.yml": b"title: Ett\x07pling\n",
    "content/data/sources/decomposed.yml": "title: Tva\u030a tecken\n".encode(),
    "content/data/sources/empty.yml": b"",
    "content/data/sources/latin.yml": "title: Gammal kodning på filen\n".encode("latin-1"),
    "content/data/sources/mark.yml": b"\xef\xbb\xbftitle: Med BOM\n",
    "content/data/sources/windows.yml": b"title: Raderna slutar\r\npublisher: som i Windows\r\n",
    "content/data/sources/merged.yml": b"<<<<<<< HEAD\ntitle: Ett\n=======\ntitle: Annat\n>>>>>>> other\n",
    "content/media/broken.png": b"\x89PNG\r\n\x1a\n",
    "content/media/device.png": UnreadableFile(b"S021 "),
    "content/media/heavy.svg": b"<svg>" + b" " * LARGEST["svg"],
    "content/media/link.svg": UnreadableFile(b"S019 "),
    "content/media/other.png": b"\xff\xd8\xff",
    "content/media/program.exe": b"MZ",
    "content/media/wide.png": WIDE,
    "content/sv/.hidden.md": UnreadableFile(b"S020 "),
    "content/sv/folder.md": UnreadableFile(b"S022 "),
    "content/sv/pasted.md": b"---\ndescription: "
    + b"Ett stycke som ingen orkar igenom. " * 2
    + b"\n---\n\n"
    + b"![" * 9000
    + b"\n",
    "content/sv/secret.md": UnreadableFile(b"S023 Permission denied"),
    "content/sv/åtta.md": b"---\ntitle: Namn\n---\n",
}

# What somebody has just written: file, the new words, and what stood there.
EDITS = (
    ("content/sv/neighbour.md", "De röda segel båtarna ligger vid brygggan.".encode(), b""),
    ("content/data/municipalities/trasigby.yml", b"value: 1000", b"value: 100000"),
    ("content/data/rules/idle.yml", "Häng upp trasan.".encode(), "Häng trasan.".encode()),
)


@pytest.fixture(scope="module")
def broken(templates: Environment) -> list[Problem]:
    """The problems of the broken specimen on a given day, and those of its law beside a newer copy."""
    tree = load_tree(TESTS / "specimens/broken") | UNTIDY
    content, _, problems = check_tree(tree, words_in(templates), TODAY)
    found = watch(content, load_statutes([TESTS / "specimens/law-copy"], TODAY))
    before = {path: tree[path].replace(new, old) for path, new, old in EDITS}
    changed = Changed(content, tree | before, tree)
    asked = check_changed(changed, lambda _code, words: {"brygggan"} & set(words))
    return in_order([*problems, *problems_of(content, found), *asked])


def test_the_good_specimen_is_good(tree: dict[str, bytes], templates: Environment) -> None:
    """A tree that follows the rules has no problems, so no rule is wrong about good content."""
    assert render_text(check_tree(tree, words_in(templates), TODAY)[2], "en") == "No problems."


@pytest.mark.parametrize("language", MESSAGE_LANGUAGES)
def test_the_broken_specimen_is_told_in_full(
    broken: list[Problem], language: str, golden_text: Callable[[str, str], None]
) -> None:
    """Every problem of a very broken tree is told at once, in order, in the editor's language."""
    # Lists of all that there is would make the file another with every new kind and directive.
    rendered = render_text(broken, language)
    for name, listed in (("kinds", KINDS), ("directives", DIRECTIVES)):
        rendered = rendered.replace(", ".join(listed), f"<{name}>")
    golden_text(f"broken.{language}.txt", rendered)


@pytest.mark.parametrize(("host", "render"), [("github", render_github), ("gitlab", render_gitlab)])
def test_the_broken_specimen_is_told_to_git_hosts(
    broken: list[Problem], host: str, render: Callable[..., str], golden_text: Callable[[str, str], None]
) -> None:
    """Each problem stands on the line that it belongs to, as GitHub, Forgejo and GitLab take it: one of each code."""
    first = {problem.code: problem for problem in reversed(broken)}
    rendered = render([problem for problem in broken if first[problem.code] is problem], "sv")
    for name, listed in (("kinds", KINDS), ("directives", DIRECTIVES)):
        rendered = rendered.replace(", ".join(listed), f"<{name}>")
    golden_text(f"broken.{host}.txt", rendered)


def test_the_broken_specimen_has_every_problem(broken: list[Problem]) -> None:
    """There is no code whose message nobody has read, and none that no check gives."""
    codes = {code for code in messages() if re.fullmatch(r"[A-Z]\d{3}", code)}
    assert {problem.code for problem in broken} == codes


def test_the_specimens_name_no_real_place() -> None:
    """Nobody can take the made-up records for facts about a real municipality."""
    files = [path for path in Path(TESTS, "specimens").rglob("*") if path.suffix in (".md", ".yml")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert re.findall(r"Falun|Hamar|Borlänge|Dalarna|Innlandet|\.(?:se|no)\b(?!:)", text) == []


def test_what_is_read_from_memory_is_what_is_read_from_the_bytes() -> None:
    """Who looks at a change in a preview sees the same records, texts and problems as who runs the check."""
    trees = [load_tree(TESTS / "specimens" / name) for name in ("good", "broken")]
    remembered = [values_of(found) for found in (*trees, *trees)]
    for memory in (reading._validated, reading._page_source):
        memory.cache_clear()
    assert remembered == [values_of(found) for found in (*trees, *trees)]


def values_of(tree: Tree) -> tuple[Content, list[dict[str, object]], list[Problem]]:
    """All that stands in a tree: records and texts, each document, and the problems."""
    found, problems = load_content(tree)
    groups = (*found.documents.values(), found.singleton_documents)
    documents = [document for group in groups for document in group.values()]
    for document in documents:
        document.position_of(())  # then all of it is read
    return replace(found, documents={}, singleton_documents={}), [*map(vars, documents)], problems
