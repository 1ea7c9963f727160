"""Visits as calendar files, read by another than the writer."""

import pytest
from icalendar import Calendar

from campaign.outputs.visits import targets
from campaign.site import Site
from conftest import made


@pytest.fixture
def files(good_site: Site) -> dict[str, bytes]:
    """The calendar files of the good specimen's visit."""
    return made(targets(good_site))


def test_a_visit_has_a_file_for_each_season_in_each_language(files: dict[str, bytes]) -> None:
    """A reader finds the weekend beside the page."""
    assert list(files) == [
        "visits/exempelby/summer.ics",
        "visits/exempelby/winter.ics",
        "no/visits/exempelby/summer.ics",
        "no/visits/exempelby/winter.ics",
    ]


def test_the_weekend_is_two_whole_days_that_block_nobodys_time(files: dict[str, bytes]) -> None:
    """A calendar shows the visit over Saturday and Sunday, as free, with the way back to its page."""
    event = Calendar.from_ical(files["no/visits/exempelby/winter.ics"]).walk("VEVENT")[0]
    days = (event.decoded("dtend") - event.decoded("dtstart")).days
    assert (days, event.decoded("dtstart").strftime("%A"), str(event["transp"]), str(event["url"])) == (
        2,
        "Saturday",
        "TRANSPARENT",
        "https://exempel.example/under/no/visits/exempelby/",
    )
    assert str(event["uid"]) == "visit-exempelby-winter@exempel.example"


def test_the_weekend_tells_every_stop_of_its_season(files: dict[str, bytes]) -> None:
    """Who opens the event reads the programme of the days, and nothing of the other season."""
    event = Calendar.from_ical(files["visits/exempelby/summer.ics"]).walk("VEVENT")[0]
    assert str(event["description"]).splitlines() == [
        "En kanna, ett berg och en sjö på en helg, för dig som vill känna efter.",
        "Lördag",
        "Förmiddag: Kom med tåget. Tåget står still.",
        "Söndag",
        "Mitt på dagen: Bada. Sjön är våt.",
        "Eftermiddag: Åk hem. Vägen är lång.",
    ]
