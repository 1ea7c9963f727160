"""The paths and language facts that the rest of the package needs; nothing here is computed elsewhere."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Language:
    """One reader's language: its folder and key in data, its tag in HTML, and its address prefix."""

    code: str
    tag: str
    prefix: str
    name: str
    country: str


SWEDISH = Language(code="sv", tag="sv", prefix="", name="Svenska", country="SE")
NORWEGIAN = Language(code="no", tag="nb", prefix="no/", name="Norsk", country="NO")

LANGUAGES = (SWEDISH, NORWEGIAN)
DEFAULT_LANGUAGE = SWEDISH
BY_CODE = {language.code: language for language in LANGUAGES}
BY_COUNTRY = {language.country: language for language in LANGUAGES}
# The clock of each country.
ZONES = {"SE": "Europe/Stockholm", "NO": "Europe/Oslo"}


def twin_of(language: Language) -> Language:
    """The other of the two languages."""
    return NORWEGIAN if language is SWEDISH else SWEDISH
