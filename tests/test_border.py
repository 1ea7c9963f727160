"""Three questions that lead to a case across the border."""

from collections.abc import Callable

from lxml import html

from campaign.border import Choice, choices
from campaign.expand import article
from campaign.site import Site
from conftest import Changes


def branch_of(choice: Choice) -> object:
    """An answer, and what it leads to."""
    return choice.answer, [branch_of(next_one) for next_one in choice.further] or choice.case


def test_three_answers_lead_to_a_case(world: Callable[..., Site]) -> None:
    """Each question offers the answers that some case has, in the order of the labels, and the third leads to it."""
    assert [branch_of(choice) for choice in choices(world({}).content)] == [
        ("se", [("no", [("at-employer", "commuter"), ("home-50", "cottage")])]),
        ("no", [("se", [("at-employer", "commuter")])]),
    ]


def test_a_template_that_the_law_demands_is_the_one_of_the_employers_country(
    world: Callable[..., Site], edited: Callable[[str, str, str], Changes], list_act: Changes
) -> None:
    """Where either country can be the employer's, both stand there with words that say for whom, one's own first."""
    record = "content/data/templates/welcome-letter.yml"
    required = 'chapters: [first-day]\nrequired: {sv: {act: listlagen, section: "1 §", paragraph: 3}}'
    row = "| [ÅÅÅÅ-MM-DD](field:date) | [Med mjölk / Utan mjölk](field:choice) |"
    marked = "| Namn [Krav: p. 1](required:1) [Krav: p. 2](required:2) | [Namn](field:text) |"
    site = world(
        {
            **list_act,
            **edited(record, "chapters: [first-day]", required),
            **edited("content/sv/templates/welcome-letter.md", row, marked),
        }
    )
    shown = html.fromstring(article(site, site.pages["no", "border/commuter.md"]))
    items = shown.xpath("//section[@aria-labelledby='papers']//li")
    assert [(item.text_content().partition(":")[0], item.find("a").get("hreflang")) for item in items] == [
        ("For en norsk arbeidsgiver", None),
        ("For en svensk arbeidsgiver", "sv"),
    ]
