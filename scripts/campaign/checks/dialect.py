"""Rules for the marks of a text: only those of the portable dialect, each written so that it works."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from campaign.characters import ELEMENT_END, unseen_in
from campaign.codes import Code
from campaign.content import Content
from campaign.directives import directive_in
from campaign.markdown import LONGEST_PARAGRAPH, NO_HEADING, REFERENCES, each_token
from campaign.pages import Pages
from campaign.problems import Phrase, Position, Problem
from campaign.texts import PageSource

# What only Python-Markdown understands, the mark that it ends with if it may be long → the phrase that says how to write it
# instead.
_FOREIGN: tuple[tuple[re.Pattern[str], str, Code], ...] = (
    (re.compile(r"^(!!!|\?\?\?\+?) "), "", "USE_CALLOUT"),
    (re.compile(r'^=== "'), "", "USE_HEADINGS"),
    (re.compile(r"\{:[^}]*\}|\{ *(?:\.|[\w-]+ *=)[^}]*\}"), "}", "USE_NOTHING"),
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
    (re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]|\[\[[^\[\]]+\]\]"), "]", "USE_LINK"),
    (re.compile(r"\[\^[^\[\]\s]+\](?!:)"), "]", "USE_FOOTNOTE"),
    (re.compile(r"^\[[^\[\]]+\]:(?= *\S+$)"), "", "USE_EMPTY_LINE"),
    (re.compile(r"(?:\*\*|~~|`+)\w*|(?<![\w/])__[^\W_]\w*"), "", "USE_PAIR"),
    (re.compile(r"(?<!\w)(==|\+\+)[^\s=+][^=+]*\1"), "", "USE_STRONG"),
    (re.compile(r"^:::+(?= *\w)"), "", "USE_CALLOUT"),
    (
        re.compile(
            r"(?<!~)~[^\s~]+~(?!~)|(?<=\w)\^(?:\w+\^|\d+)|&(?:#?\w+;|(?:nbsp|shy|[nm]dash|[aou]uml|aring|oslash|aelig))"
        ),
        "",
        "USE_SIGN",
    ),
    (re.compile(r"^[•▪◦·●]|^-(?=[^\W\d_])|^\d{1,2}[.)](?=[^\W\d_])"), "", "USE_LIST"),
)
# A line without any of these signs has nothing of the kind, and few lines have one.
_MAY_MISS = re.compile(r"[{\]*~`^&]|__|==|\+\+|^[!?=#:•▪◦·●\d-]")
_NOT_OURS: dict[Code, tuple[tuple[re.Pattern[str], str, Code], ...]] = {"P201": _FOREIGN, "P216": _UNINTENDED}
# How a sign is written that readers are to see.
_MEANT = re.compile(r"\\|&amp;")
_SIGNS = re.compile(r"^#+")
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
        yield Problem(prose.file, prose.position_of(token, f"([{cited}"), "P216", values)
    yield from _check_lines(prose, token)


def _check_inline_html(prose: PageSource, token: Token) -> Iterator[Problem]:
    for child in token.children or ():
        if child.type == "html_inline" and not _COMMENT.fullmatch(child.content):
            code: Code = "P203" if "campaign:" in child.content else "P202"
            yield Problem(
                prose.file, prose.position_of(token, child.content), code, {"value": child.content[:60]}
            )
        hidden = child.content if child.type == "image" else str(child.attrs.get("title", ""))
        if ELEMENT_END in hidden:
            position = prose.position_of(token, hidden)
            yield Problem(prose.file, position, "P202", {"value": hidden[:60]})


def _check_lines(prose: PageSource, token: Token) -> Iterator[Problem]:
    """What Markdown leaves as it stands in a line, unless it was told to."""
    written, read = token.content.split("\n"), _read_in(token).split("\n")
    if len(written) != len(read):  # code goes over lines
        written = [token.content] * len(read)
    first = prose.position_of(token).line
    for n, (as_written, line) in enumerate(zip(map(str.strip, written), map(str.strip, read), strict=True)):
        if NO_HEADING.match(as_written):
            yield Problem(prose.file, Position(first + n), "P216", _heading_meant(as_written))
        elif _MAY_MISS.search(line):
            for code, value, hint in _marks_in(line, as_written):
                yield Problem(prose.file, Position(first + n), code, {"value": value, "hint": Phrase(hint)})


def _heading_meant(line: str) -> dict[str, object]:
    """How a heading is written whose signs touch its words: `wanted` where it can be nothing else."""
    spaced = _SIGNS.sub(lambda signs: max(signs[0], "##") + " ", line)
    wanted = {"wanted": spaced} if line.startswith("##") else {}
    return {"value": line, "hint": Phrase("USE_SPACE", {"value": spaced}), **wanted}


def _read_in(token: Token) -> str:
    """What is read in a block, but for its code, whose place is kept: no line begins behind it."""
    children = token.children or ()
    breaks = ("softbreak", "hardbreak")
    return "".join(
        one.content if one.type == "text" else "\n" if one.type in breaks else "\ufffc" * (not one.nesting)
        for one in children
    )


def _marks_in(line: str, as_written: str) -> Iterator[tuple[Code, str, Code]]:
    """The marks that are read in a line, each with how to write it instead; behind a `\\` one was meant to be."""
    for code, patterns in _NOT_OURS.items():
        for pattern, end, hint in patterns:
            for found in pattern.finditer(_up_to_last(line, end) if end else line):
                value = found[0].strip()
                if re.search(rf"(?<!\\){re.escape(value)}", as_written) or not _MEANT.search(as_written):
                    yield code, value, hint
                    break


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
