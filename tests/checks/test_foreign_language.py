"""Each sentence is in the language of its page, and has none of its neighbour's words."""

from collections.abc import Callable
from typing import Any

import pytest

from campaign.problems import Position, Problem
from conftest import Changes

Faults = Callable[[str], list[tuple[int, str, Any]]]
NORWEGIAN = "Her er det mye å gjøre for alle som liker ski."


def test_a_sentence_in_the_neighbours_language_is_told_on_its_line(faults: Faults) -> None:
    """What was pasted from the translation does not reach the reader unseen."""
    assert faults(f"Hej på dig.\n\nDet här är bra. {NORWEGIAN}") == [(3, "W403", {"value": NORWEGIAN})]


def test_a_long_sentence_is_told_by_its_beginning(faults: Faults) -> None:
    """The message stays a line."""
    [(_, code, values)] = faults(f"{NORWEGIAN[:-1]}, og noen av dem blir her hele vinteren.")
    assert (code, len(values["value"]), values["value"][-1]) == ("W403", 60, "…")


def test_a_single_word_is_told(faults: Faults) -> None:
    """One letter is enough to be wrong."""
    assert faults("Kommunen og regionen hjälper dig.") == [(1, "W404", {"value": "og"})]


@pytest.mark.parametrize(
    "text",
    [
        f"Hon skrev »{NORWEGIAN}« i boken.",
        f"*{NORWEGIAN}*",
        "Norrmännen säger *ikke* och ibland (ikke noe).",
        "`Kommunen og regionen`",
        "Se [lagen om mye, 2024](source:exempellagen).",
    ],
)
def test_what_is_set_apart_keeps_its_language(faults: Faults, text: str) -> None:
    """Quotations, italics, code and the names of sources are no slips."""
    assert faults(text) == []


def test_front_matter_is_read_too(
    check: Callable[[Changes], list[Problem]],
    edited: Callable[[str, str, str], Changes],
    tree: dict[str, bytes],
) -> None:
    """The description is what a search engine shows."""
    path = "content/sv/about.md"
    line = next(line for line in tree[path].decode().split("\n") if line.startswith("description:"))
    [found] = check(
        edited(path, line, f'description: "{NORWEGIAN} Kom hit i vinter, så blir det roligt för alla."')
    )
    assert (found.path, found.code, found.values["value"]) == (path, "W403", NORWEGIAN[:-1])


def test_a_record_is_read_in_each_language(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """A text that was copied into both languages is told in the one that it is not in."""
    path = "content/data/rules/se-coffee.yml"
    found = check(
        edited(path, "no: Den nye får kaffe innen en time.", "no: Den nya får kaffe inom en timme.")
    )
    assert [(one.path, one.position, one.code) for one in found] == [
        (path, Position(13, 7), "W403"),
    ]


def test_a_translation_in_a_template_keeps_its_language(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """The words of a contract in the employee's language are meant."""
    path, blank = "content/sv/templates/welcome-letter.md", "[Namn](field:text)"
    assert check(edited(path, blank, f"{blank} [du og noe](lang:no)")) == []
    assert {problem.code for problem in check(edited(path, blank, f"{blank} du og noe"))} == {"W404"}
