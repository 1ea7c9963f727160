"""What an SVG drawing may hold: shapes, colours and words, and nothing that runs, fetches or leads anywhere."""

import re
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
    return reader.faults


class _Stop(Exception):
    """What follows need not be read."""


class _Reader:
    """Reads a drawing from end to end, in no other encoding than ours, and fetches and replaces nothing."""

    def __init__(self) -> None:
        self.faults: list[tuple[int, str]] = []
        self.parser = expat.ParserCreate("utf-8", " ")
        self._path: list[str] = []
        self._style = ""
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
        if element not in ELEMENTS or (not self._path and element != "svg"):
            self._fault(f"<{_plain(element)}>")
        for key, value in attributes.items():
            if not _is_harmless(element, key, value):
                self._fault(f'{_plain(key)}="{value[:40]}"')
        self._path.append(element)

    def _text(self, text: str) -> None:
        if "style" in self._path:
            self._style += text

    def _end(self, _name: str) -> None:
        if self._path.pop() == "style":
            if _OUTWARD.search(_MEDIA_QUERY.sub("", self._style)):
                self._fault("<style> … url() …")
            self._style = ""


def _is_harmless(element: str, key: str, value: str) -> bool:
    if key in ("href", _XLINK):
        return bool(_OWN_PLACE.fullmatch(value))
    allowed = element not in ELEMENTS or _PUBLISHED.kind_of(element, key) is not None
    return allowed and not _OUTWARD.search(value)


def _plain(name: str) -> str:
    """A name without the address of its namespace."""
    return name.rpartition(" ")[2]
