"""What is known of weaknesses in the locked packages: a file beside the lock, dated, which is read without a network."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from campaign.models.values import Day, Value
from campaign.supply.lock import Package

# Beside requirements.txt.
DATABASE = "requirements-audit.json"


class Vulnerability(BaseModel):
    """A weakness as the package index tells of it; what it tells beside this is left."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    summary: str | None = None
    fixed_in: list[str] = []
    link: str | None = None
    withdrawn: str | None = None


class PackageReport(Value):
    """What the index tells of a package: the version that it speaks of, and the weaknesses that are known of it."""

    version: str
    weaknesses: list[Vulnerability]


class Database(Value):
    """What the index told on a day of each locked package; some indexes speak of the newest version only, which may be another than ours."""

    asked: Day
    packages: dict[str, PackageReport]


@dataclass(frozen=True)
class Audit:
    """The weak packages with what is known of them; and those of which nothing is known, with the version that is spoken of instead."""

    weak: Mapping[str, list[Vulnerability]]
    unknown: Mapping[str, str | None]


def parse_database(text: str) -> Database | None:
    """The database that a text is, or None."""
    try:
        return Database.model_validate_json(text)
    except ValidationError:
        return None


def render_database(database: Database) -> str:
    """The database as JSON, a line a field, so that a difference can be read."""
    values = database.model_dump(exclude_none=False)
    return json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def build_audit(packages: Iterable[Package], database: Database) -> Audit:
    """What the database says of some packages."""
    reports = {package: database.packages.get(package.pin) for package in packages}
    known = {package.pin: one for package, one in reports.items() if one and one.version == package.version}
    weak = {pin: [found for found in one.weaknesses if not found.withdrawn] for pin, one in known.items()}
    return Audit(
        weak={pin: found for pin, found in weak.items() if found},
        unknown={
            package.pin: one.version if one else None
            for package, one in reports.items()
            if package.pin not in known
        },
    )
