"""Directives: what an editor's line asks for."""

import pytest

from campaign.directives import (
    A_COUNT,
    DIRECTIVES,
    IN_BOOKS,
    NOTHING,
    WORDS,
    Argument,
    Directive,
    a_record,
    directives,
    names_in,
)
from campaign.markdown import parse
from campaign.models import Kinds
from campaign.settings import MESSAGE_LANGUAGES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- campaign:doors -->", [Directive("doors", (), 0)]),
        ("Hej.\n\n<!-- campaign:seminar-list 3 -->\n", [Directive("seminar-list", ("3",), 2)]),
        ("<!-- campaign:people a  b -->", [Directive("people", ("a", "b"), 0)]),
        ('<!-- campaign:quote "Vi blev kvar." -->', [Directive("quote", ("Vi blev kvar.",), 0)]),
        (
            "<!-- campaign:map -->\n\n<!-- campaign:doors -->",
            [Directive("map", (), 0), Directive("doors", (), 2)],
        ),
        ("<!-- en egen anteckning -->", []),
        ("<!-- campaign:doors\n-->", []),
        ("<!-- campaign:doors --> och mer", []),
        ("- <!-- campaign:doors -->", []),
        ("> <!-- campaign:doors -->", []),
        ("```\n<!-- campaign:doors -->\n```", []),
        ("Text <!-- campaign:doors --> text", []),
    ],
)
def test_a_directive_stands_alone_on_its_line(text: str, found: list[Directive]) -> None:
    """A comment of the right form at the margin is a directive with its name, its words and its line; nothing else is."""
    assert directives(parse(text)) == found


def test_a_text_says_which_directives_it_may_hold() -> None:
    """Seen without parsing: also one within a list, which is none after all."""
    text = "# Att flytta\n\n<!-- campaign:finder -->\n\n* <!-- campaign:film runn -->\n\n<!-- cost -->\n"
    assert names_in(text) == {"finder", "film"}


@pytest.mark.parametrize("argument", DIRECTIVES.values())
def test_who_gives_the_wrong_thing_is_told_what_is_wanted(argument: Argument) -> None:
    """Every directive can say in each language what it wants."""
    assert all(argument.wanted.in_language(language) for language in MESSAGE_LANGUAGES)


@pytest.mark.parametrize(
    ("argument", "given", "taken"),
    [
        (NOTHING, "", True),
        (NOTHING, "3", False),
        (A_COUNT, "", True),
        (A_COUNT, "12", True),
        (A_COUNT, "0", False),
        (A_COUNT, "100", False),
        (WORDS, "Vi blev kvar.", True),
        (WORDS, " ", False),
        (WORDS, "", False),
        (a_record(Kinds.projects), "grenzenlos", True),
        (a_record(Kinds.projects), "", False),
    ],
)
def test_what_is_given_has_the_form_that_is_wanted(argument: Argument, given: str, taken: bool) -> None:
    """A count is one or two digits, words are something to read, and a record has a name."""
    assert argument.takes(given) is taken


def test_words_may_differ_between_the_languages() -> None:
    """Translations have the same directives; the words of each are in its own language, and a record's name is the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(DIRECTIVES, "quote", WORDS)
        found = [
            Directive(name, (given,), 0).in_any_language for name, given in (("quote", "Hej"), ("rules", "a"))
        ]
    assert found == [("quote", ()), ("rules", ("a",))]


def test_what_a_chapter_may_hold_exists() -> None:
    """The book's own list names directives that there are."""
    assert set(IN_BOOKS) - set(DIRECTIVES) == set()
