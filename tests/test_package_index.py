"""Asking the package index, replayed by a server on this machine."""

from typing import Any

import pytest
import requests

from campaign.supply.audit import Database, PackageReport, Vulnerability
from campaign.supply.lock import Package
from package_index import load_database
from replay import Reply, replaying


def build_reply(version: str, *weak: dict[str, Any]) -> Reply:
    """What the index says of a package."""
    return Reply({"info": {"version": version}, "vulnerabilities": list(weak)})


def test_the_index_is_asked_about_our_versions() -> None:
    """The newest version is told of under the name, another under its own; where the index knows the newest only, that is kept, and so is what it is of."""
    packages = [Package(name, "1.0", ()) for name in ("te", "kaffe", "vatten", "saft")]
    weak = {"id": "GHSA-1", "summary": "It leaks.", "fixed_in": ["1.1"], "details": "long"}
    with replaying() as index:
        index.says("/te/json", build_reply("1.0"))
        index.says("/kaffe/json", build_reply("2.0"))
        index.says("/kaffe/1.0/json", build_reply("1.0", weak))
        index.says("/vatten/json", build_reply("2.0"))
        found = load_database(packages, index.address + "/", "2026-02-03")
    known = Vulnerability(id="GHSA-1", summary="It leaks.", fixed_in=["1.1"])
    assert found == Database(
        asked="2026-02-03",
        packages={
            "te==1.0": PackageReport(version="1.0", weaknesses=[]),
            "kaffe==1.0": PackageReport(version="1.0", weaknesses=[known]),
            "vatten==1.0": PackageReport(version="2.0", weaknesses=[]),
        },
    )


def test_an_index_that_fails_is_no_all_clear() -> None:
    """Where the index is out of order, nothing is written down."""
    with replaying() as index, pytest.raises(requests.RequestException):
        index.says("/te/json", Reply(status=500))
        load_database([Package("te", "1.0", ())], index.address, "2026-02-03")
