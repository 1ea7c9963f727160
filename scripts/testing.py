"""The command that runs the tests: lint and types beside them, and pytest over the lanes that somebody names."""

import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import takewhile

import click

import environment
from cli import Arguments, command
from environment import ROOT

LINT = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])


@command(
    click.argument(
        "words",
        nargs=-1,
        type=click.UNPROCESSED,
        metavar=f"[{' | '.join(environment.LANES)}]... [-- PYTEST-ARGUMENT...]",
        help="The lanes to run, and after -- what pytest is told.",
    ),
    click.option("--everything", is_flag=True, help="Also what a release needs; see testing.md."),
)
def test(arguments: Arguments) -> int:
    """Install what the tests need and run them all, or only the lanes named."""
    lanes, rest = _lanes(arguments.words)
    deep = ["everything"] if arguments.everything else []
    environment.prepare_system([*(lanes or environment.LANES), *deep])
    # Each worker, and each command that a test runs, would else compile all of our modules again.
    kept = environment.compiling()
    tests = _pytest(lanes, rest, arguments.everything)
    # Types are looked at by one process, while the tests use what is left of the other processors.
    with ThreadPoolExecutor(1) as beside:
        lint = [
            beside.submit(_run_beside, step, kept) for step in (LINT if not lanes or "unit" in lanes else ())
        ]
        click.echo(f"\n— {' '.join(tests)}")
        ran = subprocess.run([environment.python(), "-m", *tests], cwd=ROOT, env=kept, check=False)
    failed = [" ".join(tests)] if ran.returncode else []
    for step, found in zip(LINT, (one.result() for one in lint), strict=False):
        click.echo(f"\n— {' '.join(step)}\n{found.stdout}", nl=False)
        failed += [" ".join(step)] if found.returncode else []
    for name in failed:
        click.echo(f"Failed: {name}")
    return 1 if failed else 0


def _run_beside(step: Sequence[str], kept: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A step with all that it says, for it says so while another speaks."""
    command = [environment.python(), "-m", *step]
    beside = subprocess.STDOUT
    return subprocess.run(
        command, cwd=ROOT, env=kept, check=False, text=True, stdout=subprocess.PIPE, stderr=beside
    )


def _lanes(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lanes named, and what stands after them for pytest."""
    lanes = list(takewhile(lambda word: not word.startswith("-"), words))
    if unknown := [word for word in lanes if word not in environment.LANES]:
        known = ", ".join(environment.LANES)
        raise click.UsageError(f"There is no lane {unknown[0]!r}; there are {known}.")
    return lanes, list(words[len(lanes) :])


def _pytest(lanes: list[str], rest: list[str], everything: bool) -> list[str]:
    """The tests of the lanes on all cores, in the order and by the groups that tests/lanes.py gives."""
    parallel = ["-n", "auto"]
    chosen = ["-m", " or ".join(lanes)] if lanes else []
    deep = ["--everything"] if everything else []
    return ["pytest", *parallel, *chosen, *deep, *rest]
