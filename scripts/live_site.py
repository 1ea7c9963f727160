"""What a web server gives for each file of a site, at the edge: asked for as a reader's browser asks. Needs the network."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urljoin

import requests

from campaign.compression import WAYS, holds
from campaign.policy import kind_of, load_policy
from campaign.publish.manifest import addresses_of, digest_of, load_digests

_AT_ONCE = 8
_SECONDS = 30
# What browsers ask for. A server has another file for each of a text; all else goes as it lies.
_AS_IT_LIES, _COMPRESSED = "identity", ("gzip", "br")
_UNLIKE = "unlike in its encodings"


class Place(Protocol):
    """Somewhere that a site can be read from, file by file."""

    def read(self, path: str) -> bytes | None:
        """A file, or None."""

    def digests(self, paths: Iterable[str]) -> dict[str, str]:
        """The SHA-256 of the files that are there."""

    def leads(self, old: str, address: str) -> bool:
        """Whether whoever asks for an old address is led to another, and shown no page there."""


def place_of(where: str) -> Place:
    """What lies at an address, or in a folder."""
    return Served(where) if where.startswith(("http://", "https://")) else Lying(Path(where))


@dataclass(frozen=True)
class Lying:
    """A site as it lies in a folder."""

    folder: Path

    def read(self, path: str) -> bytes | None:
        """A file, or None."""
        place = self.folder / path
        return place.read_bytes() if place.is_file() else None

    def digests(self, paths: Iterable[str]) -> dict[str, str]:  # noqa: ARG002
        """The SHA-256 of all files, for here they can be listed; a compressed one counts as the one that it holds."""
        found = {path: (self.folder / path, digest) for path, digest in load_digests(self.folder).items()}
        return {
            path: digest
            for path, (place, digest) in found.items()
            if place.suffix not in WAYS or not holds(place)
        }

    def leads(self, old: str, address: str) -> bool:  # noqa: ARG002
        """No: a folder has the page that tells where to go."""
        return False


class Served:
    """A site as it is served at an address."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")
        self._session = requests.Session()
        self._session.headers["User-Agent"] = "inland-regions/1.0 (make.py verify)"

    def read(self, path: str, encoding: str = _AS_IT_LIES) -> bytes | None:
        """What a reader gets for a file whose browser takes this encoding, or None where there is nothing."""
        [address] = addresses_of([path])
        asked = {"Accept-Encoding": encoding}
        answer = self._session.get(self._address + quote(address), headers=asked, timeout=_SECONDS)
        if answer.status_code == 404:
            return None
        if answer.status_code != 410:  # there a page says why it is gone
            answer.raise_for_status()
        return answer.content

    def digests(self, paths: Iterable[str]) -> dict[str, str]:
        """The SHA-256 of each file that is served, the same in each encoding: path → digest."""
        wanted = list(paths)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            found = zip(wanted, pool.map(self._digest, wanted), strict=True)
            return {path: digest for path, digest in found if digest}

    def _digest(self, path: str) -> str | None:
        plain = self.read(path)
        if plain is None:
            return None
        kind = kind_of(load_policy().kinds, path)
        encodings = _COMPRESSED if kind and kind.text else ()
        alike = all(self.read(path, encoding) == plain for encoding in encodings)
        return digest_of(plain) if alike else _UNLIKE

    def leads(self, old: str, address: str) -> bool:
        """Whether whoever asks for an old address is led to another on the same host, for good."""
        asked = f"{self._address}/{old}"
        answer = self._session.get(asked, timeout=_SECONDS, allow_redirects=False)
        led = urljoin(asked, answer.headers.get("Location", ""))
        return answer.status_code == 301 and led == f"{self._address}/{address}"
