"""From values to records, and from pydantic's complaints to problems for editors."""

from typing import Annotated, Literal

import pytest
from pydantic import Field, RootModel

from campaign.documents import Document, MarkedValue
from campaign.models.values import Bilingual, Day, Moment, PartialDate, SourceRef, Text, Value
from campaign.problems import Phrase, Position, Problem
from campaign.sources import parse_yaml
from campaign.validation import marked, validate


class Inner(Value):
    """A group inside the record of these tests."""

    colour: Text
    source: SourceRef | None = None


class Record(Value):
    """A record that has each sort of field."""

    name: Text
    number: int = 1
    share: Annotated[float, Field(ge=0, le=1)] = 0.5
    known: bool = True
    code: Annotated[str, Field(pattern="^[0-9]$")] = "1"
    said: Bilingual | None = None
    letter: Annotated[str, Field(pattern="^[A-Z]$")] = "A"
    note: Annotated[str, Field(max_length=5)] = ""
    size: Literal["small", "large"] = "small"
    inner: Inner | None = None
    items: Annotated[list[Inner], Field(min_length=1, default=[])]
    starts: Moment | None = None
    day: Day | None = None
    when: PartialDate | None = None


class Table(RootModel[dict[Text, Inner]]):
    """A file whose keys are the editor's own."""


def problems_of(text: str, model: type = Record) -> list[Problem]:
    """What validation says about a file."""
    document = parse_yaml("x.yml", text.encode())
    validate(document, model)
    return document.problems


def test_a_whole_record_comes_back_frozen() -> None:
    """A file without faults becomes the record that it describes."""
    assert validate(parse_yaml("x.yml", b"name: A\ninner: {colour: red}\n"), Record) == Record(
        name="A", inner=Inner(colour="red")
    )


def test_a_broken_record_is_none() -> None:
    """A file with a fault gives no record that others could trust."""
    assert validate(parse_yaml("x.yml", b"number: 1\n"), Record) is None


def test_an_unreadable_file_gets_no_second_complaint() -> None:
    """Where reading failed, no missing fields are listed on top."""
    assert [problem.code for problem in problems_of("a: b: c\n")] == ["S005"]


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "values"),
    [
        ("number: 1\n", 1, 1, "D101", {"field": "name"}),
        ("name: A\ninner:\n  source: b\n", 3, 3, "D101", {"field": "inner.colour"}),
        (
            "name: A\nsize: huge\n",
            2,
            7,
            "D104",
            {"field": "size", "value": "huge", "allowed": "small, large"},
        ),
        ('name: ""\n', 1, 7, "D108", {"limit": Phrase("AT_LEAST", {"limit": 1}), "count": 0}),
        ("name: A\nnote: too long\n", 2, 7, "D108", {"limit": Phrase("AT_MOST", {"limit": 5}), "count": 8}),
        ("name: A\nitems: []\n", 2, 8, "D109", {"field": "items", "value": "[]", "count": 1}),
        ("name: A\nstarts: 2027-3-4 9:00\n", 2, 9, "D118", {"field": "starts", "value": "2027-3-4 9:00"}),
        ("name: A\nstarts: 2027-03-04\n", 2, 9, "D118", {"field": "starts", "value": "2027-03-04"}),
    ],
)
def test_a_fault_has_its_code_and_place(
    text: str, line: int, column: int, code: str, values: dict[str, object]
) -> None:
    """Each common fault has its own code, and names the field with its path."""
    (problem,) = problems_of(text)
    found = {key: problem.values[key] for key in values}
    assert (problem.position, problem.code, found) == (Position(line, column), code, values)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("name: 12\n", "TEXT"),
        ("name: A\nnumber: many\n", "WHOLE_NUMBER"),
        ("name: A\nknown: perhaps\n", "TRUE_OR_FALSE"),
        ("name: A\nitems: none\n", "LIST"),
        ("name: A\ninner: none\n", "GROUP"),
        ('name: " A"\n', "ONE_LINE"),
        ("name: A\ninner: {colour: red, source: Å}\n", "NAME"),
        ("name: A\nletter: AA\n", "LIKE"),
        ("name: A\ncode: x\n", "PATTERN"),
        ("name:\n", "FILLED"),
        ("name: A\nsaid: Hej\n", "IN_EACH_LANGUAGE"),
        ("name: A\nshare: half\n", "NUMBER"),
        ("name: A\nshare: 2\n", "AT_MOST"),
        ("name: A\nshare: -1\n", "AT_LEAST"),
    ],
)
def test_a_value_of_the_wrong_sort_is_told_what_it_must_be(text: str, phrase: str) -> None:
    """The message for a wrong sort of value says in the editor's language which sort is wanted."""
    (problem,) = problems_of(text)
    assert (problem.code, problem.values["expected"].code) == ("D103", phrase)


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ('name: A\nday: "2026-02-30"\n', "D106", "NO_SUCH_DAY"),
        ('name: A\nday: "2026-13"\n', "D106", "NO_SUCH_DAY"),
        ('name: A\nday: "2026-11"\n', "D106", "NO_HINT"),
        ('name: A\nday: "2026-11-21 "\n', "D106", "SPACE_AROUND"),
        ('name: A\nwhen: "2026-02-30"\n', "D105", "NO_SUCH_DAY"),
        ('name: A\nwhen: "2011/2008"\n', "D105", "ENDS_FIRST"),
        ('name: A\nstarts: "2027-02-30 09:00"\n', "D118", "NO_SUCH_DAY"),
        ('name: A\nsize: "large "\n', "D104", "SPACE_AROUND"),
        ('name: A\ninner: {colour: red, source: " a"}\n', "D103", "SPACE_AROUND"),
    ],
)
def test_what_a_value_does_not_show_is_told(text: str, code: str, hint: str) -> None:
    """A day that no calendar has, and a space around a value, look right to who wrote them."""
    (problem,) = problems_of(text)
    assert (problem.code, problem.values["hint"]) == (code, Phrase(hint))


