"""Rules for the text itself: known directives, headings in order, figures with sources."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from campaign.content import Content
from campaign.directives import DIRECTIVES, IN_BOOKS, Argument, Directive, directives
from campaign.markdown import REFERENCES, headings, own_words
from campaign.models.guide import Chapter
from campaign.nearest import record_lacking
from campaign.numbers import figures_in_text, numbers_in, plain
from campaign.pages import Pages, is_of, record_of
from campaign.problems import Phrase, Position, Problem, did_you_mean
from campaign.texts import PageSource

_NUMBER = re.compile(r"\d(?:\u00a0?\d)*(?:[,.]\d+)?")


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
                    yield Problem(
                        prose.file, prose.position_of(token, figures[0]), "P208", {"value": figures[0]}
                    )


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
                yield Problem(prose.file, prose.position_of(token, figure), "P220", values)


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
    check_directives,
    check_headings,
    check_tables,
    check_title,
    check_figures,
    check_chapter_figures,
)
