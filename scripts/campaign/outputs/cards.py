"""A picture for each page that others show when they share it: typst draws it, Pillow packs it.

A place has its poster above its name, a page of a section that has a scene that scene, and all others the guide's cover.
"""

import io
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from campaign.keys import PageKey
from campaign.models import KINDS
from campaign.outputs.drawings import painted
from campaign.outputs.typeset import Files, typeset_pages
from campaign.pages import Page
from campaign.reads import Once
from campaign.site import Site, Targets

if TYPE_CHECKING:
    from PIL import Image

COVER = "cover.svg"
DESIGN = ("book/card.typ", "book/young-serif.ttf")
LOOKS = {"posters": "poster", "scenes": "scene"}
SIZE = (1200, 630)
# With 128 colours nobody sees a difference, and a file is a third as large; the highest level of compression takes
# five times as long to save a thirteenth.
COLOURS, LEVEL = 128, 6
# Pillow looks for the nearest colour with a grain of four steps a channel; with one close beside it, the paper would
# be tinted.
APART = 10
NO_PICTURE: Files = MappingProxyType({})


@dataclass(frozen=True)
class Card:
    """What a card says and shows.

    The site's name, the title, a line below it or nothing, and the language tags of both; and the picture, below
    content/media. The name of a place is in its country's language, which decides the colour of its band.
    """

    site: str
    title: str
    below: str
    lang: str
    title_lang: str
    picture: str = COVER

    @property
    def look(self) -> str:
        """How the picture stands, as card.typ names it."""
        return LOOKS.get(self.picture.partition("/")[0], "cover")


# Stands on the background that the colours are counted on, so that no card's colours depend on another card.
SPECIMEN = Card("Åse", "Äpple", "Øre", "sv", "sv")


def card_address(page: Page) -> str:
    """The address of a page's card below the root; a fallback page has its original's."""
    return f"cards/{page.body_language.code}/{page.path.removesuffix('.md')}.png"


def card_of(site: Site, page: Page) -> Card:
    """The card of a page."""
    name = site.content.label("interface", "site-name", page.language.code)
    tags = page.language.tag, page.title_language.tag
    return Card(name, page.title, page.subtitle or "", *tags, _picture_of(site, page))


def _picture_of(site: Site, page: Page) -> str:
    """The poster of a place, else the scene of the page or of its section, else the cover."""
    kind = KINDS.get(page.layout)
    if kind and page.slug and "posters" in kind.pictures:
        return f"posters/{page.slug}.svg"
    section = site.pages.get((page.language.code, f"{page.path.rpartition('/')[0]}/index.md"))
    scene = page.scene or (section.scene if section else None)
    return f"scenes/{scene}.svg" if scene else COVER


@dataclass(frozen=True)
class CardBackground:
    """What cards stand on: the picture with a specimen of all type, in its colours, and these."""

    drawn: "Image.Image"
    palette: "Image.Image"


def build_background(specimen: Card, design: Files, picture: bytes) -> CardBackground:
    """What all cards with the same specimen stand on."""
    drawn = _drawn(specimen, design, {"picture.svg": painted(picture)})
    palette = _palette(drawn)
    return CardBackground(_in_colours(drawn, palette), palette)


def specimen_of(card: Card) -> Card:
    """The card that is drawn with the background on which a card stands."""
    title_lang = card.title_lang if card.look == "poster" else SPECIMEN.title_lang
    return replace(SPECIMEN, picture=card.picture, title_lang=title_lang)


def draw_card(card: Card, background: CardBackground, design: Files) -> bytes:
    """The card as PNG of 1200 × 630 pixels. `design` has what DESIGN names."""
    return _pasted(background.drawn, _in_colours(_drawn(card, design), background.palette))


def targets(site: Site) -> Targets:
    """Address → how to make it, of every card."""
    backgrounds: dict[Card, Once[CardBackground]] = {}
    originals = {key: page for key, page in site.pages.items() if not page.is_fallback}
    return {card_address(page): partial(_picture, site, key, backgrounds) for key, page in originals.items()}


def _picture(site: Site, key: PageKey, backgrounds: dict[Card, Once[CardBackground]]) -> bytes:
    card, design = card_of(site, site.pages[key]), {name: site.design[name] for name in DESIGN}
    specimen, picture = specimen_of(card), site.content.media[card.picture]
    background = backgrounds.setdefault(specimen, Once(partial(build_background, specimen, design, picture)))
    return draw_card(card, background(), design)


def _drawn(card: Card, design: Files, picture: Files = NO_PICTURE) -> "Image.Image":
    """The words of a card, and with a picture all that it stands on."""
    from PIL import Image

    data = {"look": card.look, "card": asdict(card), "alone": not picture}
    [page] = typeset_pages(DESIGN[0], {**design, **picture, "card.json": json.dumps(data).encode()})
    return Image.open(io.BytesIO(page)).convert("RGB")


def _palette(background: "Image.Image") -> "Image.Image":
    """The most frequent colours as they are, but first what the words stand on, which fills the lower left corner."""
    from PIL import Image

    counted = [
        (number, colour)
        for number, colour in background.getcolors(SIZE[0] * SIZE[1]) or ()
        if isinstance(colour, tuple)
    ]
    paper = tuple(background.crop((0, SIZE[1] - 1, 1, SIZE[1])).tobytes())
    others = (colour for _, colour in sorted(counted, key=lambda found: (-found[0], found[1])))
    chosen = [paper, *(colour for colour in others if _apart(colour, paper))][:COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in chosen for part in colour])
    return palette


def _apart(one: Sequence[int], other: Sequence[int]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) >= APART


def _in_colours(picture: "Image.Image", palette: "Image.Image") -> "Image.Image":
    from PIL import Image

    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _pasted(background: "Image.Image", words: "Image.Image") -> bytes:
    """The PNG of a card: its words stand at the lower edge of the background, or all along its left."""
    card, written = background.copy(), io.BytesIO()
    card.paste(words, (0, card.height - words.height))
    card.save(written, "PNG", compress_level=LEVEL)
    return written.getvalue()
