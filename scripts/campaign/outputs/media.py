"""The files of content/media: photographs in the widths and formats that pages show, posters by day and by night, all else as it is."""

from functools import partial

from campaign.media import is_photo
from campaign.outputs.drawings import Light, published
from campaign.pictures import Format, render_picture, versions_of
from campaign.site import Site, Targets

FOLDER = "media"
# A reader fetches the colours of the hour and no others: a poster is half the weight, and pages show many.
POSTERS, NIGHT = "posters/", "-night"


def targets(site: Site) -> Targets:
    """Address → how to make it, of every file. A photograph is never published as it came from the camera."""
    media = site.content.media
    drawings: Targets = {
        address: make for name in media if not is_photo(name) for address, make in _drawn(site, name).items()
    }
    photos: Targets = {
        address: partial(_version, site, name, width, kind)
        for name in media
        if is_photo(name)
        for address, (width, kind) in versions_of(name, media[name]).items()
    }
    return {f"{FOLDER}/{name}": make for name, make in {**drawings, **photos}.items()}


def _drawn(site: Site, name: str) -> Targets:
    if not name.startswith(POSTERS):
        return {name: partial(site.content.media.__getitem__, name)}
    return {
        name: partial(_lit, site, name, "day"),
        name.replace(".svg", f"{NIGHT}.svg"): partial(_lit, site, name, "night"),
    }


def _lit(site: Site, name: str, light: Light) -> bytes:
    return published(site.content.media[name], light)


def _version(site: Site, name: str, width: int, kind: Format) -> bytes:
    return render_picture(site.content.media[name], width, kind)
