#!/usr/bin/env python3
"""The project's only command line: `python3 scripts/make.py` lists its commands, from the modules in COMMANDS.

The standard library is enough for the list, and to prepare the environment in which a command runs.
"""

import ast
import gc
import subprocess
import sys
from pathlib import Path

import environment
from environment import PUBLISH_LOCK, SITE_LOCK, TEST_LOCK

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


def main(words: list[str]) -> int:
    """Run one command in the project's environment, made first if need be."""
    words = ["--help"] if not words or words == ["help"] else words
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
    if words in (["-h"], ["--help"]):
        print(_listed([row for path in COMMANDS for row in _declared(path)]))
        return 0
    environment.prepare(_lock_for(words[0]))
    return subprocess.run([environment.python(), __file__, *words], check=False).returncode


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


def _listed(commands: list[tuple[str, str]]) -> str:
    width = max(len(name) for name, _ in commands)
    rows = [f"  {name:<{width}} {what}" for name, what in sorted(commands)]
    return "\n".join(["Usage: make.py COMMAND [ARGS]...", "", "Commands:", *rows])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
