"""The rules that content must follow. A rule is a function that yields problems and does nothing else."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from types import MappingProxyType

from campaign.cache import PassedChecks
from campaign.checks import (
    addresses,
    border,
    computed,
    contacts,
    days,
    dialect,
    duties,
    facts,
    finder_fairness,
    foreign_language,
    law,
    links,
    lost,
    news,
    personal_numbers,
    pictures,
    prose,
    punctuation,
    questions,
    rates,
    reading_ease,
    records,
    repeated,
    required,
    same_numbers,
    stories,
    structure,
    translations,
    typos,
)
from campaign.checks.days import check_consents, check_days, check_in_force
from campaign.checks.words import WordsByTemplate, check_labels
from campaign.concerned import concerned
from campaign.content import Content, load_content
from campaign.documents import Parsed
from campaign.files import Tree
from campaign.pages import Pages, build_pages
from campaign.problems import Problem, in_order
from campaign.processes import map_in_processes
from campaign.reads import recording
from campaign.texts import PageSource

Check = Callable[[Content, Pages], Iterator[Problem]]
# The texts that were looked at before, by content and pages as they are now; see `cache.PassedChecks`.
Before = Callable[[Content, Pages], PassedChecks]

ALL: tuple[Check, ...] = (
    *records.ALL,
    *repeated.ALL,
    *finder_fairness.ALL,
    *facts.ALL,
    *computed.ALL,
    *contacts.ALL,
    *days.ALL,
    *law.ALL,
    *rates.ALL,
    *border.ALL,
    *duties.ALL,
    *dialect.ALL,
    *lost.ALL,
    *prose.ALL,
    *typos.ALL,
    *personal_numbers.ALL,
    *punctuation.ALL,
    *foreign_language.ALL,
    *links.ALL,
    *pictures.ALL,
    *required.ALL,
    *questions.ALL,
    *translations.ALL,
    *same_numbers.ALL,
    *structure.ALL,
    *news.ALL,
    *stories.ALL,
    *reading_ease.ALL,
    *addresses.ALL,
)
# The rules that look at one text after the other: what they find in a text holds until it, or what it names, changes.
OF_TEXTS: tuple[Check, ...] = (
    records.check_sections,
    facts.check_fact_links,
    facts.check_copies,
    contacts.check_promises,
    *dialect.ALL,
    *lost.ALL,
    *prose.ALL,
    *typos.OF_TEXTS,
    *punctuation.OF_TEXTS,
    *foreign_language.OF_TEXTS,
    links.check_links,
    links.check_doors,
    links.check_pictures,
    links.check_scenes,
    pictures.check_texts,
    required.check_points,
    questions.check_refrain,
    questions.check_letters_of_pages,
    translations.check_structure,
    *same_numbers.OF_TEXTS,
    *news.ALL,
    *stories.ALL,
    *reading_ease.ALL,
)
# The rules that look at the values of one file after the other: the same holds of them.
OF_VALUES: tuple[Check, ...] = (
    *repeated.OF_VALUES,
    *typos.OF_VALUES,
    *personal_numbers.OF_VALUES,
    *punctuation.OF_VALUES,
    *foreign_language.OF_VALUES,
    *same_numbers.OF_VALUES,
)
# The rules that take long, and read nothing but what they note: what they find of a whole site holds as long.
OF_ALL: tuple[Check, ...] = (*finder_fairness.ALL, law.check_numbers)
_REMEMBERED = (*OF_TEXTS, *OF_VALUES, *OF_ALL)


def check_tree(
    tree: Tree,
    words: WordsByTemplate = MappingProxyType({}),
    today: str = "",
    parsed: Parsed | None = None,
    before: Before | None = None,
    asked: Collection[str] | None = None,
) -> tuple[Content, Pages, list[Problem]]:
    """Read `tree` (path → bytes) and say everything that is wrong with it, in the order of the files.

    `words` are those of labels.yml that each template says: template → group and word. `today` is an ISO date. What was read
    and looked at before is in `parsed` and `before`. If files are `asked` about, all is read, but no others are looked at than
    those that a change of these concerns.
    """
    content, problems = load_content(tree, parsed)
    pages = build_pages(content, today)
    among = concerned(content, tree, asked) if asked is not None else None
    sound = before(content, pages) if before else None
    steps = check_steps(content, pages, words, today, sound, among)
    found = chain(problems, chain.from_iterable(steps))
    return content, pages, in_order(one for one in found if among is None or one.path in among)


def check_steps(
    content: Content,
    pages: Pages,
    words: WordsByTemplate,
    today: str,
    before: PassedChecks | None = None,
    among: Collection[str] | None = None,
) -> Iterator[Iterable[Problem]]:
    """Everything that is wrong with content that was read, but for its form; the arguments are as for `check_tree`.

    It comes rule by rule and text by text, so that whoever has something better to do can stop in between. What looks at one
    file after the other looks only at those that are `among` these.
    """
    yield from (check(content, pages) for check in ALL if check not in _REMEMBERED)
    for check in OF_ALL:
        yield _check_unless_passed(check.__qualname__, (check,), content, pages, before)
    for document in content.written():
        if among is not None and document.path not in among:
            continue
        alone = replace(content, only=document.path)
        yield _check_unless_passed(f"values of {document.path}", OF_VALUES, alone, pages, before)
    yield from check_texts(content, pages, before, among)
    yield check_days(content, today)
    yield check_in_force(content, today)
    yield check_consents(content, today)
    yield rates.check_ends(content, today)
    yield check_labels(content, pages, words)


def _check_unless_passed(
    name: str, checks: Sequence[Check], content: Content, pages: Pages, before: PassedChecks | None
) -> list[Problem]:
    """What some rules find, of which it is kept under a name that they found nothing, and what they read."""
    if before and before.contains(name):
        return []
    problems, reads = _found(checks, content, pages)
    if before and not problems:
        before.put(name, reads)
    return problems


def check_texts(
    content: Content, pages: Pages, before: PassedChecks | None = None, among: Collection[str] | None = None
) -> Iterator[list[Problem]]:
    """What is wrong with each text. One in which nothing was wrong is not looked at again while all it read is as it was."""
    wanted = (text for _, text in content.texts() if among is None or text.file in among)
    found = (text for text in wanted if before is None or not before.contains(text.file))
    texts = sorted(found, key=lambda text: text.path)  # translations are compared, so one process parses both

    def look(some: Sequence[PageSource]) -> Iterator[tuple[str, str, list[str], list[Problem], set[str]]]:
        for text in some:
            alone = replace(content, only=text.file)
            yield (*_place(text), text.hrefs(), *_found(OF_TEXTS, alone, pages))

    for code, path, hrefs, problems, reads in map_in_processes(look, texts) if before else look(texts):
        text = content.prose[code][path]
        text.hrefs.preset(partial(list, hrefs), ())
        if before and not problems:
            before.put(text.file, reads)
        yield problems


def _place(text: PageSource) -> tuple[str, str]:
    """Language and path of a text."""
    _, code, path = text.file.split("/", 2)
    return code, path


def _found(checks: Sequence[Check], content: Content, pages: Pages) -> tuple[list[Problem], set[str]]:
    """What some rules find, and the keys of all that they read to say so."""
    with recording() as reads:
        return [problem for check in checks for problem in check(content, pages)], reads
