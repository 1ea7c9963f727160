"""What the sources say, and where the site tells it."""

from campaign.outputs.inventories import render_inventories
from campaign.site import Site


def test_each_statement_is_a_row(good_site: Site) -> None:
    """Who wonders where a sentence of the report went finds the page, or why there is none."""
    table = render_inventories(good_site.content, good_site.pages)
    assert table.split("| --- |\n", 1)[1] == (
        "| 1 | 1–2 of 3 | Projektet drack te. | `/projekt/exempelprojekt/` |\n"
        "| 1 | 3 of 3 | Någon skrev under. | not published: En underskrift publiceras inte. |\n\n"
    )
