"""What is known of weaknesses."""

import pytest

from campaign.supply.audit import (
    Audit,
    Database,
    PackageReport,
    Vulnerability,
    build_audit,
    parse_database,
    render_database,
)
from campaign.supply.lock import Package

WEAK = Vulnerability(id="GHSA-1", summary="It leaks.", fixed_in=["1.1"])
GONE = Vulnerability(id="GHSA-2", withdrawn="2026-01-01T00:00:00Z")
DATABASE = Database(
    asked="2026-02-03",
    packages={
        "te==1.0": PackageReport(version="1.0", weaknesses=[WEAK, GONE]),
        "kaffe==2.0": PackageReport(version="2.0", weaknesses=[GONE]),
        "vatten==3.0": PackageReport(version="3.1", weaknesses=[]),
    },
)


def test_weak_and_unknown_packages_are_found() -> None:
    """A weakness that still stands is told, one that was taken back is not; what was said of another version, or of none, is no good news."""
    packages = [
        Package(name, version, ())
        for name, version in (("te", "1.0"), ("kaffe", "2.0"), ("vatten", "3.0"), ("saft", "4.0"))
    ]
    found = build_audit(packages, DATABASE)
    assert found == Audit(weak={"te==1.0": [WEAK]}, unknown={"vatten==3.0": "3.1", "saft==4.0": None})


def test_a_database_is_read_as_it_was_written() -> None:
    """What was asked today is known tomorrow without a network."""
    assert parse_database(render_database(DATABASE)) == DATABASE


@pytest.mark.parametrize("text", ["", "{}", '{"asked": "soon", "packages": {}}'])
def test_what_is_no_database_is_none(text: str) -> None:
    """A damaged file is not taken for an all-clear."""
    assert parse_database(text) is None
