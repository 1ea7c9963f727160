"""The facts of all municipalities as CSV and JSON, for those who want to reckon themselves. See docs/reference/downloads.md."""

from collections.abc import Iterator
from typing import Any

from campaign.catalogue import Catalogue
from campaign.models.values import Bilingual
from campaign.outputs.tables import as_csv, as_json, in_both
from campaign.settings import LANGUAGES
from campaign.site import Site, Targets

CSV_ADDRESS = "downloads/municipalities.csv"
JSON_ADDRESS = "downloads/municipalities.json"


def targets(site: Site) -> Targets:
    """Address → how to make it, of both files. A row is one fact of one municipality, with its source."""
    return {
        CSV_ADDRESS: lambda: as_csv(list(_rows(site.catalogue))),
        JSON_ADDRESS: lambda: as_json(list(_rows(site.catalogue))),
    }


def _rows(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    for _, place in sorted(catalogue.records["municipalities"].items()):
        for fact in place.told:
            yield {
                "municipality": place.name,
                "code": place.code,
                "country": place.country,
                "fact": fact.fact,
                **in_both(catalogue, "fact", fact.fact),
                "value": "" if fact.value is None else fact.value,
                "from": fact.between[0] if fact.between else "",
                "to": fact.between[1] if fact.between else "",
                "unit": fact.unit,
                **in_both(catalogue, "unit", fact.unit),
                "approximate": fact.approximate,
                "reckoned": fact.reckoned,
                "as_of": fact.as_of,
                **_words("note", fact.note),
                **_words("not_comparable", fact.not_comparable),
                **_source(catalogue, fact.source),
                "checked": fact.checked,
            }


def _words(name: str, text: Bilingual | None) -> dict[str, str]:
    return {f"{name}_{language.tag}": text[language.code] if text else "" for language in LANGUAGES}


def _source(catalogue: Catalogue, slug: str) -> dict[str, str]:
    source = catalogue.records["sources"][slug]
    return {
        "source": slug,
        "source_publisher": source.publisher,
        "source_title": source.title,
        "source_address": source.address or "",
    }
