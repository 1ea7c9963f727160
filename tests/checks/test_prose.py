"""Rules for the text itself."""

from collections.abc import Callable
from typing import Any

import pytest

from campaign.directives import DIRECTIVES
from campaign.files import Tree
from campaign.problems import Phrase, Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
Faults = Callable[[str], list[tuple[int, str, Any]]]

SOURCE = "([Exempelbyrån, 2024](source:exempelbyran-folkmangd-2024))"


def test_an_unknown_directive_is_told_on_its_line(faults: Faults) -> None:
    """A misspelt directive gets the list of those that there are."""
    hint = Phrase("DID_YOU_MEAN", {"word": "doors"})
    values = {"value": "door", "known": ", ".join(DIRECTIVES), "hint": hint}
    assert faults("Hej.\n\n<!-- campaign:doors -->\n<!-- campaign:door -->\n") == [(4, "P204", values)]


@pytest.mark.parametrize(
    "directive",
    [
        "seminar-list",
        "seminar-list 1",
        "seminar-list 99",
        "people exempelprojekt",
        "rules first-day",
        "doors",
    ],
)
def test_a_directive_with_what_it_needs_is_no_problem(faults: Faults, directive: str) -> None:
    """Counts may be left out, names must be those of records."""
    assert faults(f"<!-- campaign:{directive} -->") == []


@pytest.mark.parametrize(
    ("directive", "given", "wanted"),
    [
        ("doors", "3", Phrase("WANTS_NOTHING")),
        ("seminar-list", "0", Phrase("WANTS_COUNT")),
        ("seminar-list", "100", Phrase("WANTS_COUNT")),
        ("seminar-list", "-1", Phrase("WANTS_COUNT")),
        ("seminar-list", "1 2", Phrase("WANTS_COUNT")),
        ("seminar-list", "många", Phrase("WANTS_COUNT")),
        ("people", "", Phrase("WANTS_RECORD", {"kind": "projects"})),
        ("people", "nowhere", Phrase("WANTS_RECORD", {"kind": "projects"})),
        ("people", "exempelprojekt exempelprojekt", Phrase("WANTS_RECORD", {"kind": "projects"})),
        ("rules", "nowhere", Phrase("WANTS_RECORD", {"kind": "chapters"})),
    ],
)
def test_a_directive_that_was_given_the_wrong_thing_is_told(
    faults: Faults, directive: str, given: str, wanted: Phrase
) -> None:
    """The message says what the directive wants in the editor's own words."""
    text = f"<!-- campaign:{directive} {given} -->".replace("  ", " ")
    ((_, code, values),) = faults(text)
    assert (code, values["name"], values["wanted"]) == ("P205", directive, wanted)


@pytest.mark.parametrize(("directive", "codes"), [("doors", ["P217"]), ("rules first-day", [])])
def test_a_chapter_holds_only_what_can_be_printed(
    check: Check, tree: dict[str, bytes], directive: str, codes: list[str]
) -> None:
    """A directive that has no place in the book is refused where the book takes its text from."""
    paths = [f"content/{code}/hr-guide/first-day.md" for code in ("no", "sv")]
    end = f"\n<!-- campaign:{directive} -->\n"
    found = check({path: tree[path].decode() + end for path in paths})
    assert [(p.path, p.code) for p in found] == [(path, code) for path in paths for code in codes]


@pytest.mark.parametrize(
    ("text", "line", "heading", "level", "hint"),
    [
        ("# Ett\n\nHej.", 1, "Ett", "#", Phrase("LEVEL_ONE")),
        ("Ett\n===\n\nHej.", 1, "Ett", "#", Phrase("LEVEL_ONE")),
        ("### Tre\n\nHej.", 1, "Tre", "###", Phrase("LEVEL_JUMP", {"wanted": "##"})),
        ("## Två\n\n#### Fyra\n\nHej.", 3, "Fyra", "####", Phrase("LEVEL_JUMP", {"wanted": "###"})),
        (
            "## Två\n\n### Tre\n\nHej.\n\n## Två igen\n\n#### Fyra\n\nHej.",
            9,
            "Fyra",
            "####",
            Phrase("LEVEL_JUMP", {"wanted": "###"}),
        ),
    ],
)
def test_a_heading_on_the_wrong_level_is_told(
    faults: Faults, text: str, line: int, heading: str, level: str, hint: Phrase
) -> None:
    """A screen reader's list of headings has one top and no gaps."""
    assert faults(text) == [(line, "P206", {"text": heading, "value": level, "hint": hint})]


