"""The one form in which records are written."""

from campaign.models.events import Seminar
from campaign.models.pages import Names
from campaign.sources import parse_yaml
from campaign.writing import render_yaml

# Words that other readers of YAML take for something else, and marks that YAML knows.
WORDS = [
    "no",
    "2080",
    "1e3",
    "0x1",
    "~",
    "null",
    "true",
    "2027-03-04",
    "09:30",
    "a: b",
    "# c",
    "»d«",
    'e"f\\',
    "- g",
    "\u00a0h",
    " ",
]


def test_every_string_stands_in_double_quotes_and_comes_back_as_it_was() -> None:
    """Whatever somebody writes is read again as the same text, and never as a number or a day."""
    text = render_yaml({word: word for word in WORDS}, Names)
    assert parse_yaml("x.yml", text.encode()).value == {word: word for word in WORDS}
    assert [line for line in text.splitlines() if not line.endswith('"')] == []


def test_keys_stand_in_the_order_of_the_model() -> None:
    """Two records of a kind are read side by side, and what nobody knows stands last."""
    value = {
        "xyzzy": [],
        "town": "By",
        "title": "Te",
        "summary": {"no": "En", "sv": "Ett"},
        "participants": 3,
    }
    assert render_yaml(value, Seminar) == (
        'title: "Te"\nsummary:\n  sv: "Ett"\n  no: "En"\ntown: "By"\nparticipants: 3\nxyzzy: []\n'
    )


def test_a_whole_number_has_no_decimals() -> None:
    """Programs that know one kind of number only write it alike."""
    assert render_yaml([88.0, 1.5, 0.0, -2.0], Names) == "- 88\n- 1.5\n- 0\n- -2\n"


def test_groups_in_lists_and_lists_in_lists_stand_below_their_mark() -> None:
    """What belongs together is seen by its distance from the edge."""
    value = {"a": [{"b": True, "c": ["d", 1.5]}, [1, [2]], {}, None]}
    text = 'a:\n  - b: true\n    c:\n      - "d"\n      - 1.5\n  - - 1\n    - - 2\n  - {}\n  - null\n'
    assert render_yaml(value, Names) == text
    assert parse_yaml("x.yml", text.encode()).value == value
