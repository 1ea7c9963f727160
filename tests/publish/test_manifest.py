"""What a site says of itself."""

from pathlib import Path

import pytest

from campaign.publish.manifest import (
    MANIFEST,
    SIGNATURE,
    Difference,
    Manifest,
    addresses_of,
    compare,
    load_digests,
    parse_manifest,
    render_manifest,
)

SITE = Manifest(commit="c0ffee", day="2026-02-03", packages="beef", files={"b/index.html": "2", "a.css": "1"})


def test_each_file_is_listed_with_its_digest_but_the_manifest(tmp_path: Path) -> None:
    """The digest is what `sha256sum` says of the file, and what the site says of itself is no part of it."""
    for path in ("index.html", MANIFEST, SIGNATURE):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"te\n")
    digest = "c6e70d72ff4b8fc4a2c7a55bca7ca4d4e2a8b5ec6f4cd8d3c2c29ce6d2e2f0c2"
    found = load_digests(tmp_path)
    assert (list(found), len(found["index.html"])) == (["index.html"], len(digest))


def test_the_same_site_says_the_same_bytes() -> None:
    """Two people who build a commit get the same manifest, which they can read, and so can a program."""
    raw = render_manifest(SITE)
    again = SITE.model_copy(update={"files": dict(reversed(SITE.files.items()))})
    assert (render_manifest(again), parse_manifest(raw), raw.count(b"\n")) == (raw, SITE, 9)


@pytest.mark.parametrize(
    "raw",
    [None, b"", b"<html>", b"{}", render_manifest(SITE).replace(b"2026-02-03", b"2026-02-31"), b"\xff"],
)
def test_what_is_no_manifest_is_none(raw: bytes | None) -> None:
    """A page of excuses from a server is not taken for a site's word."""
    assert parse_manifest(raw) is None


def test_every_kind_of_difference_is_found() -> None:
    """A changed, a missing and an extra file are each told as what they are."""
    found = compare({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"})
    assert found == Difference(changed=("b",), missing=("c",), extra=("d",))
    assert (bool(found), bool(compare({"a": "1"}, {"a": "1"}))) == (True, False)


def test_addresses_are_those_of_readers() -> None:
    """Whoever purges a cache or looks a difference up has the address that readers use."""
    paths = ["no/index.html", "index.html", "404.html", "assets/a.css", "my-index.html"]
    assert addresses_of(paths) == ["/", "/404.html", "/assets/a.css", "/my-index.html", "/no/"]
