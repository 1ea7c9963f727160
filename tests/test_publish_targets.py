"""Where the site goes."""

from pathlib import Path

from campaign.publish.manifest import Manifest
from campaign.publish.release import Release
from publish_targets import with_editor


def test_the_web_editor_goes_along_where_somebody_has_made_one(tmp_path: Path) -> None:
    """It lies beside the site below admin/, and no manifest tells of it."""
    release = Release(
        tmp_path / "site",
        Manifest(commit=None, day="2026-12-01", packages="", files={}),
        {"manifest.json": b"{}"},
    )
    assert with_editor(release, tmp_path) == release
    (tmp_path / "site-admin/chunks").mkdir(parents=True)
    (tmp_path / "site-admin/index.html").write_bytes(b"<!doctype html>")
    (tmp_path / "site-admin/chunks/a.js").write_bytes(b"1")
    found = with_editor(release, tmp_path)
    assert (found.paths, found.read("admin/chunks/a.js")) == (
        ["admin/chunks/a.js", "admin/index.html", "manifest.json"],
        b"1",
    )
