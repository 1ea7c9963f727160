"""All content as frozen records and prose, with every reference followed.

A broken file never hides the faults of the others: its problems are noted, its name still counts as a name,
and reading goes on.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from markdown_it.token import Token

from campaign.markdown import parse
from campaign.models import KINDS, SINGLE_FILES, PageMeta, file_of
from campaign.models.values import SLUG
from campaign.problems import Place, Problem
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
    single: labels, addresses, edition and so on, and the documents behind them. media: path below content/media → bytes.
    """

    records: dict[str, dict[str, Any]]
    documents: dict[str, dict[str, Document]]
    prose: dict[str, dict[str, Prose]]
    names: dict[str, set[str]]
    single: dict[str, Any]
    single_documents: dict[str, Document]
    media: dict[str, bytes]

    def label(self, group: str, word: str, code: str) -> str:
        """An interface word in the language `code`; a KeyError names what labels.yml lacks."""
        return str(self.labels[group][word][code])

    @cached_property
    def labels(self) -> dict[str, dict[str, Any]]:
        """The groups of interface words."""
        return self.single["labels"].root if "labels" in self.single else {}

    def texts(self) -> Iterator[tuple[str, Prose]]:
        """Every text with the code of its language."""
        for code, pages in self.prose.items():
            for prose in pages.values():
                yield code, prose

    def word_in_address(self, word: str, code: str) -> str:
        """The public word for a folder or page name; a name that the table lacks stays as it is."""
        table = self.single["addresses"].root if "addresses" in self.single else {}
        return str(table[word][code]) if word in table else word


def load_tree(root: Path) -> dict[str, bytes]:
    """Read content/ and mkdocs.yml below `root` from the disk: path with slashes → bytes, hidden files left out."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in (*sorted((root / "content").rglob("*")), root / "mkdocs.yml")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


def load_catalogue(tree: Tree) -> tuple[Catalogue, list[Problem]]:
    """All of `tree` (path → bytes) as a catalogue, with the problems of form and of reference."""
    catalogue = Catalogue(
        records={kind: {} for kind in KINDS},
        documents={kind: {} for kind in KINDS},
        prose={language.code: {} for language in LANGUAGES},
        names={language.code: set() for language in LANGUAGES},
        single={},
        single_documents={},
        media={},
    )
    problems: list[Problem] = []
    for path in sorted(tree):
        problems.extend(_read(catalogue, PurePosixPath(path), tree[path]))
    problems.extend(_missing_single_files(tree))
    problems.extend(_broken_references(catalogue))
    return catalogue, problems


def _read(catalogue: Catalogue, path: PurePosixPath, raw: bytes) -> list[Problem]:
    """Read one file into the catalogue (the only place that fills it)."""
    if str(path) in _SINGLE_FILES:
        return _read_single_file(catalogue, path, raw)
    area, rest = path.parts[1], path.parts[2:]
    if area == "media" and rest:
        catalogue.media["/".join(rest)] = raw
        return []
    if misnamed := [part for part in rest if not re.fullmatch(SLUG, PurePosixPath(part).stem)]:
        return [Problem(str(path), Place(), "S014", {"name": misnamed[0]})]
    if area == "data" and path.suffix == ".yml" and len(rest) == 2 and rest[0] in KINDS:
        return _read_record(catalogue, path, raw)
    if area in catalogue.prose and path.suffix == ".md" and rest:
        return _read_prose(catalogue, path, raw)
    return [Problem(str(path), Place(), "S013", {"kinds": ", ".join(KINDS)})]


def _read_record(catalogue: Catalogue, path: PurePosixPath, raw: bytes) -> list[Problem]:
    kind, slug = path.parts[2], path.stem
    document = parse_yaml(str(path), raw)
    record = validate(document, KINDS[kind].model)
    catalogue.documents[kind][slug] = document
    if record is not None:
        catalogue.records[kind][slug] = record
    return document.problems


def _read_single_file(catalogue: Catalogue, path: PurePosixPath, raw: bytes) -> list[Problem]:
    document = parse_yaml(str(path), raw)
    catalogue.single_documents[path.stem] = document
    value = validate(document, SINGLE_FILES[path.stem])
    if value is not None:
        catalogue.single[path.stem] = value
    return document.problems


def _read_prose(catalogue: Catalogue, path: PurePosixPath, raw: bytes) -> list[Problem]:
    code, name = path.parts[1], "/".join(path.parts[2:])
    document = parse_markdown(str(path), raw)
    meta = validate(document, PageMeta)
    catalogue.names[code].add(name)
    if meta is not None:
        catalogue.prose[code][name] = Prose(
            name, str(path), meta, document.body, document.body_line, document
        )
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
