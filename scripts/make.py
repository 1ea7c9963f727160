#!/usr/bin/env python3
"""The project's only command line: `python3 scripts/make.py` lists its commands, from commands.py, proving.py and upkeep.py.

The standard library is enough for the list, and to prepare the environment in which a command runs.
"""

import ast
import gc
import subprocess
import sys
from pathlib import Path

import environment
from environment import SITE_LOCK, TEST_LOCK

COMMANDS = [Path(__file__).with_name(name) for name in ("commands.py", "proving.py", "upkeep.py")]


def main(words: list[str]) -> int:
    """Run one command in the project's environment, made first if need be."""
    words = ["--help"] if not words or words == ["help"] else words
    if environment.inside():
        gc.set_threshold(*environment.FEW_COLLECTIONS)
        import cli
        import commands  # noqa: F401 (declares its commands)
        import proving  # noqa: F401
        import upkeep  # noqa: F401

        return cli.main(words)
    if words in (["-h"], ["--help"]):
        print(_listed("\n".join(path.read_text(encoding="utf-8") for path in COMMANDS)))
        return 0
    environment.prepare(TEST_LOCK if words[0] == "test" else SITE_LOCK)
    return subprocess.run([environment.python(), __file__, *words], check=False).returncode


def _listed(source: str) -> str:
    """The commands of a module and what each does, read from its text: nothing may be installed yet."""
    found = [
        (node.name.replace("_", "-"), (ast.get_docstring(node) or "").splitlines()[0])
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef)
        and any("command(" in ast.unparse(d) for d in node.decorator_list)
    ]
    rows = [f"  {name:<9} {what}" for name, what in sorted(found)]
    return "\n".join(["Usage: make.py COMMAND [ARGS]...", "", "Commands:", *rows])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
