"""The commands that make and show the site, and say what is wrong with it or what it was made of."""

import os
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

import environment
from campaign.files import (
    PUBLISHED,
    SITE,
    file_at,
    load_common,
    load_files,
    load_finished,
    load_state,
    load_tree,
    write_finished,
)
from cli import LANGUAGE, Arguments, command, language, said, wrong
from environment import ROOT

if TYPE_CHECKING:
    from campaign.cache import Outputs
    from campaign.files import Tree
    from campaign.inputs import Value
    from campaign.problems import Problem
    from campaign.site import Site, Targets

# What a command needs is loaded where it is needed: a build that finds nothing to do shall not wait for pydantic and pandoc.
CACHE = ROOT / ".cache"
LOCK = CACHE / "build.lock"
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
    if _is_the_site(arguments.into) and load_finished(ROOT, load_state(ROOT, environment.today())):
        return 0
    with alone(arguments, LOCK):
        return _build(arguments)


def _unpublished() -> list[str]:
    """The addresses at which the site is not what was last published from here."""
    from campaign.publish.manifest import compare, load_digests, parse_manifest

    published = parse_manifest((ROOT / PUBLISHED).read_bytes())
    return compare(load_digests(ROOT / SITE), published.files if published else {}).addresses


def _is_the_site(folder: Path) -> bool:
    """Whether a build is the one that is remembered: the preview makes another beside it."""
    return folder.resolve() == ROOT / SITE


def _build(arguments: Arguments) -> int:
    from campaign.build import write_published, write_recovered
    from campaign.inputs import values_of
    from campaign.outputs.targets import targets
    from campaign.record import record_of, write_record
    from proving import proven

    staged = CACHE / f"staged-{arguments.into.name}"
    write_recovered(arguments.into, staged)
    state, tree = load_state(ROOT, environment.today()), load_files(ROOT)
    site = checked_site(arguments)
    if site is None:
        return 1
    values = values_of(site)
    outputs = _outputs(site, tree, values)
    reads = _write(arguments, staged, targets(site), outputs)
    status = proven(arguments, site, staged)
    if status == 0:
        write_published(arguments.into, staged)
        outputs.store.prune()
        if _is_the_site(arguments.into):
            write_record(ROOT, record_of(tree, values, reads))
            write_finished(ROOT, state)
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
    click.option("--root", type=Path, default=ROOT, hidden=True),
)
def check(arguments: Arguments) -> int:
    """Say everything that is wrong with the content, or only with the files and folders named."""
    from campaign import annotations
    from campaign.problems import errors, render_json, render_text

    wanted = [Path(path).resolve() for path in arguments.paths]
    for path in wanted:
        if not path.exists():
            return wrong(said(arguments, "NO_SUCH_FILE", path=path))
    root = arguments.root.resolve()
    problems = _problems(root)
    if wanted:
        problems = [p for p in problems if any((root / p.path).is_relative_to(path) for path in wanted)]
    renders = (render_text, render_json, annotations.render_github, annotations.render_gitlab)
    click.echo(dict(zip(FORMATS, renders, strict=True))[arguments.format](problems, language(arguments)))
    return 1 if errors(problems) else 0


def _problems(root: Path) -> "list[Problem]":
    """What is wrong with a project; nothing is looked at if nothing was wrong and nothing is another."""
    from campaign.cache import CHECKS, Store

    sound = f"{load_state(root, environment.today())}.sound"
    store = Store(CACHE / CHECKS)
    if root == ROOT and store.get(sound) is not None:
        return []
    from campaign.looked import check_project
    from campaign.templates import load_templates

    *_, problems = check_project(root, load_templates(ROOT / "overrides"), environment.today(), CACHE)
    if root == ROOT and not problems:
        store.put(sound, b"")
    return problems


@command(LANGUAGE)
def book(arguments: Arguments) -> int:
    """Make the HR guide and its templates, in all formats and both languages, in .cache/books/."""
    from campaign.inputs import values_of
    from campaign.outputs.artifacts import targets

    with alone(arguments, LOCK):
        site, tree = checked_site(arguments), load_files(ROOT)
        if site is None:
            return 1
        outputs = _outputs(site, tree, values_of(site))
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


@command()
def status(arguments: Arguments) -> int:  # noqa: ARG001
    """Tell what is well-formed but wants an eye: hard texts, rules and consents that run out, pages alone."""
    from campaign.content import load_content
    from campaign.status import render_status

    content, _ = load_content(load_tree(ROOT))
    print(render_status(content, environment.today(), environment.today(days_ahead=60)))
    return 0


@command(LANGUAGE, click.argument("address"))
def why(arguments: Arguments) -> int:
    """List what a file of the last build was made of: files, and values of files that many pages share."""
    from campaign.record import load_record

    record = load_record(ROOT)
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

    record = load_record(ROOT)
    if record is None:
        return wrong(said(arguments, "NOT_BUILT"))
    site = checked_site(arguments)
    if site is None:
        return 1
    tree = load_files(ROOT)
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


def _outputs(site: "Site", tree: "Tree", values: "Mapping[str, Value]") -> "Outputs":
    """The files of the site as they were made before."""
    from campaign.cache import OUTPUTS, Outputs, Store
    from campaign.inputs import digests_of

    return Outputs(Store(site.cache / OUTPUTS), load_common(ROOT), digests_of(tree, values, site.day))


def _write(
    arguments: Arguments, folder: Path, targets: "Targets", before: "Outputs | None" = None
) -> dict[str, frozenset[str]]:
    """Write the file of every target, while a bar tells how far it is; what each was made of."""
    from campaign.build import write_all

    label = said(arguments, "MAKING")
    written = write_all(folder, targets, before)
    with click.progressbar(written, length=len(targets), label=label, file=sys.stderr) as making:
        return dict(making)


def checked_site(arguments: Arguments) -> "Site | None":
    """The site, or None after its problems were told."""
    from campaign.problems import render_text
    from campaign.project import load_site

    click.echo(said(arguments, "CHECKING"), err=True)
    site, problems = load_site(ROOT, environment.today())
    if problems:
        click.echo(render_text(problems, language(arguments)))
    return site


def _is_busy(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0
