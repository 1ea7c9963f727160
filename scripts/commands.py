"""The commands that make and show the site, and say what is wrong with it or what it was made of."""

import os
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

import environment
from campaign.files import PUBLISHED, SITE, Snapshot, file_at, load_snapshot
from cli import LANGUAGE, Arguments, command, language, said, wrong
from environment import ROOT

if TYPE_CHECKING:
    from campaign.cache import Outputs, Store
    from campaign.inputs import Value
    from campaign.laid import Laid
    from campaign.problems import Problem
    from campaign.site import Site, Targets

# What a command needs is loaded where it is needed: a build that finds nothing to do shall not wait for pydantic and pandoc.
CACHE = ROOT / ".cache"
LOCK = CACHE / "build.lock"
NOTHING: "Mapping[str, Laid]" = MappingProxyType({})
# How `check` says its problems: to a person, a program, and on the lines of a change on GitHub, Forgejo and GitLab.
FORMATS = ("text", "json", "github", "gitlab")


@command(LANGUAGE, click.option("--into", type=Path, default=ROOT / SITE, hidden=True))
def build(arguments: Arguments) -> int:
    """Check all content and write the finished site to site/; with problems the last good site stays."""
    status = write_site(arguments)
    if status == 0:
        click.echo(said(arguments, "SITE_READY"))
        if (ROOT / PUBLISHED).exists():
            click.echo(said(arguments, "NOT_PUBLISHED_YET", count=len(_unpublished())))
    return status


def write_site(arguments: Arguments) -> int:
    """Write the finished site into a folder, unless it is there already."""
    from campaign.laid import load_finished

    snapshot = load_snapshot(ROOT, ROOT)
    if load_finished(arguments.into, _laid(arguments.into), snapshot.state(environment.today())):
        return 0
    with alone(arguments, LOCK):
        return _build(arguments)


def _laid(folder: Path) -> "Store":
    """What is known of a built site and of the one before, for each folder that a site is built into."""
    from campaign.cache import Store
    from campaign.laid import LAID

    return Store(CACHE / LAID / folder.name)


def _unpublished() -> list[str]:
    """The addresses at which the site is not what was last published from here."""
    from campaign.publish.manifest import compare, load_digests, parse_manifest

    published = parse_manifest((ROOT / PUBLISHED).read_bytes())
    return compare(load_digests(ROOT / SITE), published.files if published else {}).addresses


def _build(arguments: Arguments) -> int:
    from campaign.build import write_published, write_recovered
    from campaign.inputs import values_of
    from campaign.laid import load_laid, write_exchanged, write_finished
    from campaign.outputs.targets import targets
    from campaign.record import record_of, write_record
    from proving import proven

    into, store = arguments.into, _laid(arguments.into)
    staged = CACHE / f"staged-{into.name}"
    write_recovered(into, staged)
    snapshot = load_snapshot(ROOT, ROOT)
    site = checked_site(arguments, snapshot)
    if site is None:
        return 1
    values = values_of(site)
    outputs = _outputs(site, snapshot, values)
    laid = _write(arguments, staged, targets(site), outputs, load_laid(store, staged.name))
    digests = {address: file.digest for address, file in laid.items()}
    status, _ = proven(arguments, site, snapshot.common, staged, digests)
    if status == 0:
        write_published(into, staged)
        write_exchanged(store, staged.name, into.name)
        write_record(store, record_of(snapshot.files, values))
        write_finished(into, store, snapshot.state(environment.today()), laid)
        outputs.store.prune()
    return status


@command(LANGUAGE, click.option("--port", type=int, default=8000, show_default=True))
def serve(arguments: Arguments) -> int:
    """Show the site in the browser, and again after each saved change."""
    if _is_busy(arguments.port):
        return wrong(said(arguments, "PORT_BUSY", port=arguments.port))
    from preview_server import serve as serve_preview

    click.echo(said(arguments, "PREVIEW_READY", port=arguments.port))
    serve_preview(ROOT, arguments.port, language(arguments), environment.today())
    return 0


@command(
    LANGUAGE,
    click.argument("paths", nargs=-1, metavar="[PATH]..."),
    click.option("--format", type=click.Choice(FORMATS), default="text"),
    click.option(
        "--since",
        metavar="REVISION",
        help="Also what a colleague would ask about the lines that are new since this revision of Git, such as main.",
    ),
    click.option("--root", type=Path, default=ROOT, hidden=True),
)
def check(arguments: Arguments) -> int:
    """Say everything that is wrong with the content, or only with the files and folders named."""
    from campaign import annotations
    from campaign.problems import errors, in_order, render_json, render_text

    wanted = [Path(path).resolve() for path in arguments.paths]
    for path in wanted:
        if not path.exists():
            return wrong(said(arguments, "NO_SUCH_FILE", path=path))
    root = arguments.root.resolve()
    problems = in_order([*_problems(root), *(_asked(root, arguments.since) if arguments.since else ())])
    if wanted:
        problems = [p for p in problems if any((root / p.path).is_relative_to(path) for path in wanted)]
    renders = (render_text, render_json, annotations.render_github, annotations.render_gitlab)
    click.echo(dict(zip(FORMATS, renders, strict=True))[arguments.format](problems, language(arguments)))
    return 1 if errors(problems) else 0


