"""What a change of a file concerns, and a check that asks about one file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from campaign.cache import Bundle, Store
from campaign.checks import check_tree
from campaign.checks.words import WordsByTemplate
from campaign.concerned import concerned
from campaign.content import load_content
from campaign.files import Tree, load_tree
from conftest import TESTS, TODAY, Checked

PLACE, PAGE, TRANSLATION = (
    f"content/{file}/municipalities/exempelby.{ending}"
    for file, ending in (("data", "yml"), ("sv", "md"), ("no", "md"))
)


def test_a_check_of_a_file_says_what_a_whole_check_says_of_what_it_concerns(words: WordsByTemplate) -> None:
    """Who asks about one file hears neither less nor more, whichever of all broken files it is."""
    tree = load_tree(TESTS / "specimens/broken")
    content, _, problems = check_tree(tree, words, TODAY)
    found = {file: check_tree(tree, words, TODAY, asked=[file])[2] for file in tree}
    among = {file: concerned(content, tree, [file]) for file in tree}
    assert found == {file: [problem for problem in problems if problem.path in among[file]] for file in tree}
    assert 0 < sum(map(len, found.values())) < len(problems) * len(tree) / 4


@pytest.mark.parametrize(
    ("path", "old", "new", "where"),
    [
        (PAGE, "{#housing}", "{#homes}", "content/sv/move.md"),
        (PLACE, "value: 12345", "value: 54321", TRANSLATION),
        (TRANSLATION, "{#housing}", "{#housing}\n\nHer er det rom.\n\n### Mer", PAGE),
    ],
)
def test_what_an_edit_breaks_elsewhere_is_told(
    path: str,
    old: str,
    new: str,
    where: str,
    tree: dict[str, bytes],
    checked: Callable[[Tree], Checked],
) -> None:
    """A place that another page links to, a figure that a text repeats, a heading that the translation lacks."""
    after = {**tree, path: tree[path].replace(old.encode(), new.encode())}
    content, _, problems = checked(after)
    broken = {problem.path for problem in problems}
    assert where in broken
    assert broken <= set(concerned(content, after, [path]))


def test_what_has_nothing_to_do_with_a_file_is_not_looked_at(tree: Tree) -> None:
    """Who edits one place does not hear of the faults of another; what stands alone goes into everything."""
    content, _ = load_content(tree)
    found = set(concerned(content, tree, [PAGE]))
    assert {PLACE, PAGE, TRANSLATION, "content/sv/move.md"} < found
    assert "content/data/municipalities/eksempelby.yml" not in found
    assert set(concerned(content, tree, ["content/data/labels.yml"])) == set(tree)


def test_who_asks_for_a_part_keeps_what_is_known_of_the_rest(tmp_path: Path) -> None:
    """A check of one file does not make the next check of all begin again."""
    first = Bundle[str](Store(tmp_path), "sound")
    for name in ("a", "b"):
        first.put(name, name)
    first.write()
    second = Bundle[str](Store(tmp_path), "sound")
    second.put("a", "other")
    second.write(with_unused=True)
    third = Bundle[str](Store(tmp_path), "sound")
    assert (third.get("a"), third.get("b")) == ("other", "b")
