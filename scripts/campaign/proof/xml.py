"""XML of all kinds: drawings, feeds, the sitemap, and the parts of EPUB and Word."""

from collections.abc import Iterator
from xml.parsers import expat

from campaign.codes import Code
from campaign.problems import Position, Problem
from campaign.proof.markup import prove_html
from campaign.proof.rules import Rules, check_element, check_unseen, fault

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SVG_STYLE = "http://www.w3.org/2000/svg style"


def prove_xml(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """What is against the policy in an XML file: no entity is read, no type of document and no instruction is taken."""
    reading = _Reading(address, rules)
    try:
        reading.parser.Parse(content, True)
    except expat.ExpatError as error:
        reading.wrong("OUT_BROKEN", value=expat.ErrorString(error.code))
    yield from reading.found


class _Reading:
    """One file as expat meets it, part by part; `text` is what was read since the last tag."""

    def __init__(self, address: str, rules: Rules) -> None:
        self.address, self.rules = address, rules
        self.found: list[Problem] = []
        self.text: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.text.append
        self.parser.CommentHandler = lambda _: self.wrong("OUT_COMMENT")
        self.parser.ProcessingInstructionHandler = lambda target, _: self.wrong(
            "OUT_ELEMENT", name=f"?{target}"
        )
        self.parser.EntityDeclHandler = lambda name, *_: self.wrong("OUT_ELEMENT", name=f"!ENTITY {name}")
        self.parser.StartDoctypeDeclHandler = self._doctype

    def position(self) -> Position:
        """Where the parser is."""
        return Position(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def wrong(self, code: Code, **values: object) -> None:
        """Note that something is against the policy here."""
        self.found.append(fault(self.address, code, self.position(), **values))

    def _doctype(self, name: str, system: str | None, public: str | None, within: bool) -> None:
        if name != "html" or system or public or within:
            self.wrong("OUT_ELEMENT", name=f"!DOCTYPE {name}")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._check_text()
        namespace, _, name = tag.rpartition(" ")
        vocabulary = self.rules.policy.vocabularies.get(namespace)
        for code, values in check_element(self.rules, vocabulary, name, attributes, self.address):
            self.wrong(code, **values)

    def _end(self, tag: str) -> None:
        text = self._check_text()
        if tag in self.rules.policy.html_within:
            self.found.extend(prove_html(self.address, text, self.rules, self.position()))
        elif tag == SVG_STYLE and self.rules.policy.style_forbidden.search(text):
            self.wrong("OUT_STYLE", value=text)
        elif (
            tag == f"{WORD} instrText"
            and text.split()[:1]
            and text.split()[0] not in self.rules.policy.fields
        ):
            self.wrong("OUT_ACTION", value=text.split()[0])

    def _check_text(self) -> str:
        """The text that was read since the last tag, looked through."""
        text = "".join(self.text)
        self.text.clear()
        self.found.extend(check_unseen(self.address, text, self.rules, self.position()))
        return text
