"""The files of content/media as they are published."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from campaign.media import media_problems
from campaign.outputs import media
from campaign.site import Site
from conftest import made
from proof.planting import list_faults

# What an editor's program may put into a drawing; some of it is allowed, some not.
PARTS = (
    b"<g/>",
    b"<g><g/></g>",
    b"<!-- a -->",
    b"<a/>",
    b"<g style='fill:url(#a)'/>",
    b"<g fill='url(#a)'/>",
    b"<g fill='var(--sky)'/>",
    b"<text>a &lt;/b</text>",
    b"<title>&#8238;</title>",
    b"<g aria-label='a &gt; b'/>",
    b"<g><path/></g>",
    b"<g>",
    b"<style>g{fill:red}</style>",
)
FILES = ("posters/exempelby.svg", "mark.svg", "films/hello.svg", "films/hello-sv.vtt", "films/hello.mp4")


def test_a_drawing_is_published_as_it_is_and_a_photograph_only_in_its_versions(good_site: Site) -> None:
    """No file that a camera wrote is on the site."""
    found = media.targets(good_site)
    assert [address for address in found if "pictures/" in address] == [
        f"media/pictures/brygga-{width}.{kind}" for kind in ("avif", "webp") for width in (480, 960, 1500)
    ]
    assert found["media/mark.svg"]() == good_site.content.media["mark.svg"]


def test_the_files_are_of_the_kind_that_their_names_say(good_site: Site) -> None:
    """A browser chooses by the name and is not disappointed."""
    found = media.targets(good_site)
    assert found["media/pictures/brygga-480.avif"]()[4:12] == b"ftypavif"
    assert found["media/pictures/brygga-480.webp"]()[8:12] == b"WEBP"


def test_a_poster_is_published_in_the_colours_of_each_light(good_site: Site) -> None:
    """A reader fetches the day or the night, and neither knows of the other."""
    found = media.targets(good_site)
    assert [address for address in found if "posters/exempelby" in address] == [
        "media/posters/exempelby.svg",
        "media/posters/exempelby-night.svg",
    ]
    day, night = (found[f"media/posters/exempelby{light}.svg"]() for light in ("", "-night"))
    assert [colour in day for colour in (b"#8c2b1d", b"#3d1611", b"<style")] == [True, False, False]
    assert [colour in night for colour in (b"#8c2b1d", b"#3d1611", b"<style")] == [False, True, False]


def damaged(rng: random.Random, raw: bytes, is_drawing: bool) -> Iterator[bytes]:
    """A file with something more or less in it, again and again."""
    for _ in range(60):
        changed = bytearray(raw)
        at = rng.randrange(len(raw))
        changed[at : at + rng.choice((0, 0, 1, 9))] = rng.choice(
            (b"", b"\xe5", b"a", b"\n\n", "\u202e".encode())
        )
        if is_drawing and rng.random() < 0.7:
            at = raw.rindex(b"</svg>")
            changed = bytearray(raw[:at] + b"".join(rng.choices(PARTS, k=2)) + raw[at:])
        yield bytes(changed)


@pytest.mark.parametrize("name", FILES)
def test_what_the_check_lets_through_is_made_and_proven(good_site: Site, name: str) -> None:
    """Of many damaged files of each kind none that nobody is told of stops a build."""
    rng, published = random.Random(name), 0
    raw = good_site.content.media[name]
    for changed in {raw, *damaged(rng, raw, name.endswith(".svg"))}:
        if not media_problems(f"content/media/{name}", changed):
            site = replace(good_site, content=replace(good_site.content, media={name: changed}))
            files = made(media.targets(site))
            published += 1
            assert [(address, list_faults(address, file)) for address, file in files.items()] == [
                (address, []) for address in files
            ]
    assert published > 0
