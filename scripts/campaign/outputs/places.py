"""The facts of all municipalities as CSV and JSON, for those who want to reckon themselves. See docs/reference/downloads.md."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from campaign.catalogue import Catalogue
from campaign.settings import LANGUAGES

CSV_ADDRESS = "downloads/municipalities.csv"
JSON_ADDRESS = "downloads/municipalities.json"


def render_places(catalogue: Catalogue) -> dict[str, bytes]:
    """Address → bytes of both files. A row is one fact of one municipality, with its source."""
    rows = list(_rows(catalogue))
    table = io.StringIO()
    writer = csv.DictWriter(table, fieldnames=list(rows[0]) if rows else [], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    # Excel reads a CSV file as UTF-8 only when it begins with the mark.
    return {
        CSV_ADDRESS: table.getvalue().encode("utf-8-sig"),
        JSON_ADDRESS: (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode(),
    }


def _rows(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    for _, place in sorted(catalogue.records["municipalities"].items()):
        for fact in place.facts:
            yield {
                "municipality": place.name,
                "code": place.code,
                "country": place.country,
                "fact": fact.fact,
                **_both(catalogue, "fact", fact.fact),
                "value": fact.value,
                "unit": fact.unit,
                **_both(catalogue, "unit", fact.unit),
                "approximate": fact.approximate,
                "as_of": fact.as_of,
                "note_sv": fact.note.sv if fact.note else "",
                "note_nb": fact.note.no if fact.note else "",
                **_source(catalogue, fact.source),
                "checked": fact.checked,
            }


def _both(catalogue: Catalogue, group: str, word: str) -> dict[str, str]:
    return {f"{group}_{lang.tag}": catalogue.label(group, word, lang.code) for lang in LANGUAGES}


def _source(catalogue: Catalogue, slug: str) -> dict[str, str]:
    source = catalogue.records["sources"][slug]
    return {
        "source": slug,
        "source_publisher": source.publisher,
        "source_title": source.title,
        "source_address": source.address or "",
    }
