"""What the shelf holds: the guide in its formats, each chapter alone, each template, and all templates together."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

from campaign import typography
from campaign.expand import Site
from campaign.outputs.book import book_facts, render_pdf
from campaign.outputs.epub import render_epub
from campaign.outputs.forms import form_tree
from campaign.outputs.manuscript import BACK, FRONT, Part, appendix, bind, chapter_pages, chapter_part
from campaign.outputs.pandoc import Tree, write
from campaign.pages import Page
from campaign.settings import Language


@dataclass(frozen=True)
class Press:
    """What every file is made with.

    `root_address` is where the site is published, `designs` the files of overrides/book, `references` the path of the
    Word file with our styles in each language, and `epoch` the edition's day in seconds since 1970.
    """

    site: Site
    root_address: str
    designs: Mapping[str, str]
    references: Mapping[str, str]
    epoch: str


@dataclass(frozen=True)
class Volume:
    """A file that can be made: its name below downloads/, its format, what it is (see Download), and how to make it."""

    name: str
    format: str
    item: str
    slug: str
    make: Callable[[], bytes]


def volumes(press: Press, language: Language, pool: Executor) -> Iterator[Volume]:
    """Everything in one language but the archive of templates."""
    pages = chapter_pages(press.site, language)
    chapters = list(pool.map(partial(chapter_part, press.site), pages))
    front, back = (
        [appendix(press.site, language, name, path) for name, path in names.items()]
        for names in (FRONT, BACK)
    )
    yield from _guide(press, language, [*front, *chapters, *back])
    for part in chapters:
        yield _chapter(press, language, part, front)
    for page in press.site.pages.values():
        if page.layout == "templates" and page.language is language:
            yield _template(press, page)


def archive(press: Press, language: Language, files: Mapping[str, bytes]) -> Volume:
    """All templates in one file, which unpacks to readable names."""
    word = press.site.catalogue.word_in_address("templates", language.code)
    name = f"hr-guide-{word}-{language.code}.zip"
    return Volume(name, "ZIP", "templates", "", partial(_packed, files))


def _packed(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in sorted(files.items()):
            pack.writestr(zipfile.ZipInfo(name.rpartition("/")[2]), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _guide(press: Press, language: Language, parts: Sequence[Part]) -> Iterator[Volume]:
    name = f"hr-guide-{language.code}"
    for form, make in (("PDF", _pdf), ("EPUB", _epub), ("DOCX", _docx)):
        yield Volume(f"{name}.{form.lower()}", form, "guide", "", partial(make, press, language, parts))


def _chapter(press: Press, language: Language, part: Part, front: Sequence[Part]) -> Volume:
    word = press.site.catalogue.word_in_address(part.name, language.code)
    name = f"{language.code}/hr-guide-{word}.pdf"
    make = partial(_pdf, press, language, [part, *front], whole=False)
    return Volume(name, "PDF", "chapter", part.name, make)


def _template(press: Press, page: Page) -> Volume:
    slug = str(page.slug)
    name = f"{page.language.code}/{press.site.catalogue.word_in_address(slug, page.language.code)}.docx"
    return Volume(name, "DOCX", "template", slug, partial(_form, press, page))


def _pdf(press: Press, language: Language, parts: Sequence[Part], *, whole: bool = True) -> bytes:
    edition = press.site.catalogue.single["edition"]
    title = edition.title[language.code] if whole else parts[0].page.title
    facts = book_facts(press.site, language, title, edition.subtitle[language.code], whole=whole)
    tree = bind(press.site, parts, press.root_address)
    return render_pdf(tree, facts, press.designs["book.typ"], press.site.catalogue.media)


def _epub(press: Press, language: Language, parts: Sequence[Part]) -> bytes:
    catalogue = press.site.catalogue
    metadata = {**_metadata(press, language), "date": catalogue.single["edition"].date}
    return render_epub(
        bind(press.site, parts, press.root_address),
        metadata,
        catalogue.label("book", "accessibility", language.code),
        press.designs["epub.css"],
        catalogue.media["cover.svg"],
        press.epoch,
    )


def _docx(press: Press, language: Language, parts: Sequence[Part]) -> bytes:
    tree = bind(press.site, parts, press.root_address)
    return _word(press, language, tree, _metadata(press, language))


def _form(press: Press, page: Page) -> bytes:
    metadata = {"title": page.title, "lang": page.language.tag}
    tree = form_tree(press.site, page, press.root_address)
    return _word(press, page.language, tree, metadata)


def _word(press: Press, language: Language, tree: Tree, metadata: Mapping[str, str]) -> bytes:
    tree = {**tree, "meta": {name: {"t": "MetaString", "c": text} for name, text in metadata.items()}}
    return write(tree, "docx", f"--reference-doc={press.references[language.code]}", epoch=press.epoch)


def _metadata(press: Press, language: Language) -> dict[str, str]:
    catalogue, code = press.site.catalogue, language.code
    edition = catalogue.single["edition"]
    return {
        "title": edition.title[code],
        "subtitle": edition.subtitle[code],
        "author": catalogue.label("interface", "site-name", code),
        "date": typography.date(edition.date, language),
        "lang": language.tag,
        "rights": edition.licence,
    }
