"""All content as frozen records and prose, with every reference followed.

A broken file never hides the faults of the others: its problems are noted, its name still counts as a name,
and reading goes on.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Any

from markdown_it.token import Token

from campaign.markdown import parse
from campaign.models import KINDS, SINGLE_FILES, PageMeta, file_of
from campaign.models.structure import Structure
from campaign.models.values import SLUG
from campaign.problems import Place, Problem
from campaign.reads import Noted, note
from campaign.settings import LANGUAGES
from campaign.sources import Document, parse_markdown, parse_yaml
from campaign.validation import references, validate

Tree = Mapping[str, bytes]
_SINGLE_FILES = {file_of(name): name for name in SINGLE_FILES}


@dataclass(frozen=True)
class Prose:
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

    def place_of(self, token: Token) -> Place:
        """Where a block of the text stands in the file."""
        return Place(self.line + (token.map[0] if token.map else 0))


@dataclass(frozen=True)
class Catalogue:
    """Everything that editors wrote, read and checked for form.

    records: kind → slug → model. documents: the same for the files behind them, broken ones too.
    prose: language code → path below the language's folder → text. names: the same paths, broken files too.
    single: edition, timeline and so on, and the documents behind them. labels: groups of interface words. addresses: words
    of addresses. media: path below content/media → bytes.
    """

    records: Mapping[str, Mapping[str, Any]]
    documents: dict[str, dict[str, Document]]
    prose: dict[str, dict[str, Prose]]
    names: dict[str, set[str]]
    single: Mapping[str, Any]
    single_documents: dict[str, Document]
    labels: Mapping[str, Mapping[str, Any]]
    addresses: Mapping[str, Any]
    media: Mapping[str, bytes]

    @property
    def structure(self) -> Structure:
        """How the pages hang together."""
        found: Structure = self.single.get("site", Structure())
        return found

    def label(self, group: str, word: str, code: str) -> str:
        """An interface word in the language `code`; a KeyError names what labels.yml lacks."""
        note(f"label:{group}.{word}.{code}")
        return str(self.labels[group][word][code])

    def label_group(self, group: str) -> Mapping[str, Any]:
        """All interface words of a group, in every language."""
        note(f"labels:{group}")
        return self.labels.get(group, {})

    def texts(self) -> Iterator[tuple[str, Prose]]:
        """Every text with the code of its language."""
        for code, pages in self.prose.items():
            for prose in pages.values():
                yield code, prose

    def word_in_address(self, word: str, code: str) -> str:
        """The public word for a folder or page name; a name that the table lacks stays as it is."""
        note(f"address:{word}.{code}")
        return str(self.addresses[word][code]) if word in self.addresses else word


def load_tree(root: Path) -> dict[str, bytes]:
    """Read content/ and mkdocs.yml below `root` from the disk: path with slashes → bytes, hidden files left out."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in (*sorted((root / "content").rglob("*")), root / "mkdocs.yml")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


def load_catalogue(tree: Tree) -> tuple[Catalogue, list[Problem]]:
    """All of `tree` (path → bytes) as a catalogue, with the problems of form and of reference."""
    content = _Content()
    problems: list[Problem] = []
    for path in sorted(tree):
        problems.extend(_read(content, PurePosixPath(path), tree[path]))
    catalogue = _catalogue(content)
    problems.extend(_missing_single_files(tree))
    problems.extend(_broken_references(catalogue))
    return catalogue, problems


