#!/usr/bin/env python3
"""The project's only command line: `python3 scripts/make.py` lists its commands.

The standard library is enough until a command has prepared its environment; then the command runs in it.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import environment
from environment import ROOT, SITE_LOCK, TEST_LOCK

if TYPE_CHECKING:
    from campaign.site import Site

STAGED_SITE = ROOT / ".cache/site"
Arguments = argparse.Namespace


def build(arguments: Arguments) -> int:
    """Check all content and write the finished site to site/; with problems the last good site stays."""
    from campaign.build import make_all, write_files, write_published
    from campaign.inputs import values_of
    from campaign.outputs.search import write_index
    from campaign.outputs.targets import targets
    from campaign.project import load_files
    from campaign.record import record_of, write_record

    site = _checked_site(arguments)
    if site is None:
        return 1
    print("Making the books and the pages …", flush=True)
    made = dict(make_all(targets(site)))
    write_files(STAGED_SITE, made)
    status = write_index(STAGED_SITE)
    if status == 0:
        write_published(ROOT / "site", STAGED_SITE)
        write_record(ROOT, record_of(load_files(ROOT), values_of(site), made))
        print("The site is in site/.", flush=True)
    return status


def serve(arguments: Arguments) -> int:
    """Show the site in the browser, and again after each saved change."""
    if _is_busy(arguments.port):
        return _wrong(f"port {arguments.port} is busy; choose another with --port")
    # Material prints a notice about its end of life at each run; docs/decisions/0007 says what we do about it.
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "CAMPAIGN_LANGUAGE": _language(arguments)}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{arguments.port}"]
    return subprocess.run(command, cwd=ROOT, env=quiet, check=False).returncode


def check(arguments: Arguments) -> int:
    """Say everything that is wrong with the content, or only with the files and folders named."""
    from campaign.catalogue import load_tree
    from campaign.checks import check_tree
    from campaign.problems import render_json, render_text
    from campaign.templates import load_templates, words_in

    wanted = [Path(path).resolve() for path in arguments.paths]
    for path in wanted:
        if not path.exists():
            return _wrong(f"there is no file {path}")
    root = arguments.root.resolve()
    *_, problems = check_tree(
        load_tree(root), words_in(load_templates(ROOT / "overrides")), environment.today()
    )
    if wanted:
        problems = [p for p in problems if any((root / p.path).is_relative_to(path) for path in wanted)]
    render = render_json if arguments.format == "json" else render_text
    print(render(problems, _language(arguments)))
    return 1 if problems else 0


def book(arguments: Arguments) -> int:
    """Make the HR guide and its templates, in all formats and both languages, in .cache/books/."""
    from campaign.build import make_all, write_files
    from campaign.outputs.volumes import targets

    site = _checked_site(arguments)
    if site is None:
        return 1
    print("Making the books …", flush=True)
    write_files(ROOT / ".cache/books", dict(make_all(targets(site))))
    return 0


def why(arguments: Arguments) -> int:
    """List what a file of the last build was made of: files, and values of files that many pages share."""
    from campaign.record import load_record

    record = load_record(ROOT)
    address = _file_at(arguments.address)
    if record is None:
        return _wrong("nothing was built yet; run build first")
    if address not in record.reads:
        return _wrong(f"the last build has no file {address}")
    print("\n".join(sorted(record.reads[address])))
    return 0


def affected(arguments: Arguments) -> int:
    """List the files of the site that a change of the files named touches; without names, of all that have changed."""
    from campaign.inputs import values_of
    from campaign.outputs.targets import targets
    from campaign.project import load_files
    from campaign.record import affected, changed_files, load_record

    record = load_record(ROOT)
    if record is None:
        return _wrong("nothing was built yet; run build first")
    site = _checked_site(arguments)
    if site is None:
        return 1
    tree = load_files(ROOT)
    named = [Path(path).resolve().relative_to(ROOT).as_posix() for path in arguments.paths]
    paths = named or changed_files(record, tree)
    print("\n".join(affected(record, tree, values_of(site), targets(site), paths)))
    return 0


def generate(arguments: Arguments) -> int:  # noqa: ARG001
    """Write docs/reference/ anew: JSON Schemas and field tables from the models, statements from the content."""
    from campaign.catalogue import load_tree
    from campaign.checks import check_tree
    from campaign.outputs.inventories import render_inventories
    from campaign.outputs.reference import render_reference

    catalogue, pages, _ = check_tree(load_tree(ROOT))
    for name, text in {**render_reference(), "statements.md": render_inventories(catalogue, pages)}.items():
        path = ROOT / "docs/reference" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print("docs/reference/ is up to date.")
    return 0


def test(arguments: Arguments) -> int:
    """Install what the tests need and run them all: lint, types, unit, golden, site build, browser."""
    environment.prepare_system()
    python = environment.python()
    steps: tuple[list[str], ...] = (
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "mypy"],
        [python, "-m", "pytest", *arguments.rest],
    )
    failed = []
    for step in steps:
        print(f"\n— {' '.join(step[2:])}", flush=True)
        if subprocess.run(step, cwd=ROOT, check=False).returncode:
            failed.append(" ".join(step[2:]))
    for name in failed:
        print(f"Failed: {name}")
    return 1 if failed else 0


def status(arguments: Arguments) -> int:  # noqa: ARG001
    """Tell what is well-formed but wants an eye: hard texts, rules and consents that run out, pages alone."""
    from campaign.catalogue import load_catalogue, load_tree
    from campaign.status import render_status

    catalogue, _ = load_catalogue(load_tree(ROOT))
    print(render_status(catalogue, environment.today(), environment.today(days_ahead=60)))
    return 0


def lock(arguments: Arguments) -> int:  # noqa: ARG001
    """Write the lock files anew from pyproject.toml (needs uv)."""
    uv = shutil.which("uv")
    if not uv:
        return _wrong("lock needs uv on the path: pip install uv")
    common = [
        uv,
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
    ]
    for name, extra in ((SITE_LOCK, []), (TEST_LOCK, ["--extra", "test", "--constraint", SITE_LOCK])):
        subprocess.run([*common, *extra, "--output-file", name, "pyproject.toml"], cwd=ROOT, check=True)
    return 0


@dataclass(frozen=True)
class Command:
    """A command: what it runs, and the lock file that its environment needs (None: the standard library)."""

    run: Callable[[Arguments], int]
    lock: str | None = SITE_LOCK


COMMANDS = {
    "build": Command(build),
    "serve": Command(serve),
    "check": Command(check),
    "book": Command(book),
    "status": Command(status),
    "test": Command(test, TEST_LOCK),
    "why": Command(why),
    "affected": Command(affected),
    "generate": Command(generate),
    "lock": Command(lock, None),
}


def main(words: list[str]) -> int:
    """Run one command; wrong usage is one line and exit code 2."""
    if not words or words[0] in ("help", "-h", "--help"):
        print(_help())
        return 0
    if words[0] not in COMMANDS:
        return _wrong(f"there is no command {words[0]!r}; python3 scripts/make.py help lists them")
    arguments = _parse(words[0], words[1:])
    command = COMMANDS[words[0]]
    if command.lock and not environment.inside():
        environment.prepare(command.lock)
        return subprocess.run([environment.python(), __file__, *words], check=False).returncode
    return command.run(arguments)


def _help() -> str:
    lines = [f"  {name:<9} {(command.run.__doc__ or '').strip()}" for name, command in COMMANDS.items()]
    return "\n".join(["python3 scripts/make.py COMMAND", "", *lines, f"  {'help':<9} Show this list."])


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        raise SystemExit(_wrong(message))


def _parse(name: str, words: list[str]) -> Arguments:
    parser = _Parser(prog=f"make.py {name}", description=COMMANDS[name].run.__doc__, allow_abbrev=False)
    if name == "why":
        parser.add_argument("address", metavar="ADDRESS")
    if name == "affected":
        parser.add_argument("paths", nargs="*", metavar="PATH")
    if name in ("check", "build", "serve", "book", "affected"):
        parser.add_argument("--language", choices=("sv", "no", "en"), help="the language of the problems")
    if name == "check":
        parser.add_argument("paths", nargs="*", metavar="PATH")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    if name == "serve":
        parser.add_argument("--port", type=int, default=8000)
    if name == "test":
        parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="PYTEST-ARGUMENT")
    return parser.parse_args(words)


def _file_at(address: str) -> str:
    """The file that a server gives at an address: `/kontakter/` → `kontakter/index.html`."""
    path = address.removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def _language(arguments: Arguments) -> str:
    from campaign.problems import message_language

    return arguments.language or message_language(os.environ)


def _checked_site(arguments: Arguments) -> "Site | None":
    """The site, or None after its problems were told."""
    from campaign.problems import render_text
    from campaign.project import load_site

    print("Checking the content …", flush=True)
    site, problems = load_site(ROOT, environment.today())
    if problems:
        print(render_text(problems, _language(arguments)))
    return site


def _is_busy(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def _wrong(message: str) -> int:
    print(f"make.py: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
