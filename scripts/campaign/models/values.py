"""The value types that records share: bilingual text, dates that may be partial, sourced figures, money.

Field descriptions are read by editors in their own tools, so each says the same in Swedish and Norwegian.
"""

import re
from datetime import date, datetime
from functools import partial
from typing import Annotated, Literal, LiteralString

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from campaign.hosts import WEB_ADDRESS, is_foreign, parts_of, shown_host
from campaign.models.languages import Currency, InEachLanguage
from campaign.settings import COUNTRIES

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
TEXT = r"^\S(.*\S)?$"
# What a link `mailto:` takes as it stands: nothing that begins a query, ends an attribute or hides a character.
EMAIL = r"^[A-Za-z0-9._+-]+@[a-z0-9]([a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$"
PHONE = rf"^\+({'|'.join(country.calling_code for country in COUNTRIES.values())})( ?[0-9]){{6,12}}$"

Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Text = Annotated[str, StringConstraints(min_length=1, pattern=TEXT)]
Audience = Literal["movers", "partners", "employers", "young"]


class Value(BaseModel):
    """A group of fields inside a record: closed to unknown keys, never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


# The file of a page, the same in the folder of each language; perhaps with a place on it: `move.md#housing`.
PageFile = Annotated[Text, Field(json_schema_extra={"page": "file"})]


def _refers_to(kind: str) -> object:
    """Marks a slug as the name of a record of `kind`; `content` checks that the record exists."""
    return Field(json_schema_extra={"reference": kind})


ActRef = Annotated[Slug, _refers_to("acts")]
ChapterRef = Annotated[Slug, _refers_to("chapters")]
JourneyRef = Annotated[Slug, _refers_to("journeys")]
MunicipalityRef = Annotated[Slug, _refers_to("municipalities")]
ProjectRef = Annotated[Slug, _refers_to("projects")]
PlaceRef = Annotated[Slug, Field(json_schema_extra={"references": "municipalities regions"})]
RateRef = Annotated[Slug, _refers_to("rates")]
RegionRef = Annotated[Slug, _refers_to("regions")]
RuleRef = Annotated[Slug, _refers_to("rules")]
SeminarRef = Annotated[Slug, _refers_to("seminars")]
ServiceRef = Annotated[Slug, _refers_to("services")]
SourceRef = Annotated[Slug, _refers_to("sources")]
SpeakerRef = Annotated[Slug, _refers_to("speakers")]
StepRef = Annotated[Slug, _refers_to("steps")]
TemplateRef = Annotated[Slug, _refers_to("templates")]


def _word_of(group: str) -> object:
    """Marks a slug as a word of a group of labels.yml, to which editors may add; `checks/records` demands it there."""
    return Field(json_schema_extra={"word": group, "open": group})


FactWord = Annotated[Slug, _word_of("fact")]
SeriesWord = Annotated[Slug, _word_of("series")]
ThemeWord = Annotated[Slug, _word_of("theme")]
TopicWord = Annotated[Slug, _word_of("topic")]
UnitWord = Annotated[Slug, _word_of("unit")]

# What an item of a list is called by: `checks/repeated` refuses another of the same list with it.
OWN = Field(json_schema_extra={"own": "list"})
OwnName = Annotated[Slug, OWN]

# Somebody who can be asked.
AnsweringRef = Annotated[Slug, Field(json_schema_extra={"references": "municipalities regions services"})]

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _whole_number_is_a_year(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


# A hundred percent.
WHOLE = 100
# The first years that anybody may tell of, and in which somebody may have read or told something here; and the last.
_EARLIEST, _EARLIEST_OF_OURS, _LATEST = 1000, 2000, 2100


def _in_years(text: str, earliest: int = _EARLIEST) -> str:
    if not earliest <= int(text[:4]) <= _LATEST:
        raise PydanticCustomError("year", "no such year", {"earliest": earliest, "latest": _LATEST})
    return text


def _is_real(text: str) -> bool:
    year, *rest = (int(part) for part in text.split("-"))
    try:
        date(year, *rest, *(1 for _ in range(2 - len(rest))))
    except ValueError:
        return False
    return True


def _refused(kind: LiteralString, text: str) -> PydanticCustomError:
    """Why a text is no day: it has another form, or it has the form of one that no calendar has."""
    is_missing = _DAY.fullmatch(text[:10]) and not _is_real(text[:10])
    return PydanticCustomError(kind, "not a day", {"hint": "NO_SUCH_DAY" if is_missing else "NO_HINT"})


def _real_day(text: str) -> str:
    if not _DAY.fullmatch(text) or not _is_real(text):
        raise _refused("partial_date", text)
    return _in_years(text)


def _whole_day(text: str) -> str:
    if not _DAY.fullmatch(text) or len(text) < 10 or not _is_real(text):
        raise _refused("day", text)
    return _in_years(text)


def _real_span(text: str) -> str:
    start, slash, end = text.partition("/")
    _real_day(start)
    if slash and end != "..":
        _real_day(end)
        if end[: len(start)] < start[: len(end)]:
            raise PydanticCustomError("partial_date", "ends before it starts", {"hint": "ENDS_FIRST"})
    return text


def _any_web_address(text: str) -> str:
    parts = parts_of(text)
    if not WEB_ADDRESS.fullmatch(text) or parts is None or is_foreign(shown_host(parts)):
        raise PydanticCustomError("web_address", "not a web address")
    return text


def _web_address(text: str) -> str:
    if not text.startswith("https://"):
        raise PydanticCustomError("web_address", "not a safe web address")
    return _any_web_address(text)


_MOMENT = "%Y-%m-%d %H:%M"


def _local_moment(text: str) -> str:
    try:
        written = datetime.strptime(text, _MOMENT).strftime(_MOMENT)
    except ValueError:
        written = ""
    if written != text:  # Python also reads 2027-3-4 9:0, which others do not
        raise _refused("moment", text)
    return text


def _span_or_undated(text: str) -> str:
    return text if text == "undated" else _real_span(text)


def _number(value: object) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("number", "not a number")
    return value


def _rising_pair(values: list[float]) -> list[float]:
    if len(values) != 2 or values[0] >= values[1]:
        raise PydanticCustomError("size_class", "not two rising numbers")
    return values


Number = Annotated[int | float, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
SizeClass = Annotated[
    list[Number],
    AfterValidator(_rising_pair),
    WithJsonSchema({"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}),
]
_PARTIAL_DATE_SCHEMA = {"anyOf": [{"type": "string"}, {"type": "integer"}]}

PartialDate = Annotated[
    str,
    BeforeValidator(_whole_number_is_a_year),
    AfterValidator(_real_span),
    WithJsonSchema(_PARTIAL_DATE_SCHEMA),
    Field(
        description="År, månad, dag eller spann (EDTF): 2014, 2011-01, 2011-01-21, 2008/2011 · "
        "År, måned, dag eller spenn (EDTF)",
        examples=["2014", "2011-01", "2008-05-01/2011-10-31"],
    ),
]
PartialDateOrUndated = Annotated[
    str,
    BeforeValidator(_whole_number_is_a_year),
    AfterValidator(_span_or_undated),
    WithJsonSchema(_PARTIAL_DATE_SCHEMA),
]
# What has been: `checks/days` refuses a day later than today wherever a schema says so.
_HAS_BEEN = {"latest": "today"}
PastDate = Annotated[
    str,
    BeforeValidator(_whole_number_is_a_year),
    AfterValidator(_real_day),
    WithJsonSchema({"type": ["string", "integer"], **_HAS_BEEN}),
    Field(description="År, månad eller dag som har varit: 2026-11-21 · År, måned eller dag som har vært"),
]
_WholeDay = Annotated[str, BeforeValidator(_whole_number_is_a_year), AfterValidator(_whole_day)]
Day = Annotated[
    _WholeDay,
    AfterValidator(partial(_in_years, earliest=_EARLIEST_OF_OURS)),
    WithJsonSchema({"type": "string", "format": "date", **_HAS_BEEN}),
    Field(description="En dag: 2026-11-21 · En dag: 2026-11-21"),
]
DayAhead = Annotated[
    _WholeDay,
    WithJsonSchema({"type": "string", "format": "date"}),
    Field(description="En dag, också en kommande: 2027-11-21 · En dag, også en kommende"),
]
Moment = Annotated[
    str,
    AfterValidator(_local_moment),
    WithJsonSchema({"type": "string", "format": "local-moment"}),
    Field(description="Dag och klockslag på platsen: 2027-03-04 09:00 · Dag og klokkeslett på stedet"),
]
WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    Field(description="Webbadress med https:// · Nettadresse med https://"),
]
# Old documents may stand where no other address works any more.
SourceAddress = Annotated[
    str,
    AfterValidator(_any_web_address),
    Field(description="Webbadress, helst med https:// · Nettadresse, helst med https://"),
]

Email = Annotated[str, StringConstraints(pattern=EMAIL)]
Phone = Annotated[str, StringConstraints(pattern=PHONE)]


class Bilingual(InEachLanguage[Text]):
    """The same said in each language in its own words."""

    def __getitem__(self, code: str) -> str:
        return self.root[code]

    def get(self, code: str) -> str | None:
        """The words in the language `code`, or None where nobody wrote any."""
        return self.root.get(code)


class Sourced(Value):
    """What a number counts, where it stands, and how surely."""

    unit: UnitWord = Field(
        description="Enhet, ett ord ur labels.yml under unit · Enhet, et ord fra labels.yml"
    )
    source: SourceRef = Field(description="Källans namn i data/sources · Kildens navn i data/sources")
    approximate: bool = Field(default=False, description="true om källan säger cirka · true hvis cirka")
    note: Bilingual | None = Field(
        default=None, description="Vad talet räknar, om det inte är självklart · Hva tallet teller"
    )


class Quantity(Sourced):
    """A number that a reader sees, with everything that makes it true."""

    value: Number = Field(description="Talet utan mellanslag: 59945 · Tallet uten mellomrom")
    as_of: PartialDateOrUndated = Field(
        description="När talet gällde; undated om källan inte säger det · Når tallet gjaldt"
    )
    checked: Day = Field(description="Dagen då någon senast läste källan · Dagen kilden sist ble lest")


class Money(Value):
    """An amount in the currency it was paid in; kronor and kroner are never added or converted."""

    amount: int = Field(description="Belopp i hela kronor · Beløp i hele kroner")
    currency: Currency = Field(description="Valuta · Valuta")


class Passage(Value):
    """A place in a source: the document and the chapter, section or page in it."""

    source: SourceRef = Field(description="Källan · Kilden")
    at: Text | None = Field(default=None, description="Kapitel i källan: 3.1 · Kapittel i kilden: 3.1")
