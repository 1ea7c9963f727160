"""Blanks in editors' texts, such as `{place}`: which there are in each word of labels.yml, and what in braces is none of them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

# The one that a letter may have.
OF_LETTERS = ("place",)
# Group and word of labels.yml → what templates, scripts and Python put in. A `count` stands in words that have plural forms.
OF_LABELS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "interface": {
        "as-of": ("day",),
        "answers": ("who",),
        "read-through": ("who", "day"),
    },
    "accessibility": {
        "assessed": ("date",),
        "since": ("date",),
    },
    "plan": {
        "alarm": ("step",),
        "choose-day": ("count",),
        "shown": ("count",),
    },
    "compare": {
        "wrong": ("value",),
    },
    "finder": {
        "some": ("place", "count"),
        "knows": ("has", "count", "known"),
    },
    "interest": {
        "wrong": ("count",),
    },
    "event": {
        "minutes": ("count",),
    },
    "place": {
        "compare-with": ("place", "km"),
    },
    "light": {
        "title": ("place",),
        "ring": ("place",),
        "winter": ("rise", "set"),
        "summer": ("rise", "set"),
        "summer-all-night": ("rise", "set"),
    },
    "letter": {
        "read-at": ("address",),
    },
    "question": {
        "subject": ("title",),
    },
    "visit": {
        "weekend": ("first", "last"),
        "sun": ("rise", "set"),
        "place": ("place",),
    },
    "cost": {
        "missing": ("date", "rates"),
    },
    "limits": {
        "whole": ("least", "most", "field"),
        "decimal": ("least", "most", "field"),
        "day": ("field",),
    },
    "duties": {
        "shown": ("count",),
        "employees": ("count",),
    },
    "deadlines": {
        "from": ("day",),
        "over": ("date",),
        "late": ("date",),
    },
    "my-duties": {
        "shown": ("count",),
        "of": ("employees", "country", "agreement", "trade"),
        "days": ("count",),
        "you-are": ("count",),
        "from": ("number",),
        "read": ("date",),
        "printed": ("date",),
        "next": ("count",),
        "alarm": ("duty",),
        "example": ("employees", "count"),
    },
    "fill": {
        "empty": ("count",),
    },
    "self-check": {
        "example-of": ("country", "employees"),
        "missing": ("count",),
        "some": ("count", "all"),
    },
    "archive": {
        "shown": ("count", "all"),
    },
    "search": {
        "found": ("count", "words"),
        "none": ("words",),
        "alike": ("words",),
        "meant": ("words",),
        "also": ("language",),
    },
    "card": {
        "cover": ("title",),
        "scene": ("title",),
        "poster": ("title", "shows"),
    },
    "offline": {
        "kept": ("size", "taken", "edition"),
        "saved": ("taken", "edition"),
        "changed": ("changed",),
        "news": ("edition",),
    },
}
_NONE: Sequence[str] = ()
# What somebody may have meant as a blank, whole or not: `{place}`, `{{place}}`, `{the place}`, `{place`, `}`.
_BRACES = re.compile(r"\{+(?:[^{}]*\}+|[\w-]*)|\}+")


def blanks_of_label(group: str, word: str) -> Sequence[str]:
    """The names of the blanks in a word of labels.yml."""
    return OF_LABELS.get(group, {}).get(word, _NONE)


def written(names: Collection[str]) -> list[str]:
    """Blanks as an editor writes them."""
    return [f"{{{name}}}" for name in names]


def in_braces(text: str) -> list[str]:
    """Everything in a text that stands in braces, or begins or ends so."""
    return _BRACES.findall(text)


def unfilled(text: str, names: Collection[str]) -> Iterator[str]:
    """What a reader would see in braces, because it is none of the blanks that are filled in."""
    filled = written(names)
    return (found for found in in_braces(text) if found not in filled)