def test_an_unknown_key_is_told_the_nearest_one() -> None:
    """A misspelt key gets the right spelling and the list of all keys."""
    assert problems_of("name: A\nnumbr: 1\n") == [
        Problem(
            "x.yml",
            Position(2, 1),
            "D102",
            {
                "field": "numbr",
                "value": "1",
                "hint": Phrase("DID_YOU_MEAN", {"word": "number"}),
                "allowed": "name, number, share, known, code, said, letter, note, size, inner, items, starts, day, when",
            },
        )
    ]


def test_an_unknown_key_of_a_table_is_told_those_that_there_are() -> None:
    """Where a table has keys of its own, as the plural forms of a word, they are what is possible."""
    (problem,) = problems_of("one: a\noter: b\n", RootModel[dict[Literal["one", "other"], Text]])
    assert (problem.code, problem.values["hint"], problem.values["allowed"]) == (
        "D102",
        Phrase("DID_YOU_MEAN", {"word": "other"}),
        "one, other",
    )


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("name: A\ninner:\n  colour: red\n  xyzzy: 1\n", Record),
        ("name: A\nitems:\n  - colour: red\n    xyzzy: 1\n", Record),
        ("any:\n  colour: red\n  xyzzy: 1\n", Table),
    ],
)
def test_an_unknown_key_is_told_what_its_own_group_allows(text: str, model: type) -> None:
    """The list of keys is that of the group in which the unknown key stands."""
    (problem,) = problems_of(text, model)
    assert (problem.values["hint"], problem.values["allowed"]) == (Phrase("NO_HINT"), "colour, source")


def test_items_are_counted_from_one() -> None:
    """The second item of a list is called 2, as people count."""
    (problem,) = problems_of("name: A\nitems:\n  - colour: red\n  - colour: 2\n")
    assert (problem.values["field"], problem.position) == ("items.2.colour", Position(4, 13))


def test_a_bad_key_of_a_table_is_pointed_at() -> None:
    """In a file with free keys, a key that breaks the rule is the place of the problem."""
    (problem,) = problems_of('ok: {colour: red}\n" bad": {colour: red}\n', Table)
    assert (problem.position, problem.code) == (Position(2, 1), "D103")


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, "x" * 57 + "…"), (100, "x" * 57 + "…")])
def test_a_long_value_is_shortened(length: int, shown: str) -> None:
    """A message stays readable when the wrong value is a whole text; up to 60 characters are shown whole."""
    (problem,) = problems_of(f"name: A\nsize: {'x' * length}\n")
    assert problem.values["value"] == shown


def test_a_value_of_several_lines_is_shown_on_one() -> None:
    """A problem is one line, whatever was written in the file."""
    (problem,) = problems_of("name: A\nsize: |\n  very\n  large\n")
    assert problem.values["value"] == "very large"


def test_all_faults_of_a_record_are_told_at_once() -> None:
    """Nobody has to run the check once for each fault."""
    codes = [problem.code for problem in problems_of("number: many\nsize: huge\nxyzzy: 1\n")]
    assert sorted(codes) == ["D101", "D102", "D103", "D104"]


def test_references_are_found_at_any_depth() -> None:
    """A name of another record is found with its kind wherever it stands."""
    value = {"inner": {"source": "a"}, "items": [{"source": "b"}, {"colour": "red"}]}
    assert marked(Record, Document("a.yml", value)) == {
        "reference": [
            MarkedValue(("inner", "source"), "sources", "a"),
            MarkedValue(("items", 0, "source"), "sources", "b"),
        ]
    }


@pytest.mark.parametrize("value", [None, "text", 1, [], {"inner": "text", "items": {"source": "a"}}])
def test_references_in_a_broken_record_are_looked_for_without_harm(value: object) -> None:
    """A record of the wrong shape has no references, and breaks nothing."""
    assert marked(Record, Document("a.yml", value)) == {}
