"""Where links lead: from what editors write to addresses in the built site."""

from collections.abc import Callable

import pytest

from campaign.links import resolve_link
from campaign.site import Site
from campaign.text.html import Target
from conftest import Changes

Edited = Callable[[str, str, str], Changes]


@pytest.mark.parametrize(
    ("path", "href", "address"),
    [
        ("index.md", "move.md", "flytta/"),
        ("index.md", "./move.md#order", "flytta/#order"),
        ("services/exempellots.md", "../move.md", "../../flytta/"),
        ("services/exempellots.md", "index.md", "../"),
        ("services/exempellots.md", "../index.md", "../../"),
        ("move.md", "https://exempelby.example/a.md", "https://exempelby.example/a.md"),
        ("move.md", "mailto:hej@exempelby.example", "mailto:hej@exempelby.example"),
        ("move.md", "#order", "#order"),
        ("move.md", "", ""),
        ("move.md", "../media/mark.svg", "../media/mark.svg"),
        ("services/exempellots.md", "../../media/mark.svg", "../../media/mark.svg"),
    ],
)
def test_a_link_leads_to_the_page_in_the_same_language(
    good_site: Site, path: str, href: str, address: str
) -> None:
    """Links between files become links between pages, and everything else stays as it is."""
    assert resolve_link(good_site, good_site.pages["sv", path], href) == Target(address)


def test_a_rule_is_found_in_the_chapter_that_one_reads(world: Callable[..., Site], edited: Edited) -> None:
    """A link to a rule stays in the chapter if the rule is told there, and else goes to its first chapter."""
    site = world(edited("content/sv/about.md", "\n---\n", "\n---\n[a](rule:se-coffee) "))
    pages = [site.pages["sv", path] for path in ("hr-guide/first-day.md", "about.md")]
    assert [resolve_link(site, page, "rule:se-coffee").address for page in pages] == [
        "./#rule-se-coffee",
        "../hr-guide/forsta-dagen/#rule-se-coffee",
    ]
