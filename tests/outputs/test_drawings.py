"""Drawings as typst reads them, and the posters, which must be drawn so that it can."""

import gzip
import re
from pathlib import Path

import pytest
from lxml import etree

from campaign.outputs.drawings import LIGHTS, missing_colour, painted, published
from conftest import ROOT

POSTERS = sorted((ROOT / "content/media/posters").glob("*.svg"))
MOST_BYTES, MOST_SENT = 9_000, 3_200
LIT = {"#f2b84b", "#f6d38a", "#f6e3bf", "#fbe7b8"}
WORDS_OF_CODE = ("<script", "<text", "<image", "<filter", "Gradient", "http", "@import", "url(")
each_poster = pytest.mark.parametrize("path", POSTERS, ids=[path.stem for path in POSTERS])


def sets_of(text: str) -> list[set[str]]:
    """The names of the colours of day and of night."""
    found = re.findall(r"\{((?:--[\w-]+:[^;}]+;?)+)\}", text)
    return [set(re.findall(r"(--[\w-]+):", one)) for one in found]


def test_the_colours_of_the_day_are_written_where_they_are_used() -> None:
    """Typst, which knows no properties, draws the day, and nothing of the night."""
    drawing = b"""<svg class="p-a"><style>.p-a{--sky:#abc;--rise:0px}
@media(prefers-color-scheme:dark){.p-a{--sky:#000;--rise:-9px}}</style>
<path fill="var(--sky)" style="transform:translateY(var(--rise))"/></svg>"""
    assert painted(drawing) == (
        b'<svg class="p-a">\n<path fill="#abc" style="transform:translateY(0px)"/></svg>'
    )


def test_a_scene_goes_to_typst_without_its_night() -> None:
    """A drawing whose shapes have the colours of the day loses the style that darkens them, and nothing else."""
    drawing = b'<svg><style>@media(prefers-color-scheme:dark){[fill="#abc"]{fill:#123}}</style><path fill="#abc"/></svg>'
    assert painted(drawing) == b'<svg><path fill="#abc"/></svg>'


DRAWING = b"""<svg class="p-a">
<style>.p-a{--sky:#abc;--star:0;--rise:0px}
@media(prefers-color-scheme:dark){.p-a{--sky:#000;--star:.8;--rise:-9px}}</style>
<g id="a-sky"><path style="transform:translateY(var(--rise))" fill="var(--sky)" d="M0 0h9"/></g>
<path id="a-stars" opacity="var(--star)" d="M1 1h1"/><path id="a-hill" d="M2 2h2"/>
<use href="#a-hill"/></svg>"""


def test_a_browser_gets_one_light_and_nothing_that_is_not_seen() -> None:
    """By day the stars are not sent, nor names that nothing refers to; by night the stars are."""
    hill = b'<path id="a-hill" d="M2 2h2"/><use href="#a-hill"/></svg>'
    risen = b'<svg><path style="transform:translateY(-9px)" fill="#000" d="M0 0h9"/><path opacity=".8" d="M1 1h1"/>'
    assert (published(DRAWING, "day"), published(DRAWING, "night")) == (
        b'<svg><path fill="#abc" d="M0 0h9"/>' + hill,
        risen + hill,
    )


def test_a_drawing_without_sets_has_its_night_as_a_style() -> None:
    """What darkens the shapes by night is then always so, and by day it is not sent."""
    drawing = b'<svg><style>@media (prefers-color-scheme: dark) {[fill="#abc"]{fill:#123}}</style><path fill="#abc"/></svg>'
    assert (published(drawing, "day"), published(drawing, "night")) == (
        b'<svg><path fill="#abc"/></svg>',
        b'<svg><style>[fill="#abc"]{fill:#123}</style><path fill="#abc"/></svg>',
    )


def test_a_drawing_of_one_light_is_the_same_in_both() -> None:
    """A region that has drawn no night shows its day at all hours."""
    drawing = b'<svg><path fill="#abc" fill-opacity="0"/></svg>'
    assert published(drawing, "day") == published(drawing, "night") == drawing


SCENES = sorted((ROOT / "content/media/scenes").glob("*.svg"))


