"""What an editor names on the command line ─> the record, the page or the both that is meant, and the files that belong to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from campaign.content import Content
from campaign.models import KINDS, record_file
from campaign.models.values import SLUG
from campaign.pages import Pages, record_of
from campaign.pictures import FOLDER as PICTURES
from campaign.problems import UserError, did_you_mean

# What stands for a kind where a page is meant that no record has.
PAGE = "page"


@dataclass(frozen=True)
class Entry:
    """A record, a page, or a record that has a page: the kind and slug of the one, the path of the other in each language's folder."""

    kind: str | None
    slug: str
    path: str | None

    @property
    def name(self) -> str:
        """How people name it: the file of the page, else kind and slug."""
        return self.path or f"{self.kind}/{self.slug}"

    def called(self, slug: str) -> "Entry":
        """The same with another slug."""
        path = str(PurePosixPath(self.path).with_name(f"{slug}.md")) if self.path else None
        return Entry(self.kind, slug, path)

    def records(self) -> Iterator[tuple[str, str]]:
        """The record, and those that have its name because they belong to it."""
        if self.kind:
            yield self.kind, self.slug
            yield from ((kind.name, self.slug) for kind in KINDS.values() if kind.named_after == self.kind)

    def texts(self, content: Content) -> list[str]:
        """The files that its page has in each language, or would have."""
        codes = [language.code for language in content.languages] if self.path else []
        return [f"content/{code}/{self.path}" for code in codes]


def files_of(content: Content, entry: Entry, called: Entry | None = None) -> list[str]:
    """The files of a record and its page, also those that it would have; or the same as they are when it is `called` so."""
    new = called or entry
    drawn = KINDS[entry.kind].pictures if entry.kind else ()
    folders = (PICTURES,) if entry.kind == PICTURES else drawn
    media = [PurePosixPath(name) for name in content.media]
    return [
        *(record_file(*record) for record in new.records()),
        *new.texts(content),
        *(
            f"content/media/{path.with_name(new.slug + path.suffix)}"
            for path in media
            if str(path.parent) in folders and path.stem == entry.slug
        ),
    ]


def find_entry(content: Content, pages: Pages, name: str) -> Entry:
    """What a name means that is typed or pasted: `young.md`, `content/sv/young.md`, `sources/x`, `content/data/sources/x.yml`."""
    entry = parse_name(content, name)
    if not exists(content, pages, entry):
        known = [
            *{path for _, path in pages},
            *(f"{kind}/{slug}" for kind in KINDS for slug in content.documents[kind]),
        ]
        raise UserError("NO_SUCH_ENTRY", name=name, hint=did_you_mean(entry.name, known))
    return entry


def new_entry(content: Content, kind: str, name: str) -> Entry:
    """A record of a kind, or a page, that is not there yet."""
    if kind not in (*KINDS, PAGE):
        raise UserError("NO_SUCH_KIND", name=kind, kinds=", ".join(KINDS))
    entry = parse_name(content, name if kind == PAGE else f"{kind}/{PurePosixPath(name).stem}")
    if not is_name(entry):
        raise UserError("NO_NAME", name=name)
    if exists(content, {}, entry):
        raise UserError("IS_TAKEN", name=entry.name)
    return entry


def is_name(entry: Entry) -> bool:
    """Whether a entry may be called so."""
    parts = PurePosixPath(entry.path or entry.slug).with_suffix("").parts
    return all(re.fullmatch(SLUG, part) for part in parts)


def exists(content: Content, pages: Pages, entry: Entry) -> bool:
    """Whether there is such a record or such a page."""
    if entry.kind and entry.slug in content.documents[entry.kind]:
        return True
    path = entry.path or ""
    return any(path in content.names[code] or (code, path) in pages for code in content.names)


def parse_name(content: Content, name: str) -> Entry:
    """What a name would mean, whether it is there or not."""
    parts = PurePosixPath(name.strip("/")).parts
    parts = parts[1:] if parts[:1] == ("content",) else parts
    if parts[:1] == ("data",) or (len(parts) == 2 and parts[0] in KINDS and not name.endswith(".md")):
        parts = parts[1:] if parts[0] == "data" else parts
        if len(parts) == 2 and parts[0] in KINDS:
            return _record(parts[0], PurePosixPath(parts[1]).stem)
    parts = parts[1:] if parts and parts[0] in content.names else parts
    return _page(content, PurePosixPath(*parts)) if parts else Entry(None, "", None)


def _record(kind: str, slug: str) -> Entry:
    folder = KINDS[kind].pages
    return Entry(kind, slug, f"{folder}/{slug}.md" if folder else None)


def _page(content: Content, path: PurePosixPath) -> Entry:
    path = path.with_suffix(".md")
    belongs = record_of(content, str(path))
    return Entry(belongs[0].name if belongs else None, path.stem, str(path))
