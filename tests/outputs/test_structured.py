"""What search engines read of a page."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from campaign.models.events import Recording, Session
from campaign.outputs.structured import BY_LAYOUT, script_text, structured_data
from campaign.site import Download, Site
from conftest import PUBLIC, Changes, Golden
from schema_org import complaints, things_in

SEMINAR, SERVICE = "vem-kommer", "exempellots"
FILES = tuple(
    Download(f"downloads/guide-{code}.{form.lower()}", lambda: bytes(1234), form, code)
    for code in ("sv", "no")
    for form in ("PDF", "EPUB", "DOCX")
) + (
    Download(
        "downloads/sv/valkomstbrev.docx", lambda: bytes(5678), "DOCX", "sv", "template", "welcome-letter"
    ),
)
_FRONT = "---\ntitle: {}\ndescription: En sida som bara finns medan ett prov pågår, lång nog för en sökmotor.\n---\n"


@pytest.fixture
def site(good_site: Site) -> Site:
    """The good specimen with its finished books."""
    return replace(good_site, downloads=FILES)


@pytest.fixture
def build_json_ld(site: Site) -> Callable[..., Any]:
    """A function that gives what the page of a record tells, after some changes of the record, in one type."""

    def build(kind: str, slug: str, type_: str, **changes: Any) -> Any:
        page = site.pages["sv", f"{kind}/{slug}.md"]
        changed = replace(page, own_record=page.record.model_copy(update=changes))
        pages = {**site.pages, ("sv", page.path): changed}
        json_ld = structured_data(replace(site, pages=pages), changed)
        assert complaints(json_ld) == []
        return next((thing for thing in json_ld if thing["@type"] == type_), None)

    return build


def session(**changes: Any) -> Session:
    """A session in a room in winter."""
    usual = {"start": "2027-03-04 09:00", "end": "2027-03-04 16:30", "zone": "Europe/Stockholm"}
    rest = {"venue": "Tesalen, Kopp 1", "registration": None, "stream": None, "accessibility": []}
    return Session.model_construct(**usual | rest | changes)


@pytest.mark.golden("structured/*")
def test_a_page_tells_what_it_is(site: Site, golden: Golden) -> None:
    """Each kind of page is told as the type it is, in both languages, with what the records say and no more."""
    found = {code: structured_data(site, site.pages[code, golden.input]) for code in ("sv", "no")}
    golden.matches(
        {code: json.dumps(json_ld, ensure_ascii=False, indent=1) for code, json_ld in found.items()}
    )


def test_every_type_has_a_golden_case() -> None:
    """No type can change without somebody reading the difference."""
    cases = {path.stem for path in (Path(__file__).parents[1] / "golden/structured").glob("*.yml")}
    assert {*BY_LAYOUT, "home", "guide"} - cases == set()


def test_every_page_follows_the_vocabulary(site: Site) -> None:
    """No page tells a search engine something that it does not understand."""
    wrong = {key: complaints(structured_data(site, page)) for key, page in site.pages.items()}
    assert {key: found for key, found in wrong.items() if found} == {}


def test_the_language_is_the_articles(site: Site) -> None:
    """A search engine offers a page to those who read its language; a fallback page is in its original's."""
    found = {key: structured_data(site, page)[0]["inLanguage"] for key, page in site.pages.items()}
    assert found == {key: page.body_language.tag for key, page in site.pages.items()}


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2010-05-20", "2010-05-20", None),
        ("2010-05", "2010-05", None),
        ("2010", "2010", None),
        ("2008-05-01/2011-10-31", "2008-05-01", "2011-10-31"),
        ("2008/2011", "2008", "2011"),
        ("2011/..", "2011", None),
    ],
)
def test_a_day_is_as_exact_as_it_is_known(
    build_json_ld: Callable[..., Any], date: str, start: str, end: str | None
) -> None:
    """Nobody is told a day that the sources do not tell."""
    event = build_json_ld("seminars", SEMINAR, "Event", date=date)
    assert (event["startDate"], event.get("endDate")) == (start, end)


