"""Rules for the facts of places and for the figures that texts take from them."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from campaign.checks.prose import hrefs_of, iter_blocks
from campaign.codes import Code
from campaign.comparison import number_named, shown_alike
from campaign.content import Content
from campaign.documents import Document
from campaign.facts import fact_named, full_name, place_at, places, words_of
from campaign.markdown import link_words, own_words
from campaign.models.places import Fact
from campaign.models.values import WHOLE, Quantity
from campaign.pages import Pages
from campaign.problems import Phrase, Problem
from campaign.settings import BY_CODE, Language
from campaign.texts import PageSource

# How far from a fact a figure of the same source and unit may be and still be an older or a mistyped copy of it.
NEAR = 0.02
# Units of which there are no parts.
COUNTED = ("cabins", "companies", "inhabitants", "jobs", "municipalities", "people", "species")
# Below what a figure of a unit cannot be. What is counted in people may also be a change, as a share may.
LOWEST = {unit: 0 for unit in COUNTED if unit != "people"} | {"percent": -WHOLE}
# A point before three digits, as many write thousands.
_THOUSANDS = re.compile(r"\.\d{3}$")
# A number as prose writes it, not a part of another, a date or a span.
_NUMBER = r"(?<![\d,.–-])\d+(?:\u00a0\d{3})*(?:,\d+)?"


def check_facts(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A fact has a number, or a size class, or a query that will fetch its number; what is known has its dates."""
    for kind, slug, place in places(content):
        document = content.documents[kind][slug]
        for number, fact in enumerate(place.facts):
            if found := _misread(fact):
                where = document.position_of(("facts", number, "value"))
                yield Problem(document.path, where, *found)
            if code := _lacking(fact):
                where = document.position_of(("facts", number, "fact"))
                yield Problem(document.path, where, code, {"word": fact.fact})


def _misread(fact: Fact) -> tuple[Code, dict[str, object]] | None:
    """What is counted is a whole number, and a point between thousands would make it a thousandth."""
    if _is_torn(fact):
        return "D186", {"value": fact.value, "word": fact.fact}
    if fact.value is not None and _THOUSANDS.search(repr(fact.value)):
        return "D177", {"value": fact.value, "whole": repr(fact.value).replace(".", "")}
    return None


