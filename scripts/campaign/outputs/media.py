"""The files of content/media: photographs in the widths and formats that pages show, all else as it is."""

from functools import partial

from campaign.media import is_photo
from campaign.pictures import Format, render_picture, versions_of
from campaign.site import Site, Targets

FOLDER = "media"


def targets(site: Site) -> Targets:
    """Address → how to make it, of every file. A photograph is never published as it came from the camera."""
    media = site.content.media
    drawings = {name: partial(media.__getitem__, name) for name in media if not is_photo(name)}
    photos = {
        address: partial(_version, site, name, width, kind)
        for name in media
        if is_photo(name)
        for address, (width, kind) in versions_of(name, media[name]).items()
    }
    return {f"{FOLDER}/{name}": make for name, make in {**drawings, **photos}.items()}


def _version(site: Site, name: str, width: int, kind: Format) -> bytes:
    return render_picture(site.content.media[name], width, kind)
