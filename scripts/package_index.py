"""The package index, at the edge: asked what it knows of weaknesses in the packages that we lock, and of no others."""

import time
from collections.abc import Iterable

import requests

from campaign.supply.audit import Database, Weakness
from campaign.supply.lock import Package

_PAUSE, _SECONDS = 0.1, 30


def load_database(packages: Iterable[Package], index: str, day: str) -> Database:
    """What the index tells today. `index` is its JSON interface, below which a package has its name and `json`."""
    with requests.Session() as session:
        session.headers["User-Agent"] = "inland-regions/1.0 (make.py audit-packages)"
        found = {package.pin: _told(session, index.rstrip("/"), package) for package in packages}
    return Database(asked=day, packages=found)


def _told(session: requests.Session, index: str, package: Package) -> list[Weakness] | None:
    """What is known of a package in our version. The newest one is told of under the name alone, which some mirrors have only."""
    for path in (package.name, f"{package.name}/{package.version}"):
        time.sleep(_PAUSE)
        answer = session.get(f"{index}/{path}/json", timeout=_SECONDS)
        if answer.status_code == 404:
            continue
        answer.raise_for_status()
        told = answer.json()
        if told["info"]["version"] == package.version:
            return [Weakness.model_validate(one) for one in told["vulnerabilities"]]
    return None
