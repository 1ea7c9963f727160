"""What is published here: the guide, its chapters and templates, and news."""

from campaign.outputs.structured.things import Here, Thing, owner

MEDIA_TYPES = {
    "PDF": "application/pdf",
    "EPUB": "application/epub+zip",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def book(here: Here) -> list[Thing]:
    """The guide, with each format that it can be fetched in."""
    edition = here.site.catalogue.single["edition"]
    formats = [
        {
            "@type": "Book",
            "bookFormat": "https://schema.org/EBook",
            "encodingFormat": MEDIA_TYPES.get(file.format),
            "inLanguage": here.tag,
            "url": here.root + file.address,
        }
        for file in here.site.downloads_of(here.code, "guide")
    ]
    return [
        {
            **_guide(here),
            "alternativeHeadline": edition.subtitle[here.code],
            "inLanguage": here.tag,
            "author": owner(here),
            "publisher": {"@id": f"{here.root}#owner"},
            "bookEdition": edition.version,
            "datePublished": edition.date,
            "copyrightNotice": edition.licence,
            "workExample": formats,
        }
    ]


def chapter(here: Here) -> list[Thing]:
    """A chapter of the guide."""
    return [
        {
            "@type": "Chapter",
            "name": here.page.title,
            "description": here.page.record.summary[here.code],
            "position": here.page.record.number,
            "inLanguage": here.tag,
            "url": here.url,
            "isPartOf": _guide(here),
        }
    ]


def template(here: Here) -> list[Thing]:
    """A document to fill in, with its file."""
    files = [
        {
            "@type": "MediaObject",
            "contentUrl": here.root + file.address,
            "encodingFormat": MEDIA_TYPES.get(file.format),
            "contentSize": f"{file.size} B",
        }
        for file in here.site.downloads_of(here.code, "template", str(here.page.slug))
    ]
    return [
        {
            "@type": "DigitalDocument",
            "name": here.page.title,
            "description": here.page.record.summary[here.code],
            "inLanguage": here.tag,
            "url": here.url,
            "isPartOf": _guide(here),
            "encoding": files,
        }
    ]


def news(here: Here) -> list[Thing]:
    """A news item."""
    return [
        {
            "@type": "NewsArticle",
            "headline": here.page.title,
            "description": here.page.description,
            "datePublished": here.page.record.date,
            "inLanguage": here.tag,
            "image": [here.card],
            "author": owner(here),
            "publisher": {"@id": f"{here.root}#owner"},
            "mainEntityOfPage": {"@id": here.url},
        }
    ]


def _guide(here: Here) -> Thing:
    url = here.url_of(here.site.catalogue.structure.pages.guide)
    title = here.site.catalogue.single["edition"].title[here.code]
    return {"@type": "Book", "@id": f"{url}#book" if url else None, "name": title, "url": url}
