"""The diagrams that wait until a reader comes near."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from campaign.outputs.diagrams import STEPS, targets
from campaign.site import Site
from campaign.templates import load_design
from conftest import ROOT, made

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def files(good_site: Site) -> dict[str, bytes]:
    """The diagrams of the good specimen."""
    return made(targets(replace(good_site, design=load_design(ROOT / "overrides"))))


def words(file: bytes) -> list[str]:
    """What a drawing says."""
    return [text.text for text in etree.fromstring(file).iter(f"{SVG}text")]


def test_each_place_has_its_map_and_its_ring_in_each_language(files: dict[str, bytes]) -> None:
    """A page finds what it shows, and so does the page of the light of all places."""
    names = [
        f"light/{name}.{code}"
        for code in ("sv", "no")
        for name in ("eksempelby", "exempelby", "north", "south")
    ]
    assert sorted(files) == sorted(
        f"drawings/{name}.svg"
        for name in (
            *("near/eksempelby", "near/exempelby", "scene"),
            *names,
            *(f"steps/{step}" for step in STEPS),
        )
    )


def test_a_map_names_its_place_and_how_far_the_rings_are(files: dict[str, bytes]) -> None:
    """The place is in the middle of its own map."""
    assert {"Exempelby", "20 km", "40 km"} <= set(words(files["drawings/near/exempelby.svg"]))


def test_a_ring_says_its_day_in_the_readers_language(files: dict[str, bytes]) -> None:
    """Months and the day of today are words."""
    assert [
        [
            word
            for word in words(files[f"drawings/light/exempelby.{code}.svg"])
            if "feb" in word or "mai" in word
        ]
        for code in ("sv", "no")
    ] == [["feb", "3\u00a0feb."], ["feb", "mai", "3.\u00a0feb."]]


def test_a_drawing_brings_all_colours_that_it_uses(files: dict[str, bytes]) -> None:
    """No style of a page reaches into it: each property that it uses has a value by day and by night."""
    lost = {}
    for name, file in files.items():
        text = file.decode()
        used, actual = set(re.findall(r"var\((--[\w-]+)\)", text)), re.findall(r"(--[\w-]+):", text)
        lost[name] = {one for one in used if actual.count(one) != 2}
    assert {name: found for name, found in lost.items() if found} == {}


def test_a_place_is_drawn_in_its_countrys_colour(files: dict[str, bytes]) -> None:
    """Red on one side of the border and blue on the other, as everywhere."""
    own = [
        re.findall(r"--own:(#\w+)", files[f"drawings/near/{name}.svg"].decode())
        for name in ("exempelby", "eksempelby")
    ]
    assert own == [["#8c2b1d", "#f08a70"], ["#1f5468", "#8cc7dd"]]
