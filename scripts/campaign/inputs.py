"""The values that targets read instead of whole files: what each is now, and which files go into it.

A page's menu names ten other pages, and every page says forty words of labels.yml. If that were noted as reading the files,
each change would touch everything; so what is noted is the value (`page:sv/about.md`, `label:interface.skip.sv`), and a
value touches nobody as long as it is the same.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from campaign.expand import foreign_names
from campaign.models import KINDS, file_of
from campaign.pages import ALL_PAGES, Page, about_key, page_key, pages_of, scene_key
from campaign.questions import ASKED, questions_of
from campaign.site import STYLE, Site
from campaign.uses import uses_in


@dataclass(frozen=True)
class Value:
    """What a value is, as a digest, and the files that go into it; a path that ends in a slash means all below it."""

    digest: str
    files: tuple[str, ...]

    def comes_from(self, path: str) -> bool:
        """Whether a file, or one below a folder, goes into it."""
        return any(
            path == file or (file.endswith("/") and path.startswith(file)) or file.startswith(f"{path}/")
            for file in self.files
        )


def digest_of(value: object) -> str:
    """A short digest of bytes or of plain values."""
    raw = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False, default=str).encode()
    return hashlib.sha256(raw).hexdigest()[:16]


def values_of(site: Site) -> dict[str, Value]:
    """Key → what is there now, of every value that can be noted."""
    found = chain(_words(site), _names(site), _pages(site), _listings(site), _downloads(site))
    return {key: Value(digest_of(value), files) for key, value, files in found}


_Found = Iterator[tuple[str, object, tuple[str, ...]]]


def _words(site: Site) -> _Found:
    labels, addresses = (file_of("labels"),), (file_of("addresses"),)
    for group, words in site.content.labels.items():
        yield f"labels:{group}", {word: texts.model_dump() for word, texts in words.items()}, labels
        for word, texts in words.items():
            for language in site.content.languages:
                yield f"label:{group}.{word}.{language.code}", texts.model_dump().get(language.code), labels
    for word, public in site.content.addresses.items():
        for language in site.content.languages:
            yield f"address:{word}.{language.code}", public.get(language.code), addresses


def _names(site: Site) -> _Found:
    folders = (file_of("names"), *(f"content/data/{kind}/" for kind in ("services", "seminars", "projects")))
    for language in site.content.languages:
        yield f"names:{language.code}", foreign_names(site.content, language), folders


def _folders(site: Site, below: str = "") -> tuple[str, ...]:
    """The folders of prose, one a language, or a folder in each."""
    return tuple(f"content/{language.code}/{below}" for language in site.content.languages)


def _pages(site: Site) -> _Found:
    for key, page in site.pages.items():
        files = (*_folders(site, page.path), file_of("addresses"))
        files = (*files, page.record_file) if page.record_file else files
        yield page_key(key), _head(page), files
        yield about_key(page_key(key)), [page.subtitle, page.description], files
        yield scene_key(page_key(key)), page.scene, files
    yield ALL_PAGES, list(site.pages), ("content/",)
    for kind in KINDS.values():
        folders = (f"content/data/{kind.name}/", *_folders(site, f"{kind.pages}/"))
        for language in site.content.languages:
            paths = [page.path for page in pages_of(site.pages, language, kind.name)]
            yield f"pages:{kind.name}.{language.code}", paths, folders


def _head(page: Page) -> list[str]:
    """What other pages say of a page: where it is, and what it is called."""
    languages = [page.title_language.code, page.body_language.code]
    return [page.address, page.layout, page.title, page.menu, *languages]


def _listings(site: Site) -> _Found:
    for language in site.content.languages:
        yield f"uses:{language.code}", uses_in(site.content, site.pages, language.code), ("content/",)
    for _, path in site.pages:
        asked = {slug: question.model_dump() for slug, question in questions_of(site.content, path)}
        folders = (f"content/data/{kind}/" for kind in ("questions", *ASKED))
        yield f"questions:{path}", asked, tuple(folders)
    for kind, records in site.content.records.items():
        yield f"content/data/{kind}/", list(records), (f"content/data/{kind}/",)
    yield "content/media/", list(site.content.media), ("content/media/",)
    yield "overrides/", list(site.design), ("overrides/",)
    yield "overrides/assets/js/", list(site.scripts), ("overrides/assets/js/",)
    yield "overrides/assets/css/parts/", list(site.sheets), ("overrides/assets/css/parts/",)
    yield "overrides/assets/fonts/", list(site.fonts), ("overrides/assets/fonts/",)
    yield STYLE, site.style, ("overrides/assets/css/", "overrides/assets/fonts/")


def _downloads(site: Site) -> _Found:
    found: dict[str, list[str]] = {}
    for file in site.downloads:
        found.setdefault(f"downloads:{file.item}.{file.slug}.{file.language}", []).append(file.address)
    kinds = [KINDS[name] for name in ("chapters", "templates", "municipalities", "regions")]
    files = (
        file_of("addresses"),
        *(f"content/data/{kind.name}/" for kind in kinds),
        *(folder for kind in kinds for folder in _folders(site, f"{kind.pages}/")),
    )
    for key, addresses in found.items():
        yield key, addresses, files
