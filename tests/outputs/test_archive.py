"""The archive as files for other programs."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from campaign.outputs.archive import CSV_ADDRESS, JSON_ADDRESS, SCHEMA_ADDRESS, archive_schema, targets
from campaign.settings import LANGUAGES
from campaign.site import Site
from conftest import PUBLIC, Changes, made

KINDS = ("networks", "programmes", "projects", "seminars", "services", "sources")


@pytest.fixture
def files(good_site: Site) -> dict[str, bytes]:
    """The files of the good specimen."""
    return made(targets(good_site))


@pytest.fixture
def archive(files: dict[str, bytes]) -> dict[str, Any]:
    """The JSON file of the good specimen, read."""
    return json.loads(files[JSON_ADDRESS])


def table(raw: bytes) -> list[dict[str, str]]:
    """The rows of the CSV file as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def schema_errors(files: dict[str, bytes], archive: Any) -> list[str]:
    """What the published schema has against an archive."""
    validator = Draft202012Validator(json.loads(files[SCHEMA_ADDRESS]))
    return [error.message for error in validator.iter_errors(archive)]


def test_the_archive_follows_its_schema(files: dict[str, bytes], archive: dict[str, Any]) -> None:
    """Who writes a program from the schema meets nothing else in the file."""
    Draft202012Validator.check_schema(archive_schema(LANGUAGES))
    assert schema_errors(files, archive) == []


def test_the_schema_sees_what_is_wrong(files: dict[str, bytes], archive: dict[str, Any]) -> None:
    """A field too many, a field too few and a wrong word are all seen."""
    [first, *_] = archive["seminars"]
    wrong = [first | {"mood": "good"}, {**first, "title_language": "no"}, {"slug": "a"}]
    assert [bool(schema_errors(files, archive | {"seminars": [one]})) for one in wrong] == [True] * 3


def test_nothing_is_left_out(good_site: Site, archive: dict[str, Any]) -> None:
    """Every record of the archive is there, in the order of its name."""
    assert {kind: [record["slug"] for record in archive[kind]] for kind in KINDS} == {
        kind: sorted(good_site.content.records[kind]) for kind in KINDS
    }


def test_a_seminar_is_told_whole(archive: dict[str, Any]) -> None:
    """The file has both languages under their tags, the session, and where a person reads the same."""
    [seminar] = [one for one in archive["seminars"] if one["slug"] == "warm-tea"]
    assert {name: seminar[name] for name in ("pages", "title_language", "summary", "session")} == {
        "pages": {"sv": PUBLIC + "seminarier/varmt-te/", "nb": PUBLIC + "no/seminarer/varm-te/"},
        "title_language": "sv",
        "summary": {"sv": "En dag om te för den som fryser.", "nb": "En dag om te for den som fryser."},
        "session": {
            "announced": "2026-01-15",
            "changed": None,
            "start": "2027-03-04 09:30",
            "end": "2027-03-04 16:00",
            "zone": "Europe/Stockholm",
            "venue": "Tesalen, Kopp & fat 1",
            "registration": "https://exempelbyran.example/anmalan?te=1&kaka=2",
            "stream": "https://exempelbyran.example/direkt",
            "accessibility": ["step-free", "hearing-loop", "captions", "sign-interpreter", "stream"],
        },
    }


def test_no_person_is_carried_on(files: dict[str, bytes]) -> None:
    """The people of a project stand on its own page, and in no file for machines."""
    text = "".join(raw.decode() for raw in files.values())
    assert [
        name for name in ("Exempla Exempelsson", "Eksempla Eksempelsen", '"people"') if name in text
    ] == []


def test_every_source_that_is_named_is_there(archive: dict[str, Any]) -> None:
    """Who doubts a statement finds its source in the same file."""
    named = {p["source"] for seminar in archive["seminars"] for p in seminar["passages"]}
    assert named - {source["slug"] for source in archive["sources"]} == set()


def test_keys_are_explained(archive: dict[str, Any]) -> None:
    """What a theme or a form means is said in both languages in the file itself."""
    assert archive["words"]["theme"] == {
        "recruit": {"sv": "Rekrytera", "nb": "Rekruttere"},
        "young": {"sv": "Unga", "nb": "Unge"},
    }


def test_the_table_has_a_row_for_each_seminar(files: dict[str, bytes]) -> None:
    """A spreadsheet shows when, where, what about and who says so, and where a source says nothing, nothing."""
    rows = {row["slug"]: row for row in table(files[CSV_ADDRESS])}
    assert (list(rows), {name: value for name, value in rows["hvem-blir"].items() if value}) == (
        ["hvem-blir", "kald-te", "vem-kommer", "warm-tea"],
        {
            "slug": "hvem-blir",
            "title": "Hvem blir?",
            "title_language": "nb",
            "summary_sv": "En lunch om den som stannar.",
            "summary_nb": "En lunsj om den som blir.",
            "form_sv": "Temalunch",
            "form_nb": "Temalunsj",
            "theme_sv": "Unga",
            "theme_nb": "Unge",
            "regions": "eksempelregionen",
            "place_certainty": "assumed",
            "date": "2008-05-01/2011-10-31",
            "date_note_sv": "Rapporten säger inte vilken dag.",
            "date_note_nb": "Rapporten sier ikke hvilken dag.",
            "sources": "slutrapport-exempel",
            "page_sv": PUBLIC + "seminarier/hvem-blir/",
            "page_nb": PUBLIC + "no/seminarer/hvem-blir/",
        },
    )


def test_several_values_share_a_cell(files: dict[str, bytes]) -> None:
    """A column with several values sets them apart, and names the place in the source."""
    row = {row["slug"]: row for row in table(files[CSV_ADDRESS])}
    assert (row["warm-tea"]["organisers"], row["vem-kommer"]["regions"], row["vem-kommer"]["sources"]) == (
        "Exempelregionen AB; Eksempelregionen Utvikling",
        "exempelregionen; eksempelregionen",
        "slutrapport-exempel 3.1",
    )


def test_the_day_does_not_change_the_archive(good_site: Site, world: Callable[[Changes], Site]) -> None:
    """The same content gives the same bytes."""
    assert made(targets(world({}))) == made(targets(good_site))
