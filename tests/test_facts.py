"""The facts that texts name."""

import pytest

from campaign.facts import by_source, with_facts, words_of
from campaign.models.places import Fact
from campaign.settings import BY_CODE
from campaign.site import Site

FACT = {"fact": "growth", "unit": "people", "source": "a"}


@pytest.mark.parametrize(
    ("value", "written", "words"),
    [
        ({"value": 59950}, "59 945", "59\u00a0950"),
        ({"value": -115}, "115", "115"),
        ({"value": -115}, "−100", "−115"),
        ({"value": -115}, "-100", "−115"),
        ({"between": [200, 499]}, "100–199", "200–499"),
        ({"between": [1000, 1499.5]}, "", "1\u00a0000–1\u00a0499,5"),
    ],
)
def test_a_figure_is_written_as_the_language_writes_it(
    value: dict[str, object], written: str, words: str
) -> None:
    """Readers see the number of the record, grouped, with a sign only where the writer wrote one."""
    assert words_of(Fact.model_validate(FACT | value), written, BY_CODE["sv"]) == words


def test_the_record_wins_over_what_the_text_says(good_site: Site) -> None:
    """A figure changes in the record alone, and every text that names it follows."""
    text = "A [1](fact:population) b [2](fact:eksempelby/growth) c [x](fact:nowhere) d [x](source:y)"
    wanted = [("exempelby", "population"), ("eksempelby", "growth"), ("exempelby", "nowhere")]
    assert with_facts(good_site.content, "municipalities/exempelby.md", BY_CODE["sv"], text, wanted) == (
        "A [12\u00a0345](fact:population) b [115](fact:eksempelby/growth) c [x](fact:nowhere) d [x](source:y)"
    )


def test_facts_of_one_source_stand_together(good_site: Site) -> None:
    """The number of a source stands once for a row of them, and the most important fact is still the first."""
    [first, *rest] = good_site.content.municipalities["exempelby"].known_facts
    other = first.model_copy(update={"source": "elsewhere"})
    assert by_source([first, other, *rest, first]) == [
        first,
        *(fact for fact in (*rest, first) if fact.source == first.source),
        other,
        *(fact for fact in rest if fact.source != first.source),
    ]
