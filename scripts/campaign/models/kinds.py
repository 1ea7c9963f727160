"""Kinds of record and files that stand alone, as typed attributes of the content that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, cast, overload

from pydantic import BaseModel

from campaign.models.values import Value
from campaign.reads import RecordedMapping, record_read, recording
from campaign.settings import Language

Record = TypeVar("Record", bound=Value)
Model = TypeVar("Model", bound=BaseModel)


class Collection(RecordedMapping[str, Record]):
    """The records of a kind: slug → record. Who looks one up has read its file."""

    def __init__(self, kind: str, records: Mapping[str, Record]) -> None:
        super().__init__(records, lambda slug: record_file(kind, slug), f"content/data/{kind}/")
        self._kind = kind
        self._indexes: dict[str, dict[object, list[str]]] = {}

    def having(self, field: str, value: str) -> dict[str, Record]:
        """The records whose indexed field is this value or lists it. Who asks has read these files, and which they are."""
        record_read(index_key(self._kind, field, value))
        return {slug: self[slug] for slug in self.index(field).get(value, ())}

    def index(self, field: str) -> Mapping[object, list[str]]:
        """Value → the records that have it in a field, as a database indexes them. Nobody has read the records for it."""
        if field not in self._indexes:
            found = self._indexes[field] = {}
            with recording():
                for slug, record in self.items():
                    values = getattr(record, field)
                    for value in values if isinstance(values, list) else [values]:
                        found.setdefault(value, []).append(slug)
        return self._indexes[field]


def index_key(kind: str, field: str, value: object) -> str:
    """The key under which it is recorded that somebody asked which records have a value in a field."""
    return f"index:{kind}.{field}.{value}"


class Holder(Protocol):
    """What holds the records of all kinds, and the files that stand alone, each by its name."""

    @property
    def records(self) -> Mapping[str, Mapping[str, Value]]:
        """Kind → slug → record."""

    @property
    def singletons(self) -> Mapping[str, BaseModel]:
        """Name → what the file says."""


@dataclass(eq=False)
class Kind(Generic[Record]):
    """A kind of record: its model, and the page folder if each has a page. Its name is that of its folder in content/data.

    `sections` are the heading ids that its prose must have, in order; `anchors` are those that its layout adds.
    Its pages are in every full language; in partial ones only where `in_partial_languages` says that its layout can tell
    a record there, and somebody wrote the prose. `pictures` are the folders of content/media that hold a drawing of each
    record, under its name. `asked` are the fields that may be left out but seldom are, so that a draft
    asks for them. `named_after` is the kind to one of whose records each belongs, and bears its name. `indexed` are the
    fields by which `Collection.having` finds records; `own` those that together no two records have alike.
    """

    model: type[Record]
    pages: str | None = None
    prose_required: bool = False
    sections: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    in_partial_languages: bool = False
    pictures: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    named_after: str = ""
    indexed: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    name: str = ""

    def has_pages_in(self, language: Language) -> bool:
        """Whether its records have pages in a language of the site."""
        return self.pages is not None and (not language.is_partial or self.in_partial_languages)

    def __set_name__(self, owner: type[object], name: str) -> None:
        """The attribute is called as the folder is."""
        self.name = name

    @overload
    def __get__(self, content: None, owner: type[object]) -> "Kind[Record]": ...

    @overload
    def __get__(self, content: Holder, owner: type[object]) -> Collection[Record]: ...

    def __get__(self, content: Holder | None, owner: type[object]) -> "Kind[Record] | Collection[Record]":
        """Of a class the kind itself, of a content the records, which were all made by this kind's model."""
        return self if content is None else cast("Collection[Record]", content.records[self.name])


@dataclass(eq=False)
class Single(Generic[Model]):
    """A file that stands alone: its model and its name. Where it may be missing, ask whether `singletons` have the name."""

    model: type[Model]
    name: str

    @overload
    def __get__(self, content: None, owner: type[object]) -> "Single[Model]": ...

    @overload
    def __get__(self, content: Holder, owner: type[object]) -> Model: ...

    def __get__(self, content: Holder | None, owner: type[object]) -> "Single[Model] | Model":
        """Of a class the file itself, of a content what it says, which was made by this model."""
        return self if content is None else cast("Model", content.singletons[self.name])


def record_file(kind: str, slug: str) -> str:
    """The path of a record, from the project's root."""
    return f"content/data/{kind}/{slug}.yml"
