"""Rules for the marks of a text."""

from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

from campaign.problems import Phrase

Faults = Callable[[str], list[tuple[int, str, Any]]]


@pytest.mark.parametrize(
    "text",
    [
        "Ett stycke med *litet*, **stort**, ~~fel~~ och `kod`.",
        "> [!NOTE]\n> En ruta.",
        "- [ ] En sak.\n- [x] En till.",
        "| a | b |\n| --- | --- |\n| c | d |",
        "Ord\n: Förklaring.",
        "Ord.[^1]\n\n[^1]: Not.",
        "<!-- en anteckning för den som skriver -->",
        "Text <!-- en anteckning --> och mer.",
        "<!--\nen anteckning\nav två rader\n-->",
        "5 < 6 & 7 > 3",
        "`{{ kod }}` och `<b>`",
        '```\n!!! note\n=== "a"\n{: .b }\n<b>\n[TOC]\n```',
        "Ett utrop!!! Och ett till.",
        "Mängden {1, 2} och [1].",
        "Låtsas: \\*\\*fet\\*\\*, \\`kod\\`, \\==, \\[^1], \\[a]\\[b], m\\^2, &amp;nbsp.",
        "\\##Bad\n\\#bad",
        "#bad #hav",
        "Lär dig C# och C++, a == b och ++.",
        "R&D, H&M och T&D World.",
        "Skriv under: ________ den ____",
        "– Ja.\n– Nej.",
        "Se [https://a.example/__init__?b=c&d=e^f](https://a.example/__init__?b=c&d=e^f).",
        "`x`-axeln och **1**.a",
    ],
)
def test_the_portable_dialect_is_left_in_peace(faults: Faults, text: str) -> None:
    """Everything that Git hosts, web editors and books understand may be written."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "value", "hint"),
    [
        ("!!! note", "!!!", "USE_CALLOUT"),
        ('!!! tip "Rubrik"', "!!!", "USE_CALLOUT"),
        ("??? note", "???", "USE_CALLOUT"),
        ("???+ note", "???+", "USE_CALLOUT"),
        ('=== "Flik"', '=== "', "USE_HEADINGS"),
        ("Ord{: .stor }", "{: .stor }", "USE_NOTHING"),
        ("Ord { .stor }", "{ .stor }", "USE_NOTHING"),
        ('Knapp{onclick="alert()"}', '{onclick="alert()"}', "USE_NOTHING"),
        ("[Hem](about.md){target=_blank}", "{target=_blank}", "USE_NOTHING"),
        ("![Märket](../media/mark.svg){width=halv}", "{width=halv}", "USE_NOTHING"),
        ("[TOC]", "[TOC]", "USE_NO_CONTENTS"),
        ("{{ namn }}", "{{", "USE_DIRECTIVE"),
        ("{% if a %}", "{%", "USE_DIRECTIVE"),
        ('--8<-- "fil.md"', "--8<--", "USE_DIRECTIVE"),
        ("*[HR]: personal", "*[HR]:", "USE_WORDS"),
    ],
)
def test_marks_of_one_program_are_told(faults: Faults, text: str, value: str, hint: str) -> None:
    """What only Python-Markdown understands is refused, with the way to write it instead."""
    assert faults(text) == [(1, "P201", {"value": value, "hint": Phrase(hint)})]


@pytest.mark.parametrize(
    ("text", "value", "hint"),
    [
        ("## Hus {#Stor}\n\nHej.", "{#Stor}", "USE_HEADING_ID"),
        ("## Hus {#två ord}\n\nHej.", "{#två ord}", "USE_HEADING_ID"),
        ("Text {#hus}", "{#hus}", "USE_HEADING_ID"),
        ("> [!OBS]\n> Ruta.", "[!OBS]", "USE_CALLOUT"),
        ("Se [sidan] (move.md).", "] (move.md)", "USE_LINK"),
        ("Se [sidan](move md).", "](move md)", "USE_LINK"),
        ("Se [sidan][flytta].", "[sidan][flytta]", "USE_LINK"),
        ("Se [[flytta]].", "[[flytta]]", "USE_LINK"),
        ("Se noten.[^a]", "[^a]", "USE_FOOTNOTE"),
        ("Hej **fet text.", "**fet", "USE_PAIR"),
        ("Hej ** fet ** text.", "**", "USE_PAIR"),
        ("Hej __fet text.", "__fet", "USE_PAIR"),
        ("Hej ~~fel text.", "~~fel", "USE_PAIR"),
        ("Hej `kod text.", "`kod", "USE_PAIR"),
        ("## Bad **och bastu\n\nHej.", "**och", "USE_PAIR"),
        ("Detta är ==viktigt==.", "==viktigt==", "USE_STRONG"),
        ("Detta är ++viktigt++.", "++viktigt++", "USE_STRONG"),
        ("::: note\nHej.\n:::", ":::", "USE_CALLOUT"),
        ("Drick H~två~O.", "~två~", "USE_SIGN"),
        ("En m^två^ mark.", "^två^", "USE_SIGN"),
        ("En x^2 till.", "^2", "USE_SIGN"),
        ("Tio&nbsp meter.", "&nbsp", "USE_SIGN"),
        ("Sm&aumlrre.", "&auml", "USE_SIGN"),
        ("En &finnsej; sak.", "&finnsej;", "USE_SIGN"),
        ("• Hej", "•", "USE_LIST"),
        ("-Hej", "-", "USE_LIST"),
        ("1.Hej", "1.", "USE_LIST"),
    ],
)
def test_marks_that_did_not_work_are_told(faults: Faults, text: str, value: str, hint: str) -> None:
    """What was meant as a mark but would be shown as it stands does not reach the reader."""
    assert faults(text) == [(1, "P216", {"value": value, "hint": Phrase(hint)})]


def test_a_foreign_mark_in_the_middle_of_a_paragraph_is_told(faults: Faults) -> None:
    """A mark at the start of any line of a paragraph is found, and told on that line."""
    text = "Hej **du**.\nEtt\n!!! note\noch **två, \\*\\*tre\n[a]: about.md\n"
    hints = Phrase("USE_CALLOUT"), Phrase("USE_PAIR"), Phrase("USE_EMPTY_LINE")
    assert faults(text) == [
        (3, "P201", {"value": "!!!", "hint": hints[0]}),
        (4, "P216", {"value": "**två", "hint": hints[1]}),
        (5, "P216", {"value": "[a]:", "hint": hints[2]}),
    ]


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ("Hej.\n\n<div>\nInuti.\n</div>", 3, "<div>"),
        ("<br>", 1, "<br>"),
        ("<!-- a --> <hr>", 1, "<hr>"),
        ("<!-- campaign:doors -->\n<hr>", 2, "<hr>"),
        ("Ett<br>två", 1, "<br>"),
        ("<script>alert(1)</script>", 1, "<script>alert(1)</script>"),
        ("- punkt\n\n  <table>", 3, "<table>"),
        ('Se [bron](index.md "Bron </b>").', 1, "Bron </b>"),
        ("![Bron </b>](../media/mark.svg)", 1, "Bron </b>"),
    ],
)
def test_html_is_told(faults: Faults, text: str, line: int, value: str) -> None:
    """The look is the templates' business, and text stays free of tags."""
    assert faults(text) == [(line, "P202", {"value": value})]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("<!--campaign:doors-->", "<!--campaign:doors-->"),
        ("<!-- campaign: doors -->", "<!-- campaign: doors -->"),
        ("<!-- campaign:doors --> och mer", "<!-- campaign:doors --> och mer"),
        ("  <!-- campaign:doors -->", "<!-- campaign:doors -->"),
        ("Text <!-- campaign:doors --> text", "<!-- campaign:doors -->"),
        ("- punkt\n\n  <!-- campaign:doors -->", "<!-- campaign:doors -->"),
        ("> <!-- campaign:doors -->", "<!-- campaign:doors -->"),
    ],
)
def test_a_directive_that_nobody_would_read_is_told(faults: Faults, text: str, value: str) -> None:
    """A directive that is not alone on its line, at the margin, would silently show nothing."""
    assert [(code, values) for _, code, values in faults(text)] == [("P203", {"value": value})]


