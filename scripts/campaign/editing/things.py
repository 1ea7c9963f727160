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
from campaign.problems import Refusal, did_you_mean

# What stands for a kind where a page is meant that no record has.
PAGE = "page"


@dataclass(frozen=True)
class Thing:
    """A record, a page, or a record that has a page: the kind and slug of the one, the path of the other in each language's folder."""

    kind: str | None
    slug: str
    path: str | None

    @property
    def name(self) -> str:
        """How people name it: the file of the page, else kind and slug."""
        return self.path or f"{self.kind}/{self.slug}"

    def called(self, slug: str) -> "Thing":
        """The same with another slug."""
        path = str(PurePosixPath(self.path).with_name(f"{slug}.md")) if self.path else None
        return Thing(self.kind, slug, path)

    def records(self) -> Iterator[tuple[str, str]]:
        """The record, and those that have its name because they belong to it."""
        if self.kind:
            yield self.kind, self.slug
            yield from ((kind.name, self.slug) for kind in KINDS.values() if kind.named_after == self.kind)

    def texts(self, content: Content) -> list[str]:
        """The files that its page has in each language, or would have."""
        codes = [language.code for language in content.languages] if self.path else []
        return [f"content/{code}/{self.path}" for code in codes]


def files_of(content: Content, thing: Thing, called: Thing | None = None) -> list[str]:
    """The files of a record and its page, also those that it would have; or the same as they are when it is `called` so."""
    new = called or thing
    drawn = KINDS[thing.kind].pictures if thing.kind else ()
    folders = (PICTURES,) if thing.kind == PICTURES else drawn
    media = [PurePosixPath(name) for name in content.media]
    return [
        *(record_file(*record) for record in new.records()),
        *new.texts(content),
        *(
            f"content/media/{path.with_name(new.slug + path.suffix)}"
            for path in media
            if str(path.parent) in folders and path.stem == thing.slug
        ),
    ]


def thing_named(content: Content, pages: Pages, name: str) -> Thing:
    """What a name means that is typed or pasted: `young.md`, `content/sv/young.md`, `sources/x`, `content/data/sources/x.yml`."""
    thing = parse_name(content, name)
    if not exists(content, pages, thing):
        known = [
            *{path for _, path in pages},
            *(f"{kind}/{slug}" for kind in KINDS for slug in content.documents[kind]),
        ]
        raise Refusal("NO_SUCH_THING", name=name, hint=did_you_mean(thing.name, known))
    return thing


def new_thing(content: Content, kind: str, name: str) -> Thing:
    """A record of a kind, or a page, that is not there yet."""
    if kind not in (*KINDS, PAGE):
        raise Refusal("NO_SUCH_KIND", name=kind, kinds=", ".join(KINDS))
    thing = parse_name(content, name if kind == PAGE else f"{kind}/{PurePosixPath(name).stem}")
    if not is_name(thing):
        raise Refusal("NO_NAME", name=name)
    if exists(content, {}, thing):
        raise Refusal("IS_TAKEN", name=thing.name)
    return thing


def is_name(thing: Thing) -> bool:
    """Whether a thing may be called so."""
    parts = PurePosixPath(thing.path or thing.slug).with_suffix("").parts
    return all(re.fullmatch(SLUG, part) for part in parts)


def exists(content: Content, pages: Pages, thing: Thing) -> bool:
    """Whether there is such a record or such a page."""
    if thing.kind and thing.slug in content.documents[thing.kind]:
        return True
    path = thing.path or ""
    return any(path in content.names[code] or (code, path) in pages for code in content.names)


def parse_name(content: Content, name: str) -> Thing:
    """What a name would mean, whether it is there or not."""
    parts = PurePosixPath(name.strip("/")).parts
    parts = parts[1:] if parts[:1] == ("content",) else parts
    if parts[:1] == ("data",) or (len(parts) == 2 and parts[0] in KINDS and not name.endswith(".md")):
        parts = parts[1:] if parts[0] == "data" else parts
        if len(parts) == 2 and parts[0] in KINDS:
            return _record(parts[0], PurePosixPath(parts[1]).stem)
    parts = parts[1:] if parts and parts[0] in content.names else parts
    return _page(content, PurePosixPath(*parts)) if parts else Thing(None, "", None)


def _record(kind: str, slug: str) -> Thing:
    folder = KINDS[kind].pages
    return Thing(kind, slug, f"{folder}/{slug}.md" if folder else None)


def _page(content: Content, path: PurePosixPath) -> Thing:
    path = path.with_suffix(".md")
    belongs = record_of(content, str(path))
    return Thing(belongs[0].name if belongs else None, path.stem, str(path))
