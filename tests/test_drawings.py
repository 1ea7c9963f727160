"""What an SVG drawing may hold."""

import pytest

from campaign.drawings import DEEPEST, MOST_SHAPES, faults_of

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


@pytest.mark.parametrize(
    "inside",
    [
        '<title>Sol</title><circle r="9" fill="url(#sky)" aria-label="Sol"/>',
        '<defs><path id="a" d="M0 0"/></defs><use href="#a"/><use xlink:href="#a"/>',
        "<style>@media (prefers-color-scheme: dark) { path { fill: url('#sky') } }</style>",
        '<text xml:lang="sv" xml:space="preserve">Å</text>',
        '<path clip-rule="evenodd" marker-end="url(#a)" shape-rendering="crispEdges" d="M0 0"/>',
        "<!-- Så här är den gjord. -->",
    ],
)
def test_shapes_colours_and_words_are_no_fault(inside: str) -> None:
    """All that a drawing needs is let in."""
    assert faults_of(f"{START}{inside}</svg>".encode()) == []


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>a()</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<path xmlns="http://www.w3.org/1999/xhtml"/>', "<path>"),
        ('<g onclick="a()"/>', 'onclick="a()"'),
        ('<a href="#a"/>', "<a>"),
        ('<rect points="0 0"/>', 'points="0 0"'),
        ('<use href="other.svg#a"/>', 'href="other.svg#a"'),
        ('<use xlink:href="data:image/svg+xml,a"/>', 'href="data:image/svg+xml,a"'),
        ('<g xml:base="https://nowhere.example/"/>', 'base="https://nowhere.example/"'),
        ('<g style="fill: url(https://nowhere.example)"/>', 'style="fill: url(https://nowhere.example)"'),
        ('<g fill="u\\72l(a)"/>', 'fill="u\\72l(a)"'),
        ("<style>@import 'a.css';</style>", "<style> … url() …"),
        ("<style>g { fill: u<!-- -->rl(a) }</style>", "<style> … url() …"),
        ('<?xml-stylesheet href="a.css"?>', "<?xml-stylesheet?>"),
    ],
)
def test_what_runs_fetches_or_leads_away_is_named(inside: str, what: str) -> None:
    """Each fault has its line and is shown as it stands."""
    assert faults_of(f"{START}\n{inside}</svg>".encode()) == [(2, what)]


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', (1, "<!DOCTYPE>")),
        (b"<html/>", (1, "<html>")),
        (b"<svg>", (1, "no element found")),
        (b"<svg>&a;</svg>", (1, "undefined entity")),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>".encode("utf-16"), (1, "UTF-8")),
    ],
)
def test_what_is_no_plain_drawing_is_refused(raw: bytes, fault: tuple[int, str]) -> None:
    """Entities, other documents, half files and other encodings stop the reading."""
    assert faults_of(raw)[-1] == fault


@pytest.mark.parametrize(
    ("head", "what"),
    [
        ('viewBox="0 0 0 0"', 'viewBox="0 0 0 0"'),
        ('viewBox="0 0 30"', 'viewBox="0 0 30"'),
        ('viewBox="0 0 1e9 1"', 'viewBox="0 0 1e9 1"'),
        ('viewBox="0 0 9000 20"', 'viewBox="0 0 9000 20"'),
        ('viewBox="0 0 30 20" width="0"', 'width="0"'),
        ('viewBox="0 0 30 20" height="200cm"', 'height="200cm"'),
        ('viewBox="-5,-5,30,20"', None),
        ('viewBox="0 0 9000 9000" width="210mm" height="297mm"', None),
        ('viewBox="0 0 30 20" width="100%" height=".5in"', None),
        ("", None),
    ],
)
def test_a_drawing_has_a_size_that_can_be_drawn(head: str, what: str | None) -> None:
    """No width, no height, or one that fills the memory is told with its attribute."""
    raw = f'<svg xmlns="http://www.w3.org/2000/svg" {head}/>'.encode()
    assert faults_of(raw) == ([(1, what)] if what else [])


def _repeated(levels: int, times: int) -> str:
    """A shape, a group that shows it so many times, a group that shows that group so many times, and so on."""
    groups = (f'<g id="a{n + 1}">{f"""<use href="#a{n}"/>""" * times}</g>' for n in range(levels))
    return f'<path id="a0"/>{"".join(groups)}'


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (_repeated(3, 10), None),
        (_repeated(4, 10), "<use> × 24686"),
        (_repeated(9, 10), "<use> × ∞"),
        (_repeated(200, 1), "<use> × 40402"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "<use> × ∞"),
        (
            '<pattern id="a"><rect fill="url(#b)"/></pattern><pattern id="b"><rect fill="url(#a)"/></pattern>',
            "<use> × ∞",
        ),
        ("<g>" * DEEPEST + "</g>" * DEEPEST, "<g> × 101"),
        ("<g>" * 90 + "</g>" * 90, None),
        ("<path/>" * MOST_SHAPES, "<use> × 10001"),
    ],
)
def test_a_drawing_has_no_more_shapes_than_can_be_drawn(inside: str, what: str | None) -> None:
    """What is repeated is counted as often as it is drawn, and a circle has no end."""
    assert faults_of(f"{START}{inside}</svg>".encode()) == ([(1, what)] if what else [])


def test_a_drawing_says_that_it_is_one() -> None:
    """Without the address of its vocabulary a browser shows nothing."""
    assert faults_of(b"<svg/>") == [(1, "<svg>")]


def test_no_encoding_hides_what_a_drawing_holds() -> None:
    """A browser would believe the first line; we read UTF-8, whatever it says."""
    raw = b'<?xml version="1.0" encoding="utf-7"?>' + START.encode() + b"<script/></svg>"
    assert faults_of(raw) == [(1, "<script>")]
