"""Numbers, dates, lists and money as each language writes them; what is common there, Babel knows from CLDR."""

from collections.abc import Sequence
from datetime import date as Date
from decimal import Decimal

from babel.dates import format_date, format_skeleton, get_date_format, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from campaign.models.values import Money
from campaign.settings import Language

SPACE = "\u00a0"


def format_number(value: float, language: Language) -> str:
    """3722750 → 3 722 750 and 22.5 → 22,5; in English 3,722,750 and 22.5. A minus is a minus and no hyphen."""
    words = format_decimal(Decimal(str(value)), locale=language.locale, decimal_quantization=False)
    return words.replace("-", "−")


def format_quantity(value: float | None, between: Sequence[float] | None, language: Language) -> str:
    """A number, or the size class that stands instead of one: 59 950, 200–499."""
    return "–".join(format_number(one, language) for one in (between or () if value is None else (value,)))


def format_money(value: Money, language: Language) -> str:
    """3 722 750 SEK."""
    return f"{format_number(value.amount, language)}{SPACE}{value.currency}"


def join_words(words: Sequence[str], language: Language) -> str:
    """Words in a row: a, b och c."""
    return format_list(words, locale=language.locale)


def format_partial_date(partial: str, language: Language) -> str:
    """A partial date in words: 2014, januari 2011, 21 januari 2011, 2008–2011."""
    start, slash, end = partial.partition("/")
    if not slash:
        return _format_day(start, language)
    if end == "..":
        return f"{_format_day(start, language)}–"
    if len(start) == len(end) == 4:
        return f"{start}–{end}"
    return f"{_format_day(start, language)} – {_format_day(end, language)}"


def format_moment(local: str, language: Language) -> str:
    """A local day and time in words: 2027-03-04 09:30 → 4 mars 2027 kl. 9.30."""
    day, _, clock = local.partition(" ")
    return f"{_format_day(day, language)} {language.at}{SPACE}{_format_time(clock)}"


def format_session(start: str, end: str, language: Language) -> str:
    """From when to when, as local moments: 4 mars 2027 kl. 9.30–16.00; over several days both days are said."""
    if start[:10] == end[:10]:
        return f"{format_moment(start, language)}–{_format_time(end[11:])}"
    return f"{format_moment(start, language)} – {format_moment(end, language)}"


def format_years(partial: str) -> str:
    """The years of a partial date, for a list: 2014, 2008–2011, 2011–."""
    start, _, end = partial.partition("/")
    if not end or end[:4] == start[:4]:
        return start[:4]
    return f"{start[:4]}–{end[:4].strip('.')}"


def short_date_pattern(language: Language) -> str:
    """How a day is written in figures, as Word and CLDR say it: yyyy-MM-dd."""
    return str(get_date_format("short", locale=language.locale).pattern).replace("y", "yyyy")


def format_day_and_month(day: Date, language: Language) -> str:
    """A day of any year, short: 1 dec., 1. des."""
    return format_skeleton("MMMd", day, locale=language.locale).replace(" ", SPACE)


def month_names(language: Language) -> list[str]:
    """The months of the year by name."""
    return list(get_month_names("wide", locale=language.locale).values())


def format_clock(minutes: float) -> str:
    """Minutes after midnight as the clock shows them: 513 → 8.33; after the next midnight it begins again."""
    hour, minute = divmod(round(minutes) % 1440, 60)
    return f"{hour}.{minute:02}"


def format_duration(minutes: float, language: Language) -> str:
    """A length of time: 349 → 5 tim 49 min, 5 t 49 min."""
    whole, rest = divmod(round(minutes), 60)
    parts = {"duration-hour": whole, "duration-minute": rest}
    return SPACE.join(
        format_unit(value, unit, "short", locale=language.locale).replace(" ", SPACE)
        for unit, value in parts.items()
    )


def _format_day(partial: str, language: Language) -> str:
    year, *rest = partial.split("-")
    if not rest:
        return year
    if len(rest) == 1:
        return format_skeleton("yMMMM", Date(int(year), int(rest[0]), 1), locale=language.locale)
    # The day never stands alone at the end of a line.
    return format_date(Date.fromisoformat(partial), "long", locale=language.locale).replace(" ", SPACE, 1)


def _format_time(clock: str) -> str:
    """The councils of all our languages write 9.30, where CLDR has 09:30."""
    hour, _, minute = clock.partition(":")
    return f"{int(hour)}.{minute}"
