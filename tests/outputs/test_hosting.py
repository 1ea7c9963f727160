"""What stands at the root for machines."""

import io
from collections.abc import Callable

from PIL import Image

from campaign.outputs.hosting import targets
from campaign.site import Site
from conftest import Changes, made

SECURITY = ".well-known/security.txt"
NAMED = '  security: {contact: "https://exempel.example/tell", expires: "2026-03-01"}\n'


def test_robots_are_told_of_the_sitemap(good_site: Site) -> None:
    """A search engine may read everything but what is for editors, and finds the list of it."""
    text = made(targets(good_site))["robots.txt"].decode()
    assert text == (
        "User-agent: *\nAllow: /\nDisallow: /under/editors/\nDisallow: /under/no/editors/\n"
        "\nSitemap: https://exempel.example/under/sitemap.xml\n"
    )


def test_the_mark_is_there_for_programs_that_read_no_page(good_site: Site) -> None:
    """A browser that asks for favicon.ico without reading the page gets the mark."""
    icon = Image.open(io.BytesIO(made(targets(good_site))["favicon.ico"]))
    assert (icon.format, icon.size) == ("ICO", (48, 48))


def test_nobody_is_named_for_weaknesses_before_somebody_is(
    world: Callable[..., Site], edited: Callable[..., Changes]
) -> None:
    """There is no security.txt that leads nowhere."""
    assert SECURITY not in targets(world(edited("mkdocs.yml", NAMED, "")))


def test_who_finds_a_weakness_reads_whom_to_tell(good_site: Site) -> None:
    """Contact and last day are as the owner has decided them, in the form of RFC 9116."""
    assert made(targets(good_site))[SECURITY].decode().splitlines()[:2] == [
        "Contact: https://exempel.example/tell",
        "Expires: 2026-03-01T00:00:00Z",
    ]
