"""The sources that a text names, as citations: marks that lead to notes, with the words around them as if no source were named.

`… 26 760 i kö ([Tunabyggen, 2023](source:tunabyggen)).` becomes `… 26 760 i kö (2023).` and a mark: a source alone in
parentheses leaves its mark after the full stop, a year only where the figure is old and the sentence does not say when.
A source that is a word of the sentence keeps it. Both languages set the mark of a sentence after its full stop.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from campaign.markdown import CITATION, leads_to
from campaign.numbers import figures_in_text

# How the links begin that become citations.
SOURCED = ("source:", "fact:")
# What may stand between the sources of one parenthesis.
_BETWEEN = re.compile(r"[,;]?\s*(?:och|og)?\s*")
# From a figure to the end of its clause, or else the word that it counts.
_CLAUSE = re.compile(r".*?[.,:;!?](?=\s|$)|[ \u00a0][^\s(]+")
_CLOSING = re.compile(r"\)([.,:;!?]?)")
_SENTENCE_END = re.compile(r"[.!?][»”«\")]*\s")
# Where in the source: from the first word of this kind on, as kap. 3.1, 20 kap. 31 § or § 14-9; a year before it is no place.
_PLACE = re.compile(r"(?:(?:^|, )(?=kap\.|Summary|s\.\s?\d|§|(?!(?:1[89]|20)\d\d\b)\d[^,]*§)|\s(?=§))(.*)")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_YEARS = re.compile(r"(?:cirka |omkring |rundt |ca\. )?(?:1[89]|20)\d\d(?:–\d{2,4})?(?!\d)")

# A fact's name → the source of the fact.
SourceOfFact = Callable[[str], str]
# The years that the words of a source say, as 2023 or 2019–2021 → whether a figure of that age must say so.
IsOld = Callable[[str], bool]


def citation(source: str, at: str = "", name: str = "") -> Token:
    """A mark that leads to the note on a source; `at` says where in it or when it held, `name` what the mark stands beside."""
    return Token(CITATION, "", 0, meta={"source": source, "at": at, "name": name})


def cite(line: Sequence[Token], source_of_fact: SourceOfFact, is_old: IsOld) -> list[Token]:
    """A line whose links to sources and facts are citations."""
    shown: list[Token] = []
    pieces = list(_pieces(line, source_of_fact))
    while pieces:
        if group := _group(shown, pieces):
            _close(shown, pieces, group, is_old)
        else:
            piece = pieces.pop(0)
            shown += [*(piece.children or ()), _mark(piece)] if piece.type == CITATION else [piece]
    return list(_merged(list(_after_clauses(shown))))


def _pieces(line: Sequence[Token], source_of_fact: SourceOfFact) -> Iterator[Token]:
    """The line with each link to a source as one token that holds its words, and a fact's mark after its figure."""
    scheme, name, words = "", "", list[Token]()
    for token in line:
        if leads_to(token, SOURCED):
            (scheme, _, name), words = str(token.attrs["href"]).partition(":"), []
        elif token.type == "link_close" and scheme == "source":
            scheme, place = "", _PLACE.search(_text(words))
            yield Token(
                CITATION, "", 0, children=words, meta={"source": name, "at": place[1] if place else ""}
            )
        elif token.type == "link_close" and scheme == "fact":
            scheme = ""
            yield from words
            yield Token(CITATION, "", 0, info="fact", meta=citation(source_of_fact(name)).meta)
        elif scheme:
            words.append(token)
        else:
            yield token


def _group(shown: Sequence[Token], pieces: Sequence[Token]) -> int:
    """How many of the pieces are the sources of a parenthesis that was just opened and holds nothing else; 0 if it does."""
    if not (shown and shown[-1].type == "text" and shown[-1].content.endswith("(")):
        return 0
    n = 0
    while n + 1 < len(pieces) and pieces[n].type == CITATION and pieces[n].children:
        after = pieces[n + 1]
        if after.type == "text" and after.content.startswith(")"):
            return n + 1
        if not (after.type == "text" and _BETWEEN.fullmatch(after.content)):
            return 0
        n += 2
    return 0


def _close(shown: list[Token], pieces: list[Token], length: int, is_old: IsOld) -> None:
    """Take the parenthesis away; its marks stand after the stop that followed."""
    sources = [piece for piece in pieces[:length] if piece.type == CITATION]
    after = pieces[length]
    found = _CLOSING.match(after.content)
    assert found, after.content
    before = shown.pop().content.removesuffix("(").rstrip()
    stop = "" if found[1] == "." and (before or _text(shown)).endswith(".") else found[1]
    year = _old_year(_text(shown) + before, sources, is_old)
    shown.append(_words(before + (f" ({year})" if year else "") + stop))
    shown += map(_mark, sources)
    pieces[: length + 1] = [_words(after.content[found.end() :])]


def _old_year(text: str, sources: Sequence[Token], is_old: IsOld) -> str:
    """The year that the sentence must say: that of its source, where it tells an old figure and no year of its own."""
    sentence = _SENTENCE_END.split(text)[-1]
    if _YEAR.search(sentence) or not figures_in_text(sentence):
        return ""
    found = [years[0] for source in sources if (years := _YEARS.search(_text(source.children or ())))]
    return found[0] if found and is_old(found[0]) else ""


def _after_clauses(line: Sequence[Token]) -> Iterator[Token]:
    """The line with the mark of each figure after its clause, or at least after what the figure counts: `37 % av dem,` not `37`."""
    waiting: Token | None = None
    for token in line:
        if token.type == CITATION and token.info == "fact":
            waiting = token
        elif waiting and token.type == "text" and (end := _CLAUSE.match(token.content)):
            yield from (_words(end[0]), waiting, _words(token.content[end.end() :]))
            waiting = None
        else:
            yield from (waiting, token) if waiting else (token,)
            waiting = None
    if waiting:
        yield waiting


def _merged(line: Sequence[Token]) -> Iterator[Token]:
    """Clauses and sentences beside each other that name the same place of a source have one mark, after the last of them."""
    for n, token in enumerate(line):
        if token.type != CITATION or not _is_said_again(token, line[n + 1 :]):
            yield token


def _is_said_again(mark: Token, rest: Sequence[Token]) -> bool:
    again = next((n for n, token in enumerate(rest) if token.type == CITATION), None)
    if again is None or rest[again].meta != mark.meta:
        return False
    return not _SENTENCE_END.search(_text(rest[:again]))


def _mark(piece: Token) -> Token:
    return citation(piece.meta["source"], piece.meta["at"]) if piece.children else piece


def _words(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _text(tokens: Sequence[Token]) -> str:
    """What is read in some tokens of a line."""
    spaces = ("softbreak", "hardbreak")
    return "".join(
        " " if t.type in spaces else t.content for t in tokens if t.type in (*spaces, "text", "code_inline")
    )
