"""The law as content has it beside a newer copy."""

from collections.abc import Callable

import pytest

from campaign.law_watch import Lookup, problems_of, render_act, render_watch, watch, with_sections
from campaign.problems import Position, Problem
from campaign.site import Site
from campaign.sources import parse_yaml
from campaign.statutes import Statute

COFFEE = [
    "En arbetsgivare med minst fem anställda ska bjuda den nya på kaffe inom en timme.",
    "Kaffet ska vara varmt. Lag (2024:7).",
]
SAME: Statute = {"6 a §": COFFEE, "7 §": ["Kaffe dricks ur kopp."]}
ACT = "content/data/acts/exempellagen.yml"


def copy_with(statute: Statute | None) -> Lookup:
    """A copy that keeps one act."""
    return lambda collection, number: statute if (collection, number) == ("sfs", "1999:999") else None


def test_the_same_law_gives_no_findings(good_site: Site) -> None:
    """A copy with the same words disturbs nobody."""
    assert watch(good_site.content, copy_with(SAME)).findings == ()


@pytest.mark.parametrize(
    ("statute", "code", "values"),
    [
        (
            {**SAME, "6 a §": [COFFEE[0], "Kaffet ska vara hett. Lag (2026:9)."]},
            "W401",
            {
                "section": "6 a §",
                "rules": "se-coffee",
                "text": "Kaffet ska vara hett. Lag (2026:9).",
                "known": "2024:7",
            },
        ),
        (
            {"7 §": SAME["7 §"]},
            "W402",
            {"section": "6 a §", "rules": "se-coffee", "text": "–", "known": "2024:7"},
        ),
    ],
)
def test_a_changed_and_a_repealed_section_are_told_with_their_rules(
    good_site: Site, statute: Statute, code: str, values: dict[str, str]
) -> None:
    """The editor sees what is new in the text and which rules rest on it, and nothing about the other section."""
    found = watch(good_site.content, copy_with(statute))
    assert list(problems_of(good_site.content, found)) == [Problem(ACT, Position(12, 3), code, values)]


def test_what_the_copy_cannot_tell_is_counted(good_site: Site) -> None:
    """An act that the copy does not keep, or only the heading of a section, never passes for unchanged."""
    unknown = [("exempellagen", "6 a §"), ("exempellagen", "7 §")]
    assert list(watch(good_site.content, copy_with(None)).unknown) == unknown
    assert list(watch(good_site.content, copy_with({**SAME, "7 §": []})).unknown) == unknown[1:]


def test_what_was_found_is_read_again_as_it_was_written(good_site: Site, world: Callable[..., Site]) -> None:
    """The file that the command writes is content like any other."""
    found = watch(good_site.content, copy_with({"7 §": ["Kaffe: svart #1."]}))
    site = world({"content/data/law-watch.yml": render_watch(found, "2026-03-01")})
    read = site.content.singletons["law-watch"]
    assert (read.looked, tuple(read.findings)) == ("2026-03-01", found.findings)


def test_a_section_just_read_stands_in_the_act_with_its_day(
    good_site: Site, world: Callable[..., Site]
) -> None:
    """The rest of the record stays as it was."""
    act = good_site.content.records["acts"]["exempellagen"]
    statute = {**SAME, "6 §": ["Kaffe: alltid. Lag (2026:9)."]}
    record = with_sections(act, statute, ["6 §"], "2026-03-01", "exempellagen")
    sections = world({ACT: render_act(record)}).content.records["acts"]["exempellagen"].sections
    assert {name: (s.read, s.amended_by, s.text) for name, s in sections.items()} == {
        "6 §": ("2026-03-01", "2026:9", ["Kaffe: alltid. Lag (2026:9)."]),
        "6 a §": ("2026-02-03", "2024:7", COFFEE),
        "7 §": ("2026-02-02", None, SAME["7 §"]),
    }
    again = parse_yaml(ACT, render_act(record).encode()).value
    assert isinstance(again, dict)
    assert again["name"]["no"] == "den svenske eksempelloven (exempellagen)"
