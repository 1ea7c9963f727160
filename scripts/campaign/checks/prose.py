"""Rules for the text itself: the portable dialect, known directives, headings in order, figures with sources."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from campaign.characters import unseen_in
from campaign.codes import Code
from campaign.content import Content
from campaign.directives import DIRECTIVES, IN_BOOKS, Argument, Directive, directive_in, directives
from campaign.markdown import LONGEST_PARAGRAPH, NO_HEADING, REFERENCES, each_token, headings, own_words
from campaign.models.guide import Chapter
from campaign.nearest import record_lacking
from campaign.numbers import figures_in_text, numbers_in, plain
from campaign.pages import Pages, is_of, record_of
from campaign.problems import Phrase, Position, Problem, did_you_mean
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

_NUMBER = re.compile(r"\d(?:\u00a0?\d)*(?:[,.]\d+)?")


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


def check_directives(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A directive has a known name, and is given what it needs."""
    for _, prose in content.texts():
        for directive in directives(prose.tokens):
            yield from _check_directive(content, prose, directive)


def _check_directive(content: Content, prose: PageSource, directive: Directive) -> Iterator[Problem]:
    name, place = directive.name, Position(prose.line + directive.line)
    if name not in DIRECTIVES:
        values = {"value": name, "known": ", ".join(DIRECTIVES), "hint": did_you_mean(name, DIRECTIVES)}
        yield Problem(prose.file, place, "P204", values)
    elif name not in IN_BOOKS and is_of(content, prose.path, "chapters"):
        yield Problem(prose.file, place, "P217", {"name": name, "known": ", ".join(IN_BOOKS)})
    elif not _fits(content, DIRECTIVES[name], directive.arguments):
        shown = {"value": " ".join(directive.arguments)}
        given = Phrase("GIVEN", shown) if directive.arguments else Phrase("NOTHING")
        yield Problem(
            prose.file, place, "P205", {"name": name, "value": given, "wanted": DIRECTIVES[name].wanted}
        )


def _fits(content: Content, argument: Argument, given: tuple[str, ...]) -> bool:
    names = content.documents[argument.kind] if argument.kind else given
    return len(given) <= 1 and argument.takes("".join(given)) and all(name in names for name in given)


def check_headings(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The page's title is its only first-level heading, and no level is jumped over."""
    for _, prose in content.texts():
        level = 1
        for heading in headings(prose.tokens):
            place = Position(prose.line + heading.line - 1)
            if heading.level == 1 or heading.level > level + 1:
                hint = (
                    Phrase("LEVEL_ONE")
                    if heading.level == 1
                    else Phrase("LEVEL_JUMP", {"wanted": "#" * (level + 1)})
                )
                values = {"text": heading.text, "value": "#" * heading.level, "hint": hint}
                yield Problem(prose.file, place, "P206", values)
            level = heading.level


def check_tables(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Every column of a table says what it holds, also to those who hear it."""
    for _, prose in content.texts():
        for token, inline in pairwise(prose.tokens):
            if token.type == "th_open" and not inline.content.strip():
                yield Problem(prose.file, prose.position_of(inline), "P218", {})


def check_title(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A page has a title of its own, unless it belongs to a record that has one."""
    for _, prose in content.texts():
        if not prose.meta.title and not record_of(content, prose.path):
            yield Problem(
                prose.file, prose.document.position_of(()), "P207", {"hint": record_lacking(prose.path)}
            )


def check_figures(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A figure that a reader meets has its source in the same paragraph, list item or table row."""
    for _, prose in content.texts():
        if prose.meta.source is None:
            for token, block in iter_blocks(prose.tokens):
                figures = _figures(token)
                if figures and not any(href.startswith(REFERENCES) for href in hrefs_of(block)):
                    yield Problem(prose.file, prose.position_of(token), "P208", {"value": figures[0]})


def check_chapter_figures(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A figure in a chapter stands in a rule that is named beside it, or among the chapter's own figures."""
    for code, prose in content.texts():
        kind, slug = record_of(content, prose.path) or (None, "")
        chapter = content.chapters.get(slug) if kind and kind.name == "chapters" else None
        if chapter is None:
            continue
        for token, block in iter_blocks(prose.tokens):
            hrefs = hrefs_of(block)
            if any(_is_told(content, href) for href in hrefs):
                continue
            for figure in _unknown_figures(content, chapter, code, token, hrefs):
                values = {
                    "value": figure,
                    "hint": _as_rules_say(_known_figures(content, chapter, code, hrefs)),
                }
                yield Problem(prose.file, prose.position_of(token), "P220", values)


def _is_told(content: Content, href: str) -> bool:
    """Whether a link names a rule that could not be read, which is told of."""
    return content.is_unread("rules", href.removeprefix("rule:"))


def _as_rules_say(known: set[str]) -> Phrase:
    """What stands in the rules that a paragraph names: one of them may have become another."""
    return Phrase("RULES_SAY", {"known": ", ".join(sorted(known))}) if known else Phrase("NO_HINT")


def _unknown_figures(
    content: Content, chapter: Chapter, code: str, token: Token, hrefs: Sequence[str]
) -> list[str]:
    figures = _figures(token)
    known = _known_figures(content, chapter, code, hrefs) if figures else set()
    return [figure for figure in figures if _value(figure) not in known]


def _known_figures(content: Content, chapter: Chapter, code: str, hrefs: Sequence[str]) -> set[str]:
    """The numbers of the rules and sources that a paragraph names."""
    rules = [content.rules.get(href.removeprefix("rule:")) for href in hrefs]
    return {
        *(_value(found) for rule in rules if rule for found in _NUMBER.findall(rule.statement[code])),
        *(plain(number) for rule in rules if rule for number in numbers_in(rule.statement[code], code)),
        *(str(figure.value) for figure in chapter.figures if f"source:{figure.source}" in hrefs),
    }


def _figures(token: Token) -> Sequence[str]:
    return figures_in_text(own_words(token))


def _value(figure: str) -> str:
    """The number in a figure as data writes it: `3 722 750 kr` → `3722750`, `10,2 %` → `10.2`."""
    found = _NUMBER.match(figure)
    return re.sub(r"\s", "", found[0]).replace(",", ".") if found else figure


def iter_blocks(tokens: Sequence[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Each text outside the made-up example, with the paragraph, list item or table row around it."""
    section, row = "", list[Token]()
    for n, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            section = str(token.attrs["id"])
        if token.type == "tr_open":
            row = [t for t in _until(tokens[n:], "tr_close") if t.type == "inline"]
        elif token.type == "tr_close":
            row = []
        if token.type != "inline" or section == "example" or tokens[n - 1].type == "heading_open":
            continue
        yield token, row or [token]


def _until(tokens: Sequence[Token], kind: str) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.type == kind:
            return


def hrefs_of(block: Sequence[Token]) -> list[str]:
    children = (child for token in block for child in token.children or ())
    return [str(child.attrs["href"]) for child in children if child.type == "link_open"]


ALL = (
    check_dialect,
    check_characters,
    check_directives,
    check_headings,
    check_tables,
    check_title,
    check_figures,
    check_chapter_figures,
)
