"""The numbers that a sentence says."""

import pytest

from campaign.numbers import numbers_in


@pytest.mark.parametrize(
    ("code", "sentence", "numbers"),
    [
        ("sv", "Minst fem anställda i sex månader.", {5, 6}),
        ("no", "Minst fem ansatte i seks måneder.", {5, 6}),
        ("sv", "Högst 3\u00a0722\u00a0750 kronor eller 10,2 procent.", {3722750, 10.2}),
        ("sv", "En tvåveckorsperiod före femårsdagen.", {2, 5}),
        ("no", "Innen den sjuende dagen.", {7}),
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
