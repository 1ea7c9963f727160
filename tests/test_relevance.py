"""What people ask, and what counts as answered."""

from campaign.site import Site
from relevance import Answered, questions_in, sample


def test_a_question_names_the_pages_that_answer(good_site: Site) -> None:
    """A line is a question and one page or more; a line that begins with # says what the others are."""
    text = "# flytta\nflytta hit | move.md\nvem hjälper | contacts.md, services/index.md\n"
    assert questions_in(text, good_site.content, "sv") == {
        "flytta hit": ["flytta/"],
        "vem hjälper": ["kontakter/", "tjanster/"],
    }


def test_what_is_found_second_is_among_three_and_not_first() -> None:
    """What is found second is found, and not first; nothing found is neither."""
    answered = [Answered("a", ["x/"], found, 9) for found in (["x/", "y/"], ["y/", "x/"], [])]
    assert [(one.is_first, one.is_among_three) for one in answered] == [
        (True, True),
        (False, True),
        (False, False),
    ]


def test_a_sample_goes_through_the_whole() -> None:
    """Questions at the end are asked too, for those who write add theirs there."""
    assert sample([str(number) for number in range(10)], 3) == ["0", "3", "6"]
