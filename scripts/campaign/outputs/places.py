"""The facts of all municipalities as CSV and JSON, for those who want to compute themselves. See docs/reference/downloads.md."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.models.values import Bilingual
from campaign.outputs.tables import as_csv, as_json, in_both
from campaign.site import Site, Targets

CSV_ADDRESS = "downloads/municipalities.csv"
JSON_ADDRESS = "downloads/municipalities.json"


def targets(site: Site) -> Targets:
    """Address → how to make it, of both files. A row is one fact of one municipality, with its source."""
    return {
        CSV_ADDRESS: lambda: as_csv(list(_rows(site.content))),
        JSON_ADDRESS: lambda: as_json(list(_rows(site.content))),
    }


def _rows(content: Content) -> Iterator[dict[str, object]]:
    for _, place in sorted(content.municipalities.items()):
        for fact in place.known_facts:
            yield {
                "municipality": place.name,
                "code": place.code,
                "country": place.country,
                "fact": fact.fact,
                **in_both(content, "fact", fact.fact),
                "value": "" if fact.value is None else fact.value,
                "from": fact.between[0] if fact.between else "",
                "to": fact.between[1] if fact.between else "",
                "unit": fact.unit,
                **in_both(content, "unit", fact.unit),
                "approximate": fact.approximate,
                "computed": fact.computed,
                "as_of": fact.as_of,
                **_words(content, "note", fact.note),
                **_words(content, "not_comparable", fact.not_comparable),
                **_source(content, fact.source),
                "checked": fact.checked,
            }


def _words(content: Content, name: str, text: Bilingual | None) -> dict[str, str]:
    return {
        f"{name}_{language.tag}": text[language.code] if text else "" for language in content.full_languages
    }


def _source(content: Content, slug: str) -> dict[str, str]:
    source = content.sources[slug]
    return {
        "source": slug,
        "source_publisher": source.publisher,
        "source_title": source.title,
        "source_address": source.address or "",
    }
