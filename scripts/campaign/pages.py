"""Which pages there are: each Markdown file, and each record of a kind that has pages, in every language of the site."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import TypeVar

from campaign.content import Content
from campaign.keys import PageKey, about_key, address_key, page_key, scene_key
from campaign.models import KINDS, Kind, PageMeta, record_file
from campaign.models.headings import HasPage, Heading
from campaign.models.values import Value
from campaign.reads import RecordedMapping, record_read, recording
from campaign.settings import BY_CODE, Language
from campaign.stories import STORIES, ended
from campaign.texts import PageSource

HOME = "index.md"
# How a link to a file of content/media may begin: from the root, as web editors write the address of a picture.
MEDIA = "/media/"
# The folder and the layout of the pages that have a day.
NEWS = "news"
# The file beside a finished page that is the same page in Markdown.
MARKDOWN_FILE = "index.md"
ALL_PAGES = "pages:"
Record = TypeVar("Record")


@dataclass(frozen=True)
class Page:
    """One address of the site. `path` is the same in every language and names its translations.

    `body_language` differs from `language` on a page that exists in another full language only.
    """

    path: str
    language: Language
    body_language: Language
    address: str
    title: str
    title_language: Language
    menu: str
    layout: str
    own_subtitle: str | None
    own_description: str
    own_date: str | None
    own_prose: PageSource | None
    own_record: HasPage | None = None
    record_file: str | None = None
    slug: str | None = None

    @property
    def key(self) -> str:
        """The key under which it is noted that somebody read where the page is and what it is called."""
        return page_key((self.language.code, self.path))

    @property
    def subtitle(self) -> str | None:
        """The line below the title, if there is one."""
        record_read(about_key(self.key))
        return self.own_subtitle

    @property
    def description(self) -> str:
        """The page in a sentence, for search engines and for those who share it."""
        record_read(about_key(self.key))
        return self.own_description

    @property
    def date(self) -> str | None:
        """The day of a news item."""
        record_read(about_key(self.key))
        return self.own_date

    @property
    def scene(self) -> str | None:
        """The name of the drawing above the page, if it has one."""
        record_read(scene_key(self.key))
        return self.own_prose.meta.scene if self.own_prose else None

    @property
    def prose(self) -> PageSource | None:
        """The page's text, if it has one."""
        record_read(f"content/{self.body_language.code}/{self.path}")
        return self.own_prose

    @property
    def record(self) -> HasPage | None:
        """The record that the page shows, if there is one."""
        if self.record_file:
            record_read(self.record_file)
        return self.own_record

    def shown(self, model: type[Record]) -> Record:
        """The record of a page that shows one of this model, as the layout says."""
        record = self.record
        assert isinstance(record, model), f"{self.path} shows no {model.__name__}"
        return record

    @property
    def is_fallback(self) -> bool:
        """Whether the reader meets another language here."""
        return self.body_language != self.language

    @property
    def source_file(self) -> str:
        """The file below content/ that the page has, or would have if it has no prose."""
        return f"{self.language.code}/{self.path}"


Pages = Mapping[PageKey, Page]


def page_at(pages: Pages, address: str) -> Page | None:
    """The page at an address, if there is one."""
    record_read(address_key(address))
    with recording():  # nobody reads the pages that are elsewhere
        return next((page for page in pages.values() if page.address == address), None)


def build_pages(content: Content, today: str = "") -> Pages:
    """All pages by language code and path, in the order of their paths.

    `today` is an ISO date: a story whose consent has ended by then has no page.
    """
    paths = {path for prose in content.prose.values() for path in prose} | set(_record_paths(content))
    paths -= ended(content, today)
    found = (_page(content, language, path) for path in sorted(paths) for language in content.languages)
    pages = {(page.language.code, page.path): page for page in found if page}
    return RecordedMapping(pages, page_key, ALL_PAGES)


def unread_pages(content: Content) -> set[PageKey]:
    """The pages, by language and path, that would be there if each text and each record could be read."""
    found = {
        (code, path)
        for code, names in content.names.items()
        for path in names
        if path not in content.prose[code]
    }
    for kind in KINDS.values():
        unread = [slug for slug in content.documents[kind.name] if content.is_unread(kind.name, slug)]
        paths = [f"{kind.pages}/{slug}.md" for slug in unread] if kind.pages else []
        found |= {(language.code, path) for path in paths for language in content.languages}
    return found


def pages_of(pages: Pages, language: Language, kind: str) -> list[Page]:
    """The pages of a kind's records that readers of a language meet, in the order of their paths."""
    with recording():  # nobody reads the pages of other kinds
        keys = [key for key, page in pages.items() if page.layout == kind and page.language == language]
    record_read(f"pages:{kind}.{language.code}")
    return [pages[key] for key in keys]


def address_of(content: Content, language: Language, path: str) -> str:
    """The public address below the site's root: `municipalities/exempelby.md` → `kommuner/exempelby/`."""
    words = [content.word_in_address(part, language.code) for part in _words(path)]
    return language.prefix + "".join(f"{word}/" for word in words)


