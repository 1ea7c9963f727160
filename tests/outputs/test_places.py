"""The facts as files: what a reader's own program finds in them."""

import csv
import io
import json
from dataclasses import replace

from campaign.content import load_content
from campaign.outputs.places import CSV_ADDRESS, JSON_ADDRESS, targets
from campaign.site import Site
from conftest import made

# A fact of the specimen's Swedish municipality, with a note and without a year.
LAKES = {
    "municipality": "Exempelby",
    "code": "9901",
    "country": "SE",
    "fact": "lakes-share",
    "fact_sv": "Andel sjöar",
    "fact_nb": "Andel innsjøer",
    "value": 22.5,
    "from": "",
    "to": "",
    "unit": "percent",
    "unit_sv": "%",
    "unit_nb": "%",
    "approximate": True,
    "computed": False,
    "as_of": "undated",
    "note_sv": "Sjöarna räknades en dimmig dag.",
    "note_nb": "Sjøene ble telt en tåkete dag.",
    "not_comparable_sv": "",
    "not_comparable_nb": "",
    "source": "exempelbyran-folkmangd-2024",
    "source_publisher": "Exempelbyrån",
    "source_title": "Folkmängd i påhittade orter",
    "source_address": "https://exempelbyran.example/folkmangd",
    "checked": "2026-02-03",
}


def table(raw: bytes) -> list[dict[str, str]]:
    """The rows of the CSV file as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_each_row_is_one_fact_with_its_source(good_site: Site) -> None:
    """Whoever computes with a figure knows its place, day, unit and source."""
    rows = json.loads(made(targets(good_site))[JSON_ADDRESS])
    assert next(row for row in rows if row["fact"] == "lakes-share") == LAKES


def test_only_what_is_known_is_told(good_site: Site) -> None:
    """A fact that waits for its number is in no file, and every other is."""
    rows = json.loads(made(targets(good_site))[JSON_ADDRESS])
    assert [(row["municipality"], row["fact"]) for row in rows] == [
        ("Eksempelby", "population"),
        ("Eksempelby", "growth"),
        *(("Exempelby", fact) for fact in ("population", "lakes-share", "largest-employer", "distance")),
    ]


def test_a_size_class_has_its_two_ends(good_site: Site) -> None:
    """Nobody computes with the middle of a class as if it were counted, and who compares is warned."""
    rows = json.loads(made(targets(good_site))[JSON_ADDRESS])
    found = next(row for row in rows if row["fact"] == "largest-employer")
    wanted = {"value": "", "from": 200, "to": 499, "not_comparable_nb": "I nabolandet telles arbeidssteder."}
    assert {name: found[name] for name in wanted} == wanted


def test_both_files_say_the_same(good_site: Site) -> None:
    """A spreadsheet and a program get the same facts."""
    files = made(targets(good_site))
    as_text = [{name: str(value) for name, value in row.items()} for row in json.loads(files[JSON_ADDRESS])]
    assert table(files[CSV_ADDRESS]) == as_text


def test_the_table_opens_in_a_spreadsheet(good_site: Site) -> None:
    """Letters such as å are right in a program that guesses, for the file begins with the mark and has CRLF."""
    raw = made(targets(good_site))[CSV_ADDRESS]
    assert (raw[:3], raw.count(b"\r\n"), raw.count(b"\n")) == (b"\xef\xbb\xbf", 7, 7)


def test_commas_and_quotes_stay_in_their_column(good_site: Site, tree: dict[str, bytes]) -> None:
    """A title with commas and quotes does not shift the columns."""
    path = "content/data/sources/exempelbyran-folkmangd-2024.yml"
    tree[path] = tree[path].replace(b"title: Folkm", b'title: Tal, "ord" och folkm')
    rows = table(made(targets(replace(good_site, content=load_content(tree)[0])))[CSV_ADDRESS])
    assert rows[-1]["source_title"] == 'Tal, "ord" och folkmängd i påhittade orter'


def test_without_municipalities_the_files_are_empty(good_site: Site, tree: dict[str, bytes]) -> None:
    """A site that has no municipality yet has files without rows."""
    bare = {path: raw for path, raw in tree.items() if "/municipalities/" not in path}
    files = made(targets(replace(good_site, content=load_content(bare)[0])))
    assert (table(files[CSV_ADDRESS]), json.loads(files[JSON_ADDRESS])) == ([], [])
