"""What the shelf holds: the guide in its formats, each chapter alone, each template, and all templates together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from campaign import typography
from campaign.outputs.book import book_facts, edition_line, render_pdf
from campaign.outputs.document import LOOKS, Look, reference_document
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

    `references` are the Word files with our styles by look and language tag, and `epoch` is the edition's day in seconds
    since 1970.
    """

    site: Site
    references: Mapping[tuple[Look, str], Once[bytes]]
    epoch: str


def press_of(site: Site) -> Press:
    """The press of a site."""
    names = {lang.tag: site.catalogue.label("interface", "site-name", lang.code) for lang in LANGUAGES}
    references = {
        (look, tag): Once(partial(reference_document, name, look))
        for look in LOOKS
        for tag, name in names.items()
    }
    day = datetime.fromisoformat(site.catalogue.single["edition"].date).replace(tzinfo=UTC)
    return Press(site, references, str(int(day.timestamp())))


def downloads(site: Site) -> tuple[Download, ...]:
    """Everything that can be fetched, in both languages; each file is made when it is asked for."""
    press = press_of(site)
    return tuple(volume for language in LANGUAGES for volume in volumes(press, language))


def targets(site: Site) -> Targets:
    """Address → how to make it, of every book and template."""
    return {volume.address: volume.make for volume in site.downloads}


def volumes(press: Press, language: Language) -> Iterator[Download]:
    """Everything in one language: the guide, its chapters, the templates, and the templates in one file."""
    chapters = [Once(partial(chapter_part, press.site, page)) for page in chapter_pages(press.site, language)]
    front, back = (
        [Once(partial(appendix, press.site, language, name, path)) for name, path in names.items()]
        for names in (FRONT, BACK)
    )
    yield from _guide(press, language, [*front, *chapters, *back])
    for page, part in zip(chapter_pages(press.site, language), chapters, strict=True):
        yield _chapter(press, page, [part, *front])
    templates = [_template(press, page) for page in pages_of(press.site.pages, language, "templates")]
    yield from templates
    yield all_templates(press, language, templates)


def all_templates(press: Press, language: Language, files: Sequence[Download]) -> Download:
    """The finished templates in one file, which unpacks to readable names."""
    word = press.site.catalogue.word_in_address("templates", language.code)
    name = f"hr-guide-{word}-{language.code}.zip"
    return _volume(name, "ZIP", language, "templates", "", partial(_packed, files))


def _packed(files: Sequence[Download]) -> bytes:
    return pack({file.address.rpartition("/")[2]: file.make() for file in files})


def _volume(name: str, form: str, language: Language, item: str, slug: str, make: Target) -> Download:
    return Download(f"{FOLDER}/{name}", Once(make), form, language.code, item, slug)


def _guide(press: Press, language: Language, parts: Sequence[Once[Part]]) -> Iterator[Download]:
    tree = Once(partial(_bound, press, parts))
    for form, make in (("PDF", _pdf), ("EPUB", _epub), ("DOCX", _docx)):
        name = f"hr-guide-{language.code}.{form.lower()}"
        yield _volume(name, form, language, "guide", "", partial(make, press, language, tree))


def _bound(press: Press, parts: Sequence[Once[Part]]) -> Tree:
    return bind(press.site, [part() for part in parts])


def _chapter(press: Press, page: Page, parts: Sequence[Once[Part]]) -> Download:
    slug = str(page.slug)
    word = press.site.catalogue.word_in_address(slug, page.language.code)
    tree = Once(partial(_bound, press, parts))
    name = f"{page.language.code}/hr-guide-{word}.pdf"
    make = partial(_pdf, press, page.language, tree, page.title)
    return _volume(name, "PDF", page.language, "chapter", slug, make)


def _template(press: Press, page: Page) -> Download:
    slug = str(page.slug)
    name = f"{page.language.code}/{press.site.catalogue.word_in_address(slug, page.language.code)}.docx"
    return _volume(name, "DOCX", page.language, "template", slug, partial(_form, press, page))


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
    return _word(press, tree, _metadata(press, language), "book")


def _form(press: Press, page: Page) -> bytes:
    tree = form_tree(press.site, page)
    metadata = {"title": page.title, "lang": page.language.tag}
    return _word(press, tree, metadata, "form", "--shift-heading-level-by=-1")


def _word(press: Press, tree: Tree, metadata: Mapping[str, str], look: Look, *options: str) -> bytes:
    tree, files = with_bitmaps(tree, press.site.catalogue.media)
    tree["meta"] = {name: {"t": "MetaString", "c": text} for name, text in metadata.items()}
    name = "reference.docx"
    files[name] = press.references[look, metadata["lang"]]()
    return write(tree, "docx", f"--reference-doc={name}", *options, files=files, epoch=press.epoch)


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
