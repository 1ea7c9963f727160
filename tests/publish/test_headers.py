"""What a store sends with each file."""

import gzip

import pytest

from campaign.publish.headers import headers_of


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("no/index.html", "text/html; charset=utf-8"),
        ("assets/site.0123456789.css", "text/css; charset=utf-8"),
        ("assets/search.0123456789.js", "text/javascript; charset=utf-8"),
        ("seminarier/alla.ics", "text/calendar; charset=utf-8"),
        ("data/municipalities.csv", "text/csv; charset=utf-8"),
        ("data/municipalities.json", "application/json"),
        ("nyheter/rss.xml", "application/rss+xml"),
        ("nyheter/atom.xml", "application/atom+xml"),
        ("nyheter/feed.json", "application/feed+json"),
        ("sitemap.xml", "application/xml"),
        ("media/mark.svg", "image/svg+xml"),
        ("media/photo.webp", "image/webp"),
        ("media/photo.avif", "image/avif"),
        ("downloads/guide.pdf", "application/pdf"),
        ("downloads/guide.epub", "application/epub+zip"),
        (
            "downloads/form.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("downloads/forms.zip", "application/zip"),
        ("assets/type.woff2", "font/woff2"),
        ("search/sv/terms-000.txt", "text/plain; charset=utf-8"),
    ],
)
def test_every_file_has_its_type(path: str, kind: str) -> None:
    """A reader's program knows a book from a calendar on whatever computer the site was published."""
    assert headers_of(path).content_type == kind


def test_only_names_with_a_digest_are_kept() -> None:
    """A page is asked for again each time; a style sheet, whose name changes with it, is kept for a year."""
    found = {
        path: headers_of(path).cache_control
        for path in ("index.html", "assets/a.0123456789.css", "data.json")
    }
    assert found == {
        "index.html": "no-cache",
        "assets/a.0123456789.css": "public, max-age=31536000, immutable",
        "data.json": "no-cache",
    }


def test_text_lies_compressed() -> None:
    """Text lies in the store as every browser takes it, the same bytes each time; a picture lies there as it is."""
    page, picture = headers_of("index.html"), headers_of("a.webp")
    assert gzip.decompress(page.body(b"te" * 99)) == b"te" * 99
    assert (page.body(b"te"), picture.body(b"te")) == (page.body(b"te"), b"te")
    assert (page.fields["Content-Encoding"], "Content-Encoding" in picture.fields) == ("gzip", False)
