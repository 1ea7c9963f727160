"""A lock file ─> the packages that it lists."""

import re
from dataclasses import dataclass

_PACKAGE = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Package:
    """A package in the one version that is installed, and the SHA-256 of each file that it may come as."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def pin(self) -> str:
        """Name and version, as in the lock file."""
        return f"{self.name}=={self.version}"


def parse_lock(text: str) -> list[Package]:
    """The packages of a lock file that `make.py lock` wrote."""
    lines = text.replace("\\\n", " ").splitlines()
    found = [(match, line) for line in lines if (match := _PACKAGE.match(line))]
    return [Package(match[1], match[2], tuple(_HASH.findall(line))) for match, line in found]
