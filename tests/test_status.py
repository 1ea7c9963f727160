"""What is well-formed and yet wants somebody's eye."""

from campaign.catalogue import Tree, load_catalogue
from campaign.status import render_status


def test_figures_that_nobody_has_fetched_are_listed(tree: Tree) -> None:
    """What readers do not see yet is not forgotten: service, table, fact and file."""
    report = render_status(load_catalogue(tree)[0], "2026-02-03", "2026-04-03")
    (part,) = (part for part in report.split("\n\n") if part.startswith("Figures to fetch"))
    assert part.splitlines()[1:] == ["  kolada U30446  moved-in  content/data/municipalities/exempelby.yml"]
