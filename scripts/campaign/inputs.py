"""The values that targets read instead of whole files: what each is now, and which files go into it.

A page's menu names ten other pages, and every page says forty words of labels.yml. If that were noted as reading the files,
each change would touch everything; so what is noted is the value (`page:sv/about.md`, `label:interface.skip.sv`), and a
value touches nobody as long as it is the same.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from itertools import chain

from campaign.cache import digest_of
from campaign.content import ALL_COUNTRIES, Content
from campaign.files import Tree
from campaign.keys import about_key, address_key, page_key, scene_key
from campaign.law import LAWS_READ, laws_read_on
from campaign.models import KINDS, file_of
from campaign.models.kinds import index_key
from campaign.models.pages import Label
from campaign.models.structure import structure_key
from campaign.pages import ALL_PAGES, Page, Pages
from campaign.proper_names import foreign_names
from campaign.questions import questions_of
from campaign.settings import Language
from campaign.site import DAY, STYLE, TODAY, Site, script_key, sheet_key
from campaign.status import notices_of
from campaign.uses import uses_in

_Found = Iterator[tuple[str, object, tuple[str, ...]]]


@dataclass  # not frozen: thousands are made for each check, and that would take three times as long
class Value:
    """What a value is, and the files that go into it; a path that ends in a slash means all below it."""

    now: object
    files: tuple[str, ...]

    @cached_property
    def digest(self) -> str:
        """A digest of what it is; most are asked for by nobody."""
        return digest_of(self.now)

    def comes_from(self, path: str) -> bool:
        """Whether a file, or one below a folder, goes into it."""
        return any(
            path == file or (file.endswith("/") and path.startswith(file)) or file.startswith(f"{path}/")
            for file in self.files
        )


def values_of(site: Site) -> dict[str, Value]:
    """Key → what is there now, of every value that can be noted."""
    return {
        **content_values(site.content, site.pages),
        **_digested(
            chain(_gathered(site.content, site.pages), _designs(site), _downloads(site), _notices(site))
        ),
    }


def content_values(content: Content, pages: Pages) -> dict[str, Value]:
    """The same of content and pages alone, which is all that the checks read."""
    rest = chain(_public_words(content), _names(content), _heads(content, pages), _listings(content))
    return {**_labels(_Same(content.labels), content.languages), **_digested(rest)}


def _digested(found: _Found) -> dict[str, Value]:
    return {key: Value(value, files) for key, value, files in found}


def digests_of(tree: Tree, values: Mapping[str, Value], day: str) -> Callable[[str], str | None]:
    """A function that tells what a key stands for now, as a digest; `tree` are all files, `day` is today."""
    files: dict[str, str] = {}  # photographs are large, and most are asked for by nobody

    def digest(key: str) -> str | None:
        if key.startswith(DAY):
            return _side(key.removeprefix(DAY), day)
        if key in values:
            return values[key].digest
        if key in tree and key not in files:
            files[key] = digest_of(tree[key])
        return files.get(key)

    return digest


def _side(day: str, today: str) -> str:
    return "past" if day < today else "ahead" if day > today else "today"


@dataclass(frozen=True, eq=False)
class _Same:
    """Labels that are equal to themselves alone; a file that is as it was is read once (`reading`), and is the same."""

    labels: Mapping[str, Mapping[str, Label]]

    def __hash__(self) -> int:
        return id(self.labels)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.labels is self.labels


@lru_cache(4)
def _labels(same: _Same, languages: tuple[Language, ...]) -> dict[str, Value]:
    """The values of labels.yml, which is most of all values, and another file in few edits."""
    return _digested(_words(same.labels, languages))


def _words(labels: Mapping[str, Mapping[str, Label]], languages: tuple[Language, ...]) -> _Found:
    files = (file_of("labels"),)
    for group, words in labels.items():
        plain = {word: texts.model_dump() for word, texts in words.items()}
        yield f"labels:{group}", plain, files
        for word, texts in plain.items():
            for language in languages:
                yield f"label:{group}.{word}.{language.code}", texts.get(language.code), files


def _public_words(content: Content) -> _Found:
    for word, public in content.addresses.items():
        for language in content.languages:
            yield f"address:{word}.{language.code}", public.get(language.code), (file_of("addresses"),)


def _names(content: Content) -> _Found:
    folders = (file_of("names"), *(f"content/data/{kind}/" for kind in ("services", "seminars", "projects")))
    for language in content.languages if "names" in content.singletons else ():
        yield f"names:{language.code}", foreign_names(content, language), folders


def _folders(content: Content, below: str = "") -> tuple[str, ...]:
    """The folders of prose, one a language, or a folder in each."""
    return tuple(f"content/{language.code}/{below}" for language in content.languages)


def _heads(content: Content, pages: Pages) -> _Found:
    of_kinds: dict[tuple[str, str], list[str]] = {}
    for key, page in pages.items():
        of_kinds.setdefault((page.layout, page.language.code), []).append(page.path)
        files = (*_folders(content, page.path), file_of("addresses"), file_of("site"))
        files = (*files, page.record_file) if page.record_file else files
        yield page_key(key), _head(page), files
        yield address_key(page.address), page.path, files
        yield about_key(page_key(key)), [page.subtitle, page.description, page.date], files
        yield scene_key(page_key(key)), page.scene, files
    yield ALL_PAGES, list(pages), ("content/",)
    for kind in KINDS.values():
        folders = (f"content/data/{kind.name}/", *_folders(content, f"{kind.pages}/"))
        for language in content.languages:
            paths = of_kinds.get((kind.name, language.code), [])
            yield f"pages:{kind.name}.{language.code}", paths, folders


def _head(page: Page) -> list[str]:
    """What other pages say of a page: where it is, and what it is called."""
    languages = [page.title_language.code, page.body_language.code]
    return [page.address, page.layout, page.title, page.menu, *languages]


def _gathered(content: Content, pages: Pages) -> _Found:
    for code, used in uses_in(content, pages).items():
        yield f"uses:{code}", used, ("content/",)
    for path in {path for _, path in pages}:
        asked = {slug: question.model_dump() for slug, question in questions_of(content, path)}
        yield f"questions:{path}", asked, ("content/data/questions/",)
    yield LAWS_READ, laws_read_on(content), ("content/data/acts/", "content/data/rules/")


def _listings(content: Content) -> _Found:
    for part, value in content.structure.model_dump(mode="json").items():
        yield structure_key(part), value, (file_of("site"),)
    yield ALL_COUNTRIES, content.countries, ("content/data/regions/", "content/data/rules/")
    for kind, records in content.records.items():
        folder = f"content/data/{kind}/"
        yield folder, list(records), (folder,)
        for field in KINDS[kind].indexed:
            for value, slugs in records.index(field).items():
                yield index_key(kind, field, value), slugs, (folder,)
    yield "content/media/", list(content.media), ("content/media/",)
    for code, texts in content.prose.items():
        yield f"content/{code}/", list(texts), (f"content/{code}/",)


def _designs(site: Site) -> _Found:
    yield "overrides/", list(site.design), ("overrides/",)
    yield "overrides/assets/js/", list(site.scripts), ("overrides/assets/js/",)
    for name, script in site.scripts.items():
        yield script_key(name), script.integrity, ("overrides/assets/js/",)
    yield "overrides/assets/css/parts/", list(site.sheets), ("overrides/assets/css/parts/",)
    for name, address in site.sheets.items():
        yield sheet_key(name), address, ("overrides/assets/css/parts/",)
    yield "overrides/assets/fonts/", list(site.fonts), ("overrides/assets/fonts/",)
    yield TODAY, site.day, ()
    yield (
        STYLE,
        [dict(site.styles), site.opening.integrity],
        ("overrides/assets/css/", "overrides/assets/fonts/"),
    )


def _notices(site: Site) -> _Found:
    for language in site.content.full_languages:
        notices = [asdict(notice) for notice in notices_of(site, language.code)]
        yield f"notices:{language.code}", notices, ("content/",)


def _downloads(site: Site) -> _Found:
    found: dict[str, list[str]] = {}
    for file in site.downloads:
        found.setdefault(f"downloads:{file.item}.{file.slug}.{file.language}", []).append(file.address)
    kinds = [KINDS[name] for name in ("chapters", "templates", "municipalities", "regions")]
    files = (
        file_of("addresses"),
        *(f"content/data/{kind.name}/" for kind in kinds),
        *(folder for kind in kinds for folder in _folders(site.content, f"{kind.pages}/")),
    )
    for key, addresses in found.items():
        yield key, addresses, files
