"""Rules for the signs of a text: quotation marks of its language, and numbers that hold together at a line's end."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from campaign.checks.typos import texts_in
from campaign.codes import Code
from campaign.content import Content
from campaign.documents import Document
from campaign.markdown import own_words
from campaign.pages import Pages
from campaign.problems import Problem

# Quotation marks turned the neighbour's way: »so« is Swedish, «so» Norwegian.
_TURNED = {"sv": re.compile(r"«\w[^«»\n]*»|„[^„“”\n]*[“”]"), "no": re.compile(r"»\w[^«»\n]*«|„[^„“”\n]*[“”]")}
# A number of more than nine figures, or one that is joined to other figures, is that of a person, an account or a book.
_TORN = re.compile(
    r"(?<![\d+/:.–-])\d{1,3}(?: \d{3})+\b(?!\s?§|-\d)"
    r"|(?<![\d.])\d{1,3}(?:\.\d{3})+\b(?![.-]\d)"
    r"|(?<!\w)(?<!\d[-., \u00a0])[1-9]\d{4,8}\b(?!-\d)"
)
# What each of these has, and few texts have.
_THOUSANDS = re.compile(r"\d{3}")
# What has figures and is no number: addresses, numbers to call, and what books, accounts and people are known by.
_NO_NUMBER = re.compile(
    r"https?://\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+\.[a-z]{2,}\b|\+4[67][ \u00a0\d]+|\b0\d+[- ][ \d]+"
    r"|(?i:ISBN(?:-1[03])?|(?:konto|bankgiro|plusgiro|person|fødsels|organisations|organisasjons|org\.)-?(?:nummer|nr\.?)?)"
    r":?[ \u00a0]?\d[\d .\u00a0–-]*"
)


def check_signs(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What a page says has its language's quotation marks, and thousands with a space that does not break."""
    for code, prose in content.texts():
        for token in prose.tokens:
            if token.type == "inline":
                for fault, values in _faults(code, own_words(token)):
                    yield Problem(prose.file, prose.position_of(token, str(values["value"])), fault, values)


def check_signs_of_records(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The same for what records say."""
    for document in content.written():
        yield from _faults_in(document)


@cache  # nobody changes a document once it is read
def _faults_in(document: Document) -> tuple[Problem, ...]:
    texts = ((where, text) for where, text in texts_in(document.value) if where and where[-1] in _TURNED)
    return tuple(
        Problem(document.path, document.position_of(where), fault, values)
        for where, text in texts
        for fault, values in _faults(str(where[-1]), text)
    )


def _faults(code: str, text: str) -> Iterator[tuple[Code, Mapping[str, object]]]:
    turned = _TURNED[code].search(text) if code in _TURNED else None
    if turned:
        yield "W408", {"value": turned[0]}
    for found in torn_numbers(text) if _THOUSANDS.search(text) else ():
        yield "P257", {"value": found[0], "number": thousands(found[0])}


def torn_numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers of a text that a line's end may tear, each at its place."""
    return _TORN.finditer(_NO_NUMBER.sub(lambda found: " " * len(found[0]), text))


def thousands(number: str) -> str:
    """A whole number as prose writes it: 21580 → 21 580, with spaces that do not break."""
    digits = re.sub(r"\D", "", number)
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", "\u00a0", digits)


OF_TEXTS = (check_signs,)
OF_VALUES = (check_signs_of_records,)
ALL = (*OF_TEXTS, *OF_VALUES)
