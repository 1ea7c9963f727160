"""Licences of packages, as they tell them."""

import re
from importlib.metadata import Distribution, PathDistribution, distributions
from pathlib import Path

import pytest

from campaign.supply.licences import CARRIED, Licence, licence_of, normalized, render_licences
from campaign.supply.lock import Package, parse_lock, parse_npm_lock
from environment import PUBLISH_LOCK
from real_site import ROOT

# A program has no ending, or that of Windows; a library has its own, with a number behind it or not.
COMPILED = re.compile(r"[\w-]+(\.exe)?|.+\.(so|pyd|dylib|dll)(\.\d+)*")
LOCKED = parse_lock((ROOT / PUBLISH_LOCK).read_text(encoding="utf-8"))


def is_compiled(distribution: Distribution) -> bool:
    """Whether a package brings anything for the processor itself, and not for Python alone."""
    files = [
        file for file in distribution.files or () if ".." not in file.parts and COMPILED.fullmatch(file.name)
    ]
    return any(is_binary(Path(file.locate())) for file in files)


def is_binary(file: Path) -> bool:
    """Whether a file begins as programs of Linux, Windows and macOS do."""
    with file.open("rb") as opened:
        start = opened.read(4)
    return start.startswith((b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"))


@pytest.mark.parametrize(
    ("told", "licence"),
    [
        ("License-Expression: MIT\nLicense: x", "MIT"),
        ("License: Apache 2.0", "Apache 2.0"),
        ("License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License", "MIT License"),
        ("Classifier: License :: OSI Approved :: MIT License", "MIT License"),
        ("Classifier: License :: OSI Approved", None),
        ("Classifier: Topic :: Software", None),
    ],
)
def test_a_licence_is_read_where_a_package_tells_it(tmp_path: Path, told: str, licence: str | None) -> None:
    """The newest way of telling goes before the older ones, and silence is silence."""
    (tmp_path / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: te\nVersion: 1\n{told}\n", encoding="utf-8"
    )
    assert licence_of(PathDistribution(tmp_path)) == licence


def test_the_table_tells_licence_and_what_is_carried() -> None:
    """A package that carries a program of others tells of both licences, and one that tells nothing is no gap."""
    pandoc, te = Package("pypandoc-binary", "1.17", ()), Package("te", "1", ())
    rows = render_licences([Licence(pandoc, "MIT"), Licence(te, None)]).splitlines()[-2:]
    assert rows == [
        f"| pypandoc-binary | 1.17 | MIT | {CARRIED['pypandoc-binary']} |",
        "| te | 1 | not told |  |",
    ]


def test_what_is_compiled_is_told_of() -> None:
    """No wheel brings a program or library whose licence nobody has looked up."""
    found = {normalized(one.name) for one in distributions() if is_compiled(one)}
    locked = {package.name for package in LOCKED}
    assert ({"pypandoc-binary", "pikepdf"} <= found, found & locked) == (True, set(CARRIED))


def test_the_table_is_of_what_is_locked() -> None:
    """Whoever reads the licences reads those of today."""
    table = (ROOT / "docs/reference/licences.md").read_text(encoding="utf-8")
    rows = [
        tuple(cell.strip() for cell in line.split("|")[1:3])
        for line in table.splitlines()
        if line.startswith("| ")
    ]
    editor = parse_npm_lock((ROOT / "editor/package-lock.json").read_text(encoding="utf-8"))
    locked = [*LOCKED, *(package for package, _ in editor)]
    heads = [("package", "version"), ("---", "---")]
    assert [row for row in rows if row not in heads] == [
        (package.name, package.version) for package in locked
    ]
