"""YAML read for its values alone: the same values as by the slow reader, or none."""

import pytest

from campaign.mappings import mapping_in
from campaign.sources import DEEPEST_NESTING, parse_yaml
from real_site import ROOT

SPECIMENS = sorted((ROOT / "tests/specimens").glob("*/content/data/**/*.yml"))
# What the slow reader tells of, or reads in its own way.
SPECIAL = {
    "an anchor": "a: &one 1\n",
    "an anchor far behind": f"a:{' ' * 100}&one 1\n",
    "an alias": "a: *one\n",
    "a tag": "a: !!str 1\n",
    "a tag in a list": "a: [!x 1]\n",
    "a comment": "a: 1 # one\n",
    "a line of comment": "# one\na: 1\n",
    "an escape": 'a: "\\u202e"\n',
    "the end of an element": "a: b</i>\n",
    "a tab": "a:\n\t- 1\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "an end": "a: 1\n...\n",
    "a directive": "%YAML 1.1\na: 1\n",
    "a key twice": "a: 1\na: 2\n",
    "a key of two words": "{a: 1}: 2\n",
    "a list": "- 1\n",
    "a word": "a\n",
    "nothing": "",
    "what is no YAML": "a: [1\n",
    "what is nested too deep": f"a: {'[' * DEEPEST_NESTING}{']' * DEEPEST_NESTING}\n",
}
PLAIN = {
    "signs within a text": "a: »so« & *so* – nr 1!\n",
    "signs within quotes": "a: 'Ring & fråga *nu*'\n",
    "what is nested as deep as may be": f"a: {'[' * (DEEPEST_NESTING - 1)}{']' * (DEEPEST_NESTING - 1)}\n",
    "numbers, truth and nothing": "a: [1, 1.5, 010, 9:30, true, no, ~, '1', null]\n",
    "a folded text": "a: >\n  one\n  two\n",
}


@pytest.mark.parametrize("text", SPECIAL.values(), ids=SPECIAL)
def test_what_needs_a_closer_look_is_left_to_the_slow_reader(text: str) -> None:
    """No fault passes unseen because a file was read quickly."""
    assert mapping_in(text, DEEPEST_NESTING) is None


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_a_plain_text_is_read_as_the_slow_reader_reads_it(text: str) -> None:
    """Quick or slow, an editor has written the same."""
    document = parse_yaml("x.yml", text.encode())
    assert document.locate is not None
    again = document.locate()
    assert (repr(document.value), []) == (repr(again.value), again.problems)


def test_every_specimen_is_read_alike() -> None:
    """Broken files too: what is read quickly has no problem that the slow reader would have told."""
    documents = [parse_yaml(path.name, path.read_bytes()) for path in SPECIMENS]
    again = [(one, one.locate()) for one in documents if one.locate]
    assert len(again) > len(documents) / 2
    assert [
        slow.path for quick, slow in again if repr(quick.value) != repr(slow.value) or slow.problems
    ] == []
