"""What can be fetched: the guide in its formats, each chapter alone, each template, and all templates together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from campaign import typography
from campaign.outputs.book import book_facts, edition_line, render_pdf
from campaign.outputs.book_index import index_key
from campaign.outputs.epub import COVER, PAGE, STYLE, render_epub
from campaign.outputs.front import PICTURE, cover_art, cover_picture, word_front
from campaign.outputs.manuscript import (
    FRONT,
    Part,
    appendix,
    back_matter,
    chapter_pages,
    chapter_part,
    merge,
    of_country,
    sources_part,
)
from campaign.outputs.pandoc import NO_FILES, Tree, write
from campaign.outputs.pictures import files_of, with_bitmaps
from campaign.outputs.spreads import book_markup
from campaign.outputs.zip_files import build_zip
from campaign.pages import Page, pages_of
from campaign.reads import Once
from campaign.settings import Language
from campaign.site import Download, Site, Target, Targets
from campaign.text.pandoc import Node

if TYPE_CHECKING:
    from campaign.outputs.document import Look

# What knows Word is loaded where it is needed: a build in which no form is another shall not wait for it.

FOLDER = "downloads"
DRAWING = "cover.svg"
_LOOKS: "tuple[Look, ...]" = ("book", "form")


@dataclass(frozen=True)
class BookContext:
    """What every file is made with.

    `references` are the Word files with our styles, by look and language.
    """

    site: Site
    references: "Mapping[tuple[Look, Language], Once[bytes]]"

    @property
    def epoch(self) -> str:
        """The edition's day in seconds since 1970."""
        day = datetime.fromisoformat(self.site.content.edition.date).replace(tzinfo=UTC)
        return str(int(day.timestamp()))


def book_context(site: Site) -> BookContext:
    """What the books of a site share, each style of Word made once."""
    references = {
        (look, language): Once(partial(_reference, site, look, language))
        for look in _LOOKS
        for language in site.content.full_languages
    }
    return BookContext(site, references)


def _reference(site: Site, look: "Look", language: Language) -> bytes:
    from campaign.outputs.document import reference_document

    content, code = site.content, language.code
    head = f"{content.edition.title[code]} · {edition_line(site, language)}" if look == "book" else ""
    return reference_document(content.label("interface", "site-name", code), look, head)


def downloads(site: Site) -> tuple[Download, ...]:
    """Everything that can be fetched, in both languages; each file is made when it is asked for."""
    book = book_context(site)
    return tuple(
        artifact for language in site.content.full_languages for artifact in artifacts(book, language)
    )


def targets(site: Site) -> Targets:
    """Address → how to make it, of everything that can be fetched."""
    by_language = sorted(site.downloads, key=lambda file: file.language)  # neighbours are made by one process
    return {artifact.address: artifact.make for artifact in by_language}


def artifacts(book: BookContext, language: Language) -> Iterator[Download]:
    """Everything in one language: the guide, its chapters, the templates, and the templates in one file."""
    site = book.site
    chapters = {
        page.path: Once(partial(_chapter_part, site, page.language.code, page.path))
        for page in chapter_pages(site, language)
    }
    front, back = (
        [Once(partial(appendix, site, language, name, path)) for name, path in names.items()]
        for names in (FRONT, back_matter(site))
    )
    parts = Once(partial(_parts, site, language, front, chapters, back))
    yield from _guide(book, language, Once(partial(_merged_guide, site, parts)))
    yield _edition(book, language, Once(partial(_merged_edition, site, language, parts)))
    for page in chapter_pages(site, language):
        yield _chapter(book, page, Once(partial(_merged, site, [chapters[page.path], *front])))
    templates = {page.path: _template(book, page) for page in pages_of(site.pages, language, "templates")}
    yield from templates.values()
    yield all_templates(book, language, templates)


def all_templates(book: BookContext, language: Language, templates: Mapping[str, Download]) -> Download:
    """The finished templates, by the path of the page, in one file, which unpacks to readable names."""
    word = book.site.content.word_in_address("templates", language.code)
    name = f"hr-guide-{word}-{language.code}.zip"
    return _artifact(name, "ZIP", language, "templates", "", partial(_encoded, book, language, templates))


def _encoded(book: BookContext, language: Language, templates: Mapping[str, Download]) -> bytes:
    files = [templates[page.path] for page in pages_of(book.site.pages, language, "templates")]
    return build_zip({file.address.rpartition("/")[2]: file.make() for file in files})


def _artifact(name: str, form: str, language: Language, item: str, slug: str, make: Target) -> Download:
    return Download(f"{FOLDER}/{name}", Once(make), form, language.code, item, slug)


def _chapter_part(site: Site, code: str, path: str) -> Part:
    return chapter_part(site, site.pages[code, path])


def _parts(
    site: Site,
    language: Language,
    front: Sequence[Once[Part]],
    chapters: Mapping[str, Once[Part]],
    back: Sequence[Once[Part]],
) -> list[Part]:
    """All parts of the guide in order, the chapters by the path of their pages, with the sources that they name last."""
    bound = [
        part() for part in (*front, *(chapters[page.path] for page in chapter_pages(site, language)), *back)
    ]
    return [*bound, sources_part(site, language, bound)]


def _merged_guide(site: Site, parts: Once[list[Part]]) -> Tree:
    return merge(site, parts())


def _merged_edition(site: Site, language: Language, parts: Once[list[Part]]) -> Tree:
    """The guide without the law of the neighbour."""
    countries = (country for country in site.content.countries if country != language.country)
    neighbours = {site.content.label("country", country.lower(), language.code) for country in countries}
    return merge(site, [of_country(part, language.country, neighbours) for part in parts()])


