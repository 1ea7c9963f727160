"""The commands that put the finished site before its readers, and say what it was made with and whether it can be trusted."""

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

import commands
import environment
from campaign.codes import Code
from campaign.files import PUBLISHED, SITE
from cli import LANGUAGE, Arguments, command, fail, message
from environment import PUBLISH_LOCK, ROOT
from site_steps import CACHE, alone

if TYPE_CHECKING:
    from campaign.publish.manifest import Difference, Manifest
    from campaign.supply.audit import Audit
    from campaign.supply.licences import Licence

LOCK = CACHE / "publish.lock"
TARGET = click.argument("target", help="The name of a target in mkdocs.yml.")


@command(LANGUAGE, TARGET, click.option("--dry-run", is_flag=True, help="Only list the addresses."))
def publish(arguments: Arguments) -> int:
    """Build the site and publish it to a target of mkdocs.yml; list the addresses that changed, for purging."""
    import publish_targets
    from campaign.publish.manifest import MANIFEST, compare

    settings = publish_targets.load_settings(ROOT)
    if arguments.target not in settings.names:
        return fail(_no_such_target(arguments, settings.names))
    if status := _built(arguments, ROOT / SITE):
        return status
    release = publish_targets.load_release(ROOT, ROOT / SITE, environment.today(), os.environ)
    if not publish_targets.is_as_promised(release.attached, settings):
        return fail(message(arguments, "NOT_SIGNED", name=publish_targets.KEY))
    if arguments.target in settings.artifacts:
        release = publish_targets.for_hosts(release)
    if arguments.target not in settings.buckets:
        release = publish_targets.with_editor(release, ROOT)
    target = publish_targets.target_of(arguments.target, settings, ROOT)
    with alone(arguments, LOCK):
        before = target.published()
        if not arguments.dry_run:
            target.write(release)
            (ROOT / PUBLISHED).write_bytes(release.read(MANIFEST))
    changed = compare(release.manifest.files, before.files if before else {}).addresses
    click.echo("\n".join(changed), nl=bool(changed))
    code: Code = "WOULD_CHANGE" if arguments.dry_run else "PUBLISHED"
    click.echo(message(arguments, code, count=len(changed), name=arguments.target), err=True)
    return 0


@command(LANGUAGE, TARGET)
def rollback(arguments: Arguments) -> int:
    """Show the release before the one that a folder on a server shows; again, the one before that."""
    import publish_targets
    from campaign.publish.folder import write_previous

    settings = publish_targets.load_settings(ROOT)
    if arguments.target not in settings.folders:
        return fail(_no_such_target(arguments, sorted(settings.folders)))
    with alone(arguments, LOCK):
        name = write_previous(ROOT / settings.folders[arguments.target])
    if name is None:
        return fail(message(arguments, "NO_RELEASE_BEFORE", name=arguments.target))
    click.echo(message(arguments, "ROLLED_BACK", name=arguments.target, release=name))
    return 0


@command(
    LANGUAGE,
    click.argument("where", metavar="URL|FOLDER", help="The address of the site, or a folder."),
)
def verify(arguments: Arguments) -> int:
    """Say whether what is served at an address, or lies in a folder, is what this commit builds, and who signed it."""
    import publish_targets
    from campaign.publish.manifest import MANIFEST, OURS, compare, load_digests, parse_manifest
    from live_site import place_of

    place = place_of(arguments.where)
    attached = {path: raw for path in sorted(OURS) if (raw := place.read(path)) is not None}
    manifest = parse_manifest(attached.get(MANIFEST))
    if manifest is None:
        return fail(message(arguments, "NO_MANIFEST", path=arguments.where))
    site = _site_of(manifest.day)
    if status := _built(arguments, site):
        return status
    wanted = load_digests(site)
    # Where a server leads on from an old address nobody sees the page that would tell where to go.
    led = [f"{old}index.html" for old, address in _moved(manifest.day).items() if place.leads(old, address)]
    found = {**place.digests({*wanted, *manifest.files}), **{path: wanted[path] for path in led}}
    difference = compare(wanted, found)
    lines = [*_origin(arguments, manifest), *_differences(arguments, difference)]
    if not publish_targets.is_as_promised(attached, publish_targets.load_settings(ROOT)):
        lines.append(message(arguments, "SIGNED_BY_NOBODY"))
    click.echo("\n".join(lines or [message(arguments, "VERIFIED", count=len(wanted))]))
    return 1 if lines else 0


def _origin(arguments: Arguments, manifest: "Manifest") -> Iterator[str]:
    """What the site says that it was built of, where that is something else than what lies here."""
    import publish_targets

    ours = publish_targets.commit_of(ROOT)
    none = message(arguments, "NO_COMMIT")
    if manifest.commit != ours:
        yield message(arguments, "OTHER_COMMIT", theirs=manifest.commit or none, ours=ours or none)
    if manifest.packages != publish_targets.packages_of(ROOT):
        yield message(arguments, "OTHER_PACKAGES")


