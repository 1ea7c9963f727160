"""The pictures of content/media, published as they are."""

from functools import partial

from campaign.site import Site, Targets

FOLDER = "media"


def targets(site: Site) -> Targets:
    """Address → how to make it, of every picture."""
    media = site.content.media
    return {f"{FOLDER}/{name}": partial(media.__getitem__, name) for name in media}
