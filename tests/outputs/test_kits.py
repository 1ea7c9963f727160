"""The kits of the programmes."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import icalendar
import pytest

from campaign.outputs.kits import _begins, days_of, downloads
from campaign.site import Site
from conftest import Changes

KIT = "content/data/kits/tea-round.yml"
Edited = Callable[[str, str, str], Changes]
World = Callable[..., Site]
FILES = {
    "sv": [
        "1-sa-gor-du.docx",
        "2-brev.docx",
        "3-motesplaner.docx",
        "4-bilder.pptx",
        "5-budget-och-matning.ods",
        "6-kalender.ics",
    ],
    "no": [
        "1-slik-gjor-du.docx",
        "2-brev.docx",
        "3-moteplaner.docx",
        "4-lysbilder.pptx",
        "5-budsjett-og-maling.ods",
        "6-kalender.ics",
    ],
}


def _held(site: Site, code: str) -> dict[str, bytes]:
    [kit] = [file for file in downloads(site) if file.language == code]
    with zipfile.ZipFile(io.BytesIO(kit.make())) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("code", ["sv", "no"])
def test_a_kit_has_what_a_round_is_run_with(good_site: Site, code: str) -> None:
    """Somebody who fetches it finds each file by its number and its name."""
    assert list(_held(good_site, code)) == FILES[code]


def test_the_same_kit_is_the_same_bytes(good_site: Site) -> None:
    """A kit is another when its content is, and at no other time."""
    first, again = (next(iter(downloads(good_site))).make() for _ in range(2))
    assert first == again


def test_the_calendar_proposes_a_day_for_each_meeting(good_site: Site) -> None:
    """The days count from a Tuesday after the edition, block nobody's time, and say that they are proposals."""
    calendar = icalendar.Calendar.from_ical(_held(good_site, "sv")["6-kalender.ics"])
    found = [
        (str(event["summary"]), event["dtstart"].dt, str(event["transp"]))
        for event in calendar.walk("VEVENT")
    ]
    assert found == [
        ("Förslag: Köp te", date(2026, 9, 1), "TRANSPARENT"),
        ("Förslag: Drick te", date(2026, 10, 6), "TRANSPARENT"),
    ]


@pytest.mark.parametrize(
    ("month", "day"), [(2, date(2027, 2, 9)), (3, date(2026, 3, 10)), (9, date(2026, 9, 8))]
)
def test_a_round_begins_after_the_edition(world: World, edited: Edited, month: int, day: date) -> None:
    """A month that has begun is next year's."""
    site = world(edited(KIT, "start_month: 9", f"start_month: {month}"))
    kit = site.content.kits["tea-round"]
    page = site.pages["sv", "programmes/tea-round.md"]
    assert (_begins(site, kit), days_of(site, page, kit)[0]) == (day, date.fromordinal(day.toordinal() - 7))