def check_figures(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A figure of a place or a chapter is one that can be: within what its unit knows, and read when it held or later."""
    for document, location, figure in _figures(content):
        if expected := _limit(figure):
            name, given = f"{location[0]}.{location[1] + 1}.value", Phrase("GIVEN", {"value": figure.value})
            values = {"field": name, "value": given, "expected": expected, "hint": Phrase("NO_HINT")}
            yield Problem(document.path, document.position_of((*location, "value")), "D103", values)
        if _is_read_early(figure):
            values = {"value": figure.as_of, "checked": figure.checked}
            yield Problem(document.path, document.position_of((*location, "as_of")), "D152", values)


def _figures(content: Content) -> Iterator[tuple[Document, tuple[str, int], Fact | Quantity]]:
    for kind, slug, place in places(content):
        for number, fact in enumerate(place.facts):
            yield content.documents[kind][slug], ("facts", number), fact
    for slug, chapter in content.chapters.items():
        for number, figure in enumerate(chapter.figures):
            yield content.documents["chapters"][slug], ("figures", number), figure


def _limit(figure: Fact | Quantity) -> Phrase | None:
    """The limit that a value of this unit is beyond."""
    lowest = LOWEST.get(figure.unit)
    if figure.value is None or lowest is None:
        return None
    if figure.value < lowest:
        return Phrase("AT_LEAST", {"limit": lowest})
    return Phrase("AT_MOST", {"limit": WHOLE}) if figure.unit == "percent" and figure.value > WHOLE else None


def _is_read_early(figure: Fact | Quantity) -> bool:
    """Whether a figure held only after somebody read it. An open span holds from its first day on."""
    start, _, end = (figure.as_of or "undated").partition("/")
    last = start if end in ("", "..") else end
    return last != "undated" and last > (figure.checked or last)[: len(last)]


def _is_torn(fact: Fact) -> bool:
    """Whether a number has parts of what there are no parts of."""
    return fact.unit in COUNTED and fact.value is not None and fact.value % 1 != 0


def _lacking(fact: Fact) -> Code | None:
    if not _has_one_value(fact):
        return "D130"
    return "D132" if fact.known and not (fact.as_of and fact.checked) else None


def _has_one_value(fact: Fact) -> bool:
    """A service tells numbers, so a size class and a query do not go together."""
    if fact.between is not None:
        return fact.value is None and fact.query is None
    return fact.value is not None or fact.query is not None


def check_equal_facts(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Every municipality tells each of the facts that all are shown with, as a number that can stand on a scale."""
    for slug, place in content.municipalities.items():
        document = content.documents["municipalities"][slug]
        for equal in shown_alike(content).equal_facts:
            if number_named(place.facts, equal.fact) is None:
                yield Problem(
                    document.path, document.position_of(("facts",), key=True), "D129", {"word": equal.fact}
                )


def check_fact_links(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A figure that is linked to its fact says what the record says."""
    for code, prose in content.texts():
        for token in prose.tokens:
            for href, written in link_words(token):
                if href.startswith("fact:"):
                    name = href.removeprefix("fact:")
                    yield from _check_fact_link(content, prose, BY_CODE[code], token, name, written)


def _check_fact_link(
    content: Content, prose: PageSource, language: Language, token: Token, name: str, written: str
) -> Iterator[Problem]:
    fact = fact_named(content, prose.path, name)
    if fact is None and _is_unread(content, full_name(content, prose.path, name)[0]):
        return
    if fact is None or not fact.known:
        yield Problem(prose.file, prose.position_of(token, f"(fact:{name})"), "P230", {"value": name})
        return
    record = words_of(fact, written, language)
    if not _is_torn(fact) and written.replace("\u00a0", " ") != record.replace("\u00a0", " "):
        values = {"value": written, "record": record, "name": name}
        yield Problem(prose.file, prose.position_of(token, f"[{written}](fact:{name})"), "P231", values)


def _is_unread(content: Content, place: str) -> bool:
    return any(content.is_unread(kind, place) for kind in ("municipalities", "regions"))


def check_copies(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A figure on a place's page is the fact's own: same source, same unit and nearly the same number is an old copy."""
    for code, prose in content.texts():
        _, place = place_at(content, prose.path) or ("", None)
        for token, block in iter_blocks(prose.tokens) if place else ():
            for fact, written in _copies(
                content, place.known_facts if place else [], code, token, hrefs_of(block)
            ):
                values = {
                    "value": written,
                    "name": fact.fact,
                    "record": words_of(fact, written, BY_CODE[code]),
                }
                yield Problem(prose.file, prose.position_of(token, written), "P232", values)


def _copies(
    content: Content, facts: Sequence[Fact], code: str, token: Token, hrefs: Sequence[str]
) -> Iterator[tuple[Fact, str]]:
    """The figures that copy a fact wrongly; where the fact itself is linked, another figure is meant as another."""
    text, known = own_words(token), {fact.value for fact in facts}
    for fact in facts:
        linked = any(re.fullmatch(rf"fact:(.+/)?{fact.fact}", href) for href in hrefs)
        if fact.value is None or _is_torn(fact) or linked or f"source:{fact.source}" not in hrefs:
            continue
        unit = content.label_group("unit").get(fact.unit)  # D111 says so if there is none
        pattern = rf"({_NUMBER})[ \u00a0]{re.escape(unit[code])}(?!\w)" if unit else r"(?!)"
        for found in re.finditer(pattern, text):
            value, decimals = _value(found[1])
            rounded = round(abs(fact.value), decimals) == value
            if value not in known and not rounded and abs(value - abs(fact.value)) <= NEAR * abs(fact.value):
                yield fact, found[1]


def _value(written: str) -> tuple[float, int]:
    """A written number, and how many decimals it was written with."""
    plain = written.replace("\u00a0", "").replace(",", ".")
    return float(plain), len(plain.partition(".")[2])


ALL = (check_facts, check_figures, check_equal_facts, check_fact_links, check_copies)
