"""Numbers, dates and money as each language writes them."""

from collections.abc import Sequence
from decimal import Decimal

from campaign.models.values import Money
from campaign.settings import Language

SPACE = "\u00a0"
MONTHS = {
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "no": [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
}


def number(value: float) -> str:
    """3722750 → 3 722 750 and 22.5 → 22,5, the same in both languages."""
    whole, _, decimals = f"{abs(Decimal(str(value))):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", SPACE)
    sign = "−" if value < 0 else ""
    return f"{sign}{grouped},{decimals}" if decimals.strip("0") else f"{sign}{grouped}"


def quantity(value: float | None, between: Sequence[float] | None = None) -> str:
    """A number, or the size class that stands instead of one: 59 950, 200–499."""
    return number(value) if value is not None else "–".join(map(number, between or ()))


def money(value: Money) -> str:
    """3 722 750 SEK."""
    return f"{number(value.amount)}{SPACE}{value.currency}"


def date(partial: str, language: Language) -> str:
    """A partial date in words: 2014, januari 2011, 21 januari 2011, 2008–2011."""
    start, slash, end = partial.partition("/")
    if not slash:
        return _day(start, language)
    if end == "..":
        return f"{_day(start, language)}–"
    if len(start) == len(end) == 4:
        return f"{start}–{end}"
    return f"{_day(start, language)} – {_day(end, language)}"


def moment(local: str, language: Language) -> str:
    """A local day and time in words: 2027-03-04 09:30 → 4 mars 2027 kl. 9.30."""
    day, _, clock = local.partition(" ")
    return f"{_day(day, language)} kl.{SPACE}{_clock(clock)}"


def session(start: str, end: str, language: Language) -> str:
    """From when to when, as local moments: 4 mars 2027 kl. 9.30–16.00; over several days both days are said."""
    if start[:10] == end[:10]:
        return f"{moment(start, language)}–{_clock(end[11:])}"
    return f"{moment(start, language)} – {moment(end, language)}"


def years(partial: str) -> str:
    """The years of a partial date, for a list: 2014, 2008–2011, 2011–."""
    start, _, end = partial.partition("/")
    if not end or end[:4] == start[:4]:
        return start[:4]
    return f"{start[:4]}–{end[:4].strip('.')}"


def clock(minutes: float) -> str:
    """Minutes after midnight as the clock shows them: 513 → 8.33; after the next midnight it begins again."""
    hour, minute = divmod(round(minutes) % 1440, 60)
    return f"{hour}.{minute:02}"


def hours(minutes: float, language: Language) -> str:
    """A length of time: 349 → 5 tim 49 min, 5 t 49 min."""
    whole, rest = divmod(round(minutes), 60)
    word = "t" if language.code == "no" else "tim"
    return f"{whole}{SPACE}{word} {rest}{SPACE}min"


def _day(partial: str, language: Language) -> str:
    year, *rest = partial.split("-")
    if not rest:
        return year
    month = MONTHS[language.code][int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    point = "." if language.code == "no" else ""
    return f"{int(rest[1])}{point}{SPACE}{month} {year}"


def _clock(told: str) -> str:
    hour, _, minute = told.partition(":")
    return f"{int(hour)}.{minute}"
