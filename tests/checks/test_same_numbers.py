"""Rules for the numbers of translations."""

from collections.abc import Callable

import pytest

from campaign.numbers import Numbers
from campaign.problems import Phrase, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
SV, NO = "content/sv/sjon.md", "content/no/sjon.md"

_LAKE = """\
---
title: Sjön
description: En sida om en sjö, som ligger där den ligger och är så djup som den är.
---

{}
"""


def _lakes(sv: str, no: str, top: str = "") -> Changes:
    """A page in both languages; `S` is a source of its own text, and `top` stands in the front matter of the Swedish one."""
    cited = "([Exempelbyrån](source:folkmangd-exempel))"
    pages = {path: _LAKE.format(text.replace(" S.", f" {cited}.")) for path, text in ((SV, sv), (NO, no))}
    return {**pages, SV: pages[SV].replace("title:", f"{top}title:", 1)}


@pytest.mark.parametrize(
    ("sv", "no", "wanted"),
    [
        ("Sjön är 40 meter djup S.", "Sjøen er 45 meter dyp S.", ("40", "45")),
        ("Sjön är 40 meter djup S.", "Sjøen er 40 meter dyp S.", None),
        ("Sjön är 40 meter djup S.", "Sjøen er førti meter dyp S.", None),
        ("Sjön är 40 meter djup S.", "Sjøen er dyp S.", None),
        (
            "Sjön är 40 meter djup S. Byn har 60 hus S.",
            "Sjøen er 40 meter dyp S. Landsbyen har 60 hus S.",
            None,
        ),
        ("Byn har 60 hus. Sjön är djup S.", "Sjøen er 40 meter dyp S.", ("60", "40")),
    ],
)
def test_one_source_says_one_thing(check: Check, sv: str, no: str, wanted: tuple[str, str] | None) -> None:
    """A slip in a figure of one language is found by the other; what one leaves out is no contradiction."""
    problems = check(_lakes(sv, no))
    found = {p.path: (p.values["value"], p.values["theirs"]) for p in problems if p.code == "L308"}
    said = tuple(map(_row, wanted or ()))
    expected = {SV: said, NO: said[::-1]} if wanted else {}
    assert found == expected


def differing(problems: list[Problem]) -> list[tuple[str, int, dict[str, object]]]:
    """Where sections differ: file, line, values."""
    return [(p.path, p.position.line, dict(p.values)) for p in problems if p.code == "P258"]


def _row(numbers: str) -> Numbers:
    return Numbers(tuple(float(number) for number in numbers.split(", ")))


def _said(
    path: str, line: int, section: str, value: str, theirs: Phrase
) -> tuple[str, int, dict[str, object]]:
    values = {"section": section, "value": _row(value), "other": NO if path == SV else SV, "theirs": theirs}
    return path, line, values


NOTHING = Phrase("NOTHING")


@pytest.mark.parametrize(
    ("sv", "no", "expected"),
    [
        ("Den är 40 meter S.", "Den er førti meter.", []),
        ("Den är 40 meter S.", "Den er dyp.", [_said(SV, 6, Phrase("LEAD"), "40", NOTHING)]),
        (
            "Hej.\n\n## Djup {#deep}\n\nDen är 40 meter och 12 kilo S.",
            "Hei.\n\n## Dyp {#deep}\n\nDen er dyp.",
            [_said(SV, 10, "Djup", "12, 40", NOTHING)],
        ),
        (
            "## A {#a}\n\nHär finns 40 hus S.\n\n## B {#b}\n\nHär är lugnt.",
            "## A {#a}\n\nHer er det rolig.\n\n## B {#b}\n\nHer er det 40 hus S.",
            [_said(NO, 12, "B", "40", NOTHING), _said(SV, 8, "A", "40", NOTHING)],
        ),
        (
            "## A {#a}\n\nHär finns 40 hus S.\n\n## B {#b}\n\nHär är lugnt.",
            "## B {#b}\n\nHer er det rolig.\n\n## A {#a}\n\nHer er det 40 hus S.",
            [],
        ),
        (
            "## Djup\n\nDen är 40 meter S.",
            "## Dybde\n\nDen er 45 meter ([Eksempelbyrået](source:exempelbyran-folkmangd-2024)).",
            [
                _said(NO, 8, "Dybde", "45", Phrase("GIVEN", {"value": _row("40")})),
                _said(SV, 8, "Djup", "40", Phrase("GIVEN", {"value": _row("45")})),
            ],
        ),
        ("Ring +47\u00a062\u00a056\u00a030\u00a000.", "Ring 62\u00a056\u00a030\u00a000.", []),
        ("Kaffe efter 40 minuter ([regeln](rule:se-coffee)) S.", "Kaffe kommer.", []),
    ],
)
def test_a_figure_is_in_both_languages(check: Check, sv: str, no: str, expected: list[object]) -> None:
    """A section that says a figure has it in each language; it names the section, and what the other says instead."""
    assert differing(check(_lakes(sv, no))) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"sv": "Har de 45 hus?", "no": "Har de 45 hus?", "en": "Have they 54 houses?"}, ["sv en", "no en"]),
        ({"sv": "Har de 45 hus?", "no": "Har de 54 hus?"}, ["sv no"]),
        ({"sv": "Har de 45 hus?", "no": "Har de 45 hus?", "en": "Have they houses?"}, []),
    ],
)
def test_each_two_languages_of_a_record_say_the_same_numbers(
    check: Check, tree: dict[str, bytes], texts: dict[str, str], expected: list[str]
) -> None:
    """A text in a partial language is compared where there is one."""
    path = "content/data/questions/kiosk.yml"
    _, mark, rest = tree[path].decode().partition("pages:")
    said = "".join(f"  {code}: {text}\n" for code, text in texts.items())
    found = [p for p in check({path: f"question:\n{said}{mark}{rest}"}) if p.path == path]
    assert [(p.code, f"{p.values['code']} {p.values['other']}") for p in found] == [
        ("D157", pair) for pair in expected
    ]


def test_a_page_may_say_why_its_figures_differ(check: Check) -> None:
    """Who writes of one country to each reader says so at the top of either page, and is asked no more."""
    pages = _lakes("Den är 40 meter S.", "Den er dyp.", 'numbers_differ: "Sjön ligger i Sverige."\n')
    assert [problem for problem in check(pages) if problem.code == "P258"] == []


def test_a_contradiction_is_told_once(check: Check) -> None:
    """Where a source says two things, that is told, and not the difference of the sections too."""
    found = check(_lakes("Den är 40 meter S.", "Den er 45 meter S."))
    assert [problem.code for problem in found if problem.code in ("L308", "P258")] == ["L308", "L308"]
