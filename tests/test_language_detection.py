"""Which of two neighbours' languages a sentence is in."""

import pytest

from campaign.language_detection import foreign_words, is_foreign, may_be_foreign, without_asides

SWEDISH = "Här finns mycket att göra för alla som tycker om skidor."
NORWEGIAN = "Her er det mye å gjøre for alle som liker ski."


@pytest.mark.parametrize(
    ("sentence", "code", "expected"),
    [
        (NORWEGIAN, "sv", True),
        (SWEDISH, "no", True),
        (SWEDISH, "sv", False),
        (NORWEGIAN, "no", False),
        ("Velkommen til oss.", "sv", False),
        ("Stora Enso AB er partner i In Dalarna sammen med noen andre.", "no", False),
    ],
)
def test_a_sentence_has_the_language_of_its_words(sentence: str, code: str, expected: bool) -> None:
    """Seven words are enough to tell, and names in the other language do not turn a sentence."""
    assert is_foreign(sentence, code) is expected


@pytest.mark.parametrize(
    ("sentence", "code", "words"),
    [
        ("Kommunen og regionen hjälper dig.", "sv", ["og"]),
        ("Kommunen och regionen hjelper deg.", "no", ["och"]),
        ("Universitets- och högskolerådet svarer.", "no", []),
        ("Lagen heter Likestillings- og diskrimineringsloven.", "sv", []),
        ("Han bor på Röda vägen 50.", "no", []),
        (SWEDISH, "sv", []),
    ],
)
def test_a_word_of_the_neighbour_is_found_but_for_names(sentence: str, code: str, words: list[str]) -> None:
    """One word that was left is told; one beside a large letter or a hyphen may be a name."""
    assert list(foreign_words(sentence, code)) == words


def test_what_is_set_apart_may_be_in_any_language() -> None:
    """Quotations, parentheses and addresses are left out."""
    text = "Hun sa «ikke nå» (noe annet) til post@kommune.no og »inte nu«."
    assert without_asides(text).split() == ["Hun", "sa", "til", "og", "."]


def test_most_texts_need_no_second_look() -> None:
    """A text without any word that could be the neighbour's is done with at once."""
    assert (may_be_foreign(SWEDISH, "sv"), may_be_foreign(NORWEGIAN, "sv")) == (False, True)
