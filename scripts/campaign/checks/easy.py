"""Rules for the pages that are easy to read: short words, short sentences, one idea a line."""

from collections.abc import Iterator

from markdown_it.token import Token

from campaign.content import Content
from campaign.pages import Pages
from campaign.problems import Position, Problem
from campaign.readability import lix, plain_text, sentences
from campaign.texts import PageSource

EASY_ENOUGH = 25


def check_ease(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A page that says that it is easy to read is so, by LIX."""
    for prose in _easy(content):
        value = lix(plain_text(prose.tokens))
        if value > EASY_ENOUGH:
            values = {"value": round(value, 1), "most": EASY_ENOUGH}
            yield Problem(prose.file, Position(prose.line), "D153", values)


def check_lines(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Each sentence of an easy-to-read page has a line of its own, as readers get it."""
    for prose in _easy(content):
        for token in prose.tokens:
            for number, line in enumerate(_lines(token)):
                if len(sentences(line)) > 1:
                    place = Position(prose.position_of(token).line + number)
                    yield Problem(prose.file, place, "D154", {"value": line.strip()})


def _easy(content: Content) -> list[PageSource]:
    return [prose for _, prose in content.texts() if content.structure.full_page_of(prose.path)]


def _lines(token: Token) -> list[str]:
    """The words of a block, line by line as the editor broke them."""
    children = (token.children or ()) if token.type == "inline" else ()
    return "".join("\n" if child.type == "softbreak" else child.content for child in children).split("\n")


ALL = (check_ease, check_lines)