def _differences(arguments: Arguments, found: "Difference") -> Iterator[str]:
    """A line for each file that is not what it should be."""
    from campaign.publish.manifest import addresses_of

    for address in addresses_of(found.changed):
        yield message(arguments, "SERVED_OTHERWISE", address=address)
    for address in addresses_of(found.missing):
        yield message(arguments, "NOT_SERVED", address=address)
    for address in addresses_of(found.extra):
        yield message(arguments, "SERVED_TOO", address=address)


def _moved(day: str) -> Mapping[str, str]:
    """Old address → the address of its page on a day."""
    from campaign.moved import redirects
    from campaign.project import load_site

    site, _ = load_site(ROOT, day)
    return redirects(site) if site else {}


def _site_of(day: str) -> Path:
    """Where the site of a day is built: not over today's."""
    if day == environment.today():
        return ROOT / SITE
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()))
    return CACHE / "verified"


def _built(arguments: Arguments, site: Path) -> int:
    return commands.write_site(Arguments(language=arguments.language, into=site))


def _no_such_target(arguments: Arguments, names: list[str]) -> str:
    listed = ", ".join(names) or message(arguments, "NOTHING")
    return message(arguments, "NO_SUCH_TARGET", name=arguments.target, names=listed)


@command(
    LANGUAGE,
    click.option("--refresh", metavar="URL", help="Ask the JSON interface of a package index first."),
)
def audit_packages(arguments: Arguments) -> int:
    """Say which locked packages are known to be weak, from a database beside the lock that needs no network."""
    from campaign.supply.audit import DATABASE, build_audit, parse_database, render_database
    from campaign.supply.lock import parse_lock

    packages = parse_lock((ROOT / PUBLISH_LOCK).read_text(encoding="utf-8"))
    if arguments.refresh:
        from package_index import load_database

        text = render_database(load_database(packages, arguments.refresh, environment.today()))
        (ROOT / DATABASE).write_text(text, encoding="utf-8")
    database = parse_database((ROOT / DATABASE).read_text(encoding="utf-8"))
    if database is None:
        return fail(message(arguments, "NO_DATABASE", path=DATABASE))
    lines = list(_findings(arguments, build_audit(packages, database), database.asked))
    click.echo("\n".join(lines or [message(arguments, "SOUND", count=len(packages), day=database.asked)]))
    return 1 if lines else 0


def _findings(arguments: Arguments, audit: "Audit", day: str) -> Iterator[str]:
    """A line for each weakness, and for each package of which nothing is known."""
    for pin, found in audit.weak.items():
        for one in found:
            summary, fixed = one.summary or one.link or "", ", ".join(one.fixed_in) or "–"
            yield message(arguments, "WEAK", pin=pin, id=one.id, summary=summary, fixed=fixed)
    for pin, other in audit.unknown.items():
        code: Code = "OTHER_VERSION" if other else "NOT_ASKED"
        yield message(arguments, code, pin=pin, day=day, other=other)


@command()
def sbom(arguments: Arguments) -> int:  # noqa: ARG001
    """Print what the site is made with as CycloneDX, for programs that look for weaknesses."""
    from campaign.supply.sbom import render_sbom

    click.echo(render_sbom(licences_here(), "inland-regions", environment.today()), nl=False)
    return 0


@command()
def licences(arguments: Arguments) -> int:  # noqa: ARG001
    """Write docs/reference/licences.md: the licence of each package, and the programs that some carry."""
    from campaign.supply.licences import render_licences

    path = ROOT / "docs/reference/licences.md"
    path.write_text(render_licences(licences_here()), encoding="utf-8")
    click.echo(f"{path.relative_to(ROOT).as_posix()} is up to date.")
    return 0


def licences_here() -> "list[Licence]":
    """Each locked package with its licence: of Python where it is installed here, of the web editor as its lock file says."""
    from importlib.metadata import distributions

    from campaign.supply.licences import Licence, licence_of, normalized
    from campaign.supply.lock import parse_lock, parse_npm_lock

    installed = {normalized(found.name): licence_of(found) for found in distributions()}
    packages = parse_lock((ROOT / PUBLISH_LOCK).read_text(encoding="utf-8"))
    editor = parse_npm_lock((ROOT / "editor/package-lock.json").read_text(encoding="utf-8"))
    return [
        *(Licence(package, installed.get(package.name)) for package in packages),
        *(Licence(package, licence) for package, licence in editor),
    ]


@command(
    LANGUAGE,
    click.option("--mutants", default=3000, show_default=True, help="How many files with slips of the pen."),
)
def torture(arguments: Arguments) -> int:
    """Try to break it: slips of the pen, stops, a full disk, a spoiled cache, hostile surroundings; no part of the tests."""
    import tempfile

    import torture as runner

    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        for one in runner.torture(Path(folder), arguments.mutants):
            broken += one.broken
            click.echo(message(arguments, "TORTURED", name=one.name, done=one.done, broken=one.broken))
    return 1 if broken else 0