@dataclass(frozen=True)
class _Content:
    """What is filled while the files are read, one after the other; see Catalogue."""

    records: dict[str, dict[str, Any]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    documents: dict[str, dict[str, Document]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    prose: dict[str, dict[str, Prose]] = field(
        default_factory=lambda: {language.code: {} for language in LANGUAGES}
    )
    names: dict[str, set[str]] = field(
        default_factory=lambda: {language.code: set() for language in LANGUAGES}
    )
    single: dict[str, Any] = field(default_factory=dict)
    single_documents: dict[str, Document] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)


def _catalogue(content: _Content) -> Catalogue:
    """The content with every access noted under the path of the file."""
    labels, addresses = (content.single.get(name) for name in ("labels", "addresses"))
    return Catalogue(
        records={
            kind: Noted(records, partial(record_file, kind), f"content/data/{kind}/")
            for kind, records in content.records.items()
        },
        documents=content.documents,
        prose=content.prose,
        names=content.names,
        single=Noted(content.single, file_of, "content/data/"),
        single_documents=content.single_documents,
        labels=labels.root if labels else {},
        addresses=addresses.root if addresses else {},
        media=Noted(content.media, lambda name: f"content/media/{name}", "content/media/"),
    )


def record_file(kind: str, slug: str) -> str:
    """The path of a record, from the project's root."""
    return f"content/data/{kind}/{slug}.yml"


def _read(content: _Content, path: PurePosixPath, raw: bytes) -> list[Problem]:
    """Read one file (the only place that fills the content)."""
    if str(path) in _SINGLE_FILES:
        return _read_single_file(content, path, raw)
    area, rest = path.parts[1], path.parts[2:]
    if area == "media" and rest:
        content.media["/".join(rest)] = raw
        return []
    if misnamed := [part for part in rest if not re.fullmatch(SLUG, PurePosixPath(part).stem)]:
        return [Problem(str(path), Place(), "S014", {"name": misnamed[0]})]
    if area == "data" and path.suffix == ".yml" and len(rest) == 2 and rest[0] in KINDS:
        return _read_record(content, path, raw)
    if area in content.prose and path.suffix == ".md" and rest:
        return _read_prose(content, path, raw)
    return [Problem(str(path), Place(), "S013", {"kinds": ", ".join(KINDS)})]


def _read_record(content: _Content, path: PurePosixPath, raw: bytes) -> list[Problem]:
    kind, slug = path.parts[2], path.stem
    document = parse_yaml(str(path), raw)
    record = validate(document, KINDS[kind].model)
    content.documents[kind][slug] = document
    if record is not None:
        content.records[kind][slug] = record
    return document.problems


def _read_single_file(content: _Content, path: PurePosixPath, raw: bytes) -> list[Problem]:
    document = parse_yaml(str(path), raw)
    content.single_documents[path.stem] = document
    value = validate(document, SINGLE_FILES[path.stem])
    if value is not None:
        content.single[path.stem] = value
    return document.problems


def _read_prose(content: _Content, path: PurePosixPath, raw: bytes) -> list[Problem]:
    code, name = path.parts[1], "/".join(path.parts[2:])
    document = parse_markdown(str(path), raw)
    meta = validate(document, PageMeta)
    content.names[code].add(name)
    if meta is not None:
        content.prose[code][name] = Prose(name, str(path), meta, document.body, document.body_line, document)
    return document.problems


def _missing_single_files(tree: Tree) -> Iterator[Problem]:
    for path in _SINGLE_FILES:
        if path not in tree:
            yield Problem(path, Place(), "S015", {})


def _broken_references(catalogue: Catalogue) -> Iterator[Problem]:
    for kind, documents in catalogue.documents.items():
        for document in documents.values():
            yield from _broken_in(catalogue, document, KINDS[kind].model)
    for name, document in catalogue.single_documents.items():
        yield from _broken_in(catalogue, document, SINGLE_FILES[name])
    for _, prose in catalogue.texts():
        yield from _broken_in(catalogue, prose.document, PageMeta)


def _broken_in(catalogue: Catalogue, document: Document, model: Any) -> Iterator[Problem]:
    for location, kind, slug in references(model, document.value):
        if slug not in catalogue.documents[kind]:
            values = {"value": slug, "kind": kind}
            yield Problem(document.path, document.place_of(location), "D110", values)
