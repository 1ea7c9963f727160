"""What is known of weaknesses in the locked packages: a file beside the lock, dated, which is read without a network."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from campaign.models.values import Day, Value
from campaign.supply.lock import Package

# Beside requirements.txt.
DATABASE = "requirements-audit.json"


class Weakness(BaseModel):
    """A weakness as the package index tells of it; what it tells beside this is left."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    summary: str | None = None
    fixed_in: list[str] = []
    link: str | None = None
    withdrawn: str | None = None


class Database(Value):
    """What the index told on a day of each package in its version; None where it told nothing of that version."""

    asked: Day
    packages: dict[str, list[Weakness] | None]


@dataclass(frozen=True)
class Audit:
    """The weak packages with what is known of them, and those of which nothing is known."""

    weak: Mapping[str, list[Weakness]]
    unknown: list[str]


def parse_database(text: str) -> Database | None:
    """The database that a text is, or None."""
    try:
        return Database.model_validate_json(text)
    except ValidationError:
        return None


def render_database(database: Database) -> str:
    """The database as JSON, a line a field, so that a difference can be read."""
    told = database.model_dump(exclude_none=False)
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def build_audit(packages: Iterable[Package], database: Database) -> Audit:
    """What the database says of some packages."""
    known = {package.pin: database.packages.get(package.pin) for package in packages}
    weak = {pin: [one for one in found or () if not one.withdrawn] for pin, found in known.items()}
    return Audit(
        weak={pin: found for pin, found in weak.items() if found},
        unknown=[pin for pin, found in known.items() if found is None],
    )
