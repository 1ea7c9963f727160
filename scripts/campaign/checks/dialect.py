"""Rules for the marks of a text: only those of the portable dialect, each written so that it works."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from campaign.characters import unseen_in
from campaign.codes import Code
from campaign.content import Content
from campaign.directives import directive_in
from campaign.markdown import LONGEST_PARAGRAPH, NO_HEADING, REFERENCES, each_token
from campaign.pages import Pages
from campaign.problems import Phrase, Problem
from campaign.texts import PageSource

# What only Python-Markdown understands, the mark that it ends with if it may be long → the phrase that says how to write it
# instead.
_FOREIGN: tuple[tuple[re.Pattern[str], str, Code], ...] = (
    (re.compile(r"^(!!!|\?\?\?\+?) "), "", "USE_CALLOUT"),
    (re.compile(r'^=== "'), "", "USE_HEADINGS"),
    (re.compile(r"\{:[^}]*\}|\{ *\.[^}]*\}"), "}", "USE_NOTHING"),
    (re.compile(r"^\[TOC\]$"), "", "USE_NO_CONTENTS"),
    (re.compile(r"^--8<--|\{%|\{\{"), "", "USE_DIRECTIVE"),
    (re.compile(r"^\*\[[^]]+\]:"), "", "USE_WORDS"),
)
# What Markdown leaves as it stands, though the writer meant something, in the same way.
_UNINTENDED: tuple[tuple[re.Pattern[str], str, Code], ...] = (
    (re.compile(r"\{#[^}]*\}"), "}", "USE_HEADING_ID"),
    (re.compile(r"^\[![^]]*\]"), "", "USE_CALLOUT"),
    (re.compile(r"\]\s?\([^)]*\)"), ")", "USE_LINK"),
    (re.compile(r"\]\([^)]*$"), "", "CLOSE_LINK"),
)
# A line without any of these signs has nothing of the kind, and few lines have one.
_MAY_MISS = re.compile(r"[{\]]|^[!?=*#-]")
_NOT_OURS: dict[Code, tuple[tuple[re.Pattern[str], str, Code], ...]] = {"P201": _FOREIGN, "P216": _UNINTENDED}
_SIGNS = re.compile(r"^(#+)")
_COMMENT = re.compile(r"<!--(?! *campaign:).*?-->\s*", re.DOTALL)


def check_dialect(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The text is Markdown that Git hosts, web editors and books understand too."""
    for _, prose in content.texts():
        for token in prose.tokens:
            if token.type == "html_block":
                yield from _check_html(prose, token)
            elif token.type == "inline":
                yield from _check_inline(prose, token)
                if "length" in token.meta:
                    values = {"size": token.meta["length"], "most": LONGEST_PARAGRAPH}
                    yield Problem(prose.file, prose.position_of(token), "P256", values)


def _check_html(prose: PageSource, token: Token) -> Iterator[Problem]:
    rest = "" if directive_in(token) else _without_comments(token.content).strip()
    if rest:
        code: Code = "P203" if "campaign:" in rest else "P202"
        yield Problem(prose.file, prose.position_of(token), code, {"value": rest.splitlines()[0][:60]})


def _without_comments(text: str) -> str:
    after = text.removeprefix(_up_to_last(text, "-->")).lstrip()
    return _COMMENT.sub("", text.removesuffix(after)) + after


def _check_inline(prose: PageSource, token: Token) -> Iterator[Problem]:
    yield from _check_inline_html(prose, token)
    if cited := _left_open(token):
        values = {"value": f"({cited}", "hint": Phrase("CLOSE_BRACKET", {"value": cited})}
        yield Problem(prose.file, prose.position_of(token), "P216", values)
    yield from _check_lines(prose, token)


def _check_inline_html(prose: PageSource, token: Token) -> Iterator[Problem]:
    for child in token.children or ():
        if child.type == "html_inline" and not _COMMENT.fullmatch(child.content):
            code: Code = "P203" if "campaign:" in child.content else "P202"
            yield Problem(prose.file, prose.position_of(token), code, {"value": child.content[:60]})


def _check_lines(prose: PageSource, token: Token) -> Iterator[Problem]:
    """What Markdown leaves as it stands in a line."""
    plain = "\n".join(
        c.content if c.type == "text" else "" if c.type != "softbreak" else "\n" for c in token.children or ()
    )
    for line in filter(_MAY_MISS.search, map(str.strip, plain.split("\n"))):
        if found := NO_HEADING.match(line):
            spaced = Phrase("USE_SPACE", {"value": _SIGNS.sub(r"\1 ", line)})
            yield Problem(prose.file, prose.position_of(token), "P216", {"value": line, "hint": spaced})
            continue
        for code, patterns in _NOT_OURS.items():
            for pattern, end, hint in patterns:
                if end in line and (found := pattern.search(_up_to_last(line, end))):
                    values = {"value": found[0].strip(), "hint": Phrase(hint)}
                    yield Problem(prose.file, prose.position_of(token), code, values)


def _left_open(token: Token) -> str | None:
    """The words of a source before which a bracket opens that the paragraph never closes."""
    text = "".join(child.content for child in token.children or () if child.type == "text")
    if text.count("(") <= text.count(")"):
        return None
    for before, link, words in zip(*(list(token.children or ())[n:] for n in range(3)), strict=False):
        is_citation = link.type == "link_open" and str(link.attrs["href"]).startswith(REFERENCES)
        if is_citation and before.type == "text" and before.content.endswith("("):
            return str(words.content)
    return None


def _up_to_last(line: str, end: str) -> str:
    """Behind the last end there is nothing to find, and each beginning would be followed to the end of the line."""
    return line[: line.rfind(end) + len(end)] if end in line else ""


def check_characters(content: Content, _pages: Pages) -> Iterator[Problem]:
    """No entity, such as `&#8238;`, brings in a character that nobody sees; as it is, none passes the reading."""
    for _, prose in content.texts():
        for block in prose.tokens if "&" in prose.body else ():
            for token in each_token([block]):
                written = (token.content, *map(str, token.attrs.values())) if token.nesting >= 0 else ()
                for found in filter(None, map(unseen_in, written)):
                    yield Problem(prose.file, prose.position_of(block), "S010", {"character": found[0]})


ALL = (check_dialect, check_characters)
