"""The fifteen tasks of the handbook: each example is a whole file, and does what the text says."""

import re
from pathlib import PurePosixPath

import pytest

from campaign.checks import check_tree
from campaign.files import Tree, load_tree
from campaign.pictures import render_picture
from campaign.problems import render_text
from campaign.templates import load_templates, words_in
from conftest import GOOD, ROOT

pytestmark = pytest.mark.content

_EXAMPLE = re.compile(r"^`(content/\S+)`\n\n```(\w+)\n(.*?)```\n", re.MULTILINE | re.DOTALL)
# The photograph that the example of task 8 is of.
PHOTOS = {
    "sv": "content/media/pictures/bryggan-i-gryningen.webp",
    "no": "content/media/pictures/brygga-i-graalysningen.webp",
}
LANGUAGES = ("sv", "no")
_READ = re.compile(rb"^(?:read|checked): \"?(\d{4}-\d\d-\d\d)", re.MULTILINE)


def examples(language: str) -> list[tuple[str, str, str]]:
    """What a handbook shows, in its order: a file, the form of what is shown, and its text."""
    text = (ROOT / f"docs/editors/{language}/tasks.md").read_text(encoding="utf-8")
    return _EXAMPLE.findall(text)


def last_read(tree: Tree) -> str:
    """The last day on which somebody read a source: no day of the content is after it, and nothing has grown old since."""
    return max(found.decode() for raw in tree.values() for found in _READ.findall(raw))


def done(tree: Tree, path: str, form: str, shown: str) -> Tree:
    """The files after somebody has followed an example: a new file, rows that are added, or lines that become others."""
    there = tree.get(path, b"").decode()
    if form != "diff":
        return {**tree, path: (there + shown).encode()}
    rows = [(row[:1], row[2:]) for row in shown.splitlines()]
    old, new = ("\n".join(text for mark, text in rows if mark != other) for other in "+-")
    old, new = (f"{old}\n", f"{new}\n" if new else "") if not new else (old, new)
    assert there.count(old) == 1, (path, old)
    return {**tree, path: there.replace(old, new).encode()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_fifteen_tasks(language: str) -> None:
    """They are numbered, and the list above them leads to each."""
    text = (ROOT / f"docs/editors/{language}/tasks.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## (\d+\. .*)$", text, re.MULTILINE)
    places = ["#" + re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles]
    assert [title.partition(".")[0] for title in titles] == [str(number) for number in range(1, 16)]
    assert [place for place in places if f"]({place})" not in text] == []


def kinds_shown(language: str) -> list[tuple[str, str]]:
    """Of what each example is, and whether it is a file or a change: the folder, or what stands right under content/data."""
    folders = [(PurePosixPath(path).parts[1:3], form) for path, form, _ in examples(language)]
    return sorted(("/".join(folder), form) for folder, form in folders)


def test_both_handbooks_show_the_same_kinds_of_files() -> None:
    """A Swedish and a Norwegian editor learn the same, each from places and people at home."""
    assert kinds_shown("sv") == kinds_shown("no")
    assert {folder.removeprefix("data/") for folder, form in kinds_shown("no") if form == "yaml"} == {
        "sources",
        "seminars",
        "speakers",
        "pictures",
        "questions",
        "rules",
        "addresses.yml",
    }


def test_a_norwegian_editor_is_shown_norway() -> None:
    """What the Norwegian handbook adds to the content is neither called by a Swedish word nor about Dalarna."""
    shown = "\n".join(f"{path}\n{text}" for path, _, text in examples("no"))
    assert re.findall("falun|falu |borlange|exempel|bryggan-i|gagnef", shown.lower()) == []


def test_every_task_has_an_example() -> None:
    """Nobody is left with a description alone: each task shows what to write, or the command to type."""
    for language in LANGUAGES:
        text = (ROOT / f"docs/editors/{language}/tasks.md").read_text(encoding="utf-8")
        tasks = re.split(r"^## (?=\d+\. )", text, flags=re.MULTILINE)[1:]
        assert [
            task.split("\n")[0] for task in tasks if not re.search(r"```(ya?ml|markdown|diff|sh)\n", task)
        ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_in_a_handbook_that_is_not_tried(language: str) -> None:
    """Each block of the tasks is an example with its file, or a command, which test_handbook types."""
    text = (ROOT / f"docs/editors/{language}/tasks.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w+)\n", text, re.MULTILINE)
    assert len(examples(language)) == len([form for form in blocks if form != "sh"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_can_be_followed(language: str) -> None:
    """All of them, one after the other in the real content, are in order, and what is told of them stops nobody."""
    raw = (GOOD / "content/media/pictures/brygga.jpg").read_bytes()
    tree: Tree = {**load_tree(ROOT), PHOTOS[language]: render_picture(raw, 2400, "webp", quality=90)}
    for path, form, shown in examples(language):
        tree = done(tree, path, form, shown)
    templates = load_templates(ROOT / "overrides")
    *_, problems = check_tree(tree, words_in(templates), last_read(tree))
    unseen = ("content/data/published.yml",)  # nobody has published the new pages
    assert render_text([one for one in problems if one.path not in unseen], "en") == "No problems."
