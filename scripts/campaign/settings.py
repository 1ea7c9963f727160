"""The languages and countries that we know, and the root folder; which languages a site speaks stands in its mkdocs.yml."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.plural import PluralRule

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Language:
    """One reader's language: its folder and key in data, its tag in HTML, its address prefix, name and country.

    `at` stands before a time of day.

    A full language has every page; a partial one has those that somebody wrote for it, and nothing is put in their place.
    """

    code: str
    tag: str
    prefix: str
    name: str
    country: str
    at: str
    is_partial: bool = False

    @property
    def locale(self) -> str:
        """Language and country, as Babel and Open Graph name them: `nb_NO`."""
        return f"{self.tag}_{self.country}"

    @property
    def plural_forms(self) -> tuple[str, ...]:
        """The forms that a counted sentence has, by CLDR's names: one, other."""
        return (*sorted(self._plural_rule.tags), "other")

    def plural_form(self, count: float) -> str:
        """The form that a number wants: `one` for 1."""
        return str(self._plural_rule(count))

    @property
    def _plural_rule(self) -> "PluralRule":
        # Asked for only where a sentence counts: make.py reads this module before any package is there.
        from babel import Locale

        return Locale.parse(self.locale).plural_form


@dataclass(frozen=True)
class Country:
    """A country that places lie in: its clock and money, its telephone code, and the language of its authorities.

    On its `holidays` (month and day) and so many days `after_easter` we propose no meeting there; a country that names none
    has those that all share.
    """

    code: str
    zone: str
    currency: str
    calling_code: str
    language: str
    holidays: tuple[tuple[int, int], ...] = ()
    after_easter: tuple[int, ...] = ()


def unknown_names(languages: Iterable[Language], countries: Iterable[Country]) -> list[str]:
    """Each country that a language names and each language that a country names, where the other table lacks it."""
    languages, countries = tuple(languages), tuple(countries)
    spoken, lands = {one.code for one in languages}, {one.code for one in countries}
    return [
        *(f"{one.country}, the country of {one.code}" for one in languages if one.country not in lands),
        *(f"{one.language}, the language of {one.code}" for one in countries if one.language not in spoken),
    ]


LANGUAGES = (
    Language(code="sv", tag="sv", prefix="", name="Svenska", country="SE", at="kl."),
    Language(code="no", tag="nb", prefix="no/", name="Norsk", country="NO", at="kl."),
    Language(code="en", tag="en", prefix="en/", name="English", country="GB", at="at", is_partial=True),
)
DEFAULT_LANGUAGE = LANGUAGES[0]
# Those of editors, in which every message is written.
MESSAGE_LANGUAGES = ("sv", "no", "en")
BY_CODE = {language.code: language for language in LANGUAGES}
COUNTRIES = {
    country.code: country
    for country in (
        # May Day and the national day; Ascension, and in Norway Whit Monday.
        Country(
            "SE",
            zone="Europe/Stockholm",
            currency="SEK",
            calling_code="46",
            language="sv",
            holidays=((5, 1), (6, 6)),
            after_easter=(39,),
        ),
        Country(
            "NO",
            zone="Europe/Oslo",
            currency="NOK",
            calling_code="47",
            language="no",
            holidays=((5, 1), (5, 17)),
            after_easter=(39, 50),
        ),
        Country("GB", zone="Europe/London", currency="GBP", calling_code="44", language="en"),
    )
}

if _unknown := unknown_names(LANGUAGES, COUNTRIES.values()):
    raise LookupError(f"settings.py lacks a line for {'; '.join(_unknown)}")


def language_tag(code: str) -> str:
    """The HTML tag of a language that data name by our key or by its tag; empty for `mul`, several at once."""
    return "" if code == "mul" else BY_CODE[code].tag if code in BY_CODE else code
