"""The whole archive as files for other programs: everything as JSON with its schema, the seminars as CSV too.

See docs/reference/downloads.md.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

from campaign.models import KINDS
from campaign.models.events import Seminar
from campaign.models.languages import LanguageCode
from campaign.models.projects import Project
from campaign.models.services import Network, Programme, Service
from campaign.models.sources import Source
from campaign.models.values import Bilingual, Slug, Text, Value
from campaign.outputs.tables import as_csv, as_json, in_both, json_schema
from campaign.reads import Once
from campaign.settings import Language
from campaign.site import Site, Targets

CSV_ADDRESS = "downloads/seminars.csv"
JSON_ADDRESS = "downloads/archive.json"
SCHEMA_ADDRESS = "downloads/archive.schema.json"

# The groups of labels.yml whose words stand in the records.
_WORDS = ("audience", "certainty", "form", "material", "series", "status", "theme")
# Those whose words are columns of the table.
_NAMED = ("form", "theme", "series")

# Unlike an editor's, it may be on the own computer: `make.py serve` publishes at 127.0.0.1.
Address = Annotated[str, WithJsonSchema({"type": "string", "format": "uri"})]


class Listed(Value):
    """What a record gets when it leaves the site: the key by which others refer to it, and its pages if it has any."""

    slug: Slug = Field(description="The key by which other records refer to this one")
    pages: dict[LanguageCode, Address] | None = Field(
        description="The pages that show the record, in each language; null if it has none of its own"
    )


class ListedNetwork(Network, Listed):
    """A network of employers from the projects."""


class ListedProgramme(Programme, Listed):
    """A method of the projects, told so that it can be done again."""


class ListedProject(Project, Listed):
    """An Interreg project of the two regions, without the people in it."""


class ListedSeminar(Seminar, Listed):
    """A seminar or other gathering, past or coming."""


class ListedService(Service, Listed):
    """A contact point, programme or network that helps people move, or employers find them."""


class ListedSource(Source, Listed):
    """A document that figures and statements rest on."""


_LISTED: dict[str, type[Listed]] = {
    "networks": ListedNetwork,
    "programmes": ListedProgramme,
    "projects": ListedProject,
    "seminars": ListedSeminar,
    "services": ListedService,
    "sources": ListedSource,
}


class Archive(Value):
    """The whole archive of the two regions' projects. Texts are in Swedish (`sv`) and Norwegian Bokmål (`nb`).

    Dates are in EDTF notation (`2014`, `2011-01`, `2008-05-01/2011-10-31`) and no more exact than their source.
    Every statement names its source, by the slug of an entry in `sources`, and the place in it.
    """

    site: Address = Field(description="The site that this was made from")
    licence: Text
    words: dict[str, dict[str, Bilingual]] = Field(
        description="What the keys in the records mean: group of keys → key → word in both languages"
    )
    networks: list[ListedNetwork]
    programmes: list[ListedProgramme]
    projects: list[ListedProject]
    seminars: list[ListedSeminar]
    services: list[ListedService]
    sources: list[ListedSource]


def archive_schema(languages: Collection[Language]) -> dict[str, object]:
    """The JSON Schema that archive.json follows."""
    return json_schema(Archive, languages, "serialization")


def targets(site: Site) -> Targets:
    """Address → how to make it, of the archive, its schema and the table of seminars."""
    archive = Once(partial(_archive, site))
    return {
        CSV_ADDRESS: lambda: as_csv(list(_rows(site, archive()["seminars"]))),
        JSON_ADDRESS: lambda: as_json(archive()),
        SCHEMA_ADDRESS: lambda: as_json(archive_schema(site.languages)),
    }


def _archive(site: Site) -> dict[str, Any]:
    words = {group: site.content.label_group(group) for group in _WORDS}
    archive = Archive.model_validate(
        {
            "site": site.root_address,
            "licence": site.content.edition.licence,
            "words": {group: dict(found) for group, found in words.items() if found},
            **{kind: list(_listed(site, kind)) for kind in _LISTED},
        }
    )
    return archive.model_dump(mode="json")


def _listed(site: Site, kind: str) -> Iterator[Listed]:
    for slug, record in sorted(site.content.records[kind].items()):
        yield _LISTED[kind](slug=slug, pages=_pages(site, kind, slug), **dict(record))


def _pages(site: Site, kind: str, slug: str) -> dict[str, str] | None:
    path = f"{KINDS[kind].pages}/{slug}.md"
    found = {
        language.code: site.root_address + site.pages[language.code, path].address
        for language in site.languages
        if (language.code, path) in site.pages
    }
    return found or None


def _rows(site: Site, seminars: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A row is one seminar of the JSON file. Several values of a column are set apart by semicolons."""
    for seminar in seminars:
        session, recording = seminar["session"] or {}, seminar["recording"] or {}
        yield {
            **_plain(seminar, "slug", "title", "title_language", "rendering"),
            **_texts(site, "summary", seminar["summary"]),
            **{
                name: word
                for group in _NAMED
                for name, word in in_both(site.content, group, seminar[group]).items()
            },
            **_plain(seminar, "regions", "place_certainty", "town", "date"),
            **_texts(site, "date_note", seminar["date_note"]),
            **_plain(session, "start", "end", "zone", "venue", "registration", "accessibility"),
            **_plain(seminar, "audiences", "organisers", "speakers", "project"),
            **_texts(site, "participants", seminar["participants"]),
            **_texts(site, "coverage", seminar["coverage"]),
            "recording": recording.get("address", ""),
            "sources": _joined(" ".join(filter(None, p.values())) for p in seminar["passages"]),
            **_texts(site, "page", seminar["pages"]),
        }


def _plain(values: dict[str, Any], *names: str) -> dict[str, str]:
    found = {name: values.get(name) or "" for name in names}
    return {name: _joined(value) if isinstance(value, list) else value for name, value in found.items()}


def _texts(site: Site, name: str, texts: dict[str, str] | None) -> dict[str, str]:
    languages = site.content.full_languages
    return {f"{name}_{language.tag}": (texts or {}).get(language.tag, "") for language in languages}


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)
