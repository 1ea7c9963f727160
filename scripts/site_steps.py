"""The steps that several commands share: wait for whoever builds, say what is looked at, check the content, prove what was made."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

import environment
from campaign.files import Snapshot
from cli import Arguments, language, message
from environment import ROOT

if TYPE_CHECKING:
    from campaign.site import Site

CACHE = ROOT / ".cache"
_NOTHING: Mapping[str, str] = MappingProxyType({})


@contextmanager
def alone(arguments: Arguments, lock: Path) -> Iterator[bool]:
    """Only one process at a time does this work; whoever comes later says that it waits, and is told that it did."""
    from filelock import FileLock, Timeout

    CACHE.mkdir(exist_ok=True)
    waited = False
    try:
        held = FileLock(lock).acquire(timeout=0)
    except Timeout:
        click.echo(message(arguments, "BUILD_WAITS"), err=True)
        held, waited = FileLock(lock).acquire(), True
    with held:
        yield waited


def say_checking(arguments: Arguments) -> None:
    """Say that the content is looked at, which takes seconds: beside, for what a command says may be kept as a file."""
    click.echo(message(arguments, "CHECKING"), err=True)


def checked_site(arguments: Arguments, snapshot: Snapshot | None = None) -> "Site | None":
    """The site, or None after its problems were told."""
    from campaign.problems import render_text
    from campaign.project import load_site

    say_checking(arguments)
    site, problems = load_site(ROOT, environment.today(), snapshot)
    if problems:
        # Beside too, if a command goes on.
        click.echo(render_text(problems, language(arguments)), err=site is not None)
    return site


def proven(
    arguments: Arguments, site: "Site", code: str, folder: Path, digests: Mapping[str, str] = _NOTHING
) -> tuple[int, int]:
    """Prove the files in a folder and say what is against the policy: the exit code, and how many there are.

    `code` is a digest of all that proves; `digests` are those of files that lie there as we have laid them.
    """
    from campaign.cache import Bundle, Store
    from campaign.problems import render_text
    from campaign.proof.folder import PROOFS, load_proof, rules_of

    click.echo(message(arguments, "PROVING"), err=True)
    before: Bundle[bool] = Bundle(Store(site.cache / PROOFS), PROOFS)
    found = dict(load_proof(folder, rules_of(site, code), before, digests))
    before.write()
    problems = [replace(one, path=f"{folder}/{one.path}") for faults in found.values() for one in faults]
    if problems:
        click.echo(render_text(problems, language(arguments)))
    return 1 if problems else 0, len(found)
