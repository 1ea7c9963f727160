"""A photograph on a page, as a browser draws it."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Route

from campaign.expand import article
from campaign.pages import Page
from campaign.pictures import render_picture, versions_of
from campaign.site import Site
from test_pictures import CAMERA

pytestmark = pytest.mark.browser


def test_a_photograph_from_a_camera_is_drawn_upright_and_small(
    browser: Browser, prose_page: Callable[[str], tuple[Site, Page]]
) -> None:
    """A phone fetches one small modern file, and the sun stands where the photographer saw it, within the screen."""
    files = {
        name: render_picture(CAMERA, width, kind)
        for name, (width, kind) in versions_of("pictures/brygga.jpg", CAMERA).items()
    }
    asked: list[str] = []

    def answer(route: Route) -> None:
        name = route.request.url.partition("/media/")[2]
        asked.append(name)
        route.fulfill(body=files[name], content_type=f"image/{name.rpartition('.')[2]}")

    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.route("**/media/**", answer)
    page.route("https://site.example/", lambda route: route.fulfill(body=shown, content_type="text/html"))
    style = "<style>img { max-width: 100%; height: auto }</style>"
    shown = f"<!doctype html><meta charset=utf-8>{style}{article(*prose_page('![](../media/pictures/brygga.jpg)'))}"
    page.goto("https://site.example/")
    picture = page.locator("figure img")
    drawn = Image.open(BytesIO(picture.screenshot())).convert("RGB")
    page.close()
    red, _, blue = drawn.getpixel((drawn.width * 365 // 480, drawn.height * 141 // 320))
    assert [name.rpartition(".")[2] for name in asked] == ["avif"]
    assert (drawn.width <= 390, round(drawn.width / drawn.height, 1), red > 200, blue < 180) == (
        True,
        1.5,
        True,
        True,
    )
    assert len(files[asked[0]]) < 20_000
