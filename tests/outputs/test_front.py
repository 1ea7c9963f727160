"""What stands before the text of the guide: the cover as a picture, and Word's contents."""

import re

import pytest

from campaign.outputs.front import DEPTH, PICTURE, cover_art, word_front
from campaign.outputs.pandoc import plain
from conftest import tree_of

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="595" height="842"><rect width="595" height="842"/></svg>'
)
LONG = "en-rubrik-som-ar-langre-an-vad-word-tillater-i-ett-bokmarke"
TEXT = f"# 1 Kaffe {{#coffee}}\n\nSvart.\n\n## Steg & svar {{#coffee-steps}}\n\n### Vatten\n\n## Lång {{#{LONG}}}\n\n# Te {{#tea}}\n"


def test_word_gets_a_field_that_it_can_count_again() -> None:
    """The contents lead to each chapter and section, and name their pages as soon as Word has laid them out."""
    picture, heading, contents = word_front(tree_of(TEXT), "Innehåll", "Omslag: en kopp")
    xml = contents["c"][1]
    assert (plain(picture), picture["c"][0]["c"][2][0], plain(heading["c"][2])) == (
        "Omslag: en kopp",
        PICTURE,
        "Innehåll",
    )
    assert re.findall(r'pStyle w:val="(\w+)".*?<w:t [^>]*>(.*?)</w:t>', xml) == [
        ("TOC1", "1 Kaffe"),
        ("TOC2", "Steg &amp; svar"),
        ("TOC2", "Lång"),
        ("TOC1", "Te"),
    ]
    assert f'TOC \\o "1-{DEPTH}"' in xml
    assert xml.count('fldCharType="begin"') == xml.count('fldCharType="end"') == 5


def test_a_place_is_called_as_pandoc_calls_it() -> None:
    """Word knows no name above forty letters, so pandoc writes a digest of it."""
    xml = word_front(tree_of(TEXT), "Innehåll", "")[2]["c"][1]
    anchors = re.findall(r'w:anchor="([^"]*)"', xml)
    assert [name for name in anchors if name != anchors[2]] == ["coffee", "coffee-steps", "tea"]
    assert re.fullmatch("X[0-9a-f]{39}", anchors[2])


@pytest.mark.parametrize("signature", [b"\x89PNG\r\n\x1a\n"])
def test_the_art_of_the_cover_is_a_bitmap(signature: bytes) -> None:
    """Word and shops draw no SVG."""
    assert cover_art(SVG).startswith(signature)
