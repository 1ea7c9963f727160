"""Slips of the pen: well-formed, and not what anybody meant."""

from collections.abc import Callable
from typing import Any

import pytest

from campaign.problems import Position, Problem
from conftest import Changes

Faults = Callable[[str], list[tuple[int, str, Any]]]
Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]


@pytest.mark.parametrize(
    ("text", "line", "code", "values"),
    [
        ("Hej.\n\nBåten är är röd.", 3, "P243", {"value": "är är"}),
        ("Den *Röda röda* båten.", 1, "P243", {"value": "Röda röda"}),
        ("## Båt\n\nEtt.\n\n## Båt\n\nTvå.", 5, "P244", {"text": "Båt", "value": "bat"}),
        ("## A {#b}\n\nEtt.\n\n## B\n\nTvå.", 5, "P244", {"text": "B", "value": "b"}),
        ("## Båt\n\n## Nät\n\nTvå.", 1, "P245", {"text": "Båt"}),
        ("## Nät\n\nTvå.\n\n### Båt\n\n## Åra\n\nTre.", 5, "P245", {"text": "Båt"}),
        ("Hej.\n\n## Båt", 3, "P245", {"text": "Båt"}),
        ("| Båt | Nät |\n| röd | vit |", 1, "P246", {"value": "| Båt | Nät |"}),
        ("Hej.\n\n<!-- campain:doors -->", 3, "P247", {"value": "campain"}),
        ("<!-- Campaign:doors -->", 1, "P247", {"value": "Campaign"}),
        ("Båten är röd. TODO", 1, "P248", {"value": "TODO"}),
        ("Läs. lorem ipsum.", 1, "P248", {"value": "lorem ipsum"}),
        ("Läs [här](about.md).", 1, "P249", {"value": "här"}),
        ("[Läs mer …](about.md)", 1, "P249", {"value": "Läs mer …"}),
        ("![bild](../media/mark.svg)", 1, "P235", {"value": "bild"}),
        ("![IMG_2031](../media/mark.svg)", 1, "P235", {"value": "IMG_2031"}),
        ("![Min båt.JPG](../media/mark.svg)", 1, "P235", {"value": "Min båt.JPG"}),
    ],
)
def test_a_slip_is_told_on_its_line(faults: Faults, text: str, line: int, code: str, values: object) -> None:
    """What has the right form but not the meaning does not reach the reader."""
    assert faults(text) == [(line, code, values)]


@pytest.mark.parametrize(
    "text",
    [
        "Är det det, så är det bra.",
        "## Båt\n\n### Röd båt\n\nEtt.",
        "## Båt\n\n<!-- campaign:doors -->",
        "<!-- Båten ska målas om till våren. -->",
        "<!-- camping: ring först -->",
        "En todo-lista, i små bokstäver.",
        "Läs [här om båten](about.md).",
        "![En bild av en båt](../media/mark.svg)",
    ],
)
def test_what_is_meant_is_left_in_peace(faults: Faults, text: str) -> None:
    """No rule is so eager that people learn to write around it."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "position"),
    [
        ("content/data/services/exempellots.yml", "name: Exempellots", "name: {}", Position(1, 7)),
        ("content/sv/about.md", "menu: Om", "menu: {}", Position(4, 7)),
    ],
)
@pytest.mark.parametrize(
    ("text", "code", "value"), [("TODO namn", "P248", "TODO"), ("”Lots”", "P236", "”Lots”")]
)
def test_a_slip_in_a_value_is_told_where_it_stands(
    check: Check,
    edited: Edited,
    path: str,
    old: str,
    new: str,
    position: Position,
    text: str,
    code: str,
    value: str,
) -> None:
    """Records and front matter reach readers too."""
    found = check(edited(path, old, new.format(text)))
    assert [p for p in found if p.code in ("P236", "P248")] == [
        Problem(path, position, code, {"value": value})
    ]


def test_a_quotation_within_a_value_is_left_in_peace(check: Check, edited: Edited) -> None:
    """Only marks around the whole were meant for YAML."""
    found = check(edited("content/sv/about.md", "menu: Om", "menu: Om ”oss”"))
    assert found == []


def test_a_hard_text_is_a_warning(faults: Faults) -> None:
    """The page is published all the same: somebody may be half-way to making it easier."""
    words = "otillgänglighetsförklaringar " * 30
    assert [(line, code) for line, code, _ in faults(words.strip().replace(" ", " och "))] == [(1, "W410")]


def test_a_few_hard_words_are_no_hard_text(faults: Faults) -> None:
    """A page that only opens a list is not judged by its one sentence."""
    assert faults("Tillgänglighetsredogörelser.") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("4. mars kommer båten.", ["P259"]),
        ("4\\. mars kommer båten.", []),
        ("1. Marsvin finns.\n2. Båtar finns.", []),
        ("##Båt\n\nRöd.", ["P216"]),
    ],
)
def test_what_markdown_takes_for_something_else_is_told(faults: Faults, text: str, codes: list[str]) -> None:
    """A day is no item of a list, and a heading without its space is none."""
    assert [code for _, code, _ in faults(text)] == codes
