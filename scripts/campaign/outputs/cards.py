"""A picture for each page that others show when they share it: typst draws it, Pillow packs it.

A place has its poster above its name, a page of a section that has a scene that scene, and all others the guide's cover.
"""

import hashlib
import io
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

from PIL import Image

from campaign.models import KINDS
from campaign.outputs.drawings import painted
from campaign.outputs.typeset import Files, typeset_pages
from campaign.pages import Page, PageKey
from campaign.reads import Once, recording
from campaign.site import Site, Targets

FOLDER = "cards"
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
AT_ONCE = 20


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


def cards_of(site: Site) -> dict[str, Card]:
    """Address → card of every page that is an original."""
    return {card_address(page): card_of(site, page) for page in site.pages.values() if not page.is_fallback}


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


def draw_cards(cards: Sequence[Card], design: Files, media: Files) -> list[bytes]:
    """The cards as PNG of 1200 × 630 pixels. `design` has what DESIGN names, `media` the pictures."""
    with ThreadPoolExecutor() as pool:
        parts = pool.map(lambda part: _encoded(part, design, media), _parts(cards))
        drawn = {card: picture for part in parts for card, picture in part.items()}
    return [drawn[card] for card in cards]


def _parts(cards: Sequence[Card]) -> list[list[Card]]:
    """The cards by what they stand on, in parts that are drawn at once."""
    alike: dict[Card, list[Card]] = {}
    for card in cards:
        alike.setdefault(_specimen(card), []).append(card)
    return [same[n : n + AT_ONCE] for same in alike.values() for n in range(0, len(same), AT_ONCE)]


def _specimen(card: Card) -> Card:
    """The card that is drawn with the background on which a card stands."""
    title_lang = card.title_lang if card.look == "poster" else SPECIMEN.title_lang
    return replace(SPECIMEN, picture=card.picture, title_lang=title_lang)


def _encoded(cards: Sequence[Card], design: Files, media: Files) -> dict[Card, bytes]:
    """The PNG of each of some cards that stand on the same background."""
    background, *words = _drawn([_specimen(cards[0]), *cards], design, media[cards[0].picture])
    palette = _palette(background)
    background = _in_colours(background, palette)
    pictures = [_pasted(background, _in_colours(one, palette)) for one in words]
    return dict(zip(cards, pictures, strict=True))


def targets(site: Site) -> Targets:
    """Address → how to make it, of every card. They are drawn together, for a drawing costs by the sheet."""
    drawn = Once(lambda: write_cards(site.cache / FOLDER, site))
    originals = {key: page for key, page in site.pages.items() if not page.is_fallback}
    return {card_address(page): partial(_picture, site, key, drawn) for key, page in originals.items()}


def _picture(site: Site, key: PageKey, drawn: Once[dict[str, bytes]]) -> bytes:
    with recording():  # a card is made of its own words and the design, whatever is drawn beside it
        pictures = drawn()
    _made_of(site, site.pages[key])
    return pictures[card_address(site.pages[key])]


def _made_of(site: Site, page: Page) -> tuple[Card, Files, bytes]:
    """What a card is made of: its words, the design and its picture."""
    card = card_of(site, page)
    return card, _design(site), site.content.media[card.picture]


def _design(site: Site) -> dict[str, bytes]:
    return {name: site.design[name] for name in DESIGN}


def write_cards(folder: Path, site: Site) -> dict[str, bytes]:
    """Address → PNG of every card.

    What was drawn before lies in `folder`, under a digest of all that makes it, so only what is new is drawn; a picture
    that no page wants any more is thrown away.
    """
    folder.mkdir(parents=True, exist_ok=True)
    design, media, cards = _design(site), site.content.media, cards_of(site)
    names = {address: _digest(card, design, media[card.picture]) for address, card in cards.items()}
    new = {name: cards[address] for address, name in names.items() if not (folder / name).exists()}
    for name, picture in zip(new, draw_cards(list(new.values()), design, media), strict=True) if new else ():
        _put(folder / name, picture)
    for path in set(folder.iterdir()) - {folder / name for name in names.values()}:
        path.unlink()
    return {address: (folder / name).read_bytes() for address, name in names.items()}


def _put(path: Path, content: bytes) -> None:
    """All of a file or nothing of it, also when the build is stopped."""
    unfinished = path.with_suffix(".new")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _digest(card: Card, design: Files, picture: bytes) -> str:
    tools = [version("typst"), version("pillow"), COLOURS, LEVEL, APART, asdict(SPECIMEN)]
    read = [hashlib.sha256(content).hexdigest() for content in (*design.values(), picture)]
    return f"{hashlib.sha256(json.dumps([tools, read, asdict(card)]).encode()).hexdigest()}.png"


def _drawn(cards: Sequence[Card], design: Files, picture: bytes) -> list[Image.Image]:
    """The background with the words of the first card, and the words alone of each of the others."""
    said = {"look": cards[0].look, "cards": [asdict(card) for card in cards]}
    files = {**design, "cards.json": json.dumps(said).encode(), "picture.svg": painted(picture)}
    pages = typeset_pages(DESIGN[0], files)
    return [Image.open(io.BytesIO(page)).convert("RGB") for page in pages]


def _palette(background: Image.Image) -> Image.Image:
    """The most frequent colours as they are, but first what the words stand on, which fills the lower left corner."""
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


def _in_colours(picture: Image.Image, palette: Image.Image) -> Image.Image:
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _pasted(background: Image.Image, words: Image.Image) -> bytes:
    """The PNG of a card: its words stand at the lower edge of the background, or all along its left."""
    card, written = background.copy(), io.BytesIO()
    card.paste(words, (0, card.height - words.height))
    card.save(written, "PNG", compress_level=LEVEL)
    return written.getvalue()
