"""What the reader of YAML complains of, told so that an editor can fix it."""

import pytest

from campaign.problems import Position
from campaign.sources import parse_yaml


@pytest.mark.parametrize(
    ("text", "place", "code", "shown"),
    [
        ("title: Falun: en start\n", (1, 13), "YAML_COLON", "title: Falun▸: en start"),
        ('name: "Falun\ncode: "2080"\nx: 1\n', (1, 7), "YAML_QUOTE", 'name: ▸"Falun'),
        ('a: 1\nname: "Falun\n', (2, 7), "YAML_QUOTE", 'name: ▸"Falun'),
        ('a: "x" y\n', (1, 8), "YAML_AFTER", 'a: "x" ▸y'),
        ("a:\n  - b\n c\n", (3, 2), "YAML_INDENT", "▸c"),
        ("a: b\nfoo\nc: d\n", (3, 1), "YAML_LINE", "▸c: d"),
        ('a: b\n  sv: "c"\n  "no": "d"\n', (1, 4), "YAML_BELOW", "a: ▸b"),
        ('a:\n  - "a.md"\n  -"b.md"\nc: d\n', (3, 4), "YAML_DASH", '-▸"b.md"'),
        ("a: @x\n", (1, 4), "YAML_SIGN", "a: ▸@x"),
        ("a: [1, 2\nb: 3\n", (1, 4), "YAML_BRACKET", "a: ▸[1, 2"),
        ('a: "x\\q"\n', (1, 6), "YAML_ESCAPE", 'a: "x▸\\q"'),
    ],
)
def test_a_line_that_cannot_be_read_is_shown_with_what_to_do(
    text: str, place: tuple[int, int], code: str, shown: str
) -> None:
    """The place is where the fault began, and the sentence says what to write instead."""
    [found] = parse_yaml("content/data/sources/a.yml", text.encode()).problems
    assert (found.position, found.code, found.values["shown"]) == (Position(*place), "S005", shown)
    assert getattr(found.values["detail"], "code", None) == code
