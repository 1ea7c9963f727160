"""What pages show of the sun over a place."""

import re
from collections.abc import Callable
from datetime import date

from campaign.context import Context
from campaign.daylight import CENTRE, INNER, OUTER, draw_ring, light_rows, place_light
from campaign.light import Spot
from campaign.site import Site

HAMAR = Spot(60.7945, 11.068, "Europe/Oslo")
AMSTERDAM = Spot(52.374, 4.8897, "Europe/Amsterdam")


def test_places_and_cities_stand_from_north_to_south(world: Callable[..., Site]) -> None:
    """A reader sees the municipalities, with their pages, and the cities of site.yml, northernmost first."""
    rows = light_rows(world().content, "no", "2026-11-30")
    assert [(name, slug) for name, slug, _ in rows] == [
        ("Eksempelby", "eksempelby"),
        ("Exempelby", "exempelby"),
        ("Sørstad", None),
    ]


def test_the_light_of_a_place_is_that_of_the_days_own_year() -> None:
    """The darkest and lightest day belong to the year of the day on which the page is made."""
    light = place_light(HAMAR, "2027-02-03")
    assert (light.today.date, light.midwinter.date, light.midsummer.date, light.all_night) == (
        date(2027, 2, 3),
        date(2027, 12, 21),
        date(2027, 6, 21),
        True,
    )
    assert not place_light(AMSTERDAM, "2027-02-03").all_night


def test_the_ring_is_light_enough_for_every_page() -> None:
    """Both paths of the ring together weigh less than 1.4 kB, so that a place page can carry one."""
    ring = draw_ring(place_light(HAMAR, "2026-11-30"))
    assert len(ring.day) + len(ring.twilight) < 1400


def test_the_ring_has_midsummer_on_top_and_each_moment_at_its_hour() -> None:
    """On 21 June the line of the day points straight up, with the sun's hours between midnight and midnight."""
    ring = draw_ring(place_light(AMSTERDAM, "2026-06-21"))
    assert ring.today == ((CENTRE, CENTRE - INNER), (CENTRE, CENTRE - OUTER))
    sunrise, sunset = (CENTRE - y for _, y in ring.ends)
    hours = [round((radius - INNER) / (OUTER - INNER) * 24, 1) for radius in (sunrise, sunset)]
    assert hours == [5.3, 22.1]


def test_a_change_of_the_clock_is_a_notch() -> None:
    """Two points a day apart stand at each change to and from summer time: four more than every tenth day."""
    ring = draw_ring(place_light(AMSTERDAM, "2026-11-30"))
    evening = ring.day.split("z")[0]
    points = 1 + len(re.findall(r"-?\d+", evening.partition("l")[2])) // 2
    assert points == 41


def test_a_place_page_can_take_the_light_of_its_place(world: Callable[..., Site]) -> None:
    """The partial tells the place's own day beside the cities', under a heading that says where."""
    site = world()
    page = site.pages["no", "municipalities/exempelby.md"]
    template = site.templates.from_string(
        '{% import "partials/light.html" as light with context %}{{ light.section(page.slug, record) }}'
    )
    found = template.render(Context(site, page).names())
    assert re.findall(r'<h2 id="light">([^<]*)<|<th scope="row">([^<]*)<', found) == [
        ("Årets lys i Exempelby", ""),
        ("", "Exempelby"),
        ("", "Sørstad"),
    ]
    assert len(found.encode()) < 6000
