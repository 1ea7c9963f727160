"""All content as frozen records and prose, with every reference followed.

A broken file never hides the faults of the others: its problems are noted, its name still counts as a name,
and reading goes on.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import Any

from markdown_it.token import Token

from campaign.files import Tree
from campaign.markdown import parse
from campaign.models import KINDS, SINGLETONS, PageMeta, file_of
from campaign.models.structure import Structure
from campaign.models.values import SLUG
from campaign.problems import Position, Problem
from campaign.reads import Noted, note
from campaign.settings import LANGUAGES
from campaign.sources import Document, Location, Parsed, parse_markdown, parse_yaml
from campaign.validation import marked, validate

_SINGLETONS = {file_of(name): name for name in SINGLETONS}


@dataclass(frozen=True)
class PageSource:
    """A Markdown file: its front matter and its text, which starts on line `line` of the file."""

    path: str
    file: str
    meta: PageMeta
    body: str
    line: int
    document: Document = field(compare=False, repr=False)

    @cached_property
    def tokens(self) -> list[Token]:
        """The parsed text, for the checks; nobody changes it."""
        return parse(self.body)

    def position_of(self, token: Token) -> Position:
        """Where a block of the text stands in the file."""
        return Position(self.line + (token.map[0] if token.map else 0))


@dataclass(frozen=True)
class Content:
    """Everything that editors wrote, read and checked for form.

    records: kind → slug → model. documents: the same for the files behind them, broken ones too.
    prose: language code → path below the language's folder → text. names: the same paths, broken files too.
    single: edition, timeline and so on, and the documents behind them. labels: groups of interface words. addresses: words
    of addresses. media: path below content/media → bytes. only: the file of the one text that is looked at, if it is one.
    """

    records: Mapping[str, Mapping[str, Any]]
    documents: Mapping[str, Mapping[str, Document]]
    prose: Mapping[str, Mapping[str, PageSource]]
    names: Mapping[str, Mapping[str, None]]
    singletons: Mapping[str, Any]
    singleton_documents: dict[str, Document]
    labels: Mapping[str, Mapping[str, Any]]
    addresses: Mapping[str, Any]
    media: Mapping[str, bytes]
    only: str | None = None

    @property
    def structure(self) -> Structure:
        """How the pages hang together."""
        found: Structure = self.singletons.get("site", Structure())
        return found

    def label(self, group: str, word: str, code: str) -> str:
        """An interface word in the language `code`; a KeyError names what labels.yml lacks."""
        note(f"label:{group}.{word}.{code}")
        return str(self.labels[group][word][code])

    def label_group(self, group: str) -> Mapping[str, Any]:
        """All interface words of a group, in every language."""
        note(f"labels:{group}")
        return self.labels.get(group, {})

    def texts(self) -> Iterator[tuple[str, PageSource]]:
        """Every text with the code of its language, or the only one that is looked at."""
        if self.only:
            _, code, path = self.only.split("/", 2)
            yield code, self.prose[code][path]
            return
        for code, pages in self.prose.items():
            for prose in pages.values():
                yield code, prose

    def marked(self, mark: str) -> Iterator[tuple[Document, Location, str, str]]:
        """Every value of any file whose schema has `mark`, broken files too: where, what the mark says, the value."""
        for document, model in self._modelled():
            for found in marked(model, document.value, mark):
                yield document, *found

    def _modelled(self) -> Iterator[tuple[Document, Any]]:
        for kind, documents in self.documents.items():
            for document in documents.values():
                yield document, KINDS[kind].model
        for name, document in self.singleton_documents.items():
            yield document, SINGLETONS[name]
        for _, prose in self.texts():
            yield prose.document, PageMeta

    def word_in_address(self, word: str, code: str) -> str:
        """The public word for a folder or page name; a name that the table lacks stays as it is."""
        note(f"address:{word}.{code}")
        return str(self.addresses[word][code]) if word in self.addresses else word


def load_content(tree: Tree, parsed: Parsed | None = None) -> tuple[Content, list[Problem]]:
    """All of `tree` (path → bytes) as a content, with the problems of form and of reference.

    What stands in a file that was read before is taken from `parsed`.
    """
    reading = _Reading()
    problems: list[Problem] = []
    for path in sorted(tree):
        problems.extend(_read(reading, PurePosixPath(path), tree[path], parsed))
    content = _content(reading)
    problems.extend(_missing_singletons(tree))
    problems.extend(_broken_references(content))
    return content, problems


@dataclass(frozen=True)
class _Reading:
    """What is filled while the files are read, one after the other; see Catalogue."""

    records: dict[str, dict[str, Any]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    documents: dict[str, dict[str, Document]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    prose: dict[str, dict[str, PageSource]] = field(
        default_factory=lambda: {language.code: {} for language in LANGUAGES}
    )
    names: dict[str, set[str]] = field(
        default_factory=lambda: {language.code: set() for language in LANGUAGES}
    )
    singletons: dict[str, Any] = field(default_factory=dict)
    singleton_documents: dict[str, Document] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)


def _content(reading: _Reading) -> Content:
    """The content with every access noted under the path of the file."""
    labels, addresses = (reading.singletons.get(name) for name in ("labels", "addresses"))
    return Content(
        records={
            kind: Noted(records, partial(record_file, kind), f"content/data/{kind}/")
            for kind, records in reading.records.items()
        },
        documents={
            kind: Noted(documents, partial(record_file, kind), f"content/data/{kind}/")
            for kind, documents in reading.documents.items()
        },
        prose={code: Noted(texts, *_text_keys(code)) for code, texts in reading.prose.items()},
        names={code: Noted(dict.fromkeys(names), *_text_keys(code)) for code, names in reading.names.items()},
        singletons=Noted(reading.singletons, file_of, "content/data/"),
        singleton_documents=reading.singleton_documents,
        labels=labels.root if labels else {},
        addresses=addresses.root if addresses else {},
        media=Noted(reading.media, lambda name: f"content/media/{name}", "content/media/"),
    )


def _text_keys(code: str) -> tuple[Callable[[str], str], str]:
    """The key of a text of the language `code`, and that of the list of all."""
    return lambda path: f"content/{code}/{path}", f"content/{code}/"


def record_file(kind: str, slug: str) -> str:
    """The path of a record, from the project's root."""
    return f"content/data/{kind}/{slug}.yml"


