"""The whole archive as files for other programs: everything as JSON with its schema, the seminars as CSV too.

See docs/reference/downloads.md.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

from campaign.content import Content
from campaign.models import KINDS
from campaign.models.events import Seminar, Session
from campaign.models.languages import LanguageCode
from campaign.models.projects import Project
from campaign.models.services import Network, Programme, Service
from campaign.models.sources import Source
from campaign.models.values import Bilingual, Slug, Text, Value
from campaign.outputs.tables import Words, as_csv, as_json, in_columns, json_schema, words_of
from campaign.reads import Once
from campaign.settings import BY_CODE, Language
from campaign.site import Site, Targets

CSV_ADDRESS = "downloads/seminars.csv"
JSON_ADDRESS = "downloads/archive.json"
SCHEMA_ADDRESS = "downloads/archive.schema.json"

# The groups of labels.yml whose words stand in the records.
_WORDS = ("audience", "certainty", "form", "material", "series", "status", "theme")

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
        CSV_ADDRESS: lambda: as_csv([row.columns() for row in _rows(site)]),
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


@dataclass(frozen=True, kw_only=True)
class Row:
    """A seminar as a row of the table: each field is a column, or one for each language."""

    slug: str
    title: str
    title_language: str
    rendering: str
    summary: Words
    form: Words
    theme: Words
    series: Words
    regions: str
    place_certainty: str
    town: str
    date: str
    date_note: Words
    start: str = ""
    end: str = ""
    zone: str = ""
    venue: str = ""
    registration: str = ""
    accessibility: str = ""
    audiences: str
    organisers: str
    speakers: str
    project: str
    participants: Words
    coverage: Words
    recording: str
    sources: str
    page: Words

    def columns(self) -> dict[str, str]:
        """Column → what stands there."""
        cells: dict[str, str | Words] = vars(self)
        found: dict[str, str] = {}
        for name, cell in cells.items():
            found |= {name: cell} if isinstance(cell, str) else in_columns(name, cell)
        return found


def _rows(site: Site) -> Iterator[Row]:
    for slug, seminar in sorted(site.content.seminars.items()):
        row = _row(site, slug, seminar)
        yield _with_session(row, seminar.session) if seminar.session else row


def _row(site: Site, slug: str, seminar: Seminar) -> Row:
    """A seminar of the JSON file. Several values of a column are set apart by semicolons."""
    texts, word = partial(_texts, site.content), partial(words_of, site.content)
    pages = _pages(site, "seminars", slug)
    return Row(
        slug=slug,
        title=seminar.title,
        title_language=BY_CODE[seminar.title_language].tag,
        rendering=seminar.rendering or "",
        summary=texts(seminar.summary),
        form=word("form", seminar.form),
        theme=word("theme", seminar.theme),
        series=word("series", seminar.series),
        regions=_joined(seminar.regions),
        place_certainty=seminar.place_certainty,
        town=seminar.town or "",
        date=seminar.date,
        date_note=texts(seminar.date_note),
        audiences=_joined(seminar.audiences),
        organisers=_joined(seminar.organisers),
        speakers=_joined(seminar.speakers),
        project=seminar.project or "",
        participants=texts(seminar.participants),
        coverage=texts(seminar.coverage),
        recording=seminar.recording.address if seminar.recording else "",
        sources=_joined(" ".join(filter(None, (one.source, one.at))) for one in seminar.passages),
        page=texts(pages),
    )


def _with_session(row: Row, session: Session) -> Row:
    return replace(
        row,
        start=session.start,
        end=session.end,
        zone=session.zone,
        venue=session.venue,
        registration=session.registration or "",
        accessibility=_joined(session.accessibility),
    )


def _texts(content: Content, texts: Bilingual | Mapping[str, str] | None) -> Words:
    """A text by the tags of the full languages; empty where there is none."""
    return {one.tag: texts and texts.get(one.code) or "" for one in content.full_languages}


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)
