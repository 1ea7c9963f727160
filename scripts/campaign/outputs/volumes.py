"""What the shelf holds: the guide in its formats, each chapter alone, each template, and all templates together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from campaign import typography
from campaign.outputs.book import book_facts, edition_line, render_pdf
from campaign.outputs.document import LOOKS, Look, hold_tables_together, reference_document
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
from campaign.reads import Once
from campaign.settings import LANGUAGES, Language
from campaign.site import Download, Site, Target, Targets

FOLDER = "downloads"


@dataclass(frozen=True)
class Press:
    """What every file is made with.

    `references` are the Word files with our styles, by look and language.
    """

    site: Site
    references: Mapping[tuple[Look, Language], Once[bytes]]

    @property
    def epoch(self) -> str:
        """The edition's day in seconds since 1970."""
        day = datetime.fromisoformat(self.site.catalogue.single["edition"].date).replace(tzinfo=UTC)
        return str(int(day.timestamp()))


def press_of(site: Site) -> Press:
    """The press of a site."""
    references = {
        (look, language): Once(partial(_reference, site, look, language))
        for look in LOOKS
        for language in LANGUAGES
    }
    return Press(site, references)


def _reference(site: Site, look: Look, language: Language) -> bytes:
    return reference_document(site.catalogue.label("interface", "site-name", language.code), look)


def downloads(site: Site) -> tuple[Download, ...]:
    """Everything that can be fetched, in both languages; each file is made when it is asked for."""
    press = press_of(site)
    return tuple(volume for language in LANGUAGES for volume in volumes(press, language))


def targets(site: Site) -> Targets:
    """Address → how to make it, of everything that can be fetched."""
    return {volume.address: volume.make for volume in site.downloads}


def volumes(press: Press, language: Language) -> Iterator[Download]:
    """Everything in one language: the guide, its chapters, the templates, and the templates in one file."""
    site = press.site
    chapters = {
        page.path: Once(partial(_chapter_part, site, page.language.code, page.path))
        for page in chapter_pages(site, language)
    }
    front, back = (
        [Once(partial(appendix, site, language, name, path)) for name, path in names.items()]
        for names in (FRONT, BACK)
    )
    yield from _guide(press, language, Once(partial(_bound_guide, site, language, front, chapters, back)))
    for page in chapter_pages(site, language):
        yield _chapter(press, page, Once(partial(_bound, site, [chapters[page.path], *front])))
    templates = {page.path: _template(press, page) for page in pages_of(site.pages, language, "templates")}
    yield from templates.values()
    yield all_templates(press, language, templates)


def all_templates(press: Press, language: Language, templates: Mapping[str, Download]) -> Download:
    """The finished templates, by the path of the page, in one file, which unpacks to readable names."""
    word = press.site.catalogue.word_in_address("templates", language.code)
    name = f"hr-guide-{word}-{language.code}.zip"
    return _volume(name, "ZIP", language, "templates", "", partial(_packed, press, language, templates))


def _packed(press: Press, language: Language, templates: Mapping[str, Download]) -> bytes:
    files = [templates[page.path] for page in pages_of(press.site.pages, language, "templates")]
    return pack({file.address.rpartition("/")[2]: file.make() for file in files})


def _volume(name: str, form: str, language: Language, item: str, slug: str, make: Target) -> Download:
    return Download(f"{FOLDER}/{name}", Once(make), form, language.code, item, slug)


def _chapter_part(site: Site, code: str, path: str) -> Part:
    return chapter_part(site, site.pages[code, path])


def _bound_guide(
    site: Site,
    language: Language,
    front: Sequence[Once[Part]],
    chapters: Mapping[str, Once[Part]],
    back: Sequence[Once[Part]],
) -> Tree:
    """All parts in order, the chapters by the path of their pages."""
    return _bound(site, [*front, *(chapters[page.path] for page in chapter_pages(site, language)), *back])


def _bound(site: Site, parts: Sequence[Once[Part]]) -> Tree:
    return bind(site, [part() for part in parts])


def _guide(press: Press, language: Language, tree: Once[Tree]) -> Iterator[Download]:
    for form, make in (("PDF", _pdf), ("EPUB", _epub), ("DOCX", _docx)):
        name = f"hr-guide-{language.code}.{form.lower()}"
        yield _volume(name, form, language, "guide", "", partial(make, press, language, tree))


def _chapter(press: Press, page: Page, tree: Once[Tree]) -> Download:
    slug = str(page.slug)
    word = press.site.catalogue.word_in_address(slug, page.language.code)
    name = f"{page.language.code}/hr-guide-{word}.pdf"
    make = partial(_pdf, press, page.language, tree, page.title)
    return _volume(name, "PDF", page.language, "chapter", slug, make)


def _template(press: Press, page: Page) -> Download:
    slug = str(page.slug)
    name = f"{page.language.code}/{press.site.catalogue.word_in_address(slug, page.language.code)}.docx"
    make = partial(_form, press, page.language, page.path)
    return _volume(name, "DOCX", page.language, "template", slug, make)


def _pdf(press: Press, language: Language, bound: Once[Tree], title: str = "") -> bytes:
    """The whole guide; with a title of its own, a chapter alone."""
    edition, media = press.site.catalogue.single["edition"], press.site.catalogue.media
    facts = book_facts(
        press.site,
        language,
        title or edition.title[language.code],
        edition.subtitle[language.code],
        whole=not title,
    )
    files = {COVER: media[COVER], **files_of(bound(), media)}
    return render_pdf(bound(), facts, press.site.design["book/book.typ"].decode(), files)


def _epub(press: Press, language: Language, bound: Once[Tree]) -> bytes:
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
    designs = {name: press.site.design[f"book/{name}"] for name in (STYLE, PAGE)}
    files = {COVER: catalogue.media[COVER], **designs, **files_of(bound(), catalogue.media)}
    return render_epub(bound(), metadata, words, files, press.epoch)


def _docx(press: Press, language: Language, bound: Once[Tree]) -> bytes:
    heading = press.site.catalogue.label("book", "contents", language.code)
    tree = {**bound(), "blocks": [*contents_list(bound(), heading), *bound()["blocks"]]}
    return _word(press, language, tree, _metadata(press, language), "book")


def _form(press: Press, language: Language, path: str) -> bytes:
    page = press.site.pages[language.code, path]
    tree = form_tree(press.site, page)
    return _word(press, language, tree, {"title": page.title}, "form", "--shift-heading-level-by=-1")


def _word(
    press: Press, language: Language, tree: Tree, metadata: Mapping[str, str], look: Look, *options: str
) -> bytes:
    tree, files = with_bitmaps(tree, press.site.catalogue.media)
    tree["meta"] = {
        name: {"t": "MetaString", "c": text} for name, text in {**metadata, "lang": language.tag}.items()
    }
    name = "reference.docx"
    files[name] = press.references[look, language]()
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
