"""An object store that speaks S3, at the edge: what it has, and how a release gets there. Needs the network."""

import gzip
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from campaign.cache import digest_of
from campaign.models.publishing import Bucket
from campaign.publish.headers import headers_of
from campaign.publish.manifest import MANIFEST, Manifest, parse_manifest
from campaign.publish.plan import Plan, build_plan
from campaign.publish.release import Release

if TYPE_CHECKING:
    from obstore.store import S3Config

# Under this name the manifest remembers how the files were sent: where that has changed, all are sent again.
_SENT_AS = "sent-as"
_AT_ONCE = 8


class ObjectStore:
    """A bucket; the keys to it are in the environment, under the names that every tool knows (AWS_ACCESS_KEY_ID …)."""

    def __init__(self, place: Bucket) -> None:
        # Without an address of its own the store is Amazon's.
        elsewhere: S3Config = {"endpoint": place.endpoint} if place.endpoint else {}
        is_plain = (place.endpoint or "").startswith("http:")
        self._store = S3Store(
            place.bucket,
            config={"region": place.region, **elsewhere},
            client_options={"allow_http": is_plain},
            retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=30)},
        )

    def published(self) -> Manifest | None:
        """The manifest of what readers see, or None."""
        with _refusing():
            return self._manifest()[0]

    def write(self, release: Release) -> None:
        """Send what readers need before what needs it, then what the site says of itself, then take away the rest."""
        with _refusing(), ThreadPoolExecutor(_AT_ONCE) as pool:
            plan = self._plan(release)
            for wave in plan.sent:
                list(pool.map(partial(self._send, release), wave))
            for path in release.attached:
                self._send(release, path)
            for wave in plan.removed:
                obstore.delete(self._store, wave)

    def _plan(self, release: Release) -> Plan:
        """What has to be sent and taken away, so that the store holds the release and nothing else."""
        manifest, way = self._manifest()
        before = manifest.files if manifest and way == _way_of(manifest) else {}
        present = {item["path"] for batch in obstore.list(self._store) for item in batch}
        return build_plan(release.manifest.files, before, present)

    def _send(self, release: Release, path: str) -> None:
        headers = headers_of(path)
        more = {_SENT_AS: _way_of(release.manifest)} if path == MANIFEST else {}
        obstore.put(self._store, path, headers.body(release.read(path)), attributes=headers.fields | more)

    def _manifest(self) -> tuple[Manifest | None, str | None]:
        """The manifest in the store, and how its files were sent."""
        try:
            found = obstore.get(self._store, MANIFEST)
        except FileNotFoundError:
            return None, None
        raw, attributes = bytes(found.bytes()), found.attributes
        is_packed = attributes.get("Content-Encoding") == "gzip"
        return parse_manifest(gzip.decompress(raw) if is_packed else raw), attributes.get(_SENT_AS)


def _way_of(manifest: Manifest) -> str:
    """A digest of the headers that the files of a site are sent with."""
    return digest_of({path: headers_of(path).fields for path in manifest.files})


@contextmanager
def _refusing() -> Iterator[None]:
    """What a store refuses is as what a disk refuses."""
    try:
        yield
    except BaseError as fault:
        raise OSError(str(fault).strip()) from fault
