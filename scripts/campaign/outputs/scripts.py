"""The few scripts: each a module that a page with something to try loads by itself, under a name that marks its content."""

import hashlib
from functools import partial

from campaign.site import Site, Targets

FOLDER = "assets/js"


def targets(site: Site) -> Targets:
    """Address → how to make it, of every script."""
    return {
        address: partial(site.design.__getitem__, f"{FOLDER}/{name}")
        for name, address in site.scripts.items()
    }


def script_address(name: str, content: bytes) -> str:
    """The public address of a script: `plan.js` → `assets/plan.1a2b3c4d.js`."""
    fingerprint = hashlib.sha256(content).hexdigest()[:8]
    return f"assets/{name.removesuffix('.js')}.{fingerprint}.js"
