"""Rules for promises of a number to call."""

from collections.abc import Callable

import pytest

from campaign.problems import Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
LOTS = "content/data/services/exempellots.yml"
LOTS_PAGE = "content/sv/services/exempellots.md"
SILENT = "content/data/municipalities/eksempelby.yml"


def _list_problems(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [(p.path, p.code, p.values["word"]) for p in problems]


@pytest.mark.parametrize("word", ["Numret till", "Telefon till", "Ring"])
def test_a_contact_that_speaks_of_a_number_has_one(check: Check, edited: Edited, word: str) -> None:
    """Nobody looks in vain for the number that the name of a contact promises."""
    found = check(edited(LOTS, "sv: Lotsen i Exempelby", f"sv: {word} lotsen"))
    assert _list_problems(found) == [(LOTS, "D133", word.split()[0])]


@pytest.mark.parametrize(
    "heading", ["Ring lotsen", "Lotsens nummer", "Människor att ringa", "Telefonnummer", "Telefontider"]
)
def test_a_heading_promises_only_what_the_record_has(check: Check, edited: Edited, heading: str) -> None:
    """A page whose record has no number does not speak of one in its headings."""
    found = check(edited(LOTS_PAGE, "## Så går det till", f"## {heading}"))
    assert [(p.path, p.code, p.values["place"]) for p in found] == [(LOTS_PAGE, "P233", "Exempellots")]


def test_a_description_promises_only_what_the_record_has(check: Check, edited: Edited) -> None:
    """Nor does it where search engines read."""
    found = check(edited(LOTS_PAGE, "förr per telefon och nu per brev", "med alla nummer du behöver"))
    assert _list_problems(found) == [(LOTS_PAGE, "P233", "nummer")]


def test_a_place_with_a_number_may_say_so(check: Check, edited: Edited) -> None:
    """Where the record has a number, the page may promise it."""
    page = "content/sv/municipalities/exempelby.md"
    assert check(edited(page, "## Så är orten", "## Ring till orten")) == []


WAY = "content/sv/move.md"


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Kommunernas nummer står [samlade](contacts.md).", ["nummer"]),
        ("Här är [människor att ringa](contacts.md).", ["att ringa"]),
        ("Numren står [i listan](contacts.md). Sedan är det klart.", ["Numren"]),
        ("Här står [vart du vänder dig](contacts.md). Ring gärna.", []),
        ("Ditt nummer får du av Exempelmyndigheten.", []),
    ],
)
def test_the_way_to_the_contacts_promises_what_they_have(
    check: Check, edited: Edited, text: str, promised: list[str]
) -> None:
    """Who is sent to the contacts for numbers finds one for every place."""
    without = edited(SILENT, "    phone: +47 00 00 00 00\n", "")
    changes = {**without, **edited(WAY, "\n## I ordning", f"\n{text}\n\n## I ordning")}
    assert _list_problems(check(changes)) == [(WAY, "P233", word) for word in promised]


def test_a_region_is_asked_for_its_own_places_only(check: Check, edited: Edited) -> None:
    """The neighbour's missing number is no fault of a region that has all of its own."""
    without = edited(SILENT, "    phone: +47 00 00 00 00\n", "")
    regions = ("eksempelregionen", "exempelregionen")
    pages = [f"content/sv/regions/{region}.md" for region in regions]
    found = [check({**without, **edited(page, "## Bostad", "## Ring oss")}) for page in pages]
    assert [_list_problems(problems) for problems in found] == [[(pages[0], "P233", "Ring")], []]
