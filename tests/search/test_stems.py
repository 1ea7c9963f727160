"""Words and their stems."""

import pytest

from campaign.search.stems import folded, stem

# Forms of one word each.
ALIKE = {
    "sv": [
        "kommun kommunen kommuner kommunerna kommunernas",
        "skola skolan skolor skolorna skolans",
        "flytta flyttar flyttade flytten flyttande",
        "arbete arbetet arbetar arbeta arbetade",
        "utbildning utbildningen utbildningar utbildningarna",
        "hus husen huset husets",
    ],
    "no": [
        "kommune kommunen kommuner kommunene kommunens",
        "barnehage barnehagen barnehager barnehagene",
        "flytte flytter flyttet flytting flyttingen",
        "arbeidsgiver arbeidsgivere arbeidsgiveren arbeidsgiverne",
        "innflytter innflyttere innflytterne",
    ],
}


@pytest.mark.parametrize(("language", "words"), [(code, words) for code in ALIKE for words in ALIKE[code]])
def test_all_forms_of_a_word_have_one_stem(language: str, words: str) -> None:
    """Who asks in the plural finds what stands in the singular."""
    assert len({stem(word, language) for word in words.split()}) == 1, words


def test_short_words_stay_whole() -> None:
    """Of a word of three letters nothing is taken, for what is left would be any word."""
    assert [stem(word, "sv") for word in ("hem", "bär", "lån", "en")] == ["hem", "bär", "lån", "en"]


def test_a_word_of_a_language_without_endings_is_its_own_stem() -> None:
    """Who searches in a language whose endings nobody has listed finds the words as they stand."""
    assert [stem(word, "fi") for word in ("ja", "työ", "kunnat")] == ["ja", "työ", "kunnat"]


def test_a_word_without_its_marks_is_the_same_when_folded() -> None:
    """Who has another keyboard writes `loten` and `sater`."""
    assert [folded(word) for word in ("løten", "säter", "mjøsa", "æøåéü")] == [
        "loten",
        "sater",
        "mjosa",
        "aoaeu",
    ]