def test_headings_may_climb_back(faults: Faults) -> None:
    """After a deep section the next one may be of any level above it."""
    assert faults("## Två\n\n### Tre\n\n#### Fyra\n\nHej.\n\n## Två igen\n\n### Tre igen\n\nHej.\n") == []


def test_a_page_needs_a_title(check: Check, edited: Edited) -> None:
    """A page of its own says what it is called."""
    path = "content/no/about.md"
    assert check(edited(path, "title: Om eksemplene\n", "")) == [
        Problem(path, Position(2, 1), "P207", {"hint": Phrase("NO_HINT")})
    ]


def test_a_page_of_a_broken_record_is_not_blamed_for_its_title(check: Check) -> None:
    """The title comes from the record, and only the record is told to be fixed."""
    path = "content/data/chapters/first-day.yml"
    assert {problem.path for problem in check({path: "number: 1\n"})} == {path}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Det bor 59945 här.", "59945"),
        ("Det bor 115 personer här.", "115"),
        ("Det bor 59\u00a0945 här.", "59\u00a0945"),
        ("Var 12:e person.", "12"),
        ("Sjön är 7,5 meter djup.", "7,5"),
        ("Sjön är 10,25 meter djup.", "10,25"),
        ("Det är 5 % ledigt.", "5 %"),
        ("Det är 5\u00a0procent ledigt.", "5\u00a0procent"),
        ("Det er 5 prosent ledig.", "5 prosent"),
        ("Det tar 4 timmar.", "4 timm"),
        ("Det är 3 km dit.", "3 km"),
        ("Resan kostar 9 kronor.", "9 kronor"),
        ("Vänta 2 veckor.", "2 veck"),
        ("Vent 2 uker.", "2 uke"),
        ("I 2 månader.", "2 månad"),
        ("Inom 7 dagar.", "7 dag"),
        ("Från 5 anställda.", "5 anställd"),
        ("Fra 5 ansatte.", "5 ansatt"),
        ("I 3 år.", "3 år"),
        ("Ett tal på 2024%.", "2024"),
        ("**12** hus", "12"),
        ("- 12 hus", "12"),
        ("> 12 hus", "12"),
        ("Se not.[^1]\n\n[^1]: 12 hus.", "12"),
    ],
)
def test_a_figure_without_a_source_is_told(faults: Faults, text: str, value: str) -> None:
    """No number reaches a reader without saying where it comes from."""
    assert ("P208", {"value": value}) in [(code, values) for _, code, values in faults(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"Det bor 59 945 här {SOURCE}.",
        "Det bor nio här, eller 9.",
        "De har 3\u00a0barn.",
        "Ring 112, 113 eller 1177, eller +46 8 465 004 00.",
        "Lagen (2010:800) är från 90-talet.",
        "År 2014 hände det, och 2008–2011 hände annat.",
        "I 2008–11 också.",
        "Den 31 oktober och 17. maj.",
        "Klockan är kl. 9.30.",
        "Enligt 6 a § och § 14-6, 3 kap. 12 § och kapitel 12.",
        "Standarden ISO 9001 och väg E16 och RV25.",
        "Se https://exempelby.example/12345.",
        "`12345`",
        "## Alla 12 hus\n\nInga.",
        "## Exempel {#example}\n\nAnna får 35 000 kronor.",
    ],
)
def test_years_dates_clauses_and_made_up_examples_need_no_source(faults: Faults, text: str) -> None:
    """What is no figure, or is sourced, or is told to be invented, is left in peace."""
    assert faults(text) == []


def test_one_source_serves_a_row_of_a_table(faults: Faults) -> None:
    """A row that names its source is sourced, and its neighbour is not."""
    text = f"| a | b |\n| - | - |\n| 12 | {SOURCE} |\n| 13 | c |\n"
    assert faults(text) == [(4, "P208", {"value": "13"})]


def test_a_source_serves_only_its_own_paragraph(faults: Faults) -> None:
    """The source of one paragraph does not cover the next."""
    assert faults(f"12 hus {SOURCE}.\n\n13 hus.\n") == [(3, "P208", {"value": "13"})]


def test_a_page_from_one_document_needs_no_source_for_each_figure(check: Check) -> None:
    """The front matter may name the source of everything on the page."""
    path = "content/sv/midsummer.md"
    front = "---\ntitle: A\ndescription: En mening som är lång nog för att gälla som beskrivning här.\n"
    source = "source:\n  source: exempellagen\n"
    assert check({path: f"{front}only: sv\n{source}---\n\n12 hus.\n"}) == []


