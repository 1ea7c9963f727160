"""A template as a Word file to fill in: its blanks become Word's own form fields, which LibreOffice knows too."""

from collections.abc import Iterator
from itertools import count, pairwise
from xml.sax.saxutils import escape, quoteattr

from campaign.expand import expand
from campaign.markdown import REQUIRED, TRANSLATION
from campaign.outputs.document import REQUIRED_STYLE, TRANSLATION_STYLE
from campaign.outputs.manuscript import Part, merge
from campaign.outputs.pandoc import Tree, elements, plain
from campaign.pages import Page
from campaign.settings import BY_CODE, Language
from campaign.site import Site
from campaign.text.pandoc import BOXES
from campaign.typography import short_date_pattern

_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_BOX = {"t": "Str", "c": BOXES[False]}
# The point of law that a row answers, in a style that a program can find.
_REQUIRED: list[object] = ["", [], [["custom-style", REQUIRED_STYLE]]]


def form_tree(site: Site, page: Page) -> Tree:
    """A template's text as a tree with form fields. Links lead to the published site."""
    tree = merge(site, [Part(str(page.slug), page.path, page, expand(site, page))])
    numbers = count(1)
    for link in elements(tree, "Link"):
        _, words, (href, _) = link["c"]
        if href.startswith("field:"):
            link["t"] = "RawInline"
            link["c"] = ["openxml", _field(href[6:], plain(words), page.language, next(numbers))]
        elif href.startswith(REQUIRED):
            link["t"], link["c"] = "Span", [_REQUIRED, words]
        elif href.startswith(TRANSLATION):
            link["t"], link["c"] = "Span", [_translation(href.removeprefix(TRANSLATION)), words]
    _break_before_marks(tree)
    _make_boxes(tree, numbers)
    _fill_width(tree)
    return tree


def _translation(code: str) -> list[object]:
    return ["", [], [["lang", BY_CODE[code].tag], ["custom-style", TRANSLATION_STYLE]]]


def _field(sort: str, prompt: str, language: Language, number: int) -> str:
    """A content control of Word (ECMA-376, 17.5.2) that shows its prompt until somebody writes."""
    name = f"<w:alias w:val={quoteattr(prompt)}/>"
    # LibreOffice 7 shows the prompt of a text field in the colour of the text around it: brackets tell them apart.
    shown = f"[{prompt}]" if sort in ("text", "long") else prompt
    return _control(name, number, f"<w:showingPlcHdr/>{_kind(sort, prompt, language)}", _prompt(shown))


def _kind(sort: str, prompt: str, language: Language) -> str:
    if sort == "choice":
        words = (quoteattr(word) for word in prompt.split(" / "))
        options = "".join(f"<w:listItem w:displayText={word} w:value={word}/>" for word in words)
        return f"<w:dropDownList>{options}</w:dropDownList>"
    if sort == "date":
        form = f'<w:dateFormat w:val="{short_date_pattern(language)}"/><w:lid w:val="{language.tag}"/>'
        return (
            f'<w:date>{form}<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return '<w:text w:multiLine="1"/>' if sort == "long" else "<w:text/>"


def _prompt(text: str) -> str:
    return (
        '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _control(name: str, number: int, kind: str, shown: str) -> str:
    properties = f'{name}<w:tag w:val="field-{number}"/><w:id w:val="{number}"/>{kind}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"


def _break_before_marks(tree: Tree) -> None:
    """What the law demands, and the words in another language, stand on lines of their own below the words of the row."""
    for cell in elements(tree, "Plain"):
        for before, after in pairwise(cell["c"]):
            if before["t"] == "Space" and after["t"] == "Span" and after["c"][0][2]:
                before["t"] = "LineBreak"


def _make_boxes(tree: Tree, numbers: Iterator[int]) -> None:
    """A line of a checklist begins with a box to tick, and needs no bullet before it."""
    for element in elements(tree, "BulletList"):
        items = element["c"]
        if all(item[0]["c"][:1] == [_BOX] for item in items):
            for item in items:
                item[0]["c"][0] = {"t": "RawInline", "c": ["openxml", _box(next(numbers))]}
            element["t"], element["c"] = "Div", [["", [], []], [block for item in items for block in item]]


def _box(number: int) -> str:
    states = '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    states += '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
    kind = f'<w14:checkbox xmlns:w14="{_WORD_2010}">{states}</w14:checkbox>'
    return _control("", number, kind, f"<w:r><w:t>{BOXES[False]}</w:t></w:r>")


def _fill_width(tree: Tree) -> None:
    """A table to write in is as wide as the page, its columns alike."""
    for table in elements(tree, "Table"):
        columns = table["c"][2]
        for column in columns:
            column[1] = {"t": "ColWidth", "c": 1 / len(columns)}
