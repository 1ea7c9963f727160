"""No page says the number by which a state knows a person."""

from collections.abc import Callable

import pytest

from campaign.problems import Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]

PAGE = "content/sv/about.md"
RECORD = "content/data/municipalities/exempelby.yml"


# The numbers are those that the authorities give as examples.
@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("811228-9874", "811228…"),
        ("8112289874", "811228…"),
        ("19811228-9874", "198112…"),
        ("198112289874", "198112…"),
        ("811228+9874", "811228…"),
        ("811228–9874", "811228…"),
        ("701063-2391", "701063…"),
        ("01010750160", "010107…"),
        ("010107 50160", "010107…"),
        ("010107\u00a050160", "010107…"),
        ("41010750154", "410107…"),
    ],
)
def test_the_number_of_a_person_is_told_without_saying_it(
    check: Check, edited: Edited, number: str, shown: str
) -> None:
    """Nobody’s number reaches the site, in a text or in a record; the message does not spread it."""
    found = check(
        edited(PAGE, "på riktigt.", f"på riktigt. {number}")
        | edited(RECORD, "country: SE", f"# {number}\ncountry: SE")
    )
    told = [one for one in found if one.code == "P264"]
    values = {"value": shown}
    assert told == [
        Problem(RECORD, Position(2, 3), "P264", values),
        Problem(PAGE, Position(7, 25), "P264", values),
    ]


@pytest.mark.parametrize(
    "number",
    [
        "811228-9875",
        "559012-3450",
        "5590123450",
        "070-123 45 67",
        "0701234569",
        "811328-2399",
        "811232-2394",
        "01010750161",
        "010107 50178",
        "32010750112",
        "1234.56.78903",
        "974 760 673",
        "2026-02-03",
        "https://a.example/811228-9874",
        "811228-98741",
        "x811228-9874",
    ],
)
def test_what_is_no_number_of_a_person_is_left_in_peace(check: Check, edited: Edited, number: str) -> None:
    """Firms, accounts, telephones, days and addresses are known by numbers too."""
    found = check(edited(PAGE, "på riktigt.", f"på riktigt. {number}"))
    assert [one for one in found if one.code == "P264"] == []
