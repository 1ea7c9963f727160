"""LIX, worked out by hand for texts short enough to count."""

import pytest

from campaign.markdown import parse
from campaign.readability import lix, plain_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", 0.0),
        ("– § –", 0.0),
        ("Katten sover.", 2.0),
        ("Katten sover. Hunden sover också.", 2.5),
        ("Arbetsmarknaden växer.", 2 + 50),
        ("Rubrik\nKatten sover gott.", 2.0),
        ("Møtet er 21. mars kl. 9.30 i byen.", 9.0),
        ("Hun spør: «Kommer du?» Han nikker.", 3.0),
        ("HR-chefen ringer.", 2 + 50),
    ],
)
def test_lix_is_as_counted_by_hand(text: str, value: float) -> None:
    """The measure is words in a sentence plus the share of words over six letters."""
    assert lix(text) == value


def test_only_what_a_reader_reads_is_measured() -> None:
    """Code, pictures, addresses, references to sources and the names of callouts make no text harder."""
    text = "## Bo {#home}\n\nSök *hus*\noch `kod` [här](x.md) ([SCB](source:scb)).\n\n- ![Stuga](a.svg)Ring!\n\n> [!NOTE]\n> Hej.\n"
    assert plain_text(parse(text)) == "Bo\nSök hus och  här ().\nRing!\nHej."
