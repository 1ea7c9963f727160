"""The registers of the printed guide: the words that a reader looks up, and the sections of law that the text cites.

Here is what they list; the pages are found by overrides/book/book.typ, when it knows them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

from campaign.content import Content
from campaign.models.guide import IndexTerm
from campaign.settings import BY_CODE, COUNTRIES, Language

# The letters that stand last, in the order of each language; others have none such.
_LAST_LETTERS = {"sv": "åäö", "no": "æøå"}
# Letters: what is so short is an abbreviation.
_ABBREVIATION = 3
_PARTS = re.compile(r"\d+|[a-zåäöæø]+")


def index_key(content: Content, language: Language) -> Callable[[str], list[str]]:
    """What finds the words of the register in a text."""
    words = _words(content, language)
    if not words:
        return lambda _: []
    begun = {start.casefold(): one.word for one in words for start in (one.word, *one.forms)}
    longest_first = sorted(begun, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_beginning, longest_first))})")
    return lambda text: sorted({begun[found] for found in pattern.findall(text.casefold())})


def _beginning(word: str) -> str:
    """How a word begins in a text, with any ending; an abbreviation has none."""
    return re.escape(word) + (r"(?!\w)" if len(word) <= _ABBREVIATION else "")


def word_index(content: Content, language: Language) -> list[dict[str, object]]:
    """The words in the order of their language, as book.typ names them."""
    last = _LAST_LETTERS.get(language.code, "")

    def order(one: IndexTerm) -> list[tuple[bool, int]]:
        return [
            (letter in last, last.find(letter) if letter in last else ord(letter))
            for letter in one.word.casefold()
        ]

    return [
        {
            "id": one.word,
            "word": one.word,
            "letter": one.word[0].upper(),
            "main": one.chapter,
            "foreign": one.foreign,
        }
        for one in sorted(_words(content, language), key=order)
    ]


def _words(content: Content, language: Language) -> list[IndexTerm]:
    return content.register.words.get(language.code, [])


def law_index(content: Content, language: Language) -> list[dict[str, object]]:
    """The acts with their sections, those of the language's country first, and the places in the book where each is told."""
    found: Mapping[str, Mapping[str, set[str]]] = _places_by_section(content)
    acts = sorted(
        found,
        key=lambda slug: (
            content.acts[slug].country != language.country,
            content.acts[slug].country,
            content.acts[slug].short[language.code].casefold(),
        ),
    )
    return [
        {
            "name": content.acts[slug].short[language.code],
            "country": content.acts[slug].country,
            "sections": [
                {"name": name, "rules": sorted(found[slug][name])}
                for name in sorted(found[slug], key=_by_number)
            ],
        }
        for slug in acts
    ]


def _places_by_section(content: Content) -> dict[str, dict[str, set[str]]]:
    """Act → section → the places of the rules that cite it, as `manuscript.Part.anchor` names them."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for slug, rule in content.rules.items():
        for cited in rule.cites:
            for name in cited.sections if cited.act in content.acts else ():
                found[cited.act][name] |= {f"{chapter}-rule-{slug}" for chapter in rule.chapters}
    return {act: dict(sections) for act, sections in found.items()}


def _by_number(section: str) -> list[tuple[int, str]]:
    """`2 kap. 10 §` after `2 kap. 9 §`, and `6 a §` after `6 §`."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in _PARTS.findall(section.casefold())]


def neighbour_tag(content: Content, language: Language) -> str:
    """The tag of the language that the words from beyond the border are in; within one country it is the guide's own."""
    spoken = [BY_CODE[COUNTRIES[country].language].tag for country in content.countries]
    return next((tag for tag in spoken if tag != language.tag), language.tag)
