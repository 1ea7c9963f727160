"""Calendars of events: what a reader's own calendar program makes of them, read by others than the writer."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from campaign.outputs.calendar import targets
from campaign.site import Site
from conftest import Changes, made

COMING = {"sv": "seminarier/kalender.ics", "no": "no/seminarer/kalender.ics"}
WARM = "content/data/seminars/warm-tea.yml"


@pytest.fixture
def files(good_site: Site) -> dict[str, bytes]:
    """The calendar files of the good specimen."""
    return made(targets(good_site))


def lines(raw: bytes) -> list[str]:
    """The content lines of a calendar, unfolded, in its order."""
    return raw.decode().replace("\r\n ", "").split("\r\n")[:-1]


def events(raw: bytes) -> list[tuple[str, str, str]]:
    """The events of a calendar as a parser finds them: UID, and start and end in universal time."""
    return [
        (
            str(event["uid"]),
            *(f"{event.decoded(end).astimezone(UTC):%Y-%m-%d %H:%M}" for end in ("dtstart", "dtend")),
        )
        for event in Calendar.from_ical(raw).walk("VEVENT")
    ]


def test_each_event_with_a_session_has_its_file_beside_its_page(files: dict[str, bytes]) -> None:
    """A reader finds the coming events in one calendar and each event alone, in the words of the own language."""
    assert list(files) == [
        "seminarier/kalender.ics",
        "seminarier/kald-te/kald-te.ics",
        "seminarier/varmt-te/varmt-te.ics",
        "no/seminarer/kalender.ics",
        "no/seminarer/kald-te/kald-te.ics",
        "no/seminarer/varm-te/varm-te.ics",
    ]


@pytest.mark.parametrize("code", COMING)
def test_the_calendar_holds_what_is_coming(files: dict[str, bytes], code: str) -> None:
    """An event of the past is no longer in the calendar, and a time of the place is the right time everywhere."""
    assert events(files[COMING[code]]) == [
        ("warm-tea@exempel.example", "2027-03-04 08:30", "2027-03-04 15:00")
    ]


@pytest.mark.parametrize(("today", "count"), [("2027-03-03", 1), ("2027-03-04", 1), ("2027-03-05", 0)])
def test_an_event_is_coming_until_its_day_is_over(good_site: Site, today: str, count: int) -> None:
    """Who looks at the calendar during the event still finds it."""
    files = made(targets(replace(good_site, day=today)))
    assert len(events(files[COMING["sv"]])) == count


def test_a_past_event_keeps_its_file(files: dict[str, bytes]) -> None:
    """A link to an event's calendar file works for ever, also for an event that ended after midnight."""
    found = events(files["no/seminarer/kald-te/kald-te.ics"])
    assert found == [("kald-te@exempel.example", "2025-10-09 16:00", "2025-10-09 22:30")]


def test_an_event_is_told_in_both_languages(files: dict[str, bytes]) -> None:
    """The title is the printed one and says its language; all else is in the reader's, with the title explained."""
    assert [
        {name: (str(event[name]), event[name].params.get("LANGUAGE")) for name in ("summary", "description")}
        for address in ("seminarier/varmt-te/varmt-te.ics", "no/seminarer/varm-te/varm-te.ics")
        for event in Calendar.from_ical(files[address]).walk("VEVENT")
    ] == [
        {
            "summary": ("Varmt te på kall mark", "sv"),
            "description": (
                (
                    "En dag om te för den som fryser.\n"
                    "Tillgänglighet: utan trappsteg och trösklar, hörslinga, textas på plats, teckenspråkstolk, "
                    "sänds på nätet\n"
                    "Medverkande: Exempla Teström\n"
                    "Arrangör: Exempelregionen AB, Eksempelregionen Utvikling\n"
                    "Anmäl dig: https://exempelbyran.example/anmalan?te=1&kaka=2\n"
                    "Följ sändningen: https://exempelbyran.example/direkt"
                ),
                "sv",
            ),
        },
        {
            "summary": ("Varmt te på kall mark", "sv"),
            "description": (
                (
                    "På norsk: Varm te på kald mark\n"
                    "En dag om te for den som fryser.\n"
                    "Tilgjengelighet: trinnfri adkomst, teleslynge, tekstes på stedet, tegnspråktolk, sendes på nett\n"
                    "Medvirkende: Exempla Teström\n"
                    "Arrangør: Exempelregionen AB, Eksempelregionen Utvikling\n"
                    "Meld deg på: https://exempelbyran.example/anmalan?te=1&kaka=2\n"
                    "Følg sendingen: https://exempelbyran.example/direkt"
                ),
                "nb",
            ),
        },
    ]


def test_an_event_says_where_it_is_and_where_to_read_more(files: dict[str, bytes]) -> None:
    """A phone shows the place, the page in the reader's language and the theme."""
    [event] = Calendar.from_ical(files["no/seminarer/varm-te/varm-te.ics"]).walk("VEVENT")
    assert [event[name].to_ical().decode() for name in ("location", "url", "categories")] == [
        r"Tesalen\, Kopp & fat 1\, Exempelby",
        "https://exempel.example/under/no/seminarer/varm-te/",
        "Rekruttere",
    ]


def test_nobody_is_asked_to_register_for_what_is_over(files: dict[str, bytes]) -> None:
    """The file of a past event has no link to a form that is closed."""
    assert "pamelding" not in "".join(lines(files["no/seminarer/kald-te/kald-te.ics"]))


