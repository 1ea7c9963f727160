"""Licences of packages, as they tell them."""

from importlib.metadata import PathDistribution, distributions
from pathlib import Path

import pytest

from campaign.supply.licences import CARRIED, Licence, has_program, licence_of, normalized, render_licences
from campaign.supply.lock import Package, parse_lock
from environment import PUBLISH_LOCK
from real_site import ROOT


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


def test_every_carried_program_is_told_of() -> None:
    """No wheel brings a program whose licence nobody has looked up."""
    locked = {package.name for package in parse_lock((ROOT / PUBLISH_LOCK).read_text(encoding="utf-8"))}
    found = {normalized(one.name) for one in distributions() if has_program(one)} & locked
    assert ("pypandoc-binary" in found, found - set(CARRIED)) == (True, set())
