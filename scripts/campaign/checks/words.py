"""Rules for labels.yml: every word that the site says is there, in each language that says it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import get_args

from pydantic import BaseModel

from campaign.archive import FIELDS
from campaign.blanks import blanks_of_label, in_braces, written
from campaign.content import Content
from campaign.cost_page import LINES
from campaign.duties import TIMES
from campaign.holiday_pay import LINES as HOLIDAY_LINES
from campaign.models.accessibility import Assessment
from campaign.models.border import Answer, Way
from campaign.models.duties import Trade
from campaign.models.events import Material, Seminar, Session
from campaign.models.guide import Rule, RuleChange
from campaign.models.kits import KIT_FILES
from campaign.models.law import MOST_PARAGRAPHS, Finding
from campaign.models.moving import Step, Story
from campaign.models.pages import Label, PageMeta
from campaign.models.projects import Person
from campaign.models.rates import Rate, SwedishExample
from campaign.models.services import Present, Service
from campaign.models.sources import Source
from campaign.models.visits import Stop
from campaign.pages import Pages
from campaign.problems import Phrase, Position, Problem
from campaign.settings import BY_CODE, COUNTRIES
from campaign.templates import templates_of

Word = tuple[str, str]
WordsByTemplate = Mapping[str, frozenset[Word]]
LABELS = "content/data/labels.yml"


def _choices(model: type[BaseModel], field: str) -> tuple[str, ...]:
    """The values that a field of a model allows."""
    parts = get_args(model.model_fields[field].annotation)
    return parts if isinstance(parts[0], str) else get_args(parts[0])


# The titles of pages that are none of the content's.
BESIDE = ("page-missing", "page-moved", "page-gone", "page-offline")
# Words that templates choose by a record's value, and those that Python itself says; every other word stands in a
# template, where `words_in` finds it.
CHOSEN: tuple[Word, ...] = (
    *(("status", word) for word in _choices(Present, "status")),
    *(("form", word) for word in (*_choices(Seminar, "form"), *_choices(Service, "form"))),
    *(("certainty", word) for word in _choices(Seminar, "place_certainty")),
    *(("material", word) for word in _choices(Material, "form")),
    *(("source-form", word) for word in _choices(Source, "form")),
    *(("confidence", word) for word in _choices(Source, "confidence")),
    *(("rule-kind", word) for word in _choices(Rule, "kind")),
    *(("rule-change", word) for word in (*_choices(RuleChange, "what"), "removed")),
    *(("duty-time", word) for word in TIMES),
    *(("trade", word) for word in (*get_args(Trade), "other")),
    *(("cost", word) for word in _choices(SwedishExample, "agreement")),
    *(("cost-line", f"{line}-{land}") for line, land in LINES),
    *(("holiday-line", line) for lines in HOLIDAY_LINES.values() for line in lines),
    *(("rate-group", word) for word in _choices(Rate, "group")),
    *((f"border-{field}", word) for field in ("employer", "lives", "works") for word in _choices(Way, field)),
    *(("border-answer", word) for word in get_args(Answer)),
    *(("border-paper", country) for country in ("se", "no")),
    *(("border", question) for question in ("lives", "works")),
    *(("law-watch", word) for word in _choices(Finding, "found")),
    *(("paragraph", str(number)) for number in range(1, MOST_PARAGRAPHS + 1)),
    *(("visit", word) for field in ("part", "suits", "seasons") for word in _choices(Stop, field)),
    *(("visit", f"day-{number}") for number in (1, 2)),
    *(("offline", word) for word in ("saved", "old", "changed", "news")),
    *(("interface", word) for word in ("answers", "read-through")),
    ("note", "source"),
    *(("question", word) for word in ("subject", "greeting")),
    *(("dataset", f"{name}{part}") for name in ("figures", "archive") for part in ("", "-about")),
    *(("letter", word) for word in ("greeting", "read-at")),
    *(("language", code) for code in BY_CODE),
    *(("access", word) for word in _choices(Session, "accessibility")),
    *(("audience", word) for word in _choices(Seminar, "audiences")),
    *(
        ("search", word)
        for word in ("close", "none", "alike", "meant", "all", "other", "failed", "found", "also", "short")
    ),
    *(("feed", "coming"), ("event", "assumed")),
    *(("case", word) for word in _choices(Step, "cases")),
    *(("story", word) for word in _choices(Story, "side")),
    *(("archive", word) for word in ("year", *FIELDS, "coming", "past")),
    *(("self-check", word) for word in ("yes", "partly", "no")),
    *(
        ("download", word)
        for word in ("guide", "edition", "chapter", "template", "templates", "poster", "kit")
    ),
    *(("kit", name) for word in KIT_FILES for name in (word, f"{word}-file")),
    *(
        ("kit", word)
        for word in (
            *("steps", "proposal", "budget", "item", "amount", "price", "cost", "total"),
            *("measures", "measure", "before", "halfway", "after"),
            *("indicators", "indicator", "their-target", "their-outcome", "our-target", "our-outcome"),
        )
    ),
    *(("interest", f"when-{word}") for word in ("soon", "year", "years", "unsure")),
    *(("prose", word) for word in ("table", "note", "tip", "important", "warning", "caution")),
    *(
        ("book", word)
        for word in ("contents", "accessibility", "cover", "cover-page", "title-page", "page", "register")
    ),
    *(("book", f"register-{word}") for word in ("words", "laws", "key")),
    *(("interface", word) for word in ("easy", "sign-language")),
    *(("interface", word) for word in ("site-name", "edition", "start", *BESIDE)),
    ("editors", "title"),
    *(("light", word) for word in ("summer", "summer-all-night")),
    *(("accessibility", word) for word in _choices(Assessment, "result")),
    *(("card", word) for word in ("cover", "scene", "poster")),
    *(("interface", f"only-other-{word}") for word in _choices(PageMeta, "only_because")),
    *(("interface", f"{word}-group") for word in _choices(Person, "group")),
)


# What a page of any sort says, with or without a template's help.
ON_EVERY_PAGE: tuple[Word, ...] = (
    *(("interface", word) for word in ("site-name", "start", *BESIDE)),
    ("note", "source"),
    ("card", "cover"),
    ("card", "scene"),
    *((group, word) for group, word in CHOSEN if group == "prose"),
)


def check_labels(content: Content, pages: Pages, in_templates: WordsByTemplate) -> Iterator[Problem]:
    """No reader meets a key instead of a word."""
    if content.labels:
        for group, word in sorted(
            {*CHOSEN, *words_of_countries(content), *chain.from_iterable(in_templates.values())}
        ):
            if word not in content.labels.get(group, {}):
                values = {"word": word, "group": group, "hint": Phrase("NO_HINT")}
                yield Problem(LABELS, Position(), "D111", values)
        yield from _check_blanks(content)
        for language in content.languages:
            if language.is_partial and content.prose[language.code]:
                yield from _check_partial(content, pages, language.code, in_templates)


def words_of_countries(content: Content) -> Iterator[Word]:
    """The countries of the site by name, and the clocks by which it and its events keep time."""
    zones = {COUNTRIES[country].zone for country in content.countries}
    for country in content.countries:
        yield "country", country.lower()
        yield "edition-of", country.lower()
    for zone in zones | {seminar.session.zone for seminar in content.seminars.values() if seminar.session}:
        yield "zone", zone.partition("/")[2].lower()


def _check_blanks(content: Content) -> Iterator[Problem]:
    """Each word has its blanks, once each: a script fills in the first. Where one is counted, its number may be left out."""
    document = content.singleton_documents["labels"]
    for group, words in content.labels.items():
        for word, label in words.items():
            wanted = written(blanks_of_label(group, word))
            for place, text in _texts_of(label):
                found = in_braces(text)
                lacking = {*wanted} - {*found} - ({"{count}"} if place[1:] == ("one",) else set())
                if lacking or {*found} - {*wanted} or len({*found}) < len(found):
                    yield _blank(document.position_of((group, word, *place)), found, wanted)


def _blank(where: Position, found: Sequence[str], wanted: Sequence[str]) -> Problem:
    hint = Phrase("THESE_BLANKS", {"wanted": " ".join(wanted)}) if wanted else Phrase("NO_BLANKS")
    return Problem(LABELS, where, "D198", {"value": " ".join(found) or Phrase("NOTHING"), "hint": hint})


def _texts_of(label: Label) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each text of a word, in each language and plural form, by where it stands."""
    for code, text in label.root.items():
        if isinstance(text, str):
            yield (code,), text
        else:
            yield from (((code, form), sentence) for form, sentence in text.items())


def _check_partial(
    content: Content, pages: Pages, code: str, in_templates: WordsByTemplate
) -> Iterator[Problem]:
    """A partial language has the words of the templates that its own pages use, and may lack all others."""
    used = {"404.html", "moved.html", "partials/notes.html"}
    for path, prose in content.prose[code].items():
        if (code, path) in pages:
            used |= set(templates_of(pages[code, path].layout, prose.tokens))
    words = chain.from_iterable(in_templates.get(name, ()) for name in used)
    document = content.singleton_documents["labels"]
    for group, word in sorted({*ON_EVERY_PAGE, *words}):
        text = content.labels.get(group, {}).get(word)
        if text and text.get(code) is None:
            values = {"word": word, "group": group, "code": code}
            yield Problem(LABELS, document.position_of((group, word)), "L307", values)
