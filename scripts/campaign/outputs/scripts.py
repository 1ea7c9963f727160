"""The few scripts: each a module that a page with something to try loads by itself, under a name that marks its content."""

import hashlib
import re
from collections.abc import Mapping
from functools import partial

from campaign.site import Site, Targets

FOLDER = "assets/js"
_IMPORT = re.compile(rb'(?<=from "\./)[\w-]+\.js(?=")')


def targets(site: Site) -> Targets:
    """Address → how to make it, of every script."""
    return {address: partial(_script, site, name) for name, address in site.scripts.items()}


def script_addresses(files: Mapping[str, bytes]) -> dict[str, str]:
    """The public address of each script. What a script imports imports nothing itself."""
    own = {name: script_address(name, raw) for name, raw in files.items()}
    return {name: script_address(name, _with_addresses(raw, own)) for name, raw in files.items()}


def _script(site: Site, name: str) -> bytes:
    return _with_addresses(site.design[f"{FOLDER}/{name}"], site.scripts)


def _with_addresses(script: bytes, addresses: Mapping[str, str]) -> bytes:
    """A script whose imports name the files as they are published, beside it."""
    return _IMPORT.sub(lambda found: addresses[found[0].decode()].rpartition("/")[2].encode(), script)


def script_address(name: str, content: bytes) -> str:
    """The public address of a script: `plan.js` → `assets/plan.1a2b3c4d.js`."""
    fingerprint = hashlib.sha256(content).hexdigest()[:8]
    return f"assets/{name.removesuffix('.js')}.{fingerprint}.js"