def test_a_column_without_a_heading_is_told(faults: Faults) -> None:
    """Who hears a table is told what each value is, the first column's too."""
    assert faults("| | a |\n| --- | --- |\n| b | c |") == [(1, "P218", {})]


RULE = "content/data/rules/se-coffee.yml"
CHAPTER = "content/sv/hr-guide/first-day.md"


def _in_chapter(tree: dict[str, bytes], text: str, statement: str, figures: str = "") -> Changes:
    """The chapter with a text among its mistakes, the rule with a statement, and the chapter's own figures."""
    record = "content/data/chapters/first-day.yml"
    rule = tree[RULE].decode()
    for before in ("Den nya får kaffe inom en timme.", "Den nye får kaffe innen en time."):
        rule = rule.replace(before, statement)
    return {
        CHAPTER: tree[CHAPTER].decode().replace("Kallt kaffe.", text),
        RULE: rule,
        record: tree[record].decode() + figures,
    }


def _faults_in(check: Check, tree: dict[str, bytes], text: str, statement: str) -> list[str]:
    """The codes of what is wrong with the prose of the chapter; the statement is Swedish in both languages."""
    return _codes(check(_in_chapter(tree, text, statement)))


def _codes(problems: list[Problem]) -> list[str]:
    """The codes of what is wrong with the chapter; that its translation says other figures (P258) is of no interest here."""
    return [p.code for p in problems if p.path == CHAPTER and p.code != "P258"]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Inom 60 minuter ([6 a §](rule:se-coffee)).", "Kaffet kommer inom 60 minuter."),
        (
            "Kaffet kostar 3\u00a0722\u00a0750 kr ([6 a §](rule:se-coffee)).",
            "Högst 3\u00a0722\u00a0750 kronor.",
        ),
        ("Minst 10,2 % ([6 a §](rule:se-coffee)).", "Minst 10,2 procent mjölk."),
        ("Inom 12 minuter ([6 a §](rule:se-coffee)).", "Kaffet kommer inom tolv minuter."),
        ("Utan tal ([6 a §](rule:se-coffee)).", "Kaffet kommer."),
    ],
)
def test_a_figure_of_a_rule_may_stand_in_a_chapter(
    check: Check, tree: dict[str, bytes], text: str, statement: str
) -> None:
    """A chapter may say what the rule beside it says, however the number is written."""
    assert _faults_in(check, tree, text, statement) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Inom 45 minuter ([6 a §](rule:se-coffee)).", ["P220"]),
        ("Inom 60 minuter ([våfflor](rule:no-waffles)).", ["P220"]),
        ("Inom 60 minuter.", ["P208", "P220"]),
        ("Inom 45 minuter ([lagen](source:exempellagen)).", ["P220"]),
        ("Se [6 a §](rule:se-coffee).\n\nInom 60 minuter ([lagen](source:exempellagen)).", ["P220"]),
    ],
)
def test_a_figure_that_no_rule_says_is_told(
    check: Check, tree: dict[str, bytes], text: str, codes: list[str]
) -> None:
    """No legal figure reaches a leader that is not in the rule named in the same paragraph."""
    assert sorted(_faults_in(check, tree, text, "Kaffet kommer inom 60 minuter.")) == codes


def test_a_chapter_has_figures_of_its_own(check: Check, tree: dict[str, bytes]) -> None:
    """A figure that is no rule stands in the chapter's record, and its source in the text."""
    figures = (
        "figures:\n  - {value: 45, unit: hours, as_of: '2026', source: exempellagen, checked: '2026-02-03'}\n"
    )
    sourced, unsourced = "([lagen](source:exempellagen))", "([6 a §](rule:se-coffee))"
    texts = [f"Inom 45 timmar {link}." for link in (sourced, unsourced)]
    found = [_codes(check(_in_chapter(tree, text, "Genast.", figures))) for text in texts]
    assert found == [[], ["P220"]]


def test_a_rule_that_became_another_is_named(check: Check, tree: Tree) -> None:
    """A number in a chapter that no rule says is told with what they do say."""
    text = "Inom 45 minuter ([6 a §](rule:se-coffee))."
    found = check(_in_chapter(tree, text, "Kaffet kommer inom 60 minuter."))
    [hint] = [problem.values["hint"] for problem in found if problem.code == "P220"]
    assert hint == Phrase("RULES_SAY", {"known": "60"})
