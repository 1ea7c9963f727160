"""The values that records share: what is let in, and what is not."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from campaign.models.contacts import Contact
from campaign.models.places import Coordinates
from campaign.models.values import (
    Bilingual,
    Day,
    DayAhead,
    Email,
    Money,
    Number,
    PartialDate,
    PartialDateOrUndated,
    Phone,
    Quantity,
    SizeClass,
    Slug,
    SourceAddress,
    Text,
    WebAddress,
)

FIGURE = {"value": 1, "unit": "km", "as_of": "2024", "source": "a", "checked": "2026-02-03"}


def fault(kind: Any, value: object) -> str | None:
    """The type of pydantic's complaint about a value, or None."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return str(error.errors()[0]["type"])
    return None


@pytest.mark.parametrize(
    "written",
    [
        "2014",
        2014,
        "2011-01",
        "2012-02-29",
        "2008/2011",
        "2008-05-01/2011-10-31",
        "2010/2010",
        "2008/..",
        "2011-05/2011",
    ],
)
def test_a_date_may_be_as_exact_as_it_is_known(written: object) -> None:
    """A year, a month, a day and a span, open or closed, are dates."""
    assert fault(PartialDate, written) is None


def test_a_bare_year_is_kept_as_text() -> None:
    """A year without quotes is the same as one with."""
    assert TypeAdapter(PartialDate).validate_python(2014) == "2014"


@pytest.mark.parametrize(
    "written",
    [
        "2014-13",
        "2011-02-29",
        "2011-1-1",
        "11",
        "2011-01-21T10:00",
        "våren 2011",
        "2011/2008",
        "2011-05/2011-04",
        "2011/",
        "/2011",
        "../2011",
        "2008/2009/2010",
        "0000",
        "",
        "undated",
        "\u0662\u0660\u0661\u0664",
        " 2014",
        "2014\n",
    ],
)
def test_a_date_that_does_not_exist_is_refused(written: str) -> None:
    """No page tells a day that never was."""
    assert fault(PartialDate, written) == "partial_date"


@pytest.mark.parametrize("written", [None, True, 2014.5, ["2014"]])
def test_a_date_is_text_or_a_year(written: object) -> None:
    """Other sorts of value are no dates."""
    assert fault(PartialDate, written) == "string_type"


@pytest.mark.parametrize(("kind", "earliest"), [(PartialDate, 1000), (DayAhead, 1000), (Day, 2000)])
def test_a_year_is_one_of_which_somebody_may_tell(kind: Any, earliest: int) -> None:
    """A slip in a year, such as 0202 or 2926, is told; nobody of ours read anything in 1926."""
    days = [f"{year:04}-05-01" for year in (earliest - 1, earliest, 2100, 2101)]
    assert [fault(kind, day) for day in days] == ["year", None, None, "year"]


def test_only_some_dates_may_be_unknown() -> None:
    """A source may be undated where the field says so."""
    assert (fault(PartialDateOrUndated, "undated"), fault(PartialDateOrUndated, "unknown")) == (
        None,
        "partial_date",
    )


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("2026-02-28", None),
        ("2026-02-30", "day"),
        ("2026-W05-3", "day"),
        ("20260228", "day"),
        ("2026-02", "day"),
        ("2026", "day"),
        ("2026-02-28/2026-03-01", "day"),
        (2026, "day"),
        (True, "string_type"),
    ],
)
def test_a_day_is_whole(written: object, complaint: str | None) -> None:
    """Where a day is asked for, a month is not enough."""
    assert fault(Day, written) == complaint


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (0, None),
        (-3, None),
        (22.5, None),
        ("22.5", "number"),
        ("22,5", "number"),
        (True, "number"),
        (None, "number"),
    ],
)
def test_a_number_is_a_number(written: object, complaint: str | None) -> None:
    """Digits inside quotes, and true or false, are not taken for numbers."""
    assert fault(Number, written) == complaint


def test_a_whole_number_stays_whole() -> None:
    """12 is not shown as 12,0."""
    assert repr(Quantity(**FIGURE).value) == "1"


@pytest.mark.parametrize("field", ["value", "unit", "as_of", "source", "checked"])
def test_a_figure_has_everything_that_makes_it_true(field: str) -> None:
    """A number without unit, date or source is not let in."""
    rest = {key: value for key, value in FIGURE.items() if key != field}
    assert fault(Quantity, rest) == "missing"


@pytest.mark.parametrize(
    ("amount", "currency", "complaint"),
    [
        (3722750, "SEK", None),
        (-1, "NOK", None),
        (1.5, "SEK", "int_type"),
        ("1", "SEK", "int_type"),
        (1, "EUR", "literal_error"),
        (1, "sek", "literal_error"),
    ],
)
def test_money_is_whole_and_has_one_of_two_currencies(
    amount: object, currency: str, complaint: str | None
) -> None:
    """Kronor and kroner are counted whole, and nothing else is money here."""
    assert fault(Money, {"amount": amount, "currency": currency}) == complaint


