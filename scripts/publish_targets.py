"""Where the site goes and what goes there, at the edge: the targets of mkdocs.yml, and a release signed with a key of the environment."""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from campaign.compression import write_compressed
from campaign.files import ADMIN, EVERYWHERE
from campaign.models.configuration import Configuration
from campaign.models.publishing import Publishing
from campaign.policy import load_policy
from campaign.publish import artifact, folder
from campaign.publish.manifest import (
    HOST_FILES,
    MANIFEST,
    SIGNATURE,
    Manifest,
    digest_of,
    load_digests,
    render_manifest,
)
from campaign.publish.release import Release
from campaign.publish.signature import is_signed, render_signature
from campaign.serving.editor import FOLDER
from campaign.sources import parse_yaml
from campaign.validation import validate
from environment import SITE_LOCK

# The secrets, which stand in no file of the project: minisign's secret key as text, and the password that it lies under.
KEY, PASSWORD = "CAMPAIGN_SIGNING_KEY", "CAMPAIGN_SIGNING_PASSWORD"
# What a commit must hold for the site to be its site.
_SOURCES = ("content", "overrides", *EVERYWHERE)


@dataclass(frozen=True)
class Target:
    """Somewhere to publish to: what readers see there, and how a release comes there."""

    published: Callable[[], Manifest | None]
    write: Callable[[Release], None]


def load_settings(root: Path) -> Publishing:
    """What mkdocs.yml says about publishing; nothing, if it says it wrongly."""
    path = "mkdocs.yml"
    found = validate(parse_yaml(path, (root / path).read_bytes()), Configuration)
    return found.extra.publish if found else Publishing()


def target_of(name: str, settings: Publishing, root: Path) -> Target:
    """The target of that name."""
    if name in settings.folders:
        place = root / settings.folders[name]
        compress = partial(write_compressed, policy=load_policy(), cache=root / ".cache")
        return Target(
            partial(folder.load_published, place), partial(folder.write_release, place, finish=compress)
        )
    if name in settings.artifacts:
        place = root / settings.artifacts[name]
        return Target(partial(artifact.load_published, place), partial(artifact.write_artifact, place))
    from object_store import ObjectStore

    store = ObjectStore(settings.buckets[name])
    return Target(store.published, store.write)


def load_release(root: Path, site: Path, day: str, environment: Mapping[str, str]) -> Release:
    """The built site with its manifest, and with its signature where the environment has a key."""
    manifest = Manifest(commit=commit_of(root), day=day, packages=packages_of(root), files=load_digests(site))
    attached = {MANIFEST: render_manifest(manifest)}
    if KEY in environment:
        comment = f"commit {manifest.commit}, {day}"
        attached[SIGNATURE] = render_signature(
            attached[MANIFEST], environment[KEY], environment.get(PASSWORD, ""), comment
        )
    return Release(site, manifest, attached)


def for_hosts(release: Release) -> Release:
    """The release with what static hosts read instead of a server's configuration."""
    files = {name: (release.site / name).read_bytes() for name in HOST_FILES}
    return replace(release, attached={**release.attached, **files})


def with_editor(release: Release, root: Path) -> Release:
    """The release with the web editor beside it, if `make.py admin` has made one here; no manifest tells of that."""
    folder = root / ADMIN
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    editor = {f"{FOLDER}{path.relative_to(folder).as_posix()}": path.read_bytes() for path in files}
    return replace(release, attached={**editor, **release.attached})


def is_as_promised(attached: Mapping[str, bytes], settings: Publishing) -> bool:
    """Whether a site is signed with the key that mkdocs.yml names, if it names one."""
    signature = attached.get(SIGNATURE)
    return settings.key is None or is_signed(attached.get(MANIFEST, b""), signature, settings.key)


def packages_of(root: Path) -> str:
    """The digest of the lock file, and so of every package that the site was built with."""
    return digest_of((root / SITE_LOCK).read_bytes())


def commit_of(root: Path) -> str | None:
    """The commit whose files the site is built of, or None where they are in none."""
    commit = _git(root, "rev-parse", "HEAD")
    changes = _git(root, "status", "--porcelain", "--", *_SOURCES)
    return commit if commit and changes == "" else None


def _git(root: Path, *words: str) -> str | None:
    """What Git says, or None where there is no repository or no Git."""
    try:
        result = subprocess.run(
            ["git", "-C", str(root), *words], capture_output=True, encoding="utf-8", check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return result.stdout.strip()
