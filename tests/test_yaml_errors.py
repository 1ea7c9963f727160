"""What the reader of YAML complains of, told so that an editor can fix it."""

import pytest

from campaign.problems import Phrase, Position
from campaign.settings import MESSAGE_LANGUAGES
from campaign.sources import parse_yaml


@pytest.mark.parametrize(
    ("text", "place", "code", "shown"),
    [
        ("title: Falun: en start\n", (1, 13), "YAML_COLON", "title: Falun▸: en start"),
        ('name: "Falun\ncode: "2080"\nx: 1\n', (1, 7), "YAML_QUOTE", 'name: ▸"Falun'),
        ('a: 1\nname: "Falun\n', (2, 7), "YAML_QUOTE", 'name: ▸"Falun'),
        ('a: "x" y\n', (1, 8), "YAML_AFTER", 'a: "x" ▸y'),
        ("a:\n  - b\n c\n", (3, 2), "YAML_INDENT", "▸c"),
        ("a: b\nfoo\nc: d\n", (2, 1), "YAML_LINE", "▸foo"),
        ("a: b\n@foo\nc: d\n", (2, 1), "YAML_LINE", "▸@foo"),
        ('a:"b"\nc: d\n', (1, 3), "YAML_SPACE", 'a:▸"b"'),
        ('a: b\nc:"d"\n\n# e\nf: g\n', (2, 3), "YAML_SPACE", 'c:▸"d"'),
        ('a: b\n  sv: "c"\n  "no": "d"\n', (1, 4), "YAML_BELOW", "a: ▸b"),
        ('a:\n  - "a.md"\n  -"b.md"\nc: d\n', (3, 4), "YAML_DASH", '-▸"b.md"'),
        ("a: b\n%x\n", (2, 3), "YAML_OTHER", "%x▸"),
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
    assert [one for one in MESSAGE_LANGUAGES if not found.line(one)] == []


@pytest.mark.parametrize(
    ("line", "sign", "mended"),
    [
        ("a: @x", "@", 'a: "@x"'),
        ("a: %", "%", 'a: "%"'),
        ("a: `x`", "`", 'a: "`x`"'),
        ("a: *x* y", "*", 'a: "*x* y"'),
        ("a: & co", "&", 'a: "& co"'),
        ("a: | x", "|", 'a: "| x"'),
        ("a: > x", ">", 'a: "> x"'),
        ("a: ? x", "?", 'a: "? x"'),
        ("a: - x", "-", 'a: "- x"'),
        ("a: [x](y)", "[", 'a: "[x](y)"'),
        ('a: *x "y"', "*", 'a: "*x \\"y\\""'),
        ("  - b: @x", "@", '- b: "@x"'),
        ("  - @x", "@", '- "@x"'),
    ],
)
def test_a_text_that_begins_with_a_sign_is_shown_in_quotes(line: str, sign: str, mended: str) -> None:
    """Nobody has to know what YAML means by a sign: the line stands there as it should be."""
    text = f"top:\n{line}\n" if line.startswith(" ") else f"{line}\n"
    [found] = parse_yaml("content/data/sources/a.yml", text.encode()).problems
    told = found.values["detail"] if found.code == "S005" else found.values["hint"]
    wanted = Phrase("YAML_SIGN", {"sign": sign, "line": mended})
    assert told == (wanted if found.code == "S005" else Phrase("WRITE_LINE", {"line": mended}))


def test_a_tab_after_a_dash_is_a_tab_in_the_indentation() -> None:
    """What is told of a tab does not depend on where in the beginning of the line it stands."""
    found = parse_yaml("content/data/sources/a.yml", b"a:\n  -\tb\n").problems
    assert [(p.position, p.code) for p in found] == [(Position(2, 4), "S004")]
