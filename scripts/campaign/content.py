"""All content as frozen records and prose, with every reference followed.

A broken file never hides the faults of the others: its problems are noted, its name still counts as a name,
and reading goes on.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from pydantic import BaseModel

from campaign.documents import Document, MarkedValue, Parsed
from campaign.files import Tree
from campaign.media import OF_THE_SITE
from campaign.models import KINDS, SINGLETONS, Collection, Kinds, PageMeta, Singletons, file_of, record_file
from campaign.models.configuration import Configuration
from campaign.models.pages import Addresses, Counted, Label, Labels, PublicWord
from campaign.models.structure import Structure
from campaign.models.values import Value
from campaign.problems import Position, Problem, did_you_mean
from campaign.reading import FILES_ALONE, Reading, read_file
from campaign.reads import RecordedMapping, record_read, recording
from campaign.schemas import Mark
from campaign.settings import COUNTRIES, LANGUAGES, Language
from campaign.sources import parse_yaml
from campaign.texts import PageSource
from campaign.validation import marked, validate

# The key of `Content.countries`.
ALL_COUNTRIES = "countries"


@dataclass(frozen=True)
class Content(Kinds, Singletons):
    """Everything that editors wrote, read and checked for form.

    Each kind and each file that stands alone is an attribute: `content.municipalities["exempelby"]`, `content.edition`. Who
    does the same with all kinds takes them by name. languages: those of the site, in the order in which a reader chooses
    among them. records: kind → slug → model. documents: the same for the files behind them, broken ones too.
    prose: language code → path below the language's folder → text. names: the same paths, broken files too.
    singletons: edition, timeline and so on, and the documents behind them. labels: groups of interface words. addresses: words
    of addresses. media: path below content/media → bytes. only: the one file that is looked at, if it is one.
    """

    languages: tuple[Language, ...]
    records: Mapping[str, Collection[Value]]
    documents: Mapping[str, Mapping[str, Document]]
    prose: Mapping[str, Mapping[str, PageSource]]
    names: Mapping[str, Mapping[str, None]]
    singletons: Mapping[str, BaseModel]
    singleton_documents: dict[str, Document]
    labels: Mapping[str, Mapping[str, Label]]
    addresses: Mapping[str, PublicWord]
    media: Mapping[str, bytes]
    only: str | None = None

    @property
    def full_languages(self) -> tuple[Language, ...]:
        """Those that have every page."""
        return tuple(language for language in self.languages if not language.is_partial)

    @property
    def default_language(self) -> Language:
        """The one whose addresses have no prefix, or else the first."""
        return min(self.languages, key=lambda language: language.prefix != "")

    def is_unread(self, kind: str, slug: str) -> bool:
        """Whether there is a record that could not be read. It is told of, and what misses it need not be."""
        return slug in self.documents[kind] and slug not in self.records[kind]

    @property
    def structure(self) -> Structure:
        """How the pages hang together. What is noted is the part that is read, and not the file."""
        with recording():
            return self.site_structure if "site" in self.singletons else Structure()

    @property
    def countries(self) -> tuple[str, ...]:
        """Those that its regions lie in and its rules are of."""
        record_read(ALL_COUNTRIES)
        return self._countries

    @cached_property
    def _countries(self) -> tuple[str, ...]:
        with recording():  # no record, but what all of them come to
            found = {region.country for region in self.regions.values()}
            found |= {rule.country for rule in self.rules.values()}
        return tuple(country for country in COUNTRIES if country in found)

    def label(self, group: str, word: str, code: str) -> str:
        """An interface word in the language `code`; a KeyError names what labels.yml lacks."""
        record_read(f"label:{group}.{word}.{code}")
        return self.labels[group][word][code]

    def label_forms(self, group: str, word: str, code: str) -> Mapping[str, str]:
        """The plural forms of a counted sentence in the language `code`: form → sentence with `{count}`."""
        record_read(f"label:{group}.{word}.{code}")
        label = self.labels[group][word]
        assert isinstance(label, Counted), f"{group}.{word} has no plural forms"
        return {str(form): sentence for form, sentence in label.forms(code).items()}

    def label_group(self, group: str) -> Mapping[str, Label]:
        """All interface words of a group, in every language."""
        record_read(f"labels:{group}")
        return self.labels.get(group, {})

    def texts(self) -> Iterator[tuple[str, PageSource]]:
        """Every text with the code of its language, or the only one that is looked at; none if that is no text."""
        if self.only:
            _, code, path = self.only.split("/", 2)
            yield from [(code, self.prose[code][path])] if code in self.prose else []
            return
        for code, pages in self.prose.items():
            for prose in pages.values():
                yield code, prose

    def written(self) -> Iterator[Document]:
        """Every file whose values somebody wrote, front matter too, or the only one that is looked at.

        Acts say what they say, and a misnamed file is not read.
        """
        if self.only:
            yield self._document(self.only)
            return
        for kind, documents in self.documents.items():
            named = (one for slug, one in documents.items() if one.path == record_file(kind, slug))
            yield from named if kind != "acts" else ()
        yield from self.singleton_documents.values()
        yield from (prose.document for _, prose in self.texts())

    def _document(self, file: str) -> Document:
        record_read(file)
        if file in FILES_ALONE:
            return self.singleton_documents[FILES_ALONE[file]]
        _, area, name = file.split("/", 2)
        kind, _, slug = name.removesuffix(".yml").partition("/")
        return self.documents[kind][slug] if area == "data" else self.prose[area][name].document

    def marked(self, mark: Mark) -> Iterator[tuple[Document, MarkedValue]]:
        """Every value and key of any file whose schema has `mark`, broken files too."""
        for document, model in self._modelled():
            for found in marked(model, document).get(mark, ()):
                yield document, found

    def _modelled(self) -> Iterator[tuple[Document, type[BaseModel]]]:
        for kind, documents in self.documents.items():
            for document in documents.values():
                yield document, KINDS[kind].model
        for name, document in self.singleton_documents.items():
            yield document, SINGLETONS[name]
        for _, prose in self.texts():
            yield prose.document, PageMeta

    def word_in_address(self, word: str, code: str) -> str:
        """The public word for a folder or page name; a name that the table lacks stays as it is."""
        record_read(f"address:{word}.{code}")
        return (self.addresses[word].get(code) if word in self.addresses else None) or word


def load_content(tree: Tree, parsed: Parsed | None = None) -> tuple[Content, list[Problem]]:
    """All of `tree` (path → bytes) as a content, with the problems of form and of reference.

    What stands in a file that was read before is taken from `parsed`.
    """
    reading = Reading(_languages(tree), parsed)
    problems: list[Problem] = []
    for path in sorted(tree):
        problems.extend(read_file(reading, path, tree[path]))
    content = _content(reading)
    problems.extend(_missing_files(tree))
    problems.extend(_broken_references(content))
    return content, problems


def _languages(tree: Tree) -> tuple[Language, ...]:
    """What mkdocs.yml says, before all else is read; or all that we know, where it cannot be read."""
    path = file_of("mkdocs")
    configuration = validate(parse_yaml(path, tree.get(path, b"")), Configuration)
    return configuration.languages if configuration else LANGUAGES


def _content(reading: Reading) -> Content:
    """The content with every access noted under the path of the file."""
    labels, addresses = (reading.singletons.get(name) for name in ("labels", "addresses"))
    codes = [language.code for language in reading.languages]
    return Content(
        languages=reading.languages,
        records={kind: Collection(kind, records) for kind, records in reading.records.items()},
        documents={
            kind: RecordedMapping(documents, partial(record_file, kind), f"content/data/{kind}/")
            for kind, documents in reading.documents.items()
        },
        prose={code: RecordedMapping(reading.prose.get(code, {}), *_text_keys(code)) for code in codes},
        names={code: RecordedMapping(reading.names.get(code, {}), *_text_keys(code)) for code in codes},
        singletons=RecordedMapping(reading.singletons, file_of, "content/data/"),
        singleton_documents=reading.singleton_documents,
        labels=labels.root if isinstance(labels, Labels) else {},
        addresses=addresses.root if isinstance(addresses, Addresses) else {},
        media=RecordedMapping(reading.media, lambda name: f"content/media/{name}", "content/media/"),
    )


def _text_keys(code: str) -> tuple[Callable[[str], str], str]:
    """The key of a text of the language `code`, and that of the list of all."""
    return lambda path: f"content/{code}/{path}", f"content/{code}/"


def _missing_files(tree: Tree) -> Iterator[Problem]:
    for path in (*FILES_ALONE, *(f"content/media/{name}" for name in OF_THE_SITE)):
        if path not in tree:
            yield Problem(path, Position(), "S015", {})


def _broken_references(content: Content) -> Iterator[Problem]:
    for document, found in content.marked("reference"):
        if found.text not in content.documents[found.target]:
            hint = did_you_mean(found.text, content.documents[found.target])
            values = {"value": found.text, "kind": found.target, "hint": hint}
            yield Problem(
                document.path, document.position_of(found.location, key=found.is_key), "D110", values
            )