def _read(reading: _Reading, path: PurePosixPath, raw: bytes, parsed: Parsed | None = None) -> list[Problem]:
    """Read one file (the only place that fills the content)."""
    if str(path) in _SINGLETONS:
        return _read_singleton(reading, path, raw, parsed)
    area, rest = path.parts[1], path.parts[2:]
    if area == "media" and rest:
        reading.media["/".join(rest)] = raw
        return []
    if misnamed := [part for part in rest if not re.fullmatch(SLUG, PurePosixPath(part).stem)]:
        return [Problem(str(path), Position(), "S014", {"name": misnamed[0]})]
    if area == "data" and path.suffix == ".yml" and len(rest) == 2 and rest[0] in KINDS:
        return _read_record(reading, path, raw, parsed)
    if area in reading.prose and path.suffix == ".md" and rest:
        return _read_prose(reading, path, raw, parsed)
    return [Problem(str(path), Position(), "S013", {"kinds": ", ".join(KINDS)})]


def _read_record(reading: _Reading, path: PurePosixPath, raw: bytes, parsed: Parsed | None) -> list[Problem]:
    kind, slug = path.parts[2], path.stem
    document = parse_yaml(str(path), raw, parsed)
    record = validate(document, KINDS[kind].model)
    reading.documents[kind][slug] = document
    if record is not None:
        reading.records[kind][slug] = record
    return document.problems


def _read_singleton(
    reading: _Reading, path: PurePosixPath, raw: bytes, parsed: Parsed | None
) -> list[Problem]:
    document = parse_yaml(str(path), raw, parsed)
    reading.singleton_documents[path.stem] = document
    value = validate(document, SINGLETONS[path.stem])
    if value is not None:
        reading.singletons[path.stem] = value
    return document.problems


def _read_prose(reading: _Reading, path: PurePosixPath, raw: bytes, parsed: Parsed | None) -> list[Problem]:
    code, name = path.parts[1], "/".join(path.parts[2:])
    document = parse_markdown(str(path), raw, parsed)
    meta = validate(document, PageMeta)
    reading.names[code].add(name)
    if meta is not None:
        reading.prose[code][name] = PageSource(
            name, str(path), meta, document.body, document.body_line, document
        )
    return document.problems


def _missing_singletons(tree: Tree) -> Iterator[Problem]:
    for path in _SINGLETONS:
        if path not in tree:
            yield Problem(path, Position(), "S015", {})


def _broken_references(content: Content) -> Iterator[Problem]:
    for document, location, kind, slug in content.marked("reference"):
        if slug not in content.documents[kind]:
            values = {"value": slug, "kind": kind}
            yield Problem(document.path, document.position_of(location), "D110", values)
