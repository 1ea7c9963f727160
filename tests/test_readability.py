"""LIX, worked out by hand for texts short enough to count."""

import pytest

from campaign.markdown import parse
from campaign.models import KINDS
from campaign.pages import NEWS
from campaign.readability import LIMITS, Rhythm, lix, plain_text, rhythm
from campaign.stories import STORIES


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Rhythm(0.0, 0.0)),
        ("## Bo\n\nHon ringer.\n", Rhythm(2.0, 100.0)),
        ("Hon ringer i dag. Han svarar inte förrän i morgon.\n", Rhythm(5.0, 50.0)),
        ("- **Ring.** Då får du veta hur det går.\n", Rhythm(4.0, 50.0)),
        ("| Ja | Nej |\n| --- | --- |\n| Bra | Illa |\n\nSå här ser listan ut.\n", Rhythm(5.0, 0.0)),
    ],
)
def test_rhythm_is_of_sentences(text: str, expected: Rhythm) -> None:
    """Titles and cells of tables are no sentences; the bold words that begin an item are, when they end with a stop."""
    assert rhythm(parse(text)) == expected


def test_every_kind_of_text_has_its_limits() -> None:
    """No text is left out: each kind with pages, news, stories, easy pages, and those that are of no kind; and no other is named."""
    kinds = {kind.name for kind in KINDS.values() if kind.pages}
    assert set(LIMITS) == {"", "easy", NEWS, STORIES, *kinds}
