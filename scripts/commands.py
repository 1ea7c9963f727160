"""The commands that make and show the site, and say what it was made of."""

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

import environment
from campaign.files import PUBLISHED, SITE, Snapshot, file_at, load_site_url, load_snapshot
from cli import LANGUAGE, Arguments, command, fail, language, message
from environment import ROOT
from site_steps import CACHE, alone, checked_site, proven

if TYPE_CHECKING:
    from campaign.cache import Outputs, Store
    from campaign.inputs import Value
    from campaign.output_folder import WrittenFile
    from campaign.site import Site, Targets

# What a command needs is loaded where it is needed: a build that finds nothing to do shall not wait for pydantic and pandoc.
LOCK = CACHE / "build.lock"
NOTHING: "Mapping[str, WrittenFile]" = MappingProxyType({})


@command(LANGUAGE, click.option("--into", type=Path, default=ROOT / SITE, hidden=True))
def build(arguments: Arguments) -> int:
    """Check all content and write the finished site to site/; with problems the last good site stays."""
    status = write_site(arguments)
    if status == 0:
        click.echo(message(arguments, "SITE_READY"))
        _warn_of_placeholder(arguments)
        if (ROOT / PUBLISHED).exists():
            click.echo(message(arguments, "NOT_PUBLISHED_YET", count=len(_unpublished())))
    return status


def write_site(arguments: Arguments) -> int:
    """Write the finished site into a folder, unless it is there already."""
    from campaign.output_folder import load_finished

    snapshot = load_snapshot(ROOT, ROOT)
    if load_finished(arguments.into, _indexes(arguments.into), snapshot.state(environment.today())):
        return 0
    with alone(arguments, LOCK) as waited:
        return _build(arguments, load_snapshot(ROOT, ROOT) if waited else snapshot)


def _warn_of_placeholder(arguments: Arguments) -> None:
    """Say that the links of books and feeds lead nowhere while nobody has decided where the site is."""
    from campaign.hosts import is_placeholder

    address = load_site_url(ROOT)
    if is_placeholder(urlsplit(address).hostname or ""):
        click.echo(message(arguments, "PLACEHOLDER", address=address))


def _indexes(folder: Path) -> "Store":
    """What is known of a built site and of the one before, for each folder that a site is built into."""
    from campaign.cache import Store
    from campaign.output_folder import INDEXES

    return Store(CACHE / INDEXES / folder.name)


def _unpublished() -> list[str]:
    """The addresses at which the site is not what was last published from here."""
    from campaign.publish.manifest import compare, load_digests, parse_manifest

    published = parse_manifest((ROOT / PUBLISHED).read_bytes())
    return compare(load_digests(ROOT / SITE), published.files if published else {}).addresses


def _build(arguments: Arguments, snapshot: Snapshot) -> int:
    from campaign.build import write_published, write_recovered
    from campaign.inputs import values_of
    from campaign.output_folder import load_index, write_finished, write_swapped
    from campaign.outputs.targets import targets
    from campaign.record import record_of, write_record

    into, store = arguments.into, _indexes(arguments.into)
    staged = CACHE / f"staged-{into.name}"
    write_recovered(into, staged)
    site = checked_site(arguments, snapshot)
    if site is None:
        return 1
    values = values_of(site)
    outputs = _outputs(site, snapshot, values)
    index = _write(arguments, staged, targets(site), outputs, load_index(store, staged.name))
    digests = {address: file.digest for address, file in index.items()}
    status, _ = proven(arguments, site, snapshot.common, staged, digests)
    if status == 0:
        write_published(into, staged)
        write_swapped(store, staged.name, into.name)
        write_record(store, record_of(snapshot.files, values))
        write_finished(into, store, snapshot.state(environment.today()), index)
        outputs.store.prune()
    return status


@command(
    LANGUAGE,
    click.option(
        "--port",
        type=int,
        default=8000,
        show_default=True,
        help="The port of this computer at which it is shown.",
    ),
)
def serve(arguments: Arguments) -> int:
    """Show the site in the browser, and again after each saved change."""
    if _is_busy(arguments.port):
        return fail(message(arguments, "PORT_BUSY", port=arguments.port))
    from preview_server import serve as serve_preview

    click.echo(message(arguments, "PREVIEW_READY", port=arguments.port))
    serve_preview(ROOT, arguments.port, language(arguments), environment.today())
    return 0


