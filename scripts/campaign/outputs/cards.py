"""A picture for each page that others show when they share it: typst draws it, Pillow packs it."""

import hashlib
import io
import json
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import typst
from PIL import Image

from campaign.pages import Page, PageKey
from campaign.reads import Once, recording
from campaign.site import Site, Targets

FOLDER = "cards"
DESIGN, COVER = "book/card.typ", "cover.svg"
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
    """What a card says: the site's name, the title, a line below it or nothing, and the language tags of both."""

    site: str
    title: str
    below: str
    lang: str
    title_lang: str


# Stands on the ground that the colours are counted on, so that no card's colours depend on another card.
SPECIMEN = Card("Åse", "Äpple", "Øre", "sv", "sv")


def card_address(page: Page) -> str:
    """The address of a page's card below the root; a fallback page has its original's."""
    return f"cards/{page.body_language.code}/{page.path.removesuffix('.md')}.png"


def cards_of(site: Site) -> dict[str, Card]:
    """Address → card of every page that is an original."""
    return {card_address(page): _card(site, page) for page in site.pages.values() if not page.is_fallback}


def _card(site: Site, page: Page) -> Card:
    name = site.content.label("interface", "site-name", page.language.code)
    return Card(name, page.title, page.subtitle or "", page.language.tag, page.title_language.tag)


def draw_cards(cards: Sequence[Card], design: str, cover: bytes) -> list[bytes]:
    """The cards as PNG of 1200 × 630 pixels. `design` is overrides/book/card.typ, `cover` the SVG beside the words."""
    background = _drawn([], design, cover)[0]
    palette = _palette(background)
    background = _in_colours(background, palette)

    def encode(some: Sequence[Card]) -> list[bytes]:
        _, *words = _drawn(some, design, cover)
        return [_encode(background, _in_colours(picture, palette)) for picture in words]

    with ThreadPoolExecutor() as pool:
        parts = [cards[n : n + AT_ONCE] for n in range(0, len(cards), AT_ONCE)]
        return [picture for part in pool.map(encode, parts) for picture in part]


def targets(site: Site) -> Targets:
    """Address → how to make it, of every card. They are drawn together, for a drawing costs by the sheet."""
    drawn = Once(lambda: write_cards(site.cache / FOLDER, site, site.design[DESIGN].decode()))
    originals = {key: page for key, page in site.pages.items() if not page.is_fallback}
    return {card_address(page): partial(_picture, site, key, drawn) for key, page in originals.items()}


def _picture(site: Site, key: PageKey, drawn: Once[dict[str, bytes]]) -> bytes:
    with recording():  # a card is made of its own words and the design, whatever is drawn beside it
        pictures = drawn()
    _made_of(site, site.pages[key])
    return pictures[card_address(site.pages[key])]


def _made_of(site: Site, page: Page) -> tuple[Card, bytes, bytes]:
    """What a card is made of: its words, the design and the picture beside them."""
    return _card(site, page), site.design[DESIGN], site.content.media[COVER]


def write_cards(folder: Path, site: Site, design: str) -> dict[str, bytes]:
    """Address → PNG of every card. `design` is overrides/book/card.typ.

    What was drawn before lies in `folder`, under a digest of all that makes it, so only what is new is drawn; a picture
    that no page wants any more is thrown away.
    """
    folder.mkdir(parents=True, exist_ok=True)
    cover, cards = site.content.media[COVER], cards_of(site)
    names = {address: _digest(card, design, cover) for address, card in cards.items()}
    new = {name: cards[address] for address, name in names.items() if not (folder / name).exists()}
    for name, picture in zip(new, draw_cards(list(new.values()), design, cover), strict=True) if new else ():
        _put(folder / name, picture)
    for path in set(folder.iterdir()) - {folder / name for name in names.values()}:
        path.unlink()
    return {address: (folder / name).read_bytes() for address, name in names.items()}


def _put(path: Path, content: bytes) -> None:
    """All of a file or nothing of it, also when the build is stopped."""
    unfinished = path.with_suffix(".new")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _digest(card: Card, design: str, cover: bytes) -> str:
    tools = [version("typst"), version("pillow"), COLOURS, LEVEL, APART, asdict(SPECIMEN)]
    made_of = json.dumps([tools, design, hashlib.sha256(cover).hexdigest(), asdict(card)])
    return f"{hashlib.sha256(made_of.encode()).hexdigest()}.png"


def _drawn(cards: Sequence[Card], design: str, cover: bytes) -> list[Image.Image]:
    """The ground, and the words of each card."""
    said = json.dumps([asdict(card) for card in (SPECIMEN, *cards)])
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {"cards.json": said, "card.typ": design, "cover.svg": cover.decode()}.items():
            Path(folder, name).write_text(content, encoding="utf-8")
        card = f"{folder}/card.typ"
        drawn: bytes | list[bytes] = typst.compile(
            card, root=folder, format="png", ppi=72, ignore_system_fonts=True
        )
    pages = [drawn] if isinstance(drawn, bytes) else drawn  # one page comes without a list
    return [Image.open(io.BytesIO(page)).convert("RGB") for page in pages]


def _palette(background: Image.Image) -> Image.Image:
    """The most frequent colours as they are, the paper first."""
    counted = [
        (n, colour)
        for n, colour in background.getcolors(SIZE[0] * SIZE[1]) or ()
        if isinstance(colour, tuple)
    ]
    paper, *others = (colour for _, colour in sorted(counted, key=lambda found: (-found[0], found[1])))
    chosen = [paper, *(colour for colour in others if _apart(colour, paper))][:COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in chosen for part in colour])
    return palette


def _apart(one: Sequence[int], other: Sequence[int]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) >= APART


def _in_colours(picture: Image.Image, palette: Image.Image) -> Image.Image:
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _encode(background: Image.Image, words: Image.Image) -> bytes:
    card, written = background.copy(), io.BytesIO()
    card.paste(words)
    card.save(written, "PNG", compress_level=LEVEL)
    return written.getvalue()
