"""What the shelf holds."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from campaign.outputs.volumes import Press, all_templates, volumes
from campaign.settings import BY_CODE
from campaign.site import Site

NAMES = {
    "sv": [
        "hr-guide-sv.pdf",
        "hr-guide-sv.epub",
        "hr-guide-sv.docx",
        "sv/hr-guide-forsta-dagen.pdf",
        "sv/valkomstbrev.docx",
    ],
    "no": [
        "hr-guide-no.pdf",
        "hr-guide-no.epub",
        "hr-guide-no.docx",
        "no/hr-guide-forste-dagen.pdf",
        "no/velkomstbrev.docx",
    ],
}


@pytest.fixture
def press(good_site: Site) -> Press:
    """A press for the good specimen that is only asked what it could print."""
    return Press(good_site, {}, {}, "0")


@pytest.mark.parametrize("code", ["sv", "no"])
def test_files_have_lasting_names_in_the_readers_language(press: Press, code: str) -> None:
    """A link to the guide, to a chapter or to a template never breaks with a new edition."""
    with ThreadPoolExecutor() as pool:
        assert [volume.name for volume in volumes(press, BY_CODE[code], pool)] == NAMES[code]


def test_all_templates_are_one_file(press: Press) -> None:
    """Who wants all templates fetches one archive, which unpacks to a file each, always the same bytes."""
    pack = all_templates(press, BY_CODE["sv"], {"sv/b.docx": b"B", "sv/a.docx": b"A"})
    with zipfile.ZipFile(io.BytesIO(pack.make())) as opened:
        content = {name: opened.read(name) for name in opened.namelist()}
    assert (pack.name, content) == ("hr-guide-mallar-sv.zip", {"a.docx": b"A", "b.docx": b"B"})
    assert pack.make() == pack.make()
