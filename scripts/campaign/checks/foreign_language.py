"""Rules for the language of a text: each sentence is in that of its page, and has none of its neighbour's words."""

from collections.abc import Iterator, Mapping
from functools import cache

from markdown_it.token import Token

from campaign.checks.typos import texts_in
from campaign.codes import Code
from campaign.content import Content
from campaign.documents import Document, Location
from campaign.language_detection import NEIGHBOURS, foreign_words, is_foreign, may_be_foreign, without_asides
from campaign.markdown import REFERENCES, TRANSLATION, leads_to
from campaign.pages import Pages
from campaign.problems import Problem
from campaign.proper_names import foreign_names
from campaign.readability import sentences
from campaign.settings import BY_CODE
from campaign.validation import UNFILLED


def check_tongue(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A page is in its language, but for quotations, names, and words set apart as foreign: *so*."""
    for code, prose in content.texts():
        for token in prose.tokens if code in NEIGHBOURS else ():
            if token.type == "inline":
                for fault, values in _faults(content, code, words_of_block(token)):
                    yield Problem(prose.file, prose.position_of(token, str(values["value"])), fault, values)
        for where, text in texts_in(prose.document.value) if code in NEIGHBOURS else ():
            for fault, values in _faults(content, code, text):
                yield Problem(prose.file, prose.document.position_of(where), fault, values)


def check_tongue_of_records(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What a record says in a language is in that language."""
    for document in content.written():
        for location, code, text in _texts_to_check(document):
            for fault, values in _faults(content, code, text):
                yield Problem(document.path, document.position_of(location), fault, values)


@cache  # nobody changes a document once it is read
def _texts_to_check(document: Document) -> tuple[tuple[Location, str, str], ...]:
    """The texts of a record that need a look: where each stands, in which language, and what it says."""
    found = (
        (location, str(location[-1]), text)
        for location, text in texts_in(document.value)
        if location and location[-1] in NEIGHBOURS
    )
    return tuple(one for one in found if may_be_foreign(one[2], one[1]))


def _faults(content: Content, code: str, text: str) -> Iterator[tuple[Code, Mapping[str, object]]]:
    if text.startswith(UNFILLED) or not may_be_foreign(text, code):
        return
    own = without_asides(_without_names(content, code, text))
    for sentence in sentences(own):
        if is_foreign(sentence, code):
            yield "W403", {"value": _shortened(sentence)}
            continue
        for word in foreign_words(sentence, code):
            yield "W404", {"value": word}


def _without_names(content: Content, code: str, text: str) -> str:
    for name in sorted(foreign_names(content, BY_CODE[code]), key=len, reverse=True):
        text = text.replace(name, " ")
    return text


def words_of_block(inline: Token) -> str:
    """What a block says, without what is set apart: words in italics or marked as a translation, code, and the names of sources."""
    words, apart, within_reference = "", 0, False
    for child in inline.children or ():
        if child.type in ("em_open", "em_close"):
            apart += child.nesting
        elif child.type in ("link_open", "link_close"):
            within_reference = leads_to(child, (*REFERENCES, TRANSLATION))
        elif child.type in ("softbreak", "hardbreak"):
            words += " "
        elif child.type == "text" and not apart and not within_reference:
            words += child.content
    return words


def _shortened(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


OF_TEXTS = (check_tongue,)
OF_VALUES = (check_tongue_of_records,)
ALL = (*OF_TEXTS, *OF_VALUES)
