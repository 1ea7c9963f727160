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


def test_a_link_to_a_source_leads_to_its_entry(good_site: Site) -> None:
    """The reader of a figure is one step away from where it comes from."""
    target = resolve_link(good_site, good_site.pages["no", "move.md"], "source:exempellagen")
    assert target == Target("../kilder/#exempellagen", (("class", "source-ref"),))


def test_a_figure_leads_to_the_source_of_its_fact(good_site: Site) -> None:
    """Who doubts a number in the text is told on the spot what it rests on, and is one step away from it."""
    pages = [good_site.pages[key] for key in (("no", "municipalities/exempelby.md"), ("sv", "move.md"))]
    links = ["fact:population", "fact:eksempelby/growth"]
    assert [resolve_link(good_site, page, link) for page, link in zip(pages, links, strict=True)] == [
        Target(
            "../../kilder/#exempelbyran-folkmangd-2024",
            (("class", "source-ref fact-ref"), ("title", "Kilde: Exempelbyrån, 31.\u00a0desember 2024")),
        ),
        Target(
            "../kallor/#eksempelbyraet-folketall-2024",
            (("class", "source-ref fact-ref"), ("title", "Källa: Eksempelbyrået, 2024")),
        ),
    ]


def test_a_figure_without_a_day_names_its_source_only(good_site: Site) -> None:
    """Where the source gives no date, none is said."""
    page = good_site.pages["sv", "municipalities/exempelby.md"]
    target = resolve_link(good_site, page, "fact:lakes-share")
    assert dict(target.attributes)["title"] == "Källa: Exempelbyrån"


def test_a_rule_is_found_in_the_chapter_that_one_reads(world: Callable[..., Site], edited: Edited) -> None:
    """A link to a rule stays in the chapter if the rule is told there, and else goes to its first chapter."""
    site = world(edited("content/sv/about.md", "\n---\n", "\n---\n[a](rule:se-coffee) "))
    pages = [site.pages["sv", path] for path in ("hr-guide/first-day.md", "about.md")]
    assert [resolve_link(site, page, "rule:se-coffee").address for page in pages] == [
        "./#rule-se-coffee",
        "../hr-guide/forsta-dagen/#rule-se-coffee",
    ]
