"""A field with what it cannot take is marked, a sentence says what it takes, and no answer to something else is left standing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
PEOPLE = "Skriv ett helt tal från 1 till 9\u00a0999 i fältet {}."
PAY = "Skriv ett helt tal från 0 till 999\u00a0999 i fältet Lön i månaden, SEK."


@pytest.mark.parametrize("pay", ["-1", "", "35000.5", "99999999999"])
def test_no_old_sum_stands_beside_a_pay_that_cannot_be(open_page: OpenPage, pay: str) -> None:
    """A sum that belongs to another pay would be believed."""
    page = open_page("/hr-guide/vad-kostar-en-anstalld/")
    card = page.locator(".cost-card[data-country=SE]")
    card.locator("[name=pay]").fill(pay)
    expect(card.locator("[data-missing-text]")).to_have_text(PAY)
    expect(card.locator("[name=pay]")).to_have_attribute("aria-invalid", "true")
    assert card.locator("[data-sum], [data-amount], [data-total], [data-illness]").evaluate_all(
        "(all) => [...new Set(all.map((one) => one.textContent))]"
    ) == ["–"]
    card.locator("[name=pay]").fill("35000")
    expect(card.locator("[data-missing-text]")).to_be_hidden()
    assert card.locator("[name=pay]").get_attribute("aria-invalid") is None


def test_nothing_is_computed_for_no_day(open_page: OpenPage) -> None:
    """Rates hold on a day, and both countries say which field wants one."""
    page = open_page("/hr-guide/vad-kostar-en-anstalld/")
    page.locator("[name=paid]").fill("")
    expect(page.locator("[data-missing-text]")).to_have_text(["Välj en dag i fältet Lönen betalas ut."] * 2)


@pytest.mark.parametrize("employees", ["-3", "0", "1e300"])
@pytest.mark.parametrize(
    ("address", "said", "field"),
    [
        ("/hr-guide/plikter/", "[data-status]", "Antal anställda"),
        ("/hr-guide/mina-plikter/", "[data-of]", "Anställda"),
    ],
)
def test_a_firm_has_at_least_one_employee(
    open_page: OpenPage, address: str, said: str, field: str, employees: str
) -> None:
    """Nobody is told the duties of a firm that cannot be."""
    page = open_page(address)
    page.locator("main [name=employees]").fill(employees)
    expect(page.locator(f"main {said}").first).to_have_text(PEOPLE.format(field))


def test_an_address_keeps_the_last_number_that_can_be(open_page: OpenPage) -> None:
    """Who empties the field and loads the page again gets the firm from before."""
    page = open_page("/hr-guide/mina-plikter/")
    page.locator("[name=employees]").fill("30")
    page.locator("[name=employees]").fill("")
    expect(page.locator("[data-of]")).to_have_text(PEOPLE.format("Anställda"))
    assert "employees=30&" in page.url


def test_too_few_people_shorten_no_notice(open_page: OpenPage) -> None:
    """A number that cannot be is no small one: the shortest time would come too late for many."""
    page = open_page("/hr-guide/datum/#what=se-authority&day=2028-02-29")
    page.locator("[name=people]").fill("-5")
    expect(page.locator("[data-status]")).to_have_text(PEOPLE.format("Antal som berörs"))


def test_without_a_day_the_dates_are_those_of_the_example_again(open_page: OpenPage) -> None:
    """Days of somebody's own stand no longer under the heading of the example."""
    page = open_page("/hr-guide/datum/")
    times = page.locator("[data-group]:visible time")
    before = times.all_inner_texts()
    page.locator("[name=day]").fill("2028-02-29")
    assert times.all_inner_texts() != before
    page.locator("[name=day]").fill("")
    assert times.all_inner_texts() == before


def test_a_large_number_is_told_in_groups(open_page: OpenPage) -> None:
    """25 000 is read at a glance, 25000 is not."""
    page = open_page("/hr-guide/mina-plikter/#employees=2500")
    expect(page.locator("[data-of]")).to_contain_text("2\u00a0500 anställda")
