"""The numbers that a sentence says, in digits or in words."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from campaign.problems import Worded
from campaign.settings import BY_CODE, LANGUAGES
from campaign.typography import format_number, join_words, month_names

# Words → number; a language that is not here says its numbers in digits alone. One is left out: `en` and `ett` are articles too; and Swedish `ni` is a pronoun.
_NUMBERS = {
    "sv": {
        "två": 2,
        "tre tredje": 3,
        "fyra fjärde": 4,
        "fem femte": 5,
        "sex sjätte": 6,
        "sju sjunde": 7,
        "åtta åttonde": 8,
        "nio nionde": 9,
        "tio tionde": 10,
        "elva elfte": 11,
        "tolv tolfte": 12,
        "tretton trettonde": 13,
        "fjorton fjortonde": 14,
        "femton femtonde": 15,
        "sexton sextonde": 16,
        "sjutton": 17,
        "arton": 18,
        "nitton": 19,
        "tjugo": 20,
        "trettio": 30,
        "fyrtio": 40,
        "femtio": 50,
        "sextio": 60,
        "nittio": 90,
        "hundra": 100,
    },
    "no": {
        "to": 2,
        "tre tredje": 3,
        "fire fjerde": 4,
        "fem femte": 5,
        "seks sjette": 6,
        "sju syv sjuende syvende": 7,
        "åtte åttende": 8,
        "ni niende": 9,
        "ti tiende": 10,
        "elleve ellevte": 11,
        "tolv tolvte": 12,
        "tretten trettende": 13,
        "fjorten fjortende": 14,
        "femten femtende": 15,
        "seksten sekstende": 16,
        "sytten": 17,
        "atten": 18,
        "nitten": 19,
        "tjue": 20,
        "tretti": 30,
        "førti": 40,
        "femti": 50,
        "seksti": 60,
        "nitti": 90,
        "hundre": 100,
    },
    "en": {
        "two second": 2,
        "three third": 3,
        "four fourth": 4,
        "five fifth": 5,
        "six sixth": 6,
        "seven seventh": 7,
        "eight eighth": 8,
        "nine ninth": 9,
        "ten tenth": 10,
        "eleven eleventh": 11,
        "twelve twelfth": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "ninety": 90,
        "hundred": 100,
    },
}
_BY_WORD = {
    code: {word: number for words, number in numbers.items() for word in words.split()}
    for code, numbers in _NUMBERS.items()
}
# A number may begin a compound: tvåveckorsperiod, femårsdagen, treårig.
_UNIT = r"(?:år|dag|månad|måned|veck|uke|tim)\w*"
_DIGITS = re.compile(r"\d(?:[\d\u00a0]*\d)?(?:[,.]\d+)?")
# Where a rule stands is no number of the rule.
_SECTIONS = re.compile(
    r"(?=[§\da])(?:§+ ?\d[\w-]*(?: [a-z]\b)?|\d+(?: [a-z])? (?:kap\.|§+)|\b\d{4}:\d+\b|\bart\. ?\d+)"
)
# What it may begin with is looked for first, or each beginning would be tried at each letter.
_NO_FIGURE = (
    r"(?=[hk+\d§A-ZÅÄÖÆØ])(?:https?://\S+"
    r"|\+\d[\d\s]+"
    r"|(?<!\d)\d\d(?:[ \u00a0]\d\d){3}(?!\d)"
    r"|\b\d{4}:\d+\b"
    r"|\b\d{2}-tal\w*"
    r"|\b11[23]\b|\b1177\b"
    r"|\bkl\.\s*\d+[.:]\d+"
    r"|\b\d{1,2}\.?\s(?=MONTH)"
    # A run of digits or marks is looked at from its first on, and as a whole: else a long one is looked at from each.
    r"|(?<!\d)\d++\s*(?:kap\.\s*\d+)?(?:\s[a-z])?\s?§+(?:\s*[\d-]+)?(?:\s[a-z]\b)?"
    r"|(?<!§)§++\s*[\d-]+(?:\s[a-z]\b)?"
    r"|\bkap(?:ittel|itel)?\.?\s\d+"
    r"|\b[A-Z][A-Z0-9]*[A-Z]\s\d[\d.]*"
    r"|\b[A-ZÅÄÖÆØ]+\d+\b"
    r"|\b(?:1[0-9]|20)\d\d(?![\d%])(?!\s(?:personer|people|invånare|innbyggere|inhabitants|anställda|ansatte|employees|bostäder|boliger|homes|kr|kronor|kroner)\b)(?:[–/-](?:1[0-9]|20)?\d\d\b)?)"
)
_FIGURE = re.compile(
    r"\d(?:\u00a0?\d)*[,.]\d+|\d(?:\u00a0?\d)+|\d[\s\u00a0]?(?:%|procent|prosent|per cent|kr\b|kronor|kroner|km|mil\b|kvm|timm|time|minut|hour|dag|day|månad|måned|month|ve?ck|uke|week|år\b|year|anställd|ansatt|employee)"
)

# Words that were seen and are no numbers; so many at most, which is more than our site has: a server runs for weeks.
_PLAIN = defaultdict[str, set[str]](set)
_MOST_WORDS = 1 << 16
_DIGIT, _TOKEN = re.compile(r"\d"), re.compile(r"\w+")


def numbers_in(sentence: str, code: str) -> set[float]:
    """The distinct numbers above one in a sentence of the language `code`; those of sections and acts do not count."""
    has_digits = _DIGIT.search(sentence)
    text = _SECTIONS.sub(" ", sentence) if has_digits else sentence
    found = _in_words(set(_TOKEN.findall(text.lower())), code)
    if has_digits:
        found.update(map(value_of, _DIGITS.findall(text)))
    return found - {1.0}


def _in_words(words: set[str], code: str) -> set[float]:
    """The numbers among some words. Words come again and again: each is looked at once, and nearly all are none."""
    plain, found = _PLAIN[code], set[float]()
    for word in words - plain:
        said = _words(code).fullmatch(word) if word[:2] in _beginnings(code) else None
        if said:
            found.add(float(_BY_WORD[code][said[1]]))
        elif len(plain) < _MOST_WORDS:
            plain.add(word)
    return found


@cache
def _beginnings(code: str) -> frozenset[str]:
    return frozenset(word[:2] for word in _BY_WORD.get(code, ()))


# Large patterns are compiled when a text is looked at, and not when the site is as it was.


@cache
def _words(code: str) -> re.Pattern[str]:
    words = "|".join(sorted(_BY_WORD[code], key=len, reverse=True))
    return re.compile(rf"({words})(?:{_UNIT})?")


@cache
def _no_figure() -> re.Pattern[str]:
    named = sorted({month for language in LANGUAGES for month in month_names(language)})
    return re.compile(_NO_FIGURE.replace("MONTH", "|".join(named)))


def value_of(figure: str) -> float:
    """The number of a figure as prose writes it: `3 722 750 kr` → 3722750, `10,2 %` → 10.2."""
    found = _DIGITS.match(figure)
    return float(found[0].replace("\u00a0", "").replace(",", ".")) if found else 0.0


@dataclass(frozen=True)
class Numbers(Worded):
    """Numbers in a sentence, as each language writes them in a row."""

    values: tuple[float, ...]

    def in_language(self, language: str) -> str:
        """The numbers in `sv`, `no` or `en`."""
        written = BY_CODE[language]
        return join_words([format_number(value, written) for value in self.values], written)


def listed(numbers: Iterable[float]) -> Numbers:
    """Numbers in order, as a problem names them."""
    return Numbers(tuple(sorted(numbers)))


def plain(number: float) -> str:
    """A number as data writes it: every digit, and no point behind a whole one."""
    return f"{number:.15g}"


@lru_cache(1 << 10)  # several rules ask about the same block, one after the other
def figures_in_text(text: str) -> tuple[str, ...]:
    """The figures that a text says in digits: what needs a source, so no years, dates, laws, names or telephone numbers."""
    if not _DIGIT.search(text):
        return ()
    return tuple(found[0].strip() for found in _FIGURE.finditer(_no_figure().sub(" ", text)))