@pytest.mark.parametrize(
    ("code", "name", "tag"),
    [
        ("sv", "Kommande seminarier – Exempelregionerna", "sv"),
        ("no", "Kommende seminarer – Eksempelregionene", "nb"),
    ],
)
def test_the_calendar_has_a_name_in_the_readers_language(
    files: dict[str, bytes], code: str, name: str, tag: str
) -> None:
    """Among other calendars this one is known by its name, and programs know how often to ask and where."""
    found = [
        line for line in lines(files[COMING[code]])[:12] if not line.startswith(("BEGIN", "DESCRIPTION"))
    ]
    address = f"https://exempel.example/under/{COMING[code]}"
    assert found[: found.index("X-PUBLISHED-TTL:P1D") + 1] == [
        "VERSION:2.0",
        f"PRODID:-//exempel.example//campaign//{tag.upper()}",
        "METHOD:PUBLISH",
        f"NAME;LANGUAGE={tag}:{name}",
        f"X-WR-CALNAME:{name}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        f"SOURCE:{address}",
        f"URL:{address.removesuffix('kalender.ics')}",
        "X-PUBLISHED-TTL:P1D",
    ]


@pytest.mark.parametrize(("code", "zone"), [("sv", "Europe/Stockholm"), ("no", "Europe/Oslo")])
def test_a_calendar_without_events_is_still_a_calendar(
    world: Callable[[Changes], Site], code: str, zone: str
) -> None:
    """Who subscribes before anything is announced gets no error: the standard wants at least one component."""
    site = world({WARM: None})
    calendar = Calendar.from_ical(made(targets(site))[COMING[code]])
    assert [(part.name, str(part["tzid"])) for part in calendar.subcomponents] == [("VTIMEZONE", zone)]


@pytest.mark.parametrize(
    ("moment", "offset"),
    [
        ("2027-03-04 09:30", 1),
        ("2027-03-28 01:59", 1),
        ("2027-03-28 03:01", 2),
        ("2027-07-01 12:00", 2),
        ("2027-10-31 01:59", 2),
        ("2027-10-31 03:01", 1),
        ("2027-12-31 23:59", 1),
    ],
)
def test_the_time_zone_knows_summer_and_winter(files: dict[str, bytes], moment: str, offset: int) -> None:
    """A program that knows no zones by name computes right from the zone's own rules, on both sides of each change."""
    zone = tzical(io.StringIO(files[COMING["sv"]].decode())).get("Europe/Stockholm")
    assert datetime.fromisoformat(moment).replace(tzinfo=zone).utcoffset().seconds == offset * 3600


def test_events_in_two_countries_and_years_have_their_zones(
    world: Callable[[Changes], Site], tree: dict[str, bytes]
) -> None:
    """A calendar has each zone once, for all the years of its events, and every event names one that is there."""
    old = tree["content/data/seminars/kald-te.yml"].decode()
    new = old.replace("2025-10-", "2028-06-").replace("recording:", "materials: []\nrecording:")
    site = world({"content/data/seminars/kald-te.yml": new})
    raw = made(targets(site))[COMING["no"]]
    zones = tzical(io.StringIO(raw.decode()))
    assert (zones.keys(), events(raw)) == (
        ["Europe/Oslo", "Europe/Stockholm"],
        [
            ("warm-tea@exempel.example", "2027-03-04 08:30", "2027-03-04 15:00"),
            ("kald-te@exempel.example", "2028-06-09 16:00", "2028-06-09 22:30"),
        ],
    )


def test_names_of_events_stay(good_site: Site, files: dict[str, bytes]) -> None:
    """Another day, another language or another title: a program knows the event again and never shows it twice."""
    later = made(targets(replace(good_site, day="2026-12-01")))
    names = [{uid for raw in group.values() for uid, *_ in events(raw)} for group in (files, later)]
    assert names == [{"kald-te@exempel.example", "warm-tea@exempel.example"}] * 2


def test_a_file_is_the_same_on_another_day(good_site: Site, files: dict[str, bytes]) -> None:
    """No clock is read: an event is stamped with the day on which it was announced, and nothing else says a day."""
    stamps = [line for line in lines(files[COMING["sv"]]) if line.startswith(("DTSTAMP", "LAST-MODIFIED"))]
    assert (made(targets(replace(good_site, day="2026-02-04"))), stamps) == (
        files,
        ["DTSTAMP:20260115T000000Z", "LAST-MODIFIED:20260115T000000Z"],
    )


def test_a_moved_event_is_newer_to_a_program_that_has_it(
    world: Callable[..., Site], edited: Callable[..., Changes]
) -> None:
    """Who moves the hour writes the day of it, and every calendar takes the new hour."""
    site = world(
        edited(WARM, "  announced: 2026-01-15\n", "  announced: 2026-01-15\n  changed: 2026-01-20\n")
    )
    stamps = [line for line in lines(made(targets(site))[COMING["sv"]]) if line.startswith("DTSTAMP")]
    assert stamps == ["DTSTAMP:20260120T000000Z"]


def test_lines_are_short(files: dict[str, bytes]) -> None:
    """The oldest program gets no line above 75 bytes, and no line end but the standard's."""
    long = [line for raw in files.values() for line in raw.split(b"\r\n") if len(line) > 75]
    assert (long, [raw.count(b"\n") - raw.count(b"\r\n") for raw in files.values()]) == ([], [0] * 6)