@cache
def _words(path: str) -> list[str]:
    """What of a path is told in its address."""
    return [part for part in PurePosixPath(path).with_suffix("").parts if part != "index"]


def relative_address(origin: str, target: str) -> str:
    """The way from one address to another, so that the site works below any root."""
    here, there = ([part for part in address.split("/") if part] for address in (origin, target))
    shared = len(posixpath.commonprefix([here, there]))
    way = "/".join([".."] * (len(here) - shared) + there[shared:]) or "."
    return way + "/" if not target or target.endswith("/") else way


def media_file(target: str) -> str | None:
    """The file below content/media that a path means, seen from a language's folder."""
    return target.removeprefix("../media/") if target.startswith("../media/") else None


def other_language(content: Content, own: str, target: str) -> tuple[str, str] | None:
    """Language code and path, if a path seen from the folder of the language `own` leads to another: `../no/move.md`.

    A partial language lacks pages and may lead to those of every language; a full one has its own.
    """
    up, _, below = target.partition("/")
    code, _, path = below.partition("/")
    partial = {language.code for language in content.languages if language.is_partial}
    return (code, path) if up == ".." and code in content.prose and own in partial else None


def path_of(origin: str, link: str) -> str:
    """The path in the language's folder that a link in `origin` leads to: a relative one, or `/media/x.webp`."""
    if link.startswith(MEDIA):
        return f"..{link}"
    parts = origin.split("/")[:-1]
    for part in link.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)


def record_of(content: Content, path: str) -> tuple[Kind[Value], str] | None:
    """The kind and slug of the record that a path belongs to, if it belongs to one."""
    folder, _, name = path.rpartition("/")
    slug = name.removesuffix(".md")
    for kind in KINDS.values():
        if kind.pages == folder and folder and slug in content.documents[kind.name]:
            return kind, slug
    return None


def is_of(content: Content, path: str, kind: str) -> bool:
    """Whether a path belongs to a record of `kind`."""
    belongs = record_of(content, path)
    return belongs is not None and belongs[0].name == kind


def _record_paths(content: Content) -> list[str]:
    return [
        f"{kind.pages}/{slug}.md"
        for kind in KINDS.values()
        if kind.pages
        for slug in content.records[kind.name]
    ]


def _page(content: Content, language: Language, path: str) -> Page | None:
    own = content.prose[language.code].get(path)
    belongs = record_of(content, path)
    if belongs and belongs[1] not in content.records[belongs[0].name]:  # broken, and its problems are told
        return None
    if language.is_partial and (own is None or (belongs and not belongs[0].has_pages_in(language))):
        return None
    if own is None and (only := _only(content, path)):
        return _built(content, language, only, content.prose[only.code][path], belongs)
    if own is None and (belongs is None or belongs[0].prose_required):
        return None
    return _built(content, language, language, own, belongs)


def _only(content: Content, path: str) -> Language | None:
    """The language that a page says to be the only one of."""
    found = ((language, content.prose[language.code].get(path)) for language in content.full_languages)
    return next((language for language, prose in found if prose and prose.meta.only == language.code), None)


def _built(
    content: Content,
    language: Language,
    body_language: Language,
    prose: PageSource | None,
    belongs: tuple[Kind[Value], str] | None,
) -> Page:
    code = body_language.code
    path = prose.path if prose else f"{belongs[0].pages}/{belongs[1]}.md" if belongs else ""
    record = _shown_record(content, *belongs) if belongs else None
    meta = prose.meta if prose else None
    heading = record.heading(code) if record else Heading((meta and meta.title) or "", code)
    return Page(
        path=path,
        language=language,
        body_language=body_language,
        address=address_of(content, language, path),
        title=heading.title,
        title_language=BY_CODE[heading.language],
        own_subtitle=(meta.subtitle if meta else None) or heading.below,
        own_description=meta.description if meta else record.description(code) if record else "",
        menu=(meta.menu if meta else None) or heading.title,
        layout=_layout(content, path, belongs, meta),
        own_date=meta.date if meta else None,
        own_prose=prose,
        own_record=record,
        record_file=record_file(belongs[0].name, belongs[1]) if belongs else None,
        slug=belongs[1] if belongs else None,
    )


def _shown_record(content: Content, kind: Kind[Value], slug: str) -> HasPage:
    record = content.records[kind.name][slug]
    assert isinstance(record, HasPage), f"{kind.model.__name__} has pages and no heading"
    return record


def _layout(
    content: Content, path: str, belongs: tuple[Kind[Value], str] | None, meta: PageMeta | None
) -> str:
    if belongs:
        return belongs[0].name
    if meta and meta.date:
        return NEWS
    if meta and meta.story:
        return STORIES
    if content.structure.full_page_of(path):
        return "easy"
    return "home" if path == HOME else "page"
