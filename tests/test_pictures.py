"""The photographs as readers get them."""

from collections.abc import Callable
from io import BytesIO

import pytest
from lxml import html
from PIL import Image, ImageCms

from campaign.expand import article
from campaign.pages import Page
from campaign.pictures import Format, published_file, render_picture, size_of, slug_of, versions_of, widths_of
from campaign.site import Site
from conftest import GOOD

# Lies on its side, and notes a place: 60° 30′ N 15° E.
CAMERA = (GOOD / "content/media/pictures/brygga.jpg").read_bytes()
FORMATS: tuple[Format, ...] = ("avif", "webp", "jpeg")


def opened(raw: bytes) -> Image.Image:
    """A picture as any program reads it."""
    return Image.open(BytesIO(raw))


def test_the_picture_of_the_tests_is_one_from_a_camera() -> None:
    """It lies on its side and tells where it was taken, or the tests below would prove nothing."""
    exif = opened(CAMERA).getexif()
    assert (opened(CAMERA).size, exif[0x0112], exif.get_ifd(0x8825)[1]) == ((1000, 1500), 6, "N")


@pytest.mark.parametrize("kind", FORMATS)
def test_a_published_picture_tells_neither_place_nor_camera(kind: Format) -> None:
    """Nothing is in the file but what one sees."""
    image = opened(render_picture(CAMERA, 480, kind))
    assert dict(image.getexif()) == {}
    assert {"exif", "xmp", "icc_profile", "comment"} & image.info.keys() == set()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_stands_upright(kind: Format) -> None:
    """The sky is above, and the sun to the right, however the camera was held."""
    image = opened(render_picture(CAMERA, 480, kind)).convert("RGB")
    red, _, blue = image.getpixel((365, 141))
    assert (image.size, red > 200, blue < 180) == ((480, 320), True, True)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_is_the_same_bytes_twice(kind: Format) -> None:
    """Nobody fetches again what has not changed."""
    assert render_picture(CAMERA, 480, kind) == render_picture(CAMERA, 480, kind)


def test_a_picture_is_never_made_larger() -> None:
    """Beyond what the camera took there is nothing to see."""
    assert opened(render_picture(CAMERA, 9000, "webp")).size == (1500, 1000)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(40, [40]), (480, [480]), (700, [480, 700]), (1500, [480, 960, 1500]), (9000, [480, 960, 1600])],
)
def test_a_picture_has_the_widths_that_screens_need(width: int, widths: list[int]) -> None:
    """The smallest first; the largest is the picture's own, or wide enough for all."""
    assert widths_of(width) == widths


def test_a_size_is_that_of_the_picture_upright() -> None:
    """The page keeps a place of the right shape before the picture has come."""
    assert size_of(CAMERA) == (1500, 1000)


def test_a_picture_keeps_its_colours_without_their_profile() -> None:
    """A file from another space of colours looks the same in ours."""
    file = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (20, 20), (200, 100, 50)).save(file, "PNG", icc_profile=profile)
    image = opened(render_picture(file.getvalue(), 20, "jpeg"))
    assert all(abs(a - b) < 6 for a, b in zip(image.getpixel((9, 9)), (200, 100, 50), strict=True))


@pytest.mark.parametrize(
    "profile", [b"none", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()]
)
def test_a_profile_that_fits_no_picture_is_passed_over(profile: bytes) -> None:
    """A broken one, or that of another kind of picture, stops no build, and the colours are those in the file."""
    file = BytesIO()
    Image.new("RGB", (20, 20), (200, 100, 50)).save(file, "PNG", icc_profile=profile)
    with Image.open(BytesIO(render_picture(file.getvalue(), 20, "webp", lossless=True))) as image:
        assert image.getpixel((0, 0)) == (200, 100, 50)


def test_what_shines_through_is_white_on_paper() -> None:
    """JPEG, which books have, knows no transparency."""
    file = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(file, "PNG")
    assert opened(render_picture(file.getvalue(), 20, "jpeg")).getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("pictures/brygga.jpg", "brygga"),
        ("brygga.jpg", None),
        ("pictures/brygga.svg", None),
        ("a/pictures/b.png", None),
    ],
)
def test_a_photograph_has_the_record_of_its_name(name: str, slug: str | None) -> None:
    """In the folder for them, and nowhere else."""
    assert slug_of(name) == slug


def test_a_link_to_a_photograph_leads_to_a_file_that_is_published() -> None:
    """The original stays at home."""
    media = {"pictures/brygga.jpg": CAMERA, "mark.svg": b"<svg/>"}
    assert published_file("mark.svg", media) == "mark.svg"
    assert published_file("pictures/brygga.jpg", media) in versions_of("pictures/brygga.jpg", CAMERA)


def test_a_page_shows_a_photograph_with_its_words_size_and_credit(
    prose_page: Callable[[str], tuple[Site, Page]],
) -> None:
    """Each format has its widths; nothing moves while it loads; whose it is stands below."""
    shown = html.fromstring(article(*prose_page("Text.\n\n![](../media/pictures/brygga.jpg)\n")))
    [figure] = shown.xpath("//figure[@class='picture']")
    [image] = figure.iter("img")
    assert {name: image.get(name) for name in ("alt", "width", "height", "loading")} == {
        "alt": "En brygga ut i sjön, med solen lågt till höger.",
        "width": "1500",
        "height": "1000",
        "loading": "lazy",
    }
    sources = [element.get("srcset").count("w") for element in figure.iter("source", "img")]
    assert [source.count(" ") for source in (e.get("srcset") for e in figure.iter("source", "img"))] == [5, 5]
    assert sources[0] >= 3
    assert figure.xpath("string(figcaption)") == "Foto: Kim Exempel. CC BY 4.0"


def test_a_writer_may_say_more_of_a_photograph_than_its_record(
    prose_page: Callable[[str], tuple[Site, Page]],
) -> None:
    """What matters in a picture depends on the page."""
    shown = html.fromstring(article(*prose_page("![Solen går ned.](../media/pictures/brygga.jpg)\n")))
    assert shown.xpath("//img/@alt") == ["Solen går ned."]


def test_a_photograph_that_begins_a_page_is_fetched_at_once(
    prose_page: Callable[[str], tuple[Site, Page]],
) -> None:
    """What a reader sees first does not wait for scrolling."""
    shown = html.fromstring(article(*prose_page("![](../media/pictures/brygga.jpg)\n\nText.\n")))
    assert shown.xpath("//figure//img/@loading") == []
