"""The command that measures everything and tells of it: `make.py audit`."""

import os
import platform
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
import yaml

import commands
import environment
from campaign.files import SITE, load_common
from cli import LANGUAGE, Arguments, command
from environment import PUBLISH_LOCK, ROOT
from site_steps import checked_site, proven

if TYPE_CHECKING:
    from audit import Measure, Served
    from campaign.site import Site

REPORT = "docs/reference/quality.md"
# What is not reached, and why: the beginning or a part of what was measured → the reason.
REASONS = ROOT / "scripts/audit_reasons.yml"


@command(
    LANGUAGE,
    click.option(
        "--part", multiple=True, metavar="NAME", help="Only this part; the report is shown and not written."
    ),
)
def audit(arguments: Arguments) -> int:
    """Measure everything of the real site and write docs/reference/quality.md: each number beside its goal, about ten minutes."""
    environment.prepare_system(("browser", "site"))
    if commands.write_site(Arguments(**vars(arguments), into=ROOT / SITE)):
        return 1
    site = checked_site(arguments)
    if site is None:
        return 1
    with _served(site) as served:
        parts, seconds = _measured(arguments, site, served)
    report = _render_audit(parts, seconds)
    click.echo(report)
    if not arguments.part:
        (ROOT / REPORT).write_text(report, encoding="utf-8")
    return 0


def _measured(
    arguments: Arguments, site: "Site", served: "Served"
) -> "tuple[dict[str, list[Measure]], dict[str, float]]":
    from audit import PARTS

    found: dict[str, list[Measure]] = {}
    seconds = {}
    wanted: dict[str, Callable[[Served], Iterator[Measure]]] = {
        **PARTS,
        "Proof": lambda _: _proof(arguments, site),
        "Supply": lambda _: _supply(),
    }
    for name, measure in wanted.items():
        if not arguments.part or name in arguments.part:
            click.echo(f"{name} …", err=True)
            began = time.monotonic()
            found[name] = list(measure(served))
            seconds[name] = time.monotonic() - began
    return found, seconds


@contextmanager
def _served(site: "Site") -> "Iterator[Served]":
    """The built site, packed as for a release, and nginx on this machine that shows it."""
    from audit import Served
    from campaign.compression import write_compressed
    from campaign.policy import load_policy
    from campaign.serving.configuration import Server, render_configuration
    from nginx import free_port, running

    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        shutil.copytree(ROOT / SITE, folder / "site")
        write_compressed(folder / "site", load_policy(), ROOT / ".cache")
        server = Server("127.0.0.1", str(folder / "site"), f"127.0.0.1:{port}")
        pages = (
            path.relative_to(folder / "site").as_posix() for path in sorted(folder.glob("site/**/*.html"))
        )
        addresses = ["/" + page.removesuffix("index.html") for page in pages]
        with running(folder, render_configuration("nginx", load_policy(), site, server)):
            yield Served(site.content, folder / "site", addresses, f"http://127.0.0.1:{port}")


def _proof(arguments: Arguments, site: "Site") -> "Iterator[Measure]":
    from audit import Measure

    status, count = proven(arguments, site, load_common(ROOT), ROOT / SITE)
    yield Measure(
        f"{count} files against the policy", "no fault", "no fault" if status == 0 else "faults", status == 0
    )


def _supply() -> "Iterator[Measure]":
    """Licences and known weaknesses of the locked packages."""
    from audit import none
    from campaign.supply.audit import DATABASE, build_audit, parse_database
    from campaign.supply.licences import render_licences
    from campaign.supply.lock import parse_lock
    from publishing import licences_here

    licences = licences_here()
    written = (ROOT / "docs/reference/licences.md").read_text(encoding="utf-8")
    yield none(
        f"of {len(licences)} packages without a licence that is told",
        (one.package.name for one in licences if not one.name),
    )
    yield none(
        "differences to docs/reference/licences.md",
        [] if written == render_licences(licences) else ["make.py licences"],
    )
    database = parse_database((ROOT / DATABASE).read_text(encoding="utf-8"))
    packages = parse_lock((ROOT / PUBLISH_LOCK).read_text(encoding="utf-8"))
    weak = build_audit(packages, database).weak if database else {"no database": []}
    yield none("packages with a known weakness", weak)


def _render_audit(parts: "Mapping[str, list[Measure]]", seconds: Mapping[str, float]) -> str:
    from audit_report import render_report

    machine = f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}"
    reasons = yaml.load(REASONS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
    return render_report(parts, seconds, environment.today(), machine, reasons)