@command(LANGUAGE)
def book(arguments: Arguments) -> int:
    """Make the HR guide and its templates, in all formats and both languages, in .cache/books/."""
    from campaign.inputs import values_of
    from campaign.outputs.artifacts import targets

    with alone(arguments, LOCK):
        snapshot = load_snapshot(ROOT, ROOT)
        site = checked_site(arguments, snapshot)
        if site is None:
            return 1
        outputs = _outputs(site, snapshot, values_of(site))
        _write(arguments, CACHE / "books", targets(site), outputs)
    return 0


@command(LANGUAGE, click.argument("folder", type=Path, help="A folder that is not there yet."))
def stage(arguments: Arguments) -> int:
    """Write the site as a plain tree that other engines build: Markdown files, pictures and a mkdocs.yml."""
    from campaign.outputs.stage import targets

    site = checked_site(arguments)
    if site is None:
        return 1
    if arguments.folder.exists():
        return fail(message(arguments, "FOLDER_EXISTS", path=arguments.folder))
    _write(arguments, arguments.folder, targets(site))
    return 0


@command(LANGUAGE, click.argument("address", help="An address of the site, such as / for the start page."))
def why(arguments: Arguments) -> int:
    """List what a file of the last build was made of: files, and values of files that many pages share."""
    from campaign.record import load_record

    record = load_record(_indexes(ROOT / SITE))
    address = file_at(arguments.address)
    if record is None:
        return fail(message(arguments, "NOT_BUILT"))
    if address not in record.reads:
        return fail(message(arguments, "NO_SUCH_ADDRESS", address=address))
    click.echo("\n".join(sorted(record.reads[address])))
    return 0


@command(
    LANGUAGE,
    click.argument(
        "paths",
        nargs=-1,
        metavar="[PATH]...",
        help="The files; without any, all that have changed since the last build.",
    ),
    click.option(
        "--format",
        type=click.Choice(["text", "markdown", "html"]),
        default="text",
        help="All files, or only the pages, by their titles, for whoever looks at a change.",
    ),
    click.option("--at", default="", metavar="ADDRESS", help="Where the pages can be looked at."),
)
def affected(arguments: Arguments) -> int:
    """List the files of the site that a change of the files named touches; without names, of all that have changed."""
    from campaign import affected_pages
    from campaign.inputs import values_of
    from campaign.outputs.targets import targets
    from campaign.record import affected, changed_files, load_record, refuse_unknown

    record = load_record(_indexes(ROOT / SITE))
    if record is None:
        return fail(message(arguments, "NOT_BUILT"))
    named = [os.path.relpath(Path(path).resolve(), ROOT) for path in arguments.paths]
    refuse_unknown(record, named, ROOT)
    snapshot = load_snapshot(ROOT, ROOT)
    site, tree = checked_site(arguments, snapshot), snapshot.files
    if site is None:
        return 1
    changed = named or changed_files(record, tree)
    there = targets(site)
    found = affected(record, tree, values_of(site), there, changed)
    if arguments.format == "text":
        click.echo("\n".join(found), nl=bool(found))
        return 0
    render = {"markdown": affected_pages.render_markdown, "html": affected_pages.render_page}[
        arguments.format
    ]
    change = affected_pages.build_change(site.pages, found, there, changed)
    click.echo(render(change, language(arguments), arguments.at), nl=False)
    return 0


def _outputs(site: "Site", snapshot: Snapshot, values: "Mapping[str, Value]") -> "Outputs":
    """The files of the site as they were made before."""
    from campaign.cache import OUTPUTS, Outputs, Store
    from campaign.inputs import digests_of

    digest = digests_of(snapshot.files, values, site.day)
    return Outputs(Store(site.cache / OUTPUTS), snapshot.common, digest)


def _write(
    arguments: Arguments,
    folder: Path,
    targets: "Targets",
    before: "Outputs | None" = None,
    index: "Mapping[str, WrittenFile]" = NOTHING,
) -> "dict[str, WrittenFile]":
    """Write the file of every target, while a bar tells how far it is; how each was written."""
    from campaign.build import write_all

    label = message(arguments, "MAKING")
    written = write_all(folder, targets, before, index)
    with click.progressbar(written, length=len(targets), label=label, file=sys.stderr) as making:
        return dict(making)


def _is_busy(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0