def _asked(root: Path, revision: str) -> "list[Problem]":
    """What only a change is asked: spelling, compounds, values of another size."""
    from campaign.changed import Changed, check_changed
    from campaign.content import load_content
    from campaign.files import load_tree
    from history import load_before
    from spelling import misspelt

    tree = load_tree(root)
    return list(check_changed(Changed(load_content(tree)[0], load_before(root, revision), tree), misspelt))


def _problems(root: Path) -> "list[Problem]":
    """What is wrong with a project; nothing is looked at if nothing was wrong and nothing is another."""
    from campaign.cache import CHECKS, Store

    snapshot, today = load_snapshot(root, ROOT), environment.today()
    sound, store = f"{snapshot.state(today)}.sound", Store(CACHE / CHECKS)
    if root == ROOT and store.get(sound) is not None:
        return []
    from campaign.looked import check_project
    from campaign.templates import load_templates

    *_, problems = check_project(snapshot, load_templates(ROOT / "overrides"), today, CACHE)
    if root == ROOT and not problems:
        store.put(sound, b"")
    return problems


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


@command(LANGUAGE, click.argument("folder", type=Path))
def stage(arguments: Arguments) -> int:
    """Write the site as a plain tree that other engines build: Markdown files, pictures and a mkdocs.yml."""
    from campaign.outputs.stage import targets

    site = checked_site(arguments)
    if site is None:
        return 1
    if arguments.folder.exists():
        return wrong(said(arguments, "FOLDER_EXISTS", path=arguments.folder))
    _write(arguments, arguments.folder, targets(site))
    return 0


@command(
    LANGUAGE,
    click.option("--format", type=click.Choice(FORMATS[:2]), default="text"),
    click.option("--all", is_flag=True, help="Every line, not only the worst twenty."),
    click.option("--root", type=Path, default=ROOT, hidden=True),
)
def status(arguments: Arguments) -> int:
    """Tell what wants an eye, the worst first: what runs out, old figures, translations behind, open questions."""
    from campaign.looked import check_project
    from campaign.status import Look, build_status, render_status, render_status_json
    from campaign.templates import load_templates
    from history import load_changes

    root, today = arguments.root.resolve(), environment.today()
    content, _, problems = check_project(root, load_templates(ROOT / "overrides"), today, root / ".cache")
    warnings = [problem for problem in problems if problem.severity == "warning"]
    soon = environment.today(days_ahead=60)
    notices = build_status(Look(content, today, soon, language(arguments), warnings, load_changes(root)))
    if arguments.format == "json":
        click.echo(render_status_json(notices))
    else:
        click.echo(render_status(notices, language(arguments), whole=arguments.all))
    return 0


@command(LANGUAGE, click.argument("address"))
def why(arguments: Arguments) -> int:
    """List what a file of the last build was made of: files, and values of files that many pages share."""
    from campaign.record import load_record

    record = load_record(_laid(ROOT / SITE))
    address = file_at(arguments.address)
    if record is None:
        return wrong(said(arguments, "NOT_BUILT"))
    if address not in record.reads:
        return wrong(said(arguments, "NO_SUCH_ADDRESS", address=address))
    click.echo("\n".join(sorted(record.reads[address])))
    return 0


@command(LANGUAGE, click.argument("paths", nargs=-1, metavar="[PATH]..."))
def affected(arguments: Arguments) -> int:
    """List the files of the site that a change of the files named touches; without names, of all that have changed."""
    from campaign.inputs import values_of
    from campaign.outputs.targets import targets
    from campaign.record import affected, changed_files, load_record

    record = load_record(_laid(ROOT / SITE))
    if record is None:
        return wrong(said(arguments, "NOT_BUILT"))
    snapshot = load_snapshot(ROOT, ROOT)
    site, tree = checked_site(arguments, snapshot), snapshot.files
    if site is None:
        return 1
    named = [os.path.relpath(Path(path).resolve(), ROOT) for path in arguments.paths]
    found = affected(record, tree, values_of(site), targets(site), named or changed_files(record, tree))
    click.echo("\n".join(found), nl=bool(found))
    return 0


@contextmanager
def alone(arguments: Arguments, lock: Path) -> Iterator[None]:
    """Only one process at a time does this work; whoever comes later says that it waits."""
    from filelock import FileLock, Timeout

    CACHE.mkdir(exist_ok=True)
    try:
        held = FileLock(lock).acquire(timeout=0)
    except Timeout:
        click.echo(said(arguments, "BUILD_WAITS"), err=True)
        held = FileLock(lock).acquire()
    with held:
        yield


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
    laid: "Mapping[str, Laid]" = NOTHING,
) -> "dict[str, Laid]":
    """Write the file of every target, while a bar tells how far it is; how each was laid."""
    from campaign.build import write_all

    label = said(arguments, "MAKING")
    written = write_all(folder, targets, before, laid)
    with click.progressbar(written, length=len(targets), label=label, file=sys.stderr) as making:
        return dict(making)


def checked_site(arguments: Arguments, snapshot: Snapshot | None = None) -> "Site | None":
    """The site, or None after its problems were told."""
    from campaign.problems import render_text
    from campaign.project import load_site

    click.echo(said(arguments, "CHECKING"), err=True)
    site, problems = load_site(ROOT, environment.today(), snapshot)
    if problems:
        click.echo(render_text(problems, language(arguments)))
    return site


def _is_busy(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0
