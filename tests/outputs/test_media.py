"""The files of content/media as they are published."""

from campaign.outputs import media
from campaign.site import Site


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
