"""The scripts and the display type: whole, and each under a name that marks its content, so that it is fetched once."""

import hashlib
import re
from collections.abc import Mapping
from functools import partial
from pathlib import PurePosixPath

from campaign.site import Site, Targets

SCRIPTS, FONTS = "assets/js", "assets/fonts"
_IMPORT = re.compile(rb'(?<=from "\./)[\w-]+\.js(?=")')


def targets(site: Site) -> Targets:
    """Address → how to make it, of every script, of the type, and of its licence."""
    scripts = {address: partial(_script, site, name) for name, address in site.scripts.items()}
    fonts = {
        address: partial(site.design.__getitem__, f"{FONTS}/{name}") for name, address in site.fonts.items()
    }
    return {**scripts, **fonts}


def marked_addresses(files: Mapping[str, bytes]) -> dict[str, str]:
    """The public address of each file. What a script imports imports nothing itself."""
    own = {name: marked_address(name, raw) for name, raw in files.items()}
    return {name: marked_address(name, _with_addresses(raw, own)) for name, raw in files.items()}


def _script(site: Site, name: str) -> bytes:
    return _with_addresses(site.design[f"{SCRIPTS}/{name}"], site.scripts)


def _with_addresses(script: bytes, addresses: Mapping[str, str]) -> bytes:
    """A script whose imports name the files as they are published, beside it."""
    return _IMPORT.sub(lambda found: addresses[found[0].decode()].rpartition("/")[2].encode(), script)


def marked_address(name: str, content: bytes) -> str:
    """The public address of a file: `plan.js` → `assets/plan.1a2b3c4d.js`."""
    path = PurePosixPath(name)
    return f"assets/{path.stem}.{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"
