"""What packages say of their licence, and the programs of others that some of them carry, as a table for people."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution

from campaign.supply.lock import Package

# What is compiled in a wheel, whose it is and under which licence, as the wheels themselves and their projects tell it. A test
# holds that every locked package with compiled code in it stands here.
CARRIED = {
    "brotli": "Brotli (MIT), linked in",
    "cffi": "libffi (MIT), linked in",
    "charset-normalizer": "its own code only",
    "cryptography": "OpenSSL (Apache-2.0) and libraries in Rust (MIT, Apache-2.0 or BSD-3-Clause), linked in",
    "html-to-markdown": "libraries in Rust (MIT, Apache-2.0, Unicode-3.0, BSD, Zlib or CC0-1.0), linked in",
    "lxml": "libxml2 and libxslt (MIT), linked in",
    "markupsafe": "its own code only",
    "obstore": "libraries in Rust (MIT, Apache-2.0, ISC, BSD, CC0-1.0 or Unicode-3.0), linked in",
    "pikepdf": "qpdf (Apache-2.0) and libjpeg-turbo (IJG, BSD-3-Clause, Zlib) beside it; others with their licences in the wheel",
    "pillow": "the libraries of picture formats, each with its licence in Pillow's own LICENSE",
    "pydantic-core": "libraries in Rust (MIT, Apache-2.0, Zlib or Unicode-3.0), linked in",
    "pypandoc-binary": "pandoc (GPL-2.0-or-later), run as a program of its own and never sent to readers",
    "pyyaml": "libyaml (MIT), linked in",
    "selectolax": "lexbor (Apache-2.0), linked in",
    "typst": "Typst (Apache-2.0) with its own type: Libertinus (OFL-1.1), New Computer Modern (GFL), DejaVu (Bitstream Vera); "
    "libraries in Rust (MIT, Apache-2.0, BSD, Zlib, ISC, MPL-2.0 or Unicode-3.0)",
    "watchfiles": "libraries in Rust (MIT, Apache-2.0, ISC or CC0-1.0), linked in",
}
_KIND = re.compile(r"License :: .+ :: ")
_HEAD = """\
# Licences · Licenser

Made by `make.py licences` from what the installed packages say of themselves. Do not edit by hand.

| package | version | licence | carries |
| --- | --- | --- | --- |
"""
_EDITOR = """
## The web editor

What `make.py admin` joins, or joins it with, as `editor/package-lock.json` says.

| package | version | licence |
| --- | --- | --- |
"""


@dataclass(frozen=True)
class Licence:
    """The licence of a package, as it says itself; None where it says nothing or is not installed here."""

    package: Package
    name: str | None


def normalized(name: str) -> str:
    """The name of a package as lock files write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(distribution: Distribution) -> str | None:
    """The licence that an installed package names: as an expression, in a line, or among its classifiers."""
    data = distribution.metadata.json
    written = str(data.get("license_expression") or data.get("license") or "").strip()
    if written not in ("", "UNKNOWN") and "\n" not in written:
        return written
    classified = [
        str(name).rpartition(" :: ")[2] for name in data.get("classifier", ()) if _KIND.match(str(name))
    ]
    return ", ".join(classified) or None


def render_licences(found: Iterable[Licence]) -> str:
    """The tables, a package a row: those of the site, and those of the web editor."""
    rows: dict[str, list[str]] = {"pypi": [], "npm": []}
    for one in found:
        cells = [one.package.name, one.package.version, one.name or "not told"]
        cells += [CARRIED.get(one.package.name, "")] if one.package.registry == "pypi" else []
        rows[one.package.registry].append(f"| {' | '.join(cells)} |")
    editor = _EDITOR + "\n".join(rows["npm"]) + "\n" if rows["npm"] else ""
    return _HEAD + "\n".join(rows["pypi"]) + "\n" + editor
