"""Publishing to a real S3 server: Moto's, in an environment of its own, which holds what requirements-store.txt locks."""

import gzip
import socket
import subprocess
import time
from collections.abc import Iterator
from itertools import count
from typing import Any

import obstore
import pytest
import requests

import environment
import object_store
from campaign.models.publishing import Bucket
from campaign.publish.manifest import MANIFEST, OURS
from object_store import ObjectStore
from real_site import own_environment
from releases import NEW, OLD, MakeRelease

pytestmark = pytest.mark.store

# What each page needs, in the words of the two small sites.
NEEDS = {b"old.css": "assets/old.css", b"new.css": "assets/new.css"}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an S3 server on this machine that holds nothing."""
    folder = own_environment("store", environment.STORE_LOCK)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [environment.python(folder), "-m", "moto.server", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not _answers(port):
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def _answers(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


_numbers = count()


@pytest.fixture
def place(server: str, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """A new bucket, with the keys to it in the environment."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "te")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "kaffe")
    bucket = Bucket(bucket=f"site-{next(_numbers)}", endpoint=server)
    assert _asked("PUT", f"{server}/{bucket.bucket}") == 200
    return bucket


def _asked(method: str, address: str) -> int:
    return requests.request(method, address, timeout=30).status_code


def found(place: Bucket) -> dict[str, bytes]:
    """What readers get from a bucket, without what the site says of itself: path → bytes."""
    store = ObjectStore(place)._store
    paths = [item["path"] for batch in obstore.list(store) for item in batch]
    return {path: _read(store, path) for path in sorted(paths) if path not in OURS}


def _read(store: Any, path: str) -> bytes:
    answer = obstore.get(store, path)
    raw = bytes(answer.bytes())
    return gzip.decompress(raw) if answer.attributes.get("Content-Encoding") == "gzip" else raw


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every file that is sent or taken away, in order."""
    seen: list[str] = []
    put, delete = obstore.put, obstore.delete

    def putting(store: Any, path: str, raw: bytes, **words: Any) -> object:
        seen.append(f"+{path}")
        return put(store, path, raw, **words)

    def deleting(store: Any, paths: Any) -> object:
        seen.extend(f"-{path}" for path in paths)
        return delete(store, paths)

    monkeypatch.setattr(obstore, "put", putting)
    monkeypatch.setattr(obstore, "delete", deleting)
    monkeypatch.setattr(object_store, "_AT_ONCE", 1)
    return seen


def test_a_bucket_holds_the_site_and_nothing_else(place: Bucket, release: MakeRelease) -> None:
    """What readers get is what was built, and the store says of itself what was published."""
    store = ObjectStore(place)
    assert store.published() is None
    for files in (OLD, NEW):
        store.write(new := release(files))
    assert (found(place), store.published()) == (NEW, new.manifest)


def test_each_file_says_what_it_is(place: Bucket, release: MakeRelease) -> None:
    """Type, time to be kept and encoding are with each file, so that a browser needs nobody between."""
    ObjectStore(place).write(
        release({"index.html": b"te", "assets/a.0123456789.css": b"a {}", "a.webp": b"x"})
    )
    actual = {
        path: obstore.get(ObjectStore(place)._store, path).attributes
        for path in ("index.html", "assets/a.0123456789.css", "a.webp")
    }
    year = "public, max-age=31536000, immutable"
    text = {"Content-Encoding": "gzip"}
    assert actual == {
        "index.html": {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache", **text},
        "assets/a.0123456789.css": {"Content-Type": "text/css; charset=utf-8", "Cache-Control": year, **text},
        "a.webp": {"Content-Type": "image/webp", "Cache-Control": "no-cache"},
    }


def test_only_the_difference_travels_in_a_safe_order(
    place: Bucket, release: MakeRelease, asked: list[str]
) -> None:
    """What pages need goes first, what names pages after them, the manifest then, and what is gone goes last."""
    store = ObjectStore(place)
    store.write(release(OLD))
    asked.clear()
    store.write(release(OLD | {"index.html": b"te", "assets/b.css": b"b {}"}))
    assert asked == ["+assets/b.css", "+index.html", f"+{MANIFEST}"]
    asked.clear()
    store.write(release(OLD))
    assert asked == ["+index.html", f"+{MANIFEST}", "-assets/b.css"]


def test_other_headers_send_all_again(
    place: Bucket, release: MakeRelease, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the rules change by which files are sent, the files that lie there already learn of it."""
    store = ObjectStore(place)
    store.write(release(OLD))
    asked.clear()
    monkeypatch.setattr(object_store, "_way_of", lambda _manifest: "another way")
    store.write(release(OLD))
    assert [path for path in asked if path != f"+{MANIFEST}"] == [
        "+assets/old.css",
        "+index.html",
        "+om/index.html",
        "+sitemap.xml",
    ]


def test_a_stop_at_any_request_leaves_whole_pages(
    place: Bucket, release: MakeRelease, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped before each request in turn, every page is the old or the new one with all it needs; the next try succeeds."""
    store, old, new = ObjectStore(place), release(OLD), release(NEW)
    limit, broken, was_stopped = 0, [], True
    inner = obstore.put, obstore.delete

    def limited(work: Any) -> Any:
        def run(*words: Any, **more: Any) -> object:
            if len(asked) >= limit:
                raise ConnectionError("stopped")
            return work(*words, **more)

        return run

    while was_stopped:
        monkeypatch.setattr(obstore, "put", inner[0])
        monkeypatch.setattr(obstore, "delete", inner[1])
        store.write(old)
        asked.clear()
        monkeypatch.setattr(obstore, "put", limited(inner[0]))
        monkeypatch.setattr(obstore, "delete", limited(inner[1]))
        try:
            store.write(new)
            was_stopped = False
        except ConnectionError:
            limit += 1
        there = found(place)
        broken += [
            (limit, path)
            for path, raw in there.items()
            if raw not in (OLD.get(path), NEW.get(path))
            or any(word in raw and needed not in there for word, needed in NEEDS.items())
        ]
    assert (broken, found(place)) == ([], NEW)
    assert limit > 5


@pytest.mark.parametrize(
    ("endpoint", "bucket", "expected"),
    [
        (None, "nowhere-at-all", "NoSuchBucket|not found"),
        ("http://127.0.0.1:9", "site", "error sending request"),
    ],
)
def test_what_a_store_refuses_is_told(
    place: Bucket, release: MakeRelease, endpoint: str | None, bucket: str, expected: str
) -> None:
    """A store that is not there, and one that does not answer, end in a sentence and not in half a publication."""
    other = Bucket(bucket=bucket, endpoint=endpoint or place.endpoint)
    with pytest.raises(OSError, match=expected):
        ObjectStore(other).write(release(OLD))