@pytest.mark.parametrize(
    ("latitude", "longitude", "complaint"),
    [
        (60.6, 15, None),
        (55, 4, None),
        (72, 25, None),
        (15, 60.6, "greater_than_equal"),
        (60.6, 26, "less_than_equal"),
        ("60.6", 15, "float_type"),
    ],
)
def test_a_place_lies_in_scandinavia(latitude: object, longitude: object, complaint: str | None) -> None:
    """Latitude and longitude that changed places are noticed."""
    assert fault(Coordinates, {"latitude": latitude, "longitude": longitude}) == complaint


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Slug, "a-1-b"),
        (Slug, "2026"),
        (Text, "å"),
        (Text, "två ord, och – tecken"),
        (WebAddress, "https://exempelby.example/a?b#c"),
        (SourceAddress, "http://exempelby.example"),
        (Email, "hej.du@exempelby.example"),
        (Phone, "+46 8 465 004 00"),
        (Phone, "+4700000000"),
    ],
)
def test_a_good_word_is_let_in(kind: Any, value: str) -> None:
    """Names, texts, addresses and numbers in their usual forms are fine."""
    assert fault(kind, value) is None


@pytest.mark.parametrize(
    ("kind", "value", "complaint"),
    [
        (Slug, "Stor", "string_pattern_mismatch"),
        (Slug, "a--b", "string_pattern_mismatch"),
        (Slug, "-a", "string_pattern_mismatch"),
        (Slug, "å", "string_pattern_mismatch"),
        (Slug, "a\n", "string_pattern_mismatch"),
        (Text, "", "string_too_short"),
        (Text, " a", "string_pattern_mismatch"),
        (Text, "a ", "string_pattern_mismatch"),
        (Text, "a\nb", "string_pattern_mismatch"),
        (WebAddress, "exempelby.example", "web_address"),
        (WebAddress, "ftp://exempelby.example", "web_address"),
        (WebAddress, "https://exempelby", "web_address"),
        (WebAddress, "https://exempelby.example/två ord", "web_address"),
        (WebAddress, "http://exempelby.example", "web_address"),
        (WebAddress, "https://hej@exempelby.example", "web_address"),
        (WebAddress, "https://ex\u0430mpelby.example", "web_address"),
        (WebAddress, "https://xn--exmpelby-26g.example", "web_address"),
        (SourceAddress, "https://exempelby.example\\@nowhere.example", "web_address"),
        (Email, "hej@exempelby", "string_pattern_mismatch"),
        (Email, "hej exempelby.example", "string_pattern_mismatch"),
        (Phone, "023-830 00", "string_pattern_mismatch"),
        (Phone, "+45 12 34 56 78", "string_pattern_mismatch"),
        (Phone, "+47 00 00 00 00 00 00 0", "string_pattern_mismatch"),
    ],
)
def test_a_bad_word_is_refused(kind: Any, value: str, complaint: str) -> None:
    """Names that cannot be addresses, texts with loose spaces and half addresses are told."""
    assert fault(kind, value) == complaint


def test_a_phone_number_has_digits() -> None:
    """A country code and spaces are no number to call."""
    assert fault(Phone, "+46      ") == "string_pattern_mismatch"


def test_both_languages_are_needed() -> None:
    """Nothing is said in one of the site's full languages only."""
    with pytest.raises(ValidationError) as caught:
        Bilingual.model_validate({"sv": "a"}, context={"languages": ("sv", "no")})
    assert [(error["type"], error["ctx"]) for error in caught.value.errors()] == [
        ("lacking", {"path": ("no",)})
    ]


def test_texts_stand_in_the_order_of_the_languages() -> None:
    """Whichever language an editor writes first, files for others have them alike, each under its tag."""
    text = Bilingual.model_validate({"en": "yes", "no": "ja", "sv": "ja"})
    assert list(text.model_dump(mode="json")) == ["sv", "nb", "en"]


def test_a_language_that_nobody_knows_is_refused() -> None:
    """A misspelt language is told at its key, and its text is not lost in silence."""
    with pytest.raises(ValidationError) as caught:
        Bilingual.model_validate({"sv": "a", "nb": "b"})
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [
        ("literal_error", ("nb", "[key]"))
    ]


def test_a_bilingual_text_is_asked_by_language() -> None:
    """Templates take the words of the reader's language."""
    text = Bilingual(sv="ja", no="nei")
    assert (text["sv"], text["no"]) == ("ja", "nei")


@pytest.mark.parametrize(
    ("value", "complaint"),
    [([200, 499], None), ([499, 200], "size_class"), ([200], "size_class"), ([1, 2, 3], "size_class")],
)
def test_a_size_class_is_two_rising_numbers(value: list[int], complaint: str | None) -> None:
    """A class has a lower and an upper end, in that order."""
    assert fault(SizeClass, value) == complaint


@pytest.mark.parametrize("kind", [Quantity, Money, Coordinates, Contact])
def test_unknown_keys_are_refused(kind: Any) -> None:
    """A key that nobody reads is told, and never carries a fact into the void."""
    with pytest.raises(ValidationError) as caught:
        kind.model_validate({"xyzzy": 1})
    assert "extra_forbidden" in {error["type"] for error in caught.value.errors()}


def test_a_record_cannot_be_changed() -> None:
    """What was read stays as it was read."""
    with pytest.raises(ValidationError, match="frozen"):
        Money(amount=1, currency="SEK").amount = 2