@pytest.mark.parametrize(
    ("changes", "start", "end"),
    [
        ({}, "2027-03-04T09:00+01:00", "2027-03-04T16:30+01:00"),
        (
            {"start": "2027-07-04 09:00", "end": "2027-07-05 00:30", "zone": "Europe/Oslo"},
            "2027-07-04T09:00+02:00",
            "2027-07-05T00:30+02:00",
        ),
        (
            {"start": "2027-10-31 01:00", "end": "2027-10-31 09:00"},
            "2027-10-31T01:00+02:00",
            "2027-10-31T09:00+01:00",
        ),
    ],
    ids=["winter", "summer", "the night the clocks change"],
)
def test_a_session_has_its_distance_to_utc(
    build_json_ld: Callable[..., Any], changes: dict[str, str], start: str, end: str
) -> None:
    """Whoever comes from another time zone comes at the right hour."""
    event = build_json_ld("seminars", SEMINAR, "Event", session=session(**changes))
    assert (event["startDate"], event["endDate"]) == (start, end)


def test_only_a_session_has_a_state(build_json_ld: Callable[..., Any]) -> None:
    """Of a seminar in the archive nobody knows whether it was on the net, so nothing is said."""
    names = ("eventStatus", "eventAttendanceMode", "potentialAction")
    past = build_json_ld("seminars", SEMINAR, "Event")
    room = build_json_ld("seminars", SEMINAR, "Event", session=session())
    assert ([past.get(name) for name in names], [room.get(name) for name in names]) == (
        [None, None, None],
        ["https://schema.org/EventScheduled", "https://schema.org/OfflineEventAttendanceMode", None],
    )


def test_a_streamed_session_is_in_two_places(build_json_ld: Callable[..., Any]) -> None:
    """Who cannot travel finds the stream and the registration beside the room."""
    online = {
        "stream": "https://exempel.example/direkt",
        "registration": "https://exempel.example/anmalan?a=1&b=2",
    }
    event = build_json_ld("seminars", SEMINAR, "Event", session=session(**online))
    assert (event["location"], event["eventAttendanceMode"], event["potentialAction"]) == (
        [
            {
                "@type": "Place",
                "name": "Tesalen, Kopp 1",
                "address": {"@type": "PostalAddress", "addressLocality": "Exempelby"},
            },
            {"@type": "VirtualLocation", "url": "https://exempel.example/direkt"},
        ],
        "https://schema.org/MixedEventAttendanceMode",
        {"@type": "RegisterAction", "target": "https://exempel.example/anmalan?a=1&b=2"},
    )


def test_a_town_in_one_region_is_in_its_county(build_json_ld: Callable[..., Any]) -> None:
    """With one region the county and the country of the town are known."""
    event = build_json_ld("seminars", SEMINAR, "Event", regions=["exempelregionen"])
    assert event["location"][0]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Exempelby",
        "addressRegion": "Exempellän",
        "addressCountry": "SE",
    }


def test_who_made_a_seminar_is_named(build_json_ld: Callable[..., Any]) -> None:
    """Organisers are named as the source names them, speakers lead to their pages."""
    event = build_json_ld("seminars", SEMINAR, "Event", organisers=["Tebolaget"], speakers=["tea-master"])
    assert (event["organizer"], event["performer"]) == (
        [{"@type": "Organization", "name": "Tebolaget"}],
        [{"@type": "Person", "name": "Exempla Teström", "url": f"{PUBLIC}speakers/tea-master/"}],
    )


