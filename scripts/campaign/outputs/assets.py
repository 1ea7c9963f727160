"""The scripts and the display type: whole, and each under a name that marks its content, so that it is fetched once."""

import hashlib
from functools import partial
from pathlib import PurePosixPath

from campaign.site import Site, Targets

SCRIPTS, FONTS = "assets/js", "assets/fonts"


def targets(site: Site) -> Targets:
    """Address → how to make it, of every script, of the type, and of its licence."""
    return {
        address: partial(site.design.__getitem__, f"{folder}/{name}")
        for folder, files in ((SCRIPTS, site.scripts), (FONTS, site.fonts))
        for name, address in files.items()
    }


def marked_address(name: str, content: bytes) -> str:
    """The public address of a file: `plan.js` → `assets/plan.1a2b3c4d.js`."""
    path = PurePosixPath(name)
    return f"assets/{path.stem}.{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"