@pytest.mark.parametrize("path", SCENES, ids=[path.stem for path in SCENES])
def test_a_scene_has_its_night(path: Path) -> None:
    """In the dark scheme each colour of sky and ground is another, but for lamps and lit windows."""
    text = path.read_text(encoding="utf-8")
    [night] = re.findall(r"<style>@media\(prefers-color-scheme:dark\)\{(.*)\}</style>", text)
    shapes = text.partition("</style>")[2]
    used = set(re.findall(r'(?:fill|stroke|stop-color)="(#[0-9a-f]+)"', shapes)) - {"#fff"}
    darkened = set(re.findall(r'\[(?:fill|stroke|stop-color)="(#[0-9a-f]+)"\]', night))
    assert (len(text.encode()) <= MOST_BYTES, sorted(used - darkened - LIT)) == (True, [])


def test_a_colour_that_the_day_lacks_is_an_error() -> None:
    """A misspelt property is told when it is drawn, not printed black."""
    with pytest.raises(KeyError, match="--skye"):
        painted(b"<svg><style>.a{--sky:#abc}</style><path fill='var(--skye)'/></svg>")


@each_poster
def test_a_poster_is_light(path: Path) -> None:
    """A reader on a slow line waits for no picture, and an editor can read its source."""
    raw = path.read_bytes()
    sent = [len(gzip.compress(published(raw, light), 9)) for light in ("day", "night")]
    assert (len(raw) <= MOST_BYTES, max(sent) <= MOST_SENT) == (True, True)


@each_poster
def test_a_poster_has_the_grid_of_posters(path: Path) -> None:
    """Page, card and print cut every poster alike."""
    root = etree.parse(path).getroot()
    assert (root.get("viewBox"), root.get("preserveAspectRatio")) == ("0 0 1600 560", "xMidYMid slice")


@each_poster
def test_day_and_night_name_the_same_colours_and_all_are_used(path: Path) -> None:
    """No thing keeps its day's colour at night, and no colour is left over from an older drawing."""
    text = path.read_text()
    day, night = sets_of(text)
    assert (day, day) == (night, set(re.findall(r"var\((--[\w-]+)\)", text)))


@each_poster
def test_a_poster_is_drawn_and_nothing_else(path: Path) -> None:
    """No words, scripts, bitmaps or foreign addresses are hidden in a drawing."""
    text = path.read_text().replace('xmlns="http://www.w3.org/2000/svg"', "").replace("url(#", "")
    assert [word for word in WORDS_OF_CODE if word in text] == []


def test_posters_can_stand_in_one_page() -> None:
    """No two posters share an id or a class, and each refers only to itself."""
    ids = {path.stem: re.findall(r'\bid="([\w-]+)"', path.read_text()) for path in POSTERS}
    used = {path.stem: set(re.findall(r'href="#([\w-]+)"', path.read_text())) for path in POSTERS}
    classes = re.findall(r'class="poster (p-[\w-]+)"', "".join(path.read_text() for path in POSTERS))
    every = [name for names in ids.values() for name in names]
    lost = {stem for stem, names in used.items() if names - set(ids[stem])}
    assert (len(every), len(set(classes)), lost) == (len(set(every)), len(POSTERS), set())


def test_a_group_that_says_nothing_is_not_sent() -> None:
    """Names of parts help who draws; whoever looks gets the shapes, and the groups that colour or move them."""
    drawing = b'<svg><g id="sky"><path d="M0 0"/><g fill="#000"><g><path d="M1 1"/></g></g></g></svg>'
    assert published(drawing, "day") == b'<svg><path d="M0 0"/><g fill="#000"><path d="M1 1"/></g></svg>'


def test_a_group_that_holds_nothing_leaves_the_others_as_they_are() -> None:
    """What is closed where it begins has no end elsewhere, so no end is lost for it."""
    drawing = b'<svg><g><g/><path d="M0 0"/></g><g fill="a"><g fill="b"/></g></svg>'
    assert published(drawing, "day") == b'<svg><g/><path d="M0 0"/><g fill="a"><g fill="b"/></g></svg>'


def test_a_colour_that_a_light_lacks_is_found() -> None:
    """A set of the night may have forgotten one."""
    drawing = "<svg><style>a{--sky:red}b{--sea:blue}</style><path fill='var(--sky)'/></svg>"
    assert [missing_colour(drawing, light) for light in LIGHTS] == ["", "var(--sky)"]
