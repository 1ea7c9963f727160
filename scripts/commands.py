"""The commands that make and show the site, and say what is wrong with it or what it was made of."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import click

import environment
from campaign.build import Made, make_all, write_files, write_published
from campaign.problems import render_json, render_text
from campaign.project import load_files, load_site
from campaign.site import Site, Targets
from cli import LANGUAGE, Arguments, command, language, said, wrong
from environment import ROOT

STAGED_SITE = ROOT / ".cache/site"


@command(LANGUAGE)
def build(arguments: Arguments) -> int:
    """Check all content and write the finished site to site/; with problems the last good site stays."""
    from campaign.inputs import values_of
    from campaign.outputs.search import write_index
    from campaign.outputs.targets import targets
    from campaign.record import record_of, write_record

    site = _checked_site(arguments)
    if site is None:
        return 1
    made = _made(arguments, targets(site))
    write_files(STAGED_SITE, made)
    status = write_index(STAGED_SITE)
    if status == 0:
        write_published(ROOT / "site", STAGED_SITE)
        write_record(ROOT, record_of(load_files(ROOT), values_of(site), made))
        click.echo(said(arguments, "SITE_READY"))
    return status


@command(LANGUAGE, click.option("--port", type=int, default=8000, show_default=True))
def serve(arguments: Arguments) -> int:
    """Show the site in the browser, and again after each saved change."""
    if _is_busy(arguments.port):
        return wrong(said(arguments, "PORT_BUSY", port=arguments.port))
    # Material prints a notice about its end of life at each run; docs/decisions/0007 says what we do about it.
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "CAMPAIGN_LANGUAGE": language(arguments)}
    words = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{arguments.port}"]
    return subprocess.run(words, cwd=ROOT, env=quiet, check=False).returncode


@command(
    LANGUAGE,
    click.argument("paths", nargs=-1, metavar="[PATH]..."),
    click.option("--format", type=click.Choice(["text", "json"]), default="text"),
    click.option("--root", type=Path, default=ROOT, hidden=True),
)
def check(arguments: Arguments) -> int:
    """Say everything that is wrong with the content, or only with the files and folders named."""
    from campaign.checks import check_tree
    from campaign.content import load_tree
    from campaign.templates import load_templates, words_in

    wanted = [Path(path).resolve() for path in arguments.paths]
    for path in wanted:
        if not path.exists():
            return wrong(said(arguments, "NO_SUCH_FILE", path=path))
    root = arguments.root.resolve()
    words = words_in(load_templates(ROOT / "overrides"))
    *_, problems = check_tree(load_tree(root), words, environment.today())
    if wanted:
        problems = [p for p in problems if any((root / p.path).is_relative_to(path) for path in wanted)]
    render = render_json if arguments.format == "json" else render_text
    click.echo(render(problems, language(arguments)))
    return 1 if problems else 0


@command(LANGUAGE)
def book(arguments: Arguments) -> int:
    """Make the HR guide and its templates, in all formats and both languages, in .cache/books/."""
    from campaign.outputs.artifacts import targets

    site = _checked_site(arguments)
    if site is None:
        return 1
    write_files(ROOT / ".cache/books", _made(arguments, targets(site)))
    return 0


@command()
def status(arguments: Arguments) -> int:  # noqa: ARG001
    """Tell what is well-formed but wants an eye: hard texts, rules and consents that run out, pages alone."""
    from campaign.content import load_content, load_tree
    from campaign.status import render_status

    content, _ = load_content(load_tree(ROOT))
    print(render_status(content, environment.today(), environment.today(days_ahead=60)))
    return 0


@command(LANGUAGE, click.argument("address"))
def why(arguments: Arguments) -> int:
    """List what a file of the last build was made of: files, and values of files that many pages share."""
    from campaign.record import load_record

    record = load_record(ROOT)
    address = _file_at(arguments.address)
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
    site = _checked_site(arguments)
    if site is None:
        return 1
    tree = load_files(ROOT)
    named = [os.path.relpath(Path(path).resolve(), ROOT) for path in arguments.paths]
    found = affected(record, tree, values_of(site), targets(site), named or changed_files(record, tree))
    click.echo("\n".join(found), nl=bool(found))
    return 0


def _made(arguments: Arguments, targets: Targets) -> dict[str, Made]:
    """The files of all targets, while a bar tells how far it is."""
    label = said(arguments, "MAKING")
    with click.progressbar(make_all(targets), length=len(targets), label=label, file=sys.stderr) as making:
        return dict(making)


def _checked_site(arguments: Arguments) -> Site | None:
    """The site, or None after its problems were told."""
    click.echo(said(arguments, "CHECKING"), err=True)
    site, problems = load_site(ROOT, environment.today())
    if problems:
        click.echo(render_text(problems, language(arguments)))
    return site


def _file_at(address: str) -> str:
    """The file that a server gives at an address: `/kontakter/` → `kontakter/index.html`."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def _is_busy(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0
