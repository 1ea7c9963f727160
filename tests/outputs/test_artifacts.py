"""The books and templates to fetch."""

import io
import zipfile

import pytest

from campaign.outputs.artifacts import all_templates, book_context, downloads
from campaign.settings import BY_CODE
from campaign.site import Download, Site

NAMES = {
    "sv": [
        "hr-guide-sv.pdf",
        "hr-guide-sv.epub",
        "hr-guide-sv.docx",
        "hr-guide-sv-sverige.pdf",
        "sv/hr-guide-forsta-dagen.pdf",
        "sv/valkomstbrev.docx",
        "hr-guide-mallar-sv.zip",
    ],
    "no": [
        "hr-guide-no.pdf",
        "hr-guide-no.epub",
        "hr-guide-no.docx",
        "hr-guide-no-norge.pdf",
        "no/hr-guide-forste-dagen.pdf",
        "no/velkomstbrev.docx",
        "hr-guide-maler-no.zip",
    ],
}


@pytest.mark.parametrize("code", ["sv", "no"])
def test_files_have_lasting_names_in_the_readers_language(good_site: Site, code: str) -> None:
    """A link to the guide, to a chapter or to a template never breaks with a new edition."""
    found = [file.address for file in downloads(good_site) if file.language == code]
    assert found == [f"downloads/{name}" for name in NAMES[code]]


def test_all_templates_are_one_file(good_site: Site) -> None:
    """Who wants all templates fetches one archive, which unpacks to a file each, always the same bytes."""
    letter = Download("downloads/sv/valkomstbrev.docx", lambda: b"Hej", "DOCX", "sv", "template")
    build_zip = all_templates(book_context(good_site), BY_CODE["sv"], {"templates/welcome-letter.md": letter})
    with zipfile.ZipFile(io.BytesIO(build_zip.make())) as opened:
        content = {name: opened.read(name) for name in opened.namelist()}
    expected = ("downloads/hr-guide-mallar-sv.zip", {"valkomstbrev.docx": b"Hej"})
    assert (build_zip.address, content) == expected


def test_a_book_is_made_once(good_site: Site) -> None:
    """A page that tells how large a file is does not have it made a second time."""
    letter = next(file for file in downloads(good_site) if file.item == "template")
    assert (letter.make() is letter.make(), letter.size) == (True, len(letter.make()))
