"""The numbers that a sentence says."""

import pytest

from campaign.numbers import Numbers, figures_in_text, numbers_in


@pytest.mark.parametrize(
    ("code", "sentence", "numbers"),
    [
        ("sv", "Minst fem anställda i sex månader.", {5, 6}),
        ("no", "Minst fem ansatte i seks måneder.", {5, 6}),
        ("sv", "Högst 3\u00a0722\u00a0750 kronor eller 10,2 procent.", {3722750, 10.2}),
        ("sv", "En tvåveckorsperiod före femårsdagen.", {2, 5}),
        ("no", "Innen den sjuende dagen.", {7}),
        ("fi", "Viisi 18 päivän jaksoa.", {18}),
    ],
)
def test_digits_and_words_are_the_same_numbers(code: str, sentence: str, numbers: set[float]) -> None:
    """Whether a writer prefers digits or words, and which inflection, does not change what a rule says."""
    assert numbers_in(sentence, code) == numbers


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("sv", "Ni får en timme, och ett svar."),
        ("sv", "Det står i 6 c § lagen 1982:80 och i 3 kap. 2 a §."),
        ("no", "Det står i § 14-6 og i art. 33."),
    ],
)
def test_articles_pronouns_and_sections_are_no_numbers(code: str, sentence: str) -> None:
    """The Swedish word for you is the Norwegian nine, and where a rule stands is not what it says."""
    assert numbers_in(sentence, code) == set()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Det tar 5 timmar, 3 dagar eller 2 veckor för 4 procent.",
            ["5 timm", "3 dag", "2 veck", "4 procent"],
        ),
        ("Det tar 5 timer, 3 dager eller 2 uker for 4 prosent.", ["5 time", "3 dag", "2 uke", "4 prosent"]),
        ("It takes 5 hours, 3 days or 2 weeks for 4 per cent.", ["5 hour", "3 day", "2 week", "4 per cent"]),
        ("6 months, 7 years and 8 employees, 1900 people", ["6 month", "7 year", "8 employee", "1900"]),
    ],
)
def test_what_is_counted_is_a_figure(text: str, figures: list[str]) -> None:
    """A number with its unit needs a source in every language that pages are written in."""
    assert figures_in_text(text) == tuple(figures)


@pytest.mark.parametrize("text", ["den 12 maj 2026", "12. desember 2026", "on 12 March 2026", "12 October"])
def test_a_day_is_no_figure(text: str) -> None:
    """A date needs no source, whichever language names its month."""
    assert figures_in_text(text) == ()


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("sv", "2,5 och 19\u00a0910\u00a0500"),
        ("no", "2,5 og 19\u00a0910\u00a0500"),
        ("en", "2.5 and 19,910,500"),
    ],
)
def test_numbers_are_written_as_the_language_does(language: str, row: str) -> None:
    """No editor meets 1.99105e+07."""
    assert Numbers((2.5, 19910500.0)).in_language(language) == row
