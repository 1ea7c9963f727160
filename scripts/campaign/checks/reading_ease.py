"""Rules for how easy texts are to read: what all may ask of a reader, and the pages that are easy on purpose."""

from collections.abc import Iterator

from markdown_it.token import Token

from campaign.content import Content
from campaign.pages import NEWS, Pages, record_of
from campaign.problems import Position, Problem
from campaign.readability import LIMITS, lix, mean_length, plain_text, sentences
from campaign.stories import STORIES
from campaign.texts import PageSource

# A mean of fewer words or sentences means nothing.
FEWEST_WORDS, FEWEST_SENTENCES = 20, 6
EASY = "easy"


def check_hardness(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A text is no harder to read than its kind may be, by LIX and by how long its sentences are in the mean."""
    for _, prose in content.texts():
        text, kind = plain_text(prose.tokens), _kind(content, prose)
        limit = LIMITS[kind]
        if kind != EASY and len(text.split()) >= FEWEST_WORDS and (value := lix(text)) > limit.lix:
            values: dict[str, object] = {"value": f"{value:.0f}", "limit": limit.lix}
            yield Problem(prose.file, Position(prose.line), "W410", values)
        if len(sentences(text)) >= FEWEST_SENTENCES and (length := mean_length(text)) > limit.words:
            values = {"value": f"{length:.0f}", "limit": limit.words}
            yield Problem(prose.file, Position(prose.line), "W409", values)


def _kind(content: Content, prose: PageSource) -> str:
    """What a text is, as `readability.LIMITS` calls it."""
    if content.structure.full_page_of(prose.path):
        return EASY
    belongs = record_of(content, prose.path)
    if belongs:
        return belongs[0].name
    return NEWS if prose.meta.date else STORIES if prose.meta.story else ""


def check_ease(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A page that says that it is easy to read is so, by LIX."""
    for prose in _easy(content):
        value, most = lix(plain_text(prose.tokens)), LIMITS[EASY].lix
        if value > most:
            yield Problem(prose.file, Position(prose.line), "D153", {"value": round(value, 1), "most": most})


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


ALL = (check_hardness, check_ease, check_lines)
