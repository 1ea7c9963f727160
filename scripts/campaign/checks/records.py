"""Rules that concern one record at a time, or a record and the tables it uses."""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from campaign.content import Content
from campaign.documents import Location
from campaign.markdown import headings
from campaign.models import KINDS
from campaign.models.places import Region
from campaign.models.rates import Rate
from campaign.pages import Pages, record_of
from campaign.problems import Phrase, Position, Problem


def check_words(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A fact, a unit and a theme has its word in labels.yml, or a reader would meet a key."""
    for document, found in content.marked("open"):
        words = content.label_group(found.target)
        if content.labels and found.text not in words:
            known = Phrase("KNOWN_WORDS", {"known": ", ".join(words)})
            values = {"word": found.text, "group": found.target, "hint": known}
            yield Problem(document.path, document.position_of(found.location), "D111", values)


def check_drawings(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Every record of a kind with drawings has its own, and no drawing is of nothing."""
    wanted: set[str] = set()
    for kind, folder in _drawn():
        for slug, document in content.documents[kind].items():
            name = f"{folder}/{slug}.svg"
            wanted.add(name)
            if name not in content.media and slug in content.records[kind]:
                yield Problem(document.path, Position(), "D112", {"file": f"content/media/{name}"})
    folders = {folder for _, folder in _drawn()}
    for name in content.media:
        if name.partition("/")[0] in folders and name not in wanted:
            yield Problem(f"content/media/{name}", Position(), "D128", {"value": PurePosixPath(name).stem})


def check_sections(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The prose of a kind with fixed sections has them all, in the same order."""
    for _, prose in content.texts():
        kind, slug = record_of(content, prose.path) or (None, "")
        if kind is None or not kind.sections or slug not in content.records[kind.name]:
            continue
        found = [h.id for h in headings(prose.tokens) if h.level == 2]
        missing = [section for section in kind.sections if section not in found]
        if missing:
            yield Problem(prose.file, Position(prose.line), "D113", {"sections": ", ".join(missing)})
        elif [section for section in found if section in kind.sections] != list(kind.sections):
            yield Problem(prose.file, Position(prose.line), "D114", {"sections": ", ".join(kind.sections)})


def check_traits(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A trait that a municipality has or is without is asked for by some question of the finder."""
    asked = _asked_traits(content)
    for slug, municipality in content.municipalities.items() if asked else ():
        document = content.documents["municipalities"][slug]
        for field, traits in (("traits", municipality.traits), ("without", municipality.without)):
            for trait in traits:
                if trait not in asked:
                    position = document.position_of((field, trait), key=True)
                    yield Problem(document.path, position, "D116", {"word": trait})


def check_named_traits(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A trait that the start page or the map names is asked for by some question of the finder too."""
    asked = _asked_traits(content)
    for name, location, trait in _named_traits(content) if asked else ():
        if trait not in asked:
            document = content.singleton_documents[name]
            yield Problem(document.path, document.position_of(location), "D116", {"word": trait})


def _named_traits(content: Content) -> Iterator[tuple[str, Location, str]]:
    """File, place and trait of each wish of the start page and each sign of the map."""
    first = content.finder.first if "finder" in content.singletons else None
    for number, wish in enumerate(first.wishes if first else ()):
        yield "finder", ("first", "wishes", number, "trait"), wish.trait
    for layer, shown in enumerate(content.structure.map_layers):
        for number, mark in enumerate(shown.marks):
            yield "site", ("map_layers", layer, "marks", number, "trait"), mark.trait


def _asked_traits(content: Content) -> set[str]:
    questions = content.finder.questions if "finder" in content.singletons else []
    return {option.trait for question in questions for option in question.options}


def check_without(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A municipality has a trait or is without it, not both."""
    for slug, municipality in content.municipalities.items():
        document = content.documents["municipalities"][slug]
        for trait in municipality.without:
            if trait in municipality.traits:
                position = document.position_of(("without", trait), key=True)
                yield Problem(document.path, position, "D147", {"word": trait})


def check_countries(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The region of a municipality, and the rate that it pays, are of its country."""
    for slug, municipality in content.municipalities.items():
        document, country = content.documents["municipalities"][slug], municipality.country
        paid = municipality.contributions
        named: list[tuple[Location, str, Region | Rate | None]] = [
            (("region",), municipality.region, content.regions.get(municipality.region))
        ]
        if paid:
            named.append((("contributions", "rate"), paid.rate, content.rates.get(paid.rate)))
        for location, name, other in named:
            if other and other.country != country:
                values = {"country": country, "other": name, "value": other.country}
                yield Problem(document.path, document.position_of(location), "D159", values)


def check_job_banks(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Every municipality is known to its country's job bank."""
    if "job-banks" not in content.singletons:
        return
    banks = content.job_banks.root
    for slug, municipality in content.municipalities.items():
        bank = banks.get(municipality.country)
        if bank is None or slug not in bank.places:
            yield Problem(content.documents["municipalities"][slug].path, Position(), "D117", {})


def check_reviews(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A rule is to be read again after it was read, not before."""
    for slug, rule in content.rules.items():
        if rule.review_by <= rule.checked:
            document = content.documents["rules"][slug]
            values = {"checked": rule.checked, "value": rule.review_by}
            yield Problem(document.path, document.position_of(("review_by",)), "D115", values)


def check_reading_days(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A source says on which day it was read, unless it is only referred to."""
    for slug, source in content.sources.items():
        if source.read is None and source.confidence != "reference":
            document = content.documents["sources"][slug]
            yield Problem(
                document.path, document.position_of(("confidence",)), "D187", {"value": source.confidence}
            )


def check_sessions(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A session ends after it starts, and the seminar's date is the day on which it starts."""
    for slug, seminar in content.seminars.items():
        session, document = seminar.session, content.documents["seminars"][slug]
        if session and session.end <= session.start:
            values = {"start": session.start, "value": session.end}
            yield Problem(document.path, document.position_of(("session", "end")), "D119", values)
        if session and seminar.date.partition("/")[0] != session.start[:10]:
            values = {"day": session.start[:10], "value": seminar.date}
            yield Problem(document.path, document.position_of(("date",)), "D120", values)


def check_copies(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No record says all that another of its kind says: somebody copied it and was called away."""
    for documents in content.documents.values():
        first: dict[str, str] = {}
        for slug, document in documents.items():
            values = json.dumps(document.value, sort_keys=True) if document.value else document.path
            if values in first:
                yield Problem(document.path, Position(), "D158", {"other": first[values]})
            first.setdefault(values, slug)


def _drawn() -> list[tuple[str, str]]:
    """Kind and folder of content/media, of each sort of drawing."""
    return [(kind.name, folder) for kind in KINDS.values() for folder in kind.pictures]


ALL = (
    check_words,
    check_drawings,
    check_sections,
    check_traits,
    check_named_traits,
    check_without,
    check_countries,
    check_job_banks,
    check_reviews,
    check_reading_days,
    check_sessions,
    check_copies,
)
