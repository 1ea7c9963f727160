"""Releases to publish: a small site of a few files, and the next one with something changed, something new and something gone."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from campaign.publish.manifest import MANIFEST, Manifest, load_digests, render_manifest
from campaign.publish.release import Release

OLD = {
    "index.html": b"<link href=assets/old.css><a href=om/>Om</a>",
    "om/index.html": b"<link href=../assets/old.css>Om",
    "assets/old.css": b"a {}",
    "sitemap.xml": b"<urlset>1</urlset>",
}
NEW = {
    "index.html": b"<link href=assets/new.css><a href=kontakt/>Kontakt</a>",
    "kontakt/index.html": b"<link href=../assets/new.css>Kontakt",
    "assets/new.css": b"a { color: red }",
    "sitemap.xml": b"<urlset>2</urlset>",
}
MakeRelease = Callable[[Mapping[str, bytes]], Release]


@pytest.fixture
def release(tmp_path: Path) -> MakeRelease:
    """A function that gives files as a release."""

    def made(files: Mapping[str, bytes]) -> Release:
        site = tmp_path / "sites" / str(len(list(tmp_path.glob("sites/*"))))
        for path, raw in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(raw)
        manifest = Manifest(commit="c0ffee", day="2026-02-03", packages="p", files=load_digests(site))
        return Release(site, manifest, {MANIFEST: render_manifest(manifest)})

    return made


def shown(folder: Path) -> dict[str, bytes]:
    """What a reader finds in a folder, without what the site says of itself: path → bytes."""
    return {path: (folder / path).read_bytes() for path in load_digests(folder)}
