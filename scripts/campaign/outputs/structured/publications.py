"""What is published here: the guide, its chapters and templates, and news."""

from campaign.models.guide import Chapter
from campaign.models.headings import Titled
from campaign.outputs.structured.json_ld import JsonLd, PageContext, owner

MEDIA_TYPES = {
    "PDF": "application/pdf",
    "EPUB": "application/epub+zip",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def book(context: PageContext) -> list[JsonLd]:
    """The guide, with each format that it can be fetched in."""
    edition = context.site.content.edition
    formats = [
        {
            "@type": "Book",
            "bookFormat": "https://schema.org/EBook",
            "encodingFormat": MEDIA_TYPES.get(file.format),
            "inLanguage": context.tag,
            "url": context.root + file.address,
        }
        for file in context.site.downloads_of(context.code, "guide")
    ]
    return [
        {
            **_guide(context),
            "alternativeHeadline": edition.subtitle[context.code],
            "inLanguage": context.tag,
            "author": owner(context),
            "publisher": {"@id": f"{context.root}#owner"},
            "bookEdition": edition.version,
            "datePublished": edition.date,
            "copyrightNotice": edition.licence,
            "workExample": formats,
        }
    ]


def chapter(context: PageContext) -> list[JsonLd]:
    """A chapter of the guide."""
    return [
        {
            "@type": "Chapter",
            "name": context.page.title,
            "description": context.page.shown(Titled).summary[context.code],
            "position": context.page.shown(Chapter).number,
            "inLanguage": context.tag,
            "url": context.url,
            "isPartOf": _guide(context),
        }
    ]


def template(context: PageContext) -> list[JsonLd]:
    """A document to fill in, with its file."""
    files = [
        {
            "@type": "MediaObject",
            "contentUrl": context.root + file.address,
            "encodingFormat": MEDIA_TYPES.get(file.format),
            "contentSize": f"{file.size} B",
        }
        for file in context.site.downloads_of(context.code, "template", str(context.page.slug))
    ]
    return [
        {
            "@type": "DigitalDocument",
            "name": context.page.title,
            "description": context.page.shown(Titled).summary[context.code],
            "inLanguage": context.tag,
            "url": context.url,
            "isPartOf": _guide(context),
            "encoding": files,
        }
    ]


def news(context: PageContext) -> list[JsonLd]:
    """A news item."""
    return [
        {
            "@type": "NewsArticle",
            "headline": context.page.title,
            "description": context.page.description,
            "datePublished": context.page.date,
            "inLanguage": context.tag,
            "image": [context.card],
            "author": owner(context),
            "publisher": {"@id": f"{context.root}#owner"},
            "mainEntityOfPage": {"@id": context.url},
        }
    ]


def _guide(context: PageContext) -> JsonLd:
    url = context.url_of(context.site.content.structure.pages.guide)
    title = context.site.content.edition.title[context.code]
    return {"@type": "Book", "@id": f"{url}#book" if url else None, "name": title, "url": url}
