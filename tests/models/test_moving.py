"""Steps, journeys, stories and job banks: what may be written, and what is told."""

from collections.abc import Callable

import pytest

from campaign.content import Content, load_content
from campaign.expand import article
from campaign.files import load_tree
from campaign.pages import build_pages
from campaign.problems import Problem
from campaign.site import Site
from conftest import ROOT, Changes

STEP = "content/data/steps/waffle-permit.yml"
JOURNEY = "content/data/journeys/here-to-there.yml"
BANKS = "content/data/job-banks.yml"
STORY = "content/sv/stories/with-the-cat.md"

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]


def list_problems(problems: list[Problem]) -> list[tuple[str, int, str]]:
    """Where each problem is, and its code."""
    return [(problem.path, problem.position.line, problem.code) for problem in problems]


@pytest.mark.parametrize("days", [-400, -1, 0, 800])
def test_a_step_may_be_due_before_and_after_the_move(check: Check, edited: Edited, days: int) -> None:
    """A deadline is any day from a good year before the move to two years after."""
    assert check(edited(STEP, "days: 7", f"days: {days}")) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "line", "code"),
    [
        (STEP, "days: 7", "days: -401", 10, "D103"),
        (STEP, "days: 7", "days: 801", 10, "D103"),
        (STEP, "days: 7", "days: 7.5", 10, "D103"),
        (STEP, "[children, pet]", "[children, parrot]", 8, "D104"),
        (STEP, "source: eksempelloven", "source: hearsay", 22, "D110"),
        (STEP, "source: eksempelloven", "source: eksempelloven\n    journeys: [here-to-nowhere]", 23, "D110"),
        (JOURNEY, 'destination: "NO"', "destination: DK", 7, "D104"),
        (JOURNEY, "- waffle-permit", "- pancake-permit", 10, "D110"),
        (STORY, "side: moved-in", "side: inside", 4, "D104"),
        (BANKS, "/{place}", "/", 10, "D103"),
        (BANKS, "https://jobb.eksempelportalen", "http://jobb.eksempelportalen", 10, "D103"),
    ],
)
def test_a_slip_is_told_on_its_line(
    check: Check, edited: Edited, path: str, old: str, new: str, line: int, code: str
) -> None:
    """A value that the site cannot use is told where it stands."""
    assert list_problems(check(edited(path, old, new))) == [(path, line, code)]


def test_a_step_without_a_source_is_told(check: Check, edited: Edited) -> None:
    """Nothing is said about a step without somebody who said it first."""
    [problem] = check(edited(STEP, "\n    source: eksempelloven", ""))
    assert (problem.path, problem.code, problem.values["field"]) == (STEP, "D101", "points.1.source")


def test_a_point_is_told_only_to_whom_it_concerns(
    world: Callable[..., Site], edited: Edited, good_site: Site
) -> None:
    """A point that names other plans is not on this one, nor is its source said to stand there."""
    path, told = "journeys/here-to-there.md", "Tillståndet söks inom en vecka."
    other = edited("content/data/journeys/here-to-there.yml", "steps:\n  - call-ahead\n", "steps:\n")
    here, there = (
        edited(STEP, "source: eksempelloven", f"source: eksempelloven\n    journeys: [{name}]")
        for name in ("here-to-there", "there-to-here")
    )
    there |= {"content/data/journeys/there-to-here.yml": other["content/data/journeys/here-to-there.yml"]}
    found = [
        (told in article(site, site.pages["sv", path]), path in site.uses("sv").get("eksempelloven", []))
        for site in (good_site, world(here), world(there))
    ]
    assert found == [(True, True), (True, True), (False, False)]


def test_a_story_is_about_a_place_that_is_there(check: Check, edited: Edited) -> None:
    """Its page says the name of the municipality."""
    found = list_problems(check(edited(STORY, "place: exempelby", "place: nowhere")))
    assert (STORY, 5, "D110") in found


@pytest.mark.parametrize(("today", "pages"), [("2027-01-15", ["no", "sv"]), ("2027-01-16", [])])
def test_a_story_is_told_as_long_as_its_teller_wants(
    tree: dict[str, bytes], today: str, pages: list[str]
) -> None:
    """The day after the consent ends, the page is gone in both languages."""
    found = build_pages(load_content(tree)[0], today)
    assert sorted(code for code, path in found if path == "stories/with-the-cat.md") == pages


@pytest.fixture(scope="module")
def real() -> Content:
    """The real content."""
    return load_content(load_tree(ROOT))[0]


@pytest.mark.content
def test_every_municipality_has_its_job_bank(real: Content) -> None:
    """No municipality is missing where jobs are listed, and each stands under its own country."""
    banks = real.singletons["job-banks"].root
    listed = sorted((slug, country) for country, bank in banks.items() for slug in bank.places)
    assert listed == sorted((slug, place.country) for slug, place in real.records["municipalities"].items())


@pytest.mark.content
def test_every_step_is_part_of_a_journey(real: Content) -> None:
    """No step is written that no reader meets."""
    met = {slug for journey in real.records["journeys"].values() for slug in journey.steps}
    assert set(real.records["steps"]) - met == set()


@pytest.mark.content
def test_every_journey_that_a_point_names_has_its_step(real: Content) -> None:
    """No point is written that no reader meets."""
    journeys = real.records["journeys"]
    unmet = [
        (slug, name)
        for slug, step in real.records["steps"].items()
        for point in step.points
        for name in point.journeys
        if slug not in journeys[name].steps
    ]
    assert unmet == []


@pytest.mark.content
def test_every_step_tells_something_in_every_journey(real: Content) -> None:
    """A step without a point that holds for its reader would be a title alone."""
    empty = [
        (name, slug)
        for name, journey in real.records["journeys"].items()
        for slug in journey.steps
        if not any(point.holds_in(name) for point in real.records["steps"][slug].points)
    ]
    assert empty == []


@pytest.mark.content
def test_a_journey_has_a_step_once(real: Content) -> None:
    """Nobody is told to do the same thing twice."""
    journeys = real.records["journeys"].items()
    assert [slug for slug, journey in journeys if len(set(journey.steps)) < len(journey.steps)] == []
