"""An artefact for a host that takes a whole site at once: a folder, or a zip file where the name says so."""

import shutil
from pathlib import Path

from campaign.build import write_published, write_recovered
from campaign.outputs.zip_files import build_zip, read_zip
from campaign.publish.manifest import MANIFEST, Manifest, parse_manifest
from campaign.publish.release import Release, write_tree


def write_artifact(place: Path, release: Release) -> None:
    """Put the artefact where another may lie from before; nobody finds half of one."""
    place.parent.mkdir(parents=True, exist_ok=True)
    staged = place.with_name(f".{place.name}")
    if _is_zip(place):
        staged.write_bytes(build_zip({path: release.read(path) for path in release.paths}))
        staged.replace(place)
    else:
        write_recovered(place, staged)
        write_tree(staged, release)
        write_published(place, staged)
        shutil.rmtree(staged, ignore_errors=True)


def load_published(place: Path) -> Manifest | None:
    """The manifest of the artefact that lies there, or None."""
    if not place.exists():
        return None
    if _is_zip(place):
        return parse_manifest(read_zip(place.read_bytes()).get(MANIFEST))
    manifest = place / MANIFEST
    return parse_manifest(manifest.read_bytes()) if manifest.exists() else None


def _is_zip(place: Path) -> bool:
    return place.suffix == ".zip"
