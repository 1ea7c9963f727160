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

import environment
from environment import ROOT, SITE_LOCK, TEST_LOCK

STAGED_SITE = ROOT / ".cache/site"
Arguments = argparse.Namespace
LINT = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])


def build(arguments: Arguments) -> int:
    """Check all content and write the finished site to site/; with problems the last good site stays."""
    from campaign.outputs.search import write_index

    if status := book(arguments):
        return status
    status = _mkdocs(arguments, "build", "--strict", "--clean", "--site-dir", str(STAGED_SITE))
    if status == 0:
        status = write_index(STAGED_SITE)
    if status == 0:
        _replace(ROOT / "site", STAGED_SITE)
        print("The site is in site/.", flush=True)
    return status


def serve(arguments: Arguments) -> int:
    """Show the site in the browser, and again after each saved change."""
    if _is_busy(arguments.port):
        return _wrong(f"port {arguments.port} is busy; choose another with --port")
    return book(arguments) or _mkdocs(arguments, "serve", "--dev-addr", f"127.0.0.1:{arguments.port}")


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
    from campaign.outputs.library import write_books
    from campaign.problems import render_text

    print("Checking the content and making the books …", flush=True)
    problems = write_books(ROOT, environment.today())
    if problems:
        print(render_text(problems, _language(arguments)))
        return 1
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
    """Install what the tests need and run them all, or only the lanes named: unit, browser, site, books, content."""
    lanes = arguments.lanes or list(environment.LANES)
    environment.prepare_system(lanes)
    failed = []
    for step in (*(LINT if "unit" in lanes else ()), _pytest(arguments)):
        print(f"\n— {' '.join(step)}", flush=True)
        if subprocess.run([environment.python(), "-m", *step], cwd=ROOT, check=False).returncode:
            failed.append(" ".join(step))
    for name in failed:
        print(f"Failed: {name}")
    return 1 if failed else 0


def _pytest(arguments: Arguments) -> list[str]:
    """The tests of the lanes on all cores, each given to whichever is free, in the order that tests/lanes.py gives."""
    parallel = ["-n", "auto", "--maxschedchunk", "1"]
    chosen = ["-m", " or ".join(arguments.lanes)] if arguments.lanes else []
    deep = ["--everything"] if arguments.everything else []
    return ["pytest", *parallel, *chosen, *deep, *arguments.rest]


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
    if name in ("check", "build", "serve", "book"):
        parser.add_argument("--language", choices=("sv", "no", "en"), help="the language of the problems")
    if name == "check":
        parser.add_argument("paths", nargs="*", metavar="PATH")
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    if name == "serve":
        parser.add_argument("--port", type=int, default=8000)
    if name == "test":
        return _parse_test(parser, words)
    return parser.parse_args(words)


def _parse_test(parser: argparse.ArgumentParser, words: list[str]) -> Arguments:
    """What stands after `--` is for pytest."""
    parser.usage = "make.py test [LANE …] [--everything] [-- PYTEST-ARGUMENT …]"
    parser.add_argument("lanes", nargs="*", type=_lane, metavar="LANE", help=", ".join(environment.LANES))
    parser.add_argument("--everything", action="store_true", help="also what a release needs; see testing.md")
    end = words.index("--") if "--" in words else len(words)
    arguments = parser.parse_args(words[:end])
    arguments.rest = words[end + 1 :]
    return arguments


def _lane(word: str) -> str:
    if word not in environment.LANES:
        raise argparse.ArgumentTypeError(
            f"there is no lane {word!r}; there are {', '.join(environment.LANES)}"
        )
    return word


def _language(arguments: Arguments) -> str:
    from campaign.problems import message_language

    return arguments.language or message_language(os.environ)


def _mkdocs(arguments: Arguments, *words: str) -> int:
    # Material prints a notice about its end of life at each run; docs/decisions/0007 says what we do about it.
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "CAMPAIGN_LANGUAGE": _language(arguments)}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *words], cwd=ROOT, env=quiet, check=False
    ).returncode


def _replace(site: Path, staged: Path) -> None:
    """Put the new site where the old one was; a reader never finds half of one."""
    old = staged.with_name("old-site")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    staged.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _is_busy(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def _wrong(message: str) -> int:
    print(f"make.py: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
