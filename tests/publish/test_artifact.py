"""Artefacts for hosts that take a whole site at once."""

from pathlib import Path

import pytest

from campaign.outputs.zip_files import read_zip
from campaign.publish.artifact import load_published, write_artifact
from campaign.publish.manifest import MANIFEST
from releases import NEW, OLD, MakeRelease, shown


def test_a_folder_holds_the_new_site_and_nothing_of_the_old(tmp_path: Path, release: MakeRelease) -> None:
    """What a host takes is the site, with its manifest, and no page that is gone."""
    place = tmp_path / "out/public"
    for files in (OLD, NEW):
        write_artifact(place, published := release(files))
    assert (shown(place), load_published(place)) == (NEW, published.manifest)
    assert [path.name for path in place.parent.iterdir()] == ["public"]


def test_a_zip_is_the_same_bytes_each_time(tmp_path: Path, release: MakeRelease) -> None:
    """Where the name says so the site comes as one file, which holds no clock."""
    place, new = tmp_path / "site.zip", release(NEW)
    write_artifact(place, new)
    first = place.read_bytes()
    write_artifact(place, new)
    assert (place.read_bytes(), load_published(place)) == (first, new.manifest)
    assert read_zip(first) == NEW | {MANIFEST: new.attached[MANIFEST]}


@pytest.mark.parametrize("name", ["public", "site.zip"])
def test_where_nothing_was_made_there_is_no_manifest(tmp_path: Path, name: str) -> None:
    """The first artefact has nothing to be compared with."""
    assert load_published(tmp_path / name) is None
