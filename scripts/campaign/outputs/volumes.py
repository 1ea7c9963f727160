"""What the shelf holds: the guide in its formats, each chapter alone, each template, and all templates together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

from campaign import typography
from campaign.outputs.book import book_facts, edition_line, render_pdf
from campaign.outputs.document import Look, hold_tables_together
from campaign.outputs.epub import COVER, PAGE, STYLE, render_epub
from campaign.outputs.forms import form_tree
from campaign.outputs.manuscript import (
    BACK,
    FRONT,
    Part,
    appendix,
    bind,
    chapter_pages,
    chapter_part,
    contents_list,
)
from campaign.outputs.packing import pack
from campaign.outputs.pandoc import Tree, write
from campaign.outputs.pictures import files_of, with_bitmaps
from campaign.pages import Page, pages_of
from campaign.settings import Language
from campaign.site import Site


@dataclass(frozen=True)
class Press:
    """What every file is made with.

    `designs` are the files of overrides/book, `references` the Word files with our styles by look and language tag, and
    `epoch` is the edition's day in seconds since 1970.
    """

    site: Site
    designs: Mapping[str, bytes]
    references: Mapping[tuple[Look, str], bytes]
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
    """Everything in one language but the file of all templates."""
    pages = chapter_pages(press.site, language)
    chapters = list(pool.map(partial(chapter_part, press.site), pages))
    front, back = (
        [appendix(press.site, language, name, path) for name, path in names.items()]
        for names in (FRONT, BACK)
    )
    yield from _guide(press, language, [*front, *chapters, *back])
    for part in chapters:
        yield _chapter(press, language, part, front)
    for page in pages_of(press.site.pages, language, "templates"):
        yield _template(press, page)


def all_templates(press: Press, language: Language, files: Mapping[str, bytes]) -> Volume:
    """The finished templates, path → bytes, in one file, which unpacks to readable names."""
    word = press.site.catalogue.word_in_address("templates", language.code)
    name = f"hr-guide-{word}-{language.code}.zip"
    named = {path.rpartition("/")[2]: content for path, content in files.items()}
    return Volume(name, "ZIP", "templates", "", partial(pack, named))


def _guide(press: Press, language: Language, parts: Sequence[Part]) -> Iterator[Volume]:
    name = f"hr-guide-{language.code}"
    tree = bind(press.site, parts)
    for form, make in (("PDF", _pdf), ("EPUB", _epub), ("DOCX", _docx)):
        yield Volume(f"{name}.{form.lower()}", form, "guide", "", partial(make, press, language, tree))


def _chapter(press: Press, language: Language, part: Part, front: Sequence[Part]) -> Volume:
    word = press.site.catalogue.word_in_address(part.name, language.code)
    name = f"{language.code}/hr-guide-{word}.pdf"
    return Volume(name, "PDF", "chapter", part.name, partial(_single, press, language, part, front))


def _template(press: Press, page: Page) -> Volume:
    slug = str(page.slug)
    name = f"{page.language.code}/{press.site.catalogue.word_in_address(slug, page.language.code)}.docx"
    return Volume(name, "DOCX", "template", slug, partial(_form, press, page))


def _pdf(press: Press, language: Language, tree: Tree, title: str = "") -> bytes:
    """The whole guide; with a title of its own, a chapter alone."""
    edition, media = press.site.catalogue.single["edition"], press.site.catalogue.media
    facts = book_facts(
        press.site,
        language,
        title or edition.title[language.code],
        edition.subtitle[language.code],
        whole=not title,
    )
    files = {COVER: media[COVER], **files_of(tree, media)}
    return render_pdf(tree, facts, press.designs["book.typ"].decode(), files)


def _single(press: Press, language: Language, part: Part, front: Sequence[Part]) -> bytes:
    tree = bind(press.site, [part, *front])
    return _pdf(press, language, tree, part.page.title)


def _epub(press: Press, language: Language, tree: Tree) -> bytes:
    catalogue, code = press.site.catalogue, language.code
    metadata = {
        **_metadata(press, language),
        "date": catalogue.single["edition"].date,
        "toc-title": catalogue.label("book", "contents", code),
        "accessibilitySummary": catalogue.label("book", "accessibility", code),
    }
    words = {
        "book": metadata["title"],
        "edition": edition_line(press.site, language),
        "cover": catalogue.label("book", "cover", code),
    }
    designs = {name: press.designs[name] for name in (STYLE, PAGE)}
    files = {COVER: catalogue.media[COVER], **designs, **files_of(tree, catalogue.media)}
    return render_epub(tree, metadata, words, files, press.epoch)


def _docx(press: Press, language: Language, tree: Tree) -> bytes:
    heading = press.site.catalogue.label("book", "contents", language.code)
    tree = {**tree, "blocks": [*contents_list(tree, heading), *tree["blocks"]]}
    return _word(press, tree, _metadata(press, language), "book")


def _form(press: Press, page: Page) -> bytes:
    tree = form_tree(press.site, page)
    metadata = {"title": page.title, "lang": page.language.tag}
    return _word(press, tree, metadata, "form", "--shift-heading-level-by=-1")


def _word(press: Press, tree: Tree, metadata: Mapping[str, str], look: Look, *options: str) -> bytes:
    tree, files = with_bitmaps(tree, press.site.catalogue.media)
    tree["meta"] = {name: {"t": "MetaString", "c": text} for name, text in metadata.items()}
    name = "reference.docx"
    files[name] = press.references[look, metadata["lang"]]
    made = write(tree, "docx", f"--reference-doc={name}", *options, files=files, epoch=press.epoch)
    return hold_tables_together(made)


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
