"""What packages say of their licence, and the programs of others that some of them carry, as a table for people."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path

from campaign.supply.lock import Package

# Programs and libraries in a wheel that are not the package's own work, with their licence as their projects tell it. A test
# holds that every wheel with a program in it stands here.
CARRIED = {
    "cffi": "libffi (MIT), linked in",
    "cryptography": "OpenSSL (Apache-2.0), linked in",
    "html-to-markdown": "crates of Rust, mostly MIT or Apache-2.0, linked in and listed in its own SBOM",
    "lxml": "libxml2 and libxslt (MIT), linked in",
    "pillow": "the libraries of picture formats, each with its licence in Pillow's own LICENSE",
    "pypandoc-binary": "pandoc (GPL-2.0-or-later), run as a program of its own and never sent to readers",
    "pyyaml": "libyaml (MIT), linked in",
    "typst": "Typst (Apache-2.0) with its own type: Libertinus (OFL-1.1), New Computer Modern (GFL), DejaVu (Bitstream Vera)",
}
_KIND = re.compile(r"License :: .+ :: ")
_PROGRAM = re.compile(r"[\w-]+(\.exe)?")
_HEAD = """\
# Licences · Licenser

Made by `make.py licences` from what the installed packages say of themselves. Do not edit by hand.

| package | version | licence | carries |
| --- | --- | --- | --- |
"""


@dataclass(frozen=True)
class Licence:
    """The licence of a package, as it says itself; None where it says nothing or is not installed here."""

    package: Package
    name: str | None


def normalized(name: str) -> str:
    """The name of a package as lock files write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(told: Distribution) -> str | None:
    """The licence that an installed package names: as an expression, in a line, or among its classifiers."""
    data = told.metadata.json
    written = str(data.get("license_expression") or data.get("license") or "").strip()
    if written not in ("", "UNKNOWN") and "\n" not in written:
        return written
    classified = [
        str(name).rpartition(" :: ")[2] for name in data.get("classifier", ()) if _KIND.match(str(name))
    ]
    return ", ".join(classified) or None


def has_program(told: Distribution) -> bool:
    """Whether a package's own folder holds a program, and not only a module for Python."""
    files = [file for file in told.files or () if ".." not in file.parts and _PROGRAM.fullmatch(file.name)]
    return any(_is_binary(Path(file.locate())) for file in files)


def _is_binary(file: Path) -> bool:
    with file.open("rb") as opened:
        start = opened.read(4)
    return start.startswith((b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"))


def render_licences(found: Iterable[Licence]) -> str:
    """The table, a package a row."""
    rows = [
        f"| {one.package.name} | {one.package.version} | {one.name or 'not told'} | {CARRIED.get(one.package.name, '')} |"
        for one in found
    ]
    return _HEAD + "\n".join(rows) + "\n"