@pytest.mark.parametrize(
    "piece", ["1", "§", "<!--", "](", "{#", "# a\n\n", "**", "`", "[[", "[^", "==a", "{a="]
)
def test_a_strange_text_takes_no_strange_time(faults: Faults, piece: str) -> None:
    """Forty kilobytes of one mark cost ten times what four do: no rule begins again at each mark.

    Digits took a hundred times as long, more than a minute; the tenth of a second more is for whatever else runs here.
    """
    times = []
    for size in (4_000, 40_000):
        started = process_time()
        faults(piece * (size // len(piece)))
        times.append(process_time() - started)
    assert times[1] < 20 * times[0] + 0.1


@pytest.mark.parametrize(
    ("text", "value", "hint"),
    [
        ("Se [stadgan](../move.md och mer.", "](../move.md och mer.", "CLOSE_LINK"),
        ("Så är det ([Byrån](source:exempellagen).", "(Byrån", "CLOSE_BRACKET"),
        ("##Bad {#bath}", "##Bad {#bath}", "USE_SPACE"),
        ("##Bad *nu*", "##Bad *nu*", "USE_SPACE"),
        ("#Bad", "#Bad", "USE_SPACE"),
    ],
)
def test_what_is_never_closed_or_parted_is_told(faults: Faults, text: str, value: str, hint: str) -> None:
    """A bracket too few, or a space, is told as what it is."""
    [(line, code, values)] = faults(text)
    assert (line, code, values["value"], values["hint"].code) == (1, "P216", value, hint)


def test_a_heading_without_a_space_is_shown_as_one_that_a_page_may_have(faults: Faults) -> None:
    """The first level is the title of the page."""
    assert [values["hint"].values["value"] for _, _, values in faults("#Bad\n\n##Is\n\n###Bad")] == [
        "## Bad",
        "## Is",
        "### Bad",
    ]
