"""Directives: what an editor's line asks for."""

import pytest

from campaign.directives import DIRECTIVES, IN_BOOKS, OPTIONAL_COUNT, Directive, directives
from campaign.markdown import parse
from campaign.models import KINDS
from campaign.problems import messages


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- campaign:doors -->", [Directive("doors", (), 0)]),
        ("Hej.\n\n<!-- campaign:seminar-list 3 -->\n", [Directive("seminar-list", ("3",), 2)]),
        ("<!-- campaign:people a  b -->", [Directive("people", ("a", "b"), 0)]),
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


def test_a_directive_wants_what_there_is() -> None:
    """A directive is given a count or the name of a record, and the message for who forgets it has its words."""
    wanted = {kind for wants in DIRECTIVES.values() for kind in wants}
    assert wanted - {OPTIONAL_COUNT} - set(KINDS) == set()
    assert {f"WANTS_{kind.upper()}" for kind in wanted} - set(messages()) == set()


def test_a_directive_takes_one_thing_at_most() -> None:
    """The message for a wrong word tells of one thing that is wanted, so no directive wants two."""
    assert max(len(wants) for wants in DIRECTIVES.values()) == 1


def test_what_a_chapter_may_hold_exists() -> None:
    """The book's own list names directives that there are."""
    assert set(IN_BOOKS) - set(DIRECTIVES) == set()
