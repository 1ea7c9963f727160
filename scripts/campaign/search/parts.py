"""A finished page → its part of the search index: its headings, and for each stem how often it stands there and where most.

All of that is found in the page alone, and so is kept with it: only what hangs on other pages is left to be worked out.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from campaign.search.stems import stem

# The numbers of notes and what stands around the text would be found in every page.
_LEFT_OUT = re.compile(
    r'<(nav|script|style|svg|noscript|aside)\b.*?</\1>|<section class="notes\b.*?</section>|<sup\b.*?</sup>|&shy;',
    re.DOTALL,
)
_HEADING = re.compile(r'<h([23])\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# A heading says more of its section than any word that stands there often.
_HEADED = 1000
# Parts that other code made say nothing about what this code makes.
CODE = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))


@dataclass(frozen=True)
class Section:
    """What stands below a heading; what stands above the first has neither id nor heading."""

    id: str
    heading: str
    words: dict[str, int] = field(default_factory=dict)


class Found(NamedTuple):
    """What a page says of a stem: how often it stands in the text, how many words the shortest heading with it has, in which section most."""

    times: int
    heading: int
    section: int


@dataclass(frozen=True)
class Part:
    """A page: id and words of its headings (the first is none), its stems, how each is written how often, and how many words it has."""

    headings: list[tuple[str, str]]
    stems: dict[str, Found]
    forms: dict[str, dict[str, int]]
    length: int


def extract_part(page: bytes, language: str) -> bytes:
    """The part of a page in a language's index, as it is kept."""
    return render_part(part_of(sections_in(page), language))


def sections_in(page: bytes) -> list[Section]:
    """The sections of a finished page."""
    article = page.decode().partition("<article")[2].partition(">")[2].partition("</article>")[0]
    lead, *rest = _HEADING.split(_LEFT_OUT.sub(" ", article))
    headed = zip(rest[1::4], rest[2::4], rest[3::4], strict=True)
    below = (Section(id, _text(head), _counted(body)) for id, head, body in headed)
    return [Section("", "", _counted(lead)), *below]


def part_of(sections: Sequence[Section], language: str) -> Part:
    """The part of a page with these sections."""
    stems, forms = dict[str, Found](), dict[str, dict[str, int]]()
    best = dict[str, tuple[int, int]]()
    for number, section in enumerate(sections):
        counted = Counter[str]()
        for word, count in section.words.items():
            one = stem(word.lower(), language)
            counted[one] += count
            of_stem = forms.setdefault(one, {})
            of_stem[word] = of_stem.get(word, 0) + count
        heading = stems_in(section.heading, language)
        for one in dict.fromkeys((*counted, *heading)):
            before = stems.get(one, Found(0, 0, 0))
            says = counted[one] + (_HEADED if one in heading else 0)
            best[one] = max(best.get(one, (0, 0)), (says, number))
            words = min(len(heading), before.heading or len(heading)) if one in heading else before.heading
            stems[one] = Found(before.times + counted[one], words, best[one][1])
    length = sum(sum(section.words.values()) for section in sections)
    return Part([(section.id, section.heading) for section in sections], stems, forms, length)


def render_part(part: Part) -> bytes:
    """A part as it is kept."""
    kept = (part.headings, part.stems, part.forms, part.length)
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


def read_part(kept: bytes) -> Part:
    """A part that was kept; what was found of a stem is a list of its three numbers."""
    return Part(*json.loads(kept))


def length_of(kept: bytes) -> int:
    """How many words a page has, by its part as it is kept; it stands last, and the rest is not read for it."""
    return int(kept[kept.rindex(b",") + 1 : -1])


def stems_in(text: str, language: str) -> list[str]:
    """The stems of the words of a text."""
    return [stem(word.lower(), language) for word in words_in(text) if len(word) > 1]


def words_in(text: str) -> Iterator[str]:
    """The words of a text as they stand; one with a hyphen is its parts, and all of them as one."""
    for found in _WORD.findall(text):
        parts = found.split("-")
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


def _text(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _counted(markup: str) -> dict[str, int]:
    """How often each word stands in a text; numbers are left out, for nobody looks for a figure by its digits."""
    return Counter(word for word in words_in(_text(markup)) if len(word) > 1 and not word.isdecimal())
