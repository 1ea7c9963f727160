"""Three questions that lead to a case of work across the border: where the employer is, where one lives, and where one works."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from campaign.content import Content
from campaign.models.border import Way

QUESTIONS: tuple[tuple[str, Callable[[Way], str]], ...] = (
    ("employer", lambda way: way.employer),
    ("lives", lambda way: way.lives),
    ("works", lambda way: way.works),
)


@dataclass(frozen=True)
class Choice:
    """An answer to a question: what may be answered next, or the case that it leads to."""

    question: str
    answer: str
    case: str
    further: tuple["Choice", ...] = ()


def choices(content: Content) -> tuple[Choice, ...]:
    """The answers to the first question, each with the answers to the next, in the order of labels.yml."""
    found = [(way, slug) for slug, case in content.border.items() for way in case.ways]
    return tuple(_choices(content, found, QUESTIONS))


def _choices(
    content: Content,
    found: Iterable[tuple[Way, str]],
    questions: tuple[tuple[str, Callable[[Way], str]], ...],
) -> Iterator[Choice]:
    (name, answer_in), *rest = questions
    places = list(content.label_group(f"border-{name}"))
    ordered = sorted(found, key=lambda item: places.index(answer_in(item[0])))
    for answer, group in groupby(ordered, lambda item: answer_in(item[0])):
        led = list(group)
        further = tuple(_choices(content, led, tuple(rest))) if rest else ()
        yield Choice(name, answer, led[0][1], further)
