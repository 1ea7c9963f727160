"""The scripts and the display type: each under a name that marks its content, so that it is fetched once."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

from campaign.policy import integrity
from campaign.site import Script, Site, Targets

SCRIPTS, FONTS = "assets/js", "assets/fonts"
_IMPORT = re.compile(rb'^import (\{[\w, ]+\}) from "\./([\w-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(rb"^export ", re.MULTILINE)
# A line that is nothing but a comment, and what stands before the first word of a line.
_FOR_WRITERS = re.compile(rb"^[ \t]*(?://.*|/\*\*[^*]*\*/)\n|^[ \t]+", re.MULTILINE)


def targets(site: Site) -> Targets:
    """Address → how to make it, of every script that a page names, of the type, and of its licence."""
    scripts = {script.address: partial(_script, site, name) for name, script in site.scripts.items()}
    fonts = {
        address: partial(site.design.__getitem__, f"{FONTS}/{name}") for name, address in site.fonts.items()
    }
    return {**scripts, **fonts}


def build_scripts(files: Mapping[str, bytes]) -> dict[str, Script]:
    """Where each script is published, and its digest. What others import is part of them."""
    imported = {name for raw in files.values() for name in _imports(raw)}
    whole = {name: joined(name, files.__getitem__) for name in files if name not in imported}
    return {
        name: Script(fingerprinted_address(name, raw), integrity(raw), raw.decode())
        for name, raw in whole.items()
    }


def joined(name: str, read: Callable[[str], bytes]) -> bytes:
    """A script with what it imports in it: a browser checks the digest of what a page names, and of nothing further."""
    return without_comments(_whole(name, read))


def _whole(name: str, read: Callable[[str], bytes]) -> bytes:
    """A script with what it imports, and what that imports, each of which keeps its own names to itself."""

    def within(found: re.Match[bytes]) -> bytes:
        module = _EXPORT.sub(b"", _whole(found[2].decode(), read))
        return b"const %b = (() => {\n%breturn %b;\n})();" % (found[1], module, found[1])

    return _IMPORT.sub(within, read(name))


def without_comments(script: bytes) -> bytes:
    """A script without what is for its writers: lines that are a comment, and indentation, a fifth of its weight.

    A text over several lines would be changed by that, and no script has one.
    """
    return _FOR_WRITERS.sub(b"", script)


def _imports(script: bytes) -> Iterator[str]:
    return (found[2].decode() for found in _IMPORT.finditer(script))


def _script(site: Site, name: str) -> bytes:
    return joined(name, lambda one: site.design[f"{SCRIPTS}/{one}"])


def fingerprinted_addresses(files: Mapping[str, bytes]) -> dict[str, str]:
    """The public address of each file."""
    return {name: fingerprinted_address(name, raw) for name, raw in files.items()}


def fingerprinted_address(name: str, content: bytes) -> str:
    """The public address of a file: `plan.js` → `assets/plan.1a2b3c4d.js`."""
    path = PurePosixPath(name)
    return f"assets/{path.stem}.{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"
