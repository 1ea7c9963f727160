"""The judge of schema.org itself: what it lets through and what it does not."""

from typing import Any

import pytest

from schema_org import TYPES, complaints
from vocabulary.reduce import TYPES as REDUCED_TO

EVENT: dict[str, Any] = {
    "@type": "Event",
    "@id": "https://exempel.example/#event",
    "name": "Te",
    "startDate": "2010-05",
    "location": {"@type": "AdministrativeArea", "name": "Exempelby"},
    "url": "https://exempel.example/",
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"startDate": "2010"}, []),
        ({"startDate": "2027-03-04T09:00+01:00"}, []),
        ({"startDate": "2027-03-04T09:00"}, ["startDate expects Date or DateTime, not '2027-03-04T09:00'"]),
        ({"startDate": "soon"}, ["startDate expects Date or DateTime, not 'soon'"]),
        ({"startDate": "2010-13"}, ["startDate expects Date or DateTime, not '2010-13'"]),
        ({"url": "te"}, ["url expects URL, not 'te'"]),
        ({"name": ""}, ["name expects Text, not ''"]),
        ({"eventStatus": "https://schema.org/EventScheduled"}, []),
        ({"eventStatus": "https://schema.org/EBook"}, ["eventStatus expects EventStatusType, not "]),
        ({"organizer": {"@type": "Place", "name": "x"}}, ["organizer expects Organization or Person, not "]),
        ({"superEvent": {"@id": "https://exempel.example/#event"}}, []),
        ({"superEvent": {"@id": "https://exempel.example/#gone"}}, ["superEvent expects Event, not "]),
    ],
)
def test_values_must_be_of_the_kind_that_is_expected(changes: dict[str, Any], expected: list[str]) -> None:
    """A search engine throws away what is not as the vocabulary says, so the test must see it."""
    found = [line for line in complaints([EVENT | changes]) if line.startswith("Event.")]
    assert len(found) == len(expected)
    assert [line for line, start in zip(found, expected, strict=True) if f"Event.{start}" not in line] == []


def test_unknown_names_are_seen() -> None:
    """A slip of the pen in a type or a property, and a property of another type, do not pass."""
    things = [{"@type": "Evnt"}, EVENT | {"nmae": "x", "jobTitle": "x"}]
    assert complaints(things) == [
        "Evnt is no type that we know",
        "Event has no nmae",
        "Event has no jobTitle",
    ]


def test_a_thing_may_be_of_two_types() -> None:
    """What either of them has it may have, and an unknown one beside is seen."""
    figure = {"@type": ["Observation", "QuantitativeValue"], "name": "Te", "value": 7, "jobTitle": "x"}
    assert complaints([figure, {"@type": ["Observation", "Quantity"]}]) == [
        "Observation and QuantitativeValue has no jobTitle",
        "Quantity is no type that we know",
    ]


def test_a_reference_to_nothing_is_seen() -> None:
    """What names another thing of the page finds it there."""
    news = {"@type": "WebPage", "publisher": {"@id": "https://exempel.example/#owner"}}
    assert complaints([news])[-1] == "nothing on the page is https://exempel.example/#owner"


def test_what_google_demands_is_missed() -> None:
    """An event without a day and a place, and a film without a picture, are not shown by anybody."""
    things = [{"@type": "Event", "name": "Te"}, {"@type": "VideoObject", "name": "Te"}]
    assert complaints(things) == [
        "Event lacks location",
        "Event lacks startDate",
        "VideoObject lacks thumbnailUrl",
        "VideoObject lacks uploadDate",
    ]


def test_the_vocabulary_is_what_the_script_makes() -> None:
    """Whoever adds a type runs the script, and the judge knows it."""
    assert sorted(TYPES) == sorted(REDUCED_TO)
