"""Where the pages of the search lead to and from, which words are places, and what belongs to a country: all as stems.

»Till Norge« is a term of its own (`>norg`), so that a plan is found by where it leads. See docs/decisions/0067-place-and-topic.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from campaign.keywords import called
from campaign.models import KINDS
from campaign.models.border import BorderCase, Way
from campaign.models.moving import Journey
from campaign.models.places import Municipality
from campaign.models.search import SearchWords
from campaign.models.visits import Visit
from campaign.pages import Page
from campaign.search.parts import words_in
from campaign.search.stems import stem
from campaign.search.terms import FROM, TO, joined
from campaign.settings import Language
from campaign.site import Site

# What it weighs that a page leads to a place or from it, told in its title, and in its description or by a name of it; and by its
# record: to a place, within its country, across a border, to a town of its country, and as a case of work.
_TITLED, _TOLD, _LEADS, _WITHIN, _ABROAD, _TOWN, _BORDER = 5.0, 2.0, 10.0, 3.0, 14.0, 4.0, 9.0
_Weighed = Iterator[tuple[str, float]]


def directions(site: Site, page: Page, words: SearchWords, places: AbstractSet[str]) -> _Weighed:
    """Where the page leads to or from, as terms, and what each weighs; what is said last counts. `places` are stems."""
    code, away = page.language.code, _from_elsewhere(words, page.language.code)
    titled, described = (
        _of_places(_ways(text, words, code), places) for text in (page.title, page.description)
    )
    named = [way for text in called(site.content, page.path) for way in _ways(text, words, code)]
    if not isinstance(page.record, Journey):
        named = [way for way in named if way in away]
    yield from ((way, _TOLD) for way in named)
    yield from ((way, _TOLD) for way in described)
    yield from ((way, _TITLED) for way in titled)
    match page.record:
        case Municipality(name=name):
            yield TO + stem(name.lower(), code), _LEADS
        case Visit(municipality=slug):
            yield TO + stem(site.content.municipalities[slug].name.lower(), code), _LEADS
        case Journey() as journey:
            yield from _of_journey(site, journey, page, words)
        case BorderCase() as case:
            yield from _of_case(site, case, code)
            if any(way.lives == "elsewhere" for way in case.ways):
                yield from ((way, _BORDER) for way in away)


def _of_places(ways: Iterator[str], places: AbstractSet[str]) -> list[str]:
    """Those that lead to or from a place: »till« and a town, but not »till salu«."""
    return [way for way in ways if way[1:] in places]


def _of_journey(site: Site, journey: Journey, page: Page, words: SearchWords) -> _Weighed:
    """A plan leads to its country and to each town of it, from the country that its title names and the towns there."""
    code, countries, own = (
        page.language.code,
        _countries(site, page.language.code),
        journey.destination.lower(),
    )
    titled = set(_ways(page.title, words, code))
    origins = [country for country, name in countries.items() if country != own and FROM + name in titled]
    is_within = not any(way.startswith(FROM) for way in titled)
    yield TO + countries[own], _ABROAD if origins else _WITHIN if is_within else _LEADS
    yield from ((FROM + countries[origin], _ABROAD) for origin in origins)
    for municipality in site.content.municipalities.values():
        town, country = stem(municipality.name.lower(), code), municipality.country.lower()
        if country == own:
            yield TO + town, _TOWN
        if country in (origins or [own] * is_within):
            yield FROM + town, _TOWN


def _of_case(site: Site, case: BorderCase, code: str) -> _Weighed:
    """A case of work leads from where somebody lives to where the employer is."""
    countries = _countries(site, code)
    found = {(TO, one) for way in case.ways for one in _employers(way, countries)} | {
        (FROM, way.lives) for way in case.ways
    }
    return ((way + countries[country], _BORDER) for way, country in sorted(found) if country in countries)


def _from_elsewhere(words: SearchWords, code: str) -> list[str]:
    """The directions of who comes from no country of ours."""
    return [FROM + stem(word.lower(), code) for word in words.directions.elsewhere]


def _employers(way: Way, countries: Iterable[str]) -> list[str]:
    """The countries in which the work is; who is sent works where the employer is not."""
    return [one for one in countries if one != way.employer] if way.works == "sent" else [way.employer]


def _ways(text: str, words: SearchWords, code: str) -> Iterator[str]:
    """The directions that a text says; who lives at one place and does something at another comes from the first."""
    said, sayings = [word.lower() for word in words_in(text)], words.directions
    for number, (before, after) in enumerate(pairwise(said)):
        lives = before in sayings.at and said[max(number - 1, 0)] in sayings.living
        if before in sayings.away or lives:
            yield FROM + stem(after, code)
        elif before in (*sayings.to, *sayings.at):
            yield TO + stem(after, code)


def _countries(site: Site, code: str) -> dict[str, str]:
    """The code of each country → the stem of its name."""
    group = site.content.label_group("country")
    return {country: stem(str(name[code]).lower(), code) for country, name in group.items()}


def place_stems(site: Site, language: Language) -> set[str]:
    """The stems of the names of places: beside a word that says what somebody looks for, they say only where."""
    code, content = language.code, site.content
    records = (*content.municipalities.values(), *content.regions.values())
    words = {word for one in records for word in words_in(one.name)}
    return {stem(word.lower(), code) for word in words} | set(_countries(site, code).values())


def town_stems(site: Site, language: Language) -> set[str]:
    """The stems of the names of municipalities and of places in them: each has a page for whatever is asked of it."""
    return {joined(name, language.code) for _, names in _towns(site, language) for name in names}


def _towns(site: Site, language: Language) -> Iterator[tuple[Municipality, list[str]]]:
    """Each municipality that has a page, with its name and those of places in it."""
    for slug, municipality in site.content.municipalities.items():
        page = site.pages.get((language.code, f"{KINDS['municipalities'].pages}/{slug}.md"))
        if page:
            yield municipality, [page.title, *called(site.content, page.path)]


def belonging(site: Site, language: Language, words: SearchWords) -> dict[str, object]:
    """The countries, what belongs to each, and who comes from it: word → country."""
    code, countries = language.code, _countries(site, language.code)
    groups = {"of": words.directions.of, "people": words.directions.people}
    within = defaultdict[str, set[str]](set)
    for country, said in words.directions.within.items():
        within[country.lower()] |= {joined(word, code) for word in said}
    for municipality, names in _towns(site, language):
        within[municipality.country.lower()] |= {joined(name, code) for name in names}
    return {
        "countries": sorted(countries.values()),
        "working": sorted({stem(word.lower(), code) for word in words.directions.working}),
        "within": {countries[country]: " ".join(sorted(found)) for country, found in within.items()},
        **{
            name: {
                stem(word.lower(), code): countries[country.lower()]
                for country, said in group.items()
                for word in said
            }
            for name, group in groups.items()
        },
    }
