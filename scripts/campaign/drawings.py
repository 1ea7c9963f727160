"""What an SVG drawing may hold: shapes, colours and words, as many as can be drawn, and nothing that runs, fetches or leads anywhere."""

import re
from collections import defaultdict
from collections.abc import Mapping
from xml.parsers import expat

from campaign.policy import load_policy

# What a drawing may be made of is what may be published of it, but for what leads or fetches: that is for our own pages.
_NAMESPACE = "http://www.w3.org/2000/svg"
_PUBLISHED = load_policy().vocabularies[_NAMESPACE]
ELEMENTS = _PUBLISHED.elements.keys() - {"a", "image"}
_SVG, _XLINK = f"{_NAMESPACE} ", "http://www.w3.org/1999/xlink href"
_OWN_PLACE = re.compile(r"#[\w.-]+")
_OUTWARD = re.compile(
    r"""url\(\s*['"]?(?!['"]?\#)|image(?:-set)?\(|src\(|@|\\|javascript:|expression\(""", re.IGNORECASE
)
_MEDIA_QUERY = re.compile(r"@media\b")
_REFERENCE = re.compile(r"#([\w.-]+)")
# Groups within groups, and shapes that show shapes that show others: a small file can ask for more than any computer can draw.
DEEPEST, MOST_SHAPES = 100, 10_000
# Units of a drawing, which are dots of a screen: it becomes a bitmap for Word, with two dots for one.
LONGEST_SIDE = 4000
_ENDLESS, _UNTOLD = float("inf"), 1_000_000
_LENGTH = re.compile(r"(\d+\.?\d*|\.\d+)(px|pt|mm|cm|in)?")
_DOTS = {None: 1, "px": 1, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}


def faults_of(raw: bytes) -> list[tuple[int, str]]:
    """Line and name of all that a drawing holds and may not; one that is no XML has a last fault, where it ends to be."""
    reader = _Reader()
    try:
        raw.decode("utf-8")
        reader.parser.Parse(raw, True)
    except UnicodeDecodeError:
        return [(1, "UTF-8")]
    except expat.ExpatError as error:
        return [*reader.faults, (error.lineno, expat.ErrorString(error.code) or "?")]
    except _Stop:
        pass
    if not reader.faults and (shapes := reader.weight.shapes()) > MOST_SHAPES:
        return [(1, f"<use> × {shapes if shapes < _ENDLESS else '∞'}")]
    return reader.faults


class _Stop(Exception):
    """What follows need not be read."""


class _Weight:
    """How many shapes a drawing has when each that shows others has been replaced by them. What has no name is the drawing itself."""

    def __init__(self) -> None:
        self._own: defaultdict[str, int] = defaultdict(int)
        self._shown: defaultdict[str, list[str]] = defaultdict(list)
        self._known: dict[str, float] = {}
        self._within = [""]

    def start(self, attributes: Mapping[str, str]) -> None:
        """Count a shape for everything that it stands in."""
        self._within.append(attributes.get("id", ""))
        shown = [
            name
            for key, value in attributes.items()
            if key in ("href", _XLINK) or "url(" in value
            for name in _REFERENCE.findall(value)
        ]
        for name in {*self._within}:
            self._own[name] += 1
            self._shown[name] += shown

    def end(self) -> None:
        """A shape is over."""
        self._within.pop()

    def shapes(self, name: str = "", deep: int = 0) -> float:
        """How many shapes one shape is; what shows itself, or something that does, has no end."""
        if deep > DEEPEST:
            return _ENDLESS
        if name not in self._known:
            shapes = self._own[name] + sum(self.shapes(one, deep + 1) for one in self._shown[name])
            self._known[name] = shapes if shapes < _UNTOLD else _ENDLESS
        return self._known[name]


class _Reader:
    """Reads a drawing from end to end, in no other encoding than ours, and fetches and replaces nothing."""

    def __init__(self) -> None:
        self.faults: list[tuple[int, str]] = []
        self.parser = expat.ParserCreate("utf-8", " ")
        self._path: list[str] = []
        self._style = ""
        self.weight = _Weight()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.ProcessingInstructionHandler = lambda target, _: self._fault(f"<?{target}?>")
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _fault(self, what: str) -> None:
        self.faults.append((self.parser.CurrentLineNumber, what))

    def _doctype(self, *_: object) -> None:
        self._fault("<!DOCTYPE>")
        raise _Stop

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = name.removeprefix(_SVG)
        if element not in ELEMENTS or (not self._path and name != f"{_SVG}svg"):
            self._fault(f"<{_plain(element)}>")
        if not self._path:
            self.faults += [(self.parser.CurrentLineNumber, what) for what in _sizes_of_none(attributes)]
        if len(self._path) == DEEPEST:
            self._fault(f"<{_plain(element)}> × {DEEPEST + 1}")
            raise _Stop
        self.weight.start(attributes)
        for key, value in attributes.items():
            if not _is_harmless(element, key, value):
                self._fault(f'{_plain(key)}="{value[:40]}"')
        self._path.append(element)

    def _text(self, text: str) -> None:
        if "style" in self._path:
            self._style += text

    def _end(self, _name: str) -> None:
        self.weight.end()
        if self._path.pop() == "style":
            if _OUTWARD.search(_MEDIA_QUERY.sub("", self._style)):
                self._fault("<style> … url() …")
            self._style = ""


def _is_harmless(element: str, key: str, value: str) -> bool:
    if key in ("href", _XLINK):
        return bool(_OWN_PLACE.fullmatch(value))
    allowed = element not in ELEMENTS or _PUBLISHED.kind_of(element, key) is not None
    return allowed and not _OUTWARD.search(value)


def _sizes_of_none(attributes: Mapping[str, str]) -> list[str]:
    """What is said of the size of a drawing that nobody could draw: no width, no height, or as large as a house."""
    box = attributes.get("viewBox", "0 0 1 1").replace(",", " ").split()
    sides = {"viewBox": box[2:] if len(box) == len("xywh") else [""]}
    sides |= {
        key: [attributes[key]] for key in ("width", "height") if not attributes.get(key, "%").endswith("%")
    }
    is_told_apart = len(sides) > len(("viewBox", "width"))  # then the box only says what a unit is
    most = {"viewBox": _ENDLESS} if is_told_apart else {}
    return [
        f'{key}="{attributes[key][:40]}"'
        for key, lengths in sides.items()
        if not all(0 < _dots(length) <= most.get(key, LONGEST_SIDE) for length in lengths)
    ]


def _dots(length: str) -> float:
    """A length in the dots of a screen; none if it is no length."""
    found = _LENGTH.fullmatch(length.strip())
    return float(found[1]) * _DOTS[found[2]] if found else 0


def _plain(name: str) -> str:
    """A name without the address of its namespace."""
    return name.rpartition(" ")[2]
