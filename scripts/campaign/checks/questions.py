"""Rules for what nobody knows yet: a question is a record that leads somewhere, and no page says it over and over."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from campaign.blanks import OF_LETTERS, unfilled
from campaign.content import Content
from campaign.directives import directives
from campaign.letters import answering
from campaign.markdown import words_of
from campaign.models.values import Bilingual
from campaign.nearest import hint_of
from campaign.pages import Pages, record_of, unread_pages
from campaign.problems import Position, Problem, did_you_mean
from campaign.texts import PageSource

# How each language says that it does not know. »Köp en vinterbil« is a hard fact, no question.
UNKNOWN = {
    "sv": re.compile(
        r"\bvet (?:vi )?inte\b|\bvet ännu inte\b|\binte hittat\b|\bhittar vi inte\b|\bokän(?:d|da|t)\b"
        r"|\bframgår inte\b|\bsaknar uppgift",
        re.IGNORECASE,
    ),
    "no": re.compile(
        r"\bvet (?:vi )?ikke\b|\bikke funnet\b|\bfinner vi ikke\b|\bukjente?\b|\bfr[ae]mgår (?:det )?ikke\b|\bgår (?:det )?ikke fram\b|\bmangler opplysning",
        re.IGNORECASE,
    ),
}


def check_questions(content: Content, pages: Pages) -> Iterator[Problem]:
    """A question is about pages that exist, and somebody can be asked."""
    there = pages.keys() | unread_pages(content)
    for slug, question in content.questions.items():
        document = content.documents["questions"][slug]
        for number, path in enumerate(question.pages):
            if any((language.code, path) not in there for language in content.full_languages):
                where = document.position_of(("pages", number))
                first = content.full_languages[0].code
                known = (name for code, name in pages if code == first)
                hint = hint_of(content, first, known, path, path, f"{first}/index.md")
                values = {"value": path, "hint": hint}
                yield Problem(document.path, where, "D142", values)
        if answering(content, question.ask) is None and not _is_unread(content, question.ask):
            where = document.position_of(("ask",))
            there_to_ask = (*content.municipalities, *content.regions, *content.services)
            values = {"value": question.ask, "hint": did_you_mean(question.ask, there_to_ask)}
            yield Problem(document.path, where, "D143", values)


def _is_unread(content: Content, slug: str) -> bool:
    return any(content.is_unread(kind, slug) for kind in ("municipalities", "regions", "services"))


def check_letters(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A letter has only the blank that we fill in."""
    for slug, letter in content.letters.items():
        document = content.documents["letters"][slug]
        for where, text in letter.texts():
            for code, sentence in text.root.items():
                for blank in unfilled(sentence, OF_LETTERS):
                    place = document.position_of((*where, code))
                    yield Problem(document.path, place, "D155", {"value": blank})


def check_letters_of_pages(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A page has letters that are written in its language."""
    for code, prose in content.texts():
        for directive in directives(prose.tokens):
            letter = (
                content.letters.get("".join(directive.arguments)) if directive.name == "letters" else None
            )
            if letter and any(text.get(code) is None for _, text in letter.texts()):
                values = {"value": directive.arguments[0], "code": code}
                yield Problem(prose.file, Position(prose.line + directive.line), "D156", values)


def check_refrain(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A page says at most once that something is not known; what is not known is a question."""
    for code, prose in content.texts():
        if code not in UNKNOWN:  # of a partial language nobody counts
            continue
        unknowns = list(_unknowns(content, code, prose))
        if len(unknowns) > 1:
            where, words = unknowns[-1]
            yield Problem(prose.file, where, "P234", {"value": words})


def _unknowns(content: Content, code: str, prose: PageSource) -> Iterator[tuple[Position, str]]:
    """Where a page says that something is not known: in its record and in its text."""
    kind, slug = record_of(content, prose.path) or (None, "")
    record = content.records[kind.name].get(slug) if kind else None
    for text in _texts(record, code):
        for found in UNKNOWN[code].findall(text):
            yield Position(), found
    for token in prose.tokens:
        if token.type == "inline":
            for found in UNKNOWN[code].findall(words_of(token)):
                yield prose.position_of(token, found), found


def _texts(value: object, code: str) -> Iterator[str]:
    """Every text of a record in one language."""
    if isinstance(value, Bilingual):
        yield value[code]
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), code)
    elif isinstance(value, list):
        for child in value:
            yield from _texts(child, code)


ALL = (check_questions, check_letters, check_letters_of_pages, check_refrain)
