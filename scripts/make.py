#!/usr/bin/env python3
"""The project's only command line: `python3 scripts/make.py` lists its commands, from the modules in COMMANDS.

The standard library is enough for the list, in the language of whoever types, and to prepare the environment in which a command runs.
"""

import ast
import gc
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import environment
from environment import PUBLISH_LOCK, SITE_LOCK, TEST_LOCK
from localization import help_metavar, help_text, language_of, without_language

COMMANDS = [
    Path(__file__).with_name(name)
    for name in (
        "auditing.py",
        "commands.py",
        "editorial.py",
        "output_commands.py",
        "publishing.py",
        "checking.py",
        "testing.py",
        "maintenance.py",
        "web_editor.py",
    )
]
# Those that the handbook of editors shows; the others are for whoever keeps the site.
EDITORIAL = (
    *("book", "check", "fix", "law", "links", "new", "picture"),
    *("refresh", "remove", "rename", "serve", "status"),
)


def main(words: list[str]) -> int:
    """Run one command in the project's environment, made first if need be."""
    if without_language(words)[:1] in ([], ["help"], ["-h"], ["--help"]):
        _print(render_list(language_of(words), shutil.get_terminal_size().columns))
        return 0
    if environment.inside():
        gc.set_threshold(*environment.FEW_COLLECTIONS)
        import auditing  # noqa: F401 (declares its commands)
        import checking  # noqa: F401
        import cli
        import commands  # noqa: F401
        import editorial  # noqa: F401
        import maintenance  # noqa: F401
        import output_commands  # noqa: F401
        import publishing  # noqa: F401
        import testing  # noqa: F401
        import web_editor  # noqa: F401

        return cli.main(words)
    environment.prepare(_lock_for(words[0]), language_of(words))
    return subprocess.run([environment.python(), __file__, *words], check=False).returncode


def _print(text: str) -> None:
    """Print a text, of which whoever reads may have seen enough before its end (`make.py help | head -5`)."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # Python writes what is left once more as it ends, and would complain of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def render_list(code: str, width: int) -> str:
    """All commands and what each does, in the language `code`, in lines that fit a terminal: first those of editors."""
    commands = sorted((name, help_text(what, code)) for path in COMMANDS for name, what in _declared(path))
    usage = f"{help_text('Usage', code)}: make.py {help_metavar('COMMAND [OPTIONS]', code)}"
    more = f"{help_text('More of one command', code)}: make.py {help_metavar('COMMAND', code)} --help"
    column = max(len(name) for name, _ in commands) + 4
    lines = [usage, more]
    for heading, is_editorial in (("For editors", True), ("For whoever keeps the site", False)):
        listed = [row for row in commands if (row[0] in EDITORIAL) == is_editorial]
        lines += ["", f"{help_text(heading, code)}:", *_rows(listed, column, width)]
    return "\n".join(lines)


def _rows(commands: list[tuple[str, str]], column: int, width: int) -> Iterator[str]:
    for name, what in commands:
        begin = f"  {name}".ljust(column)
        yield textwrap.fill(what, width, initial_indent=begin, subsequent_indent=" " * column)


def _lock_for(name: str) -> str:
    """What a command needs installed: an editor needs neither what publishes nor what tests."""
    if name in ("test", "bench", "audit"):
        return TEST_LOCK
    publishing = {found for found, _ in _declared(Path(__file__).with_name("publishing.py"))}
    return PUBLISH_LOCK if name in publishing else SITE_LOCK


def _declared(path: Path) -> list[tuple[str, str]]:
    """The commands of a module and what each does, read from its text: nothing may be installed yet."""
    return [
        (node.name.replace("_", "-"), (ast.get_docstring(node) or "").splitlines()[0])
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and any("command(" in ast.unparse(d) for d in node.decorator_list)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