def test_a_recording_is_a_film_with_captions(build_json_ld: Callable[..., Any]) -> None:
    """A film is found with its length, its language and the languages of its captions."""
    film = Recording.model_construct(
        address="https://exempel.example/film",
        published="2027-03-10",
        minutes=48,
        language="no",
        captions=["sv", "no"],
        transcript=None,
    )
    assert build_json_ld("seminars", SEMINAR, "VideoObject", recording=film) == {
        "@type": "VideoObject",
        "@id": f"{PUBLIC}seminarier/vem-kommer/#recording",
        "name": "Vem kommer, och när?",
        "description": "Ett seminarium om den som kommer.",
        "url": "https://exempel.example/film",
        "thumbnailUrl": [f"{PUBLIC}cards/sv/seminars/vem-kommer.png"],
        "uploadDate": "2027-03-10",
        "duration": "PT48M",
        "inLanguage": "nb",
        "caption": [
            {"@type": "MediaObject", "inLanguage": "sv"},
            {"@type": "MediaObject", "inLanguage": "nb"},
        ],
        "recordedAt": {"@id": f"{PUBLIC}seminarier/vem-kommer/#event"},
    }


@pytest.mark.parametrize(
    ("status", "is_told"), [("active", True), ("changed", False), ("ended", False), ("unknown", False)]
)
def test_only_a_living_service_is_offered(
    site: Site, build_json_ld: Callable[..., Any], status: str, is_told: bool
) -> None:
    """Nobody is sent to a service that has ended, or of which nobody knows."""
    now = site.content.records["services"][SERVICE].now.model_copy(update={"status": status})
    assert (build_json_ld("services", SERVICE, "Service", now=now) is not None) == is_told


def test_questions_have_their_answers(
    world: Callable[..., Site], edited: Callable[[str, str, str], Changes]
) -> None:
    """Each question of the page is told with its whole answer, its list and the names of its sources."""
    text = _FRONT.format("Frågor") + (
        "\nInledning.\n\n## Får jag *te*? {#te}\n\nJa ([Exempellagen, 2024](source:exempellagen)).\n\n- Grönt.\n- Svart.\n\n"
        "## Och kaffe?\n\nOckså.\n"
    )
    role = edited("content/data/site.yml", "pages:\n", "pages:\n  questions: questions.md\n")
    site = world({**role, "content/sv/questions.md": text, "content/no/questions.md": text})
    page = structured_data(site, site.pages["sv", "questions.md"])[0]
    assert (
        page["@type"],
        [(one["name"], one["acceptedAnswer"]["text"]) for one in page["mainEntity"]],
    ) == (
        "FAQPage",
        [("Får jag te?", "Ja (Exempellagen, 2024).\nGrönt.\nSvart."), ("Och kaffe?", "Också.")],
    )


def test_the_figures_of_a_place_are_quantities(site: Site) -> None:
    """Who looks for a `QuantitativeValue` finds each, with its number, unit, day, source and place."""
    told = structured_data(site, site.pages["sv", "municipalities/exempelby.md"])
    figures = [thing for thing in told if "QuantitativeValue" in thing["@type"]]
    names = {"value", "unitText", "observationDate", "observationAbout", "subjectOf"}
    assert (figures != [], [one for one in figures if names - one.keys()]) == (True, [])


def test_the_owner_has_an_address_when_it_is_decided(site: Site) -> None:
    """What is not decided is not told."""
    home = site.pages["sv", "index.md"]
    decided = replace(site, owner={"email": "post@exempel.example"})
    found = [json_ld[-1].get("email") for json_ld in (structured_data(s, home) for s in (site, decided))]
    assert found == [None, "post@exempel.example"]


def test_no_text_ends_the_script_element(site: Site) -> None:
    """A title cannot break out of the data and become part of the page, and is still read as it was written."""
    page = replace(site.pages["sv", "move.md"], title="</script><b>Te & »kaka«</b> <!--")
    text = script_text(structured_data(replace(site, pages={**site.pages, ("sv", page.path): page}), page))
    assert ("<" in text, json.loads(text)["@graph"][0]["name"]) == (False, page.title)


def test_no_thing_has_an_empty_part(site: Site) -> None:
    """What nobody knows is left out, rather than said to be nothing."""
    all_told = [structured_data(site, page) for page in site.pages.values()]
    empty = [thing for thing in things_in(all_told) for part in thing.values() if part in (None, "", [], {})]
    assert empty == []
