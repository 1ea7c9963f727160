"""A lock file ─> the packages that it lists."""

import json
import re
from base64 import b64decode
from dataclasses import dataclass

_PACKAGE = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Package:
    """A package in the one version that is installed, and the digest of each file that it may come as.

    `registry` is where its name is of, as package URLs call it: of pypi digests are SHA-256, of npm SHA-512.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    registry: str = "pypi"

    @property
    def pin(self) -> str:
        """Name and version, as in the lock file."""
        return f"{self.name}{'==' if self.registry == 'pypi' else '@'}{self.version}"


def parse_npm_lock(text: str) -> list[tuple[Package, str | None]]:
    """The packages of a package-lock.json, each with the licence that it says there; the project itself is none."""
    found = json.loads(text)["packages"]
    rows = {
        (path.rpartition("node_modules/")[2], entry["version"]): entry
        for path, entry in found.items()
        if path
    }
    return [
        (Package(name, version, (_hex(entry["integrity"]),), "npm"), entry.get("license"))
        for (name, version), entry in sorted(rows.items(), key=lambda row: row[0])
    ]


def _hex(integrity: str) -> str:
    """`sha512-…` in base 64 as a row of hexadecimal digits."""
    return b64decode(integrity.removeprefix("sha512-")).hex()


def parse_lock(text: str) -> list[Package]:
    """The packages of a lock file that `make.py lock` wrote."""
    lines = text.replace("\\\n", " ").splitlines()
    found = [(match, line) for line in lines if (match := _PACKAGE.match(line))]
    return [Package(match[1], match[2], tuple(_HASH.findall(line))) for match, line in found]
