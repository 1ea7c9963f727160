"""Rules for labels.yml: every word that the site says is there."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from campaign.archive import FIELDS
from campaign.content import Content
from campaign.models.contacts import Contact
from campaign.models.events import Material, Seminar, Session
from campaign.models.guide import Rule, RuleChange
from campaign.models.law import Finding
from campaign.models.moving import Step, Story
from campaign.models.pages import PageMeta
from campaign.models.projects import Person
from campaign.models.services import Present, Service
from campaign.models.sources import Source
from campaign.problems import Position, Problem

Word = tuple[str, str]


def _choices(model: Any, field: str) -> tuple[str, ...]:
    """The values that a field of a model allows."""
    parts = get_args(model.model_fields[field].annotation)
    return parts if isinstance(parts[0], str) else get_args(parts[0])


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
    *(("law-watch", word) for word in _choices(Finding, "found")),
    *(("paragraph", str(number)) for number in range(1, 9)),
    ("law", "and"),
    ("note", "source"),
    *(("question", word) for word in ("subject", "greeting", "read-at")),
    *(("language", word) for word in _choices(Contact, "languages")),
    *(("country", word.lower()) for word in _choices(Rule, "country")),
    *(("access", word) for word in _choices(Session, "accessibility")),
    *(("audience", word) for word in _choices(Seminar, "audiences")),
    *(("zone", zone.partition("/")[2].lower()) for zone in _choices(Session, "zone")),
    *(("feed", "coming"), ("event", "assumed")),
    *(("case", word) for word in _choices(Step, "cases")),
    *(("story", word) for word in _choices(Story, "side")),
    *(("archive", word) for word in ("year", *FIELDS, "coming", "past")),
    *(("self-check", word) for word in ("yes", "partly", "no")),
    *(("download", word) for word in ("guide", "chapter", "template", "templates")),
    *(("interest", f"when-{word}") for word in ("soon", "year", "years", "unsure")),
    *(("prose", word) for word in ("table", "note", "tip", "important", "warning", "caution")),
    *(("book", word) for word in ("contents", "accessibility", "cover")),
    *(("interface", word) for word in ("site-name", "card", "edition", "start", "page-missing")),
    *(("interface", f"only-other-{word}") for word in _choices(PageMeta, "only_because")),
    *(("interface", f"{word}-group") for word in _choices(Person, "group")),
)


def check_labels(content: Content, in_templates: Iterable[Word]) -> Iterator[Problem]:
    """No reader meets a key instead of a word."""
    if content.labels:
        for group, word in sorted({*CHOSEN, *in_templates}):
            if word not in content.labels.get(group, {}):
                values = {"word": word, "group": group}
                yield Problem("content/data/labels.yml", Position(), "D111", values)