def _merged(site: Site, parts: Sequence[Once[Part]]) -> Tree:
    return merge(site, [part() for part in parts])


def _guide(book: BookContext, language: Language, tree: Once[Tree]) -> Iterator[Download]:
    for form, make in (("PDF", _pdf), ("EPUB", _epub), ("DOCX", _docx)):
        name = f"hr-guide-{language.code}.{form.lower()}"
        yield _artifact(name, form, language, "guide", "", partial(make, book, language, tree))


def _edition(book: BookContext, language: Language, tree: Once[Tree]) -> Download:
    country = book.site.content.label("country", language.country.lower(), language.code).lower()
    make = partial(_pdf, book, language, tree, only=language.country)
    return _artifact(f"hr-guide-{language.code}-{country}.pdf", "PDF", language, "edition", "", make)


def _chapter(book: BookContext, page: Page, tree: Once[Tree]) -> Download:
    slug = str(page.slug)
    word = book.site.content.word_in_address(slug, page.language.code)
    name = f"{page.language.code}/hr-guide-{word}.pdf"
    make = partial(_pdf, book, page.language, tree, page.title, chapter=slug)
    return _artifact(name, "PDF", page.language, "chapter", slug, make)


def _template(book: BookContext, page: Page) -> Download:
    slug = str(page.slug)
    name = f"{page.language.code}/{book.site.content.word_in_address(slug, page.language.code)}.docx"
    make = partial(_form, book, page.language, page.path)
    return _artifact(name, "DOCX", page.language, "template", slug, make)


def _pdf(
    book: BookContext,
    language: Language,
    merged: Once[Tree],
    title: str = "",
    only: str = "",
    chapter: str = "",
) -> bytes:
    """The whole guide, or an edition for one country; with a title of its own, a chapter alone."""
    site, edition = book.site, book.site.content.edition
    facts = book_facts(
        site,
        language,
        title or edition.title[language.code],
        edition.subtitle[language.code],
        whole=not title,
        only=only,
        chapter=chapter,
    )
    files = {**_cover_files(book), **files_of(merged(), site.content.media)}
    indexed = index_key(site.content, language) if not title else lambda _: []
    markup = book_markup(merged()["blocks"], indexed)
    return render_pdf(markup, facts, site.design["book/book.typ"].decode(), files)


def _cover_files(book: BookContext) -> dict[str, bytes]:
    """The type and the drawings that the design names."""
    kept = book.site.design_in("book", lambda name: name.endswith((".ttf", ".svg")) or name == "cover.typ")
    return {DRAWING: book.site.content.media[DRAWING], **kept}


def _epub(book: BookContext, language: Language, merged: Once[Tree]) -> bytes:
    content, code = book.site.content, language.code
    metadata = {
        **_metadata(book, language),
        "date": content.edition.date,
        "toc-title": content.label("book", "contents", code),
        "accessibilitySummary": content.label("book", "accessibility", code),
    }
    words = {
        "book": metadata["title"],
        "edition": edition_line(book.site, language),
        **{
            name: content.label("book", name, code)
            for name in ("cover", "cover-page", "title-page", "contents")
        },
    }
    facts = book_facts(book.site, language, words["book"], content.edition.subtitle[code], whole=False)
    designs = {name: book.site.design[f"book/{name}"] for name in (STYLE, PAGE)}
    cover = cover_picture(facts, _cover_files(book))
    files = {COVER: cover, **designs, **files_of(merged(), content.media)}
    return render_epub(merged(), metadata, words, files, book.epoch)


def _docx(book: BookContext, language: Language, merged: Once[Tree]) -> bytes:
    content, code = book.site.content, language.code
    front = word_front(
        merged(), content.label("book", "contents", code), content.label("book", "cover", code)
    )
    cover = {PICTURE: cover_art(content.media[DRAWING])}
    return _word(book, language, merged(), _metadata(book, language), "book", front=front, cover=cover)


def _form(book: BookContext, language: Language, path: str) -> bytes:
    from campaign.outputs.forms import form_tree

    page = book.site.pages[language.code, path]
    tree = form_tree(book.site, page)
    return _word(book, language, tree, {"title": page.title}, "form", "--shift-heading-level-by=-1")


def _word(
    book: BookContext,
    language: Language,
    tree: Tree,
    metadata: Mapping[str, str],
    look: "Look",
    *options: str,
    front: Sequence[Node] = (),
    cover: Mapping[str, bytes] = NO_FILES,
) -> bytes:
    from campaign.outputs.document import finish_document

    tree, files = with_bitmaps(tree, book.site.content.media)
    tree["blocks"], files = [*front, *tree["blocks"]], {**files, **cover}
    tree["meta"] = {
        name: {"t": "MetaString", "c": text} for name, text in {**metadata, "lang": language.tag}.items()
    }
    name = "reference.docx"
    files[name] = book.references[look, language]()
    made = write(tree, "docx", f"--reference-doc={name}", *options, files=files, epoch=book.epoch)
    return finish_document(made)


def paper(book: BookContext, language: Language, tree: Tree, title: str) -> bytes:
    """A tree as a paper of somebody's own, in the look of our forms."""
    return _word(book, language, tree, {"title": title}, "form")


def _metadata(book: BookContext, language: Language) -> dict[str, str]:
    content, code = book.site.content, language.code
    edition = content.edition
    return {
        "title": edition.title[code],
        "subtitle": edition.subtitle[code],
        "author": content.label("interface", "site-name", code),
        "date": typography.format_partial_date(edition.date, language),
        "lang": language.tag,
        "rights": edition.licence,
    }
