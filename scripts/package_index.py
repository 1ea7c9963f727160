"""The package index, at the edge: asked what it knows of weaknesses in the packages that we lock, and of no others."""

import time
from collections.abc import Iterable

import requests

from campaign.supply.audit import Database, PackageReport
from campaign.supply.lock import Package

_PAUSE, _SECONDS = 0.1, 30


def load_database(packages: Iterable[Package], index: str, day: str) -> Database:
    """What the index tells today. `index` is its JSON interface, below which a package has its name and `json`."""
    with requests.Session() as session:
        session.headers["User-Agent"] = "inland-regions/1.0 (make.py audit-packages)"
        asked = {package.pin: _load_entry(session, index.rstrip("/"), package) for package in packages}
    return Database(asked=day, packages={pin: report for pin, report in asked.items() if report})


def _load_entry(session: requests.Session, index: str, package: Package) -> PackageReport | None:
    """What is known of a package: of our version, or else of the newest, which some mirrors have only."""
    newest = _answer(session, f"{index}/{package.name}/json")
    if newest and newest.version == package.version:
        return newest
    return _answer(session, f"{index}/{package.name}/{package.version}/json") or newest


def _answer(session: requests.Session, address: str) -> PackageReport | None:
    time.sleep(_PAUSE)
    answer = session.get(address, timeout=_SECONDS)
    if answer.status_code == 404:
        return None
    answer.raise_for_status()
    body = answer.json()
    return PackageReport(version=body["info"]["version"], weaknesses=body["vulnerabilities"])
