"""What a leader has to do: whom a duty concerns, in which order, and when it comes next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from campaign.duties import Firm, build_duties, concerns, next_day, own_duties
from campaign.models.duties import Recurrence
from campaign.models.guide import Rule
from campaign.site import Site

World = Callable[..., Site]
COFFEE = "content/data/rules/se-coffee.yml"
TODAY = date(2026, 2, 3)
FIRM = Firm(("SE",), 12, agreement=False, trade="retail")


@pytest.fixture
def coffee(good_site: Site) -> Rule:
    """A duty from five employees in Sweden."""
    return good_site.content.rules["se-coffee"]


@pytest.mark.parametrize(
    ("of_rule", "of_firm", "expected"),
    [
        ({}, {}, True),
        ({}, {"countries": ("NO",)}, False),
        ({}, {"countries": ("NO", "SE")}, True),
        ({}, {"employees": 4}, False),
        ({}, {"employees": 5}, True),
        ({"from_employees": None}, {"employees": 1}, True),
        ({"up_to_employees": 12}, {}, True),
        ({"up_to_employees": 11}, {}, False),
        ({"agreement": "with"}, {}, False),
        ({"agreement": "without"}, {}, True),
        ({"agreement": "with"}, {"agreement": True}, True),
        ({"trades": ["laundry"]}, {}, False),
        ({"trades": ["laundry", "retail"]}, {}, True),
    ],
)
def test_a_duty_concerns_the_firms_that_it_is_for(
    coffee: Rule, of_rule: dict[str, object], of_firm: dict[str, object], expected: bool
) -> None:
    """Country, size, collective agreement and trade decide, and nothing else."""
    firm = Firm(**{**vars(FIRM), **of_firm})  # type: ignore[arg-type]
    assert concerns(coffee.model_copy(update=of_rule), firm) is expected


def _written(tree: dict[str, bytes], slug: str, *changes: tuple[str, str]) -> dict[str, str]:
    """The coffee rule again under another name, with some words written otherwise."""
    text = tree[COFFEE].decode()
    for old, new in changes:
        text = text.replace(old, new)
    return {f"content/data/rules/{slug}.yml": text}


def test_duties_come_in_the_order_of_their_times(world: World, tree: dict[str, bytes]) -> None:
    """What must be there now stands before what waits for the next employee."""
    site = world(
        {
            **_written(tree, "se-zoo", ("at: hiring", "at: now")),
            **_written(tree, "se-all", ("hiring", "year")),
        }
    )
    assert [duty.head.slug for duty in build_duties(site.content, "sv", TODAY)] == [
        "se-zoo",
        "se-coffee",
        "se-all",
    ]


def test_a_firm_has_its_own_duties_with_the_rules_that_concern_it(
    world: World, tree: dict[str, bytes]
) -> None:
    """A part for larger firms is not told to a small one, and another country's duty not at all."""
    task = "task:\n  sv: Ge den nya kaffe\n  no: Gi den nye kaffe\n"
    rest = tree[COFFEE].decode().split(task)[1].split("checked:")[0]
    part = (task + rest, "part_of: se-coffee\n")
    site = world(
        {
            **_written(tree, "se-small", part),
            **_written(tree, "se-large", part, ("from_employees: 5", "from_employees: 50")),
        }
    )
    duties = build_duties(site.content, "sv", TODAY)
    found = {
        firm.employees: [(d.head.slug, [p.slug for p in d.parts]) for d in own_duties(duties, firm)]
        for firm in (replace(FIRM, employees=4), FIRM, replace(FIRM, employees=50))
    }
    assert found == {
        4: [],
        12: [("se-coffee", ["se-small"])],
        50: [("se-coffee", ["se-large", "se-small"])],
    }


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-01-01", "2026-01-17"),
        ("2026-01-17", "2026-01-17"),
        ("2026-01-18", "2026-02-12"),
        ("2026-08-12", "2026-08-17"),
        ("2026-12-12", "2026-12-12"),
        ("2026-12-13", "2027-01-17"),
    ],
)
def test_the_next_day_is_the_first_that_has_not_been(today: str, expected: str) -> None:
    """On the day itself it is today; after the last of a year comes the first of the next."""
    monthly = [
        Recurrence(day=12, months=[2, 3, 4, 5, 6, 7, 9, 10, 11, 12]),
        Recurrence(day=17, months=[1, 8]),
    ]
    assert next_day(monthly, date.fromisoformat(today)) == date.fromisoformat(expected)


def test_what_does_not_come_again_has_no_day() -> None:
    """Nobody is given a date that the rule does not have."""
    assert next_day([], TODAY) is None
