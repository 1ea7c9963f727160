"""The HTML of a text, taken apart at its headings."""

from campaign.text.sections import sections_of

TEXT = '<p>Först.</p>\n<h2 id="one">Ett <em>två</em></h2>\n<p>Ett.</p>\n<h2 id="two">Två</h2>\n<p>Två.</p>\n'


def test_a_text_falls_apart_at_its_headings() -> None:
    """A layout can place each section, and nothing of the text is lost."""
    parts = sections_of(TEXT, ["one", "two"])
    assert [(part.id, part.heading, part.body) for part in parts.values()] == [
        ("", "", "<p>Först.</p>\n"),
        ("one", '<h2 id="one">Ett <em>två</em></h2>', "\n<p>Ett.</p>\n"),
        ("two", '<h2 id="two">Två</h2>', "\n<p>Två.</p>\n"),
    ]


def test_a_text_without_headings_is_one_part() -> None:
    """A short text loses nothing either."""
    assert [part.body for part in sections_of("<p>Allt.</p>", []).values()] == ["<p>Allt.</p>"]
