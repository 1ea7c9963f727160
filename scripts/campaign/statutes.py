"""The texts of acts in local copies of the law collections, which keep Swedish and Norwegian acts as Markdown.

Known copies: legalize-se (`SFS_1982_80.md`) and norwegian-laws (`lov-2005-06-17-62.md`, `forskrift-…md`), both on GitHub.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

# Section → its paragraphs, white space folded; an empty list where the copy holds only the heading.
Statute = Mapping[str, list[str]]

_CHAPTER = re.compile(r"(\d+(?: [a-z])?) kap\. ")
_SECTION = re.compile(r"(\d+(?: ?[a-z])?) § ?")
_IN_FORCE = re.compile(r"/Träder i kraft I:(\d{4}-\d\d-\d\d)/\s*")
_ENDS = re.compile(r"/Upphör att gälla U:(\d{4}-\d\d-\d\d)/\s*")
_AMENDED = re.compile(r"(?:Lag|Förordning) \((\d{4}:\d+)\)\.?$")
# A line that is no sentence, list item or row of a table.
_HEADING = re.compile(r"[A-ZÅÄÖ][^\d|]*[^.:;,)\d|]")
_NORWEGIAN = re.compile(
    r"^#{2,6} (?:(§ \d+(?: ?[A-Z])?(?:-\d+)*(?: ?[a-z](?=\.))?)|Artikkel (\d+))\.? ?(.*)$", re.MULTILINE
)
_REPEALED = re.compile(r"\(?(?:Opphevet|Upphävd)", re.IGNORECASE)
_AMENDMENTS = re.compile(r"^\*(?:Endret|Tilføyd|Opphevet|Endra|Føyd til).*\*$")
# The Norwegian act on personal data carries the EU's regulation as its annex.
_CARRIED_BY = {("eu", "2016/679"): ("lov", "2018-06-15-38")}


def find_statutes(folder: Path) -> dict[tuple[str, str], Path]:
    """The files of a copy: collection (`sfs`, `lov`, `forskrift`) and number → path."""
    found: dict[tuple[str, str], Path] = {}
    for path in sorted(folder.rglob("*.md")):
        if swedish := re.fullmatch(r"SFS[_-](\d{4})[_-]0*(\d+(?:_\d)?)", path.stem):
            found["sfs", f"{swedish[1]}:{swedish[2]}"] = path
        elif norwegian := re.fullmatch(r"(lov|forskrift)-(\d{4}-\d\d-\d\d(?:-\d+)?)", path.stem.lower()):
            found[norwegian[1], norwegian[2]] = path
    return found | {act: found[carrier] for act, carrier in _CARRIED_BY.items() if carrier in found}


def load_statutes(folders: Iterable[Path], today: str) -> Callable[[str, str], Statute | None]:
    """A function from collection and number to the sections in force on the ISO day `today`.

    It answers None where the copies below `folders` keep no act of that collection, and an empty statute where they
    keep others but not this one: then it was repealed.
    """
    files = {act: path for folder in folders for act, path in find_statutes(folder).items()}
    collections = {collection for collection, _ in files}

    @cache
    def statute(collection: str, number: str) -> Statute | None:
        path = files.get((collection, number))
        if path:
            return parse_statute(collection, path.read_text(encoding="utf-8"), today)
        return {} if collection in collections else None

    return statute


def parse_statute(collection: str, text: str, today: str) -> Statute:
    """The sections in force on the ISO day `today`."""
    return _swedish(text, today) if collection == "sfs" else _norwegian(text)


def amended_by(paragraphs: list[str]) -> str | None:
    """The act that gave a Swedish section its wording, which the text names at its end."""
    found = _AMENDED.search(paragraphs[-1]) if paragraphs else None
    return found[1] if found else None


def _swedish(text: str, today: str) -> Statute:
    sections: dict[str, list[str]] = {}
    chapter, name = "", ""
    for block in _blocks(text):
        if found := _CHAPTER.match(block):
            chapter, name = f"{found[1]} kap. ", ""
        elif found := _SECTION.match(block):
            name = f"{chapter}{_spaced(found[1])} §"
            block = block[found.end() :]
            if not _is_in_force(block, today):
                name = ""
        if name and not _CHAPTER.match(block):
            cleaned = _ENDS.sub("", _IN_FORCE.sub("", block)).strip()
            sections.setdefault(name, []).append(cleaned)
    return {name: _without_headings(found) for name, found in sections.items() if any(found)}


def _blocks(text: str) -> Iterator[str]:
    """The paragraphs, each on one line."""
    _, _, body = text.partition("## Författningstext")
    body = body.partition("Övergångsbestämmelser\n")[0]
    return (" ".join(block.split()) for block in re.split(r"\n\s*\n", body) if block.strip())


def _spaced(number: str) -> str:
    return re.sub(r"(\d)([a-z])", r"\1 \2", number)


def _is_in_force(block: str, today: str) -> bool:
    starts, ends = _IN_FORCE.search(block), _ENDS.search(block)
    return not (starts and starts[1] > today) and not (ends and ends[1] <= today)


def _without_headings(paragraphs: list[str]) -> list[str]:
    """Without the headings of what follows: what stands after the last amending act, else lines that are no sentences."""
    amended = [n for n, paragraph in enumerate(paragraphs, 1) if _AMENDED.search(paragraph)]
    if amended:
        return paragraphs[: amended[-1]]
    kept = list(paragraphs)
    while len(kept) > 1 and _HEADING.fullmatch(kept[-1]):
        kept.pop()
    return kept


def _norwegian(text: str) -> Statute:
    found = list(_NORWEGIAN.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return {
        _norwegian_name(match): _paragraphs(text[match.end() : end])
        for match, end in zip(found, ends, strict=True)
        if not _REPEALED.search(match[3])
    }


def _norwegian_name(match: re.Match[str]) -> str:
    return f"art. {match[2]}" if match[2] else match[1]


def _paragraphs(text: str) -> list[str]:
    """Paragraphs and list items, without the notes of amendments and the spaces that links left before marks."""
    body = re.split(r"^#", text, maxsplit=1, flags=re.MULTILINE)[0]
    blocks = re.split(r"\n\s*\n|\n(?=- )", body)
    folded = (re.sub(r" ([,.;:])", r"\1", " ".join(block.split())) for block in blocks)
    return [block for block in folded if block and not _AMENDMENTS.match(block)]
