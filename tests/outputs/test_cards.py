"""The cards that others show when they share a page."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from PIL import Image, ImageChops

from campaign.outputs import cards
from campaign.outputs.cards import (
    Card,
    CardBackground,
    build_background,
    card_address,
    card_of,
    draw_card,
    specimen_of,
    targets,
)
from campaign.site import Site
from conftest import ROOT, Changes

DESIGN = {name: (ROOT / "overrides" / name).read_bytes() for name in cards.DESIGN}
MEDIA = {
    path.relative_to(ROOT / "content/media").as_posix(): path.read_bytes()
    for path in (ROOT / "content/media").rglob("*.svg")
}
PLACES = [f"posters/{path.stem}.svg" for path in sorted((ROOT / "content/media/posters").iterdir())]
BAND_AT = 755
PAPER, GRASS = (251, 247, 239), (47, 93, 74)
FALU, LAKE = (140, 43, 29), (31, 84, 104)
CARD = Card("Exempelregionerna", "Dörren öppnas", "Kom in", "sv", "sv")
LIGHT_ENOUGH = 45_000
LONG = "Kompetensförsörjningsutredningsdirektiv – hvem skal overta? Og når? Är somalisk bandy receptet? "


def opened(picture: bytes) -> Image.Image:
    """The picture with its colours."""
    return Image.open(io.BytesIO(picture)).convert("RGB")


def ink(picture: bytes) -> tuple[int, int, int, int] | None:
    """The box round the words of a card, left of the cover: left, top, right, bottom."""
    words = opened(picture).crop((0, 0, BAND_AT, 630))
    return ImageChops.difference(words, Image.new("RGB", words.size, PAPER)).getbbox()


@pytest.fixture(scope="module")
def drawn() -> Callable[..., bytes]:
    """A function that draws one card with some words changed, on a background that is drawn once."""

    @cache
    def background(specimen: Card) -> CardBackground:
        return build_background(specimen, DESIGN, MEDIA[specimen.picture])

    def draw(**changes: str) -> bytes:
        card = replace(CARD, **changes)
        return draw_card(card, background(specimen_of(card)), DESIGN)

    return draw


def cards_of(site: Site) -> dict[str, Card]:
    """Address → card of every page that is an original."""
    return {card_address(page): card_of(site, page) for page in site.pages.values() if not page.is_fallback}


def test_a_card_has_the_size_that_others_show(drawn: Callable[..., bytes]) -> None:
    """The picture is as large as the services that show it want it, and says so in its format."""
    picture = Image.open(io.BytesIO(drawn()))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_a_card_is_in_the_colours_of_the_house(drawn: Callable[..., bytes]) -> None:
    """The background is our paper, exactly, and the land of the cover stands beside the words, as near as nobody can tell."""
    picture = opened(drawn())
    grass = zip(picture.getpixel((BAND_AT + 5, 625)), GRASS, strict=True)
    assert (picture.getpixel((3, 3)), max(abs(one - other) for one, other in grass) < 4) == (PAPER, True)


def test_no_colour_is_so_near_the_paper_that_it_tints_it() -> None:
    """A colour ten steps from the paper in some channel keeps its place among the colours, one of nine does not."""
    near, far, ink = (PAPER[0] - 9, *PAPER[1:]), (PAPER[0] - 10, *PAPER[1:]), (0, 0, 0)
    background = Image.new("RGB", cards.SIZE, PAPER)
    for place, colour in enumerate((near, far, ink)):
        background.putpixel((place, 0), colour)
    colours = cards._palette(background).getpalette() or []
    assert [tuple(colours[n : n + 3]) for n in range(0, 9, 3)] == [PAPER, ink, far]
    assert near not in {tuple(colours[n : n + 3]) for n in range(0, len(colours), 3)}


@pytest.mark.parametrize(
    "words",
    [
        {"title": "Te"},
        {"title": "Dörren öppnas", "below": ""},
        {"title": LONG, "below": LONG},
        {"title": LONG * 3, "below": LONG * 2},
        {"title": "Kompetensförsörjningsutredningsdirektiven"},
        {"title": "Gåg" * 12, "below": "Gåg" * 16},
    ],
    ids=["short", "nothing below", "long", "too long", "a long word", "a word without end"],
)
def test_all_words_fit(drawn: Callable[..., bytes], words: dict[str, str]) -> None:
    """However long a title is, its words stay within the margins, and below the name of the site."""
    found = ink(drawn(**words))
    assert found
    left, top, right, bottom = found
    assert left >= 60 and top >= 60 and right <= BAND_AT - 20 and bottom <= 600


def test_a_long_title_is_set_smaller(drawn: Callable[..., bytes]) -> None:
    """A title of eight lines leaves the name of the site alone."""
    rows = [opened(drawn(title=LONG * 2)).crop((0, y, BAND_AT, y + 1)).getcolors() for y in range(105, 118)]
    assert rows == [[(BAND_AT, PAPER)]] * len(rows)


def test_a_card_is_light(drawn: Callable[..., bytes]) -> None:
    """Even the fullest card is fetched quickly by those who show it."""
    assert len(drawn(title=LONG * 2, below=LONG)) < LIGHT_ENOUGH


@pytest.mark.parametrize("picture", PLACES)
def test_the_card_of_a_place_is_light(drawn: Callable[..., bytes], picture: str) -> None:
    """A poster of many colours is fetched as quickly as the others."""
    assert len(drawn(picture=picture)) < LIGHT_ENOUGH


def test_no_two_places_have_the_same_card(drawn: Callable[..., bytes]) -> None:
    """Who shares two places shows two pictures, whatever their names are."""
    assert len({drawn(picture=picture) for picture in PLACES}) == len(PLACES)


@pytest.mark.parametrize(("title_lang", "colour"), [("sv", FALU), ("nb", LAKE)])
def test_a_place_stands_on_the_colour_of_its_country(
    drawn: Callable[..., bytes], title_lang: str, colour: tuple[int, int, int]
) -> None:
    """The poster ends in one edge, and the name stands under it on Falu red or lake blue, exactly."""
    picture = opened(drawn(picture=PLACES[0], title_lang=title_lang))
    corners = [picture.getpixel(place) for place in ((0, 421), (1199, 421), (0, 629), (1199, 629))]
    assert (corners, picture.getpixel((0, 417)) == colour) == ([colour] * 4, False)


@pytest.mark.parametrize("picture", [PLACES[0], "scenes/live.svg"])
@pytest.mark.parametrize("words", [{"title": LONG * 3, "below": LONG * 2}, {"title": "Gåg" * 12}])
def test_all_words_fit_below_a_picture(
    drawn: Callable[..., bytes], picture: str, words: dict[str, str]
) -> None:
    """However long a title is, it ends above the lower edge."""
    edge = opened(drawn(picture=picture, **words)).crop((0, 622, 1200, 630)).getcolors()
    assert edge and len(edge) == 1


def test_a_page_has_the_picture_of_its_place_or_section(
    world: Callable[[Changes], Site], edited: Callable[..., Changes]
) -> None:
    """A place has its poster, a page of a section with a scene that scene, and all others the cover."""
    known = cards_of(world(edited("content/sv/seminars/index.md", "title:", "scene: station\ntitle:")))
    names = ("municipalities/exempelby", "regions/exempelregionen", "move", "seminars/warm-tea", "index")
    assert [known[f"cards/sv/{name}.png"].picture for name in names] == [
        "posters/exempelby.svg",
        "posters/exempelregionen.svg",
        "scenes/station.svg",
        "scenes/station.svg",
        "cover.svg",
    ]


def test_cards_share_one_background(drawn: Callable[..., bytes]) -> None:
    """The background is drawn once for all cards, and each is what it would be alone."""
    other = replace(CARD, title="En annan", below="")
    background = build_background(specimen_of(other), DESIGN, MEDIA[CARD.picture])
    assert draw_card(CARD, background, DESIGN) == drawn()


def test_every_original_has_a_card(good_site: Site) -> None:
    """Each text has one card, at an address that stays as long as its file is called the same."""
    known = cards_of(good_site)
    originals = {
        f"cards/{page.language.code}/{page.path[:-3]}.png"
        for page in good_site.pages.values()
        if not page.is_fallback
    }
    assert (known.keys(), known["cards/no/seminars/vem-kommer.png"]) == (
        originals,
        Card("Eksempelregionene", "Vem kommer, och när?", "Hvem kommer, og når?", "nb", "sv"),
    )


def test_a_background_is_drawn_once_and_a_card_alone(
    good_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture takes longer than the words, and whoever wants one card shall not wait for the others."""
    backgrounds: list[Card] = []

    def note(specimen: Card, *_: object) -> Card:
        backgrounds.append(specimen)
        return specimen

    monkeypatch.setattr(cards, "build_background", note)
    monkeypatch.setattr(cards, "draw_card", lambda card, *_: card.title.encode())
    design = dict.fromkeys(cards.DESIGN, b"")
    made = targets(replace(good_site, design=design))
    assert (made["cards/sv/move.png"](), backgrounds) == (b"Flytta hit", backgrounds[:1])
    drawn = [make() for make in made.values()]
    assert (len(drawn), len(backgrounds)) == (len(cards_of(good_site)), len(set(backgrounds)))
