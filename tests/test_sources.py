"""Reading: strict YAML and front matter, with places, and faults as problems."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.codes import Code
from campaign.documents import Document
from campaign.problems import Phrase, Position, Problem
from campaign.sources import LARGEST_FILE, parse_markdown, parse_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("9:30", "9:30"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("+47 00 00 00 00", "+47 00 00 00 00"),
        ("2026-11-21", "2026-11-21"),
        ("1234567890123456789", "1234567890123456789"),
        ("True", "True"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("12", 12),
        ("-12", -12),
        ("0", 0),
        ("22.5", 22.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_a_plain_value_is_a_number_only_when_it_can_be_nothing_else(written: str, value: object) -> None:
    """Norway's `no`, a time, a code with a leading zero and a date arrive as the editor wrote them."""
    assert parse_yaml("x.yml", f"key: {written}\n".encode()).value == {"key": value}


def test_the_key_no_stays_a_word() -> None:
    """The language key `no` never turns into false."""
    assert parse_yaml("x.yml", b"sv: ja\nno: nei\n").value == {"sv": "ja", "no": "nei"}


def test_a_block_of_text_is_text() -> None:
    """A block scalar stays text, also when it holds a number."""
    assert parse_yaml("x.yml", b"key: |-\n  12\n").value == {"key": "12"}


TWO_LEVELS = b"name: Exempelby\nfacts:\n  - value: 12\n    unit: km\n"


def located(raw: bytes) -> Document:
    """A file of which somebody has asked where it begins."""
    document = parse_yaml("x.yml", raw)
    document.position_of(())
    return document


def test_every_value_has_its_place() -> None:
    """A problem can point at the line and column where a value was written."""
    assert located(TWO_LEVELS).places == {
        (): Position(1, 1),
        ("name",): Position(1, 7),
        ("facts",): Position(3, 3),
        ("facts", 0): Position(3, 5),
        ("facts", 0, "value"): Position(3, 12),
        ("facts", 0, "unit"): Position(4, 11),
    }


def test_every_key_has_its_place() -> None:
    """A problem with a key points at the key and not at its value."""
    assert located(TWO_LEVELS).keys == {
        ("name",): Position(1, 1),
        ("facts",): Position(2, 1),
        ("facts", 0, "value"): Position(3, 5),
        ("facts", 0, "unit"): Position(4, 5),
    }


def test_a_missing_value_is_looked_for_where_its_parent_stands() -> None:
    """Who forgot a field is led to the group that lacks it."""
    assert parse_yaml("x.yml", TWO_LEVELS).position_of(("facts", 0, "source")) == Position(3, 5)


def test_a_missing_key_is_looked_for_where_its_parent_stands() -> None:
    """The same holds when the problem is about the key."""
    assert parse_yaml("x.yml", TWO_LEVELS).position_of(("facts", 0, "source"), key=True) == Position(3, 5)


@pytest.mark.parametrize(
    ("raw", "line", "column", "code", "values"),
    [
        (b"", 1, 1, "S007", {}),
        (b" \n\t\n", 1, 1, "S007", {}),
        (b"name: b\nplace: F\xe4lt\n", 2, 9, "S001", {"byte": "0xe4"}),
        (b"\xff\xfen\x00", 1, 1, "S001", {"byte": "0xff"}),
        (b"\xef\xbb\xbfname: a\n", 1, 1, "S002", {}),
        (b"name: a\r\n", 1, 8, "S003", {}),
        (b"name: a\rplace: b\r", 1, 8, "S003", {}),
        ("a: b\nname: xa\u030ab\u0301\n".encode(), 2, 8, "D189", {"value": "å"}),
        (b"a:\n\tb: c\n", 2, 1, "S004", {}),
        (b"a:\n  \tb: c\n", 2, 3, "S004", {}),
        (b"a: b: c\n", 1, 5, "S005", {"detail": Phrase("YAML_COLON"), "shown": "a: b▸: c"}),
        (b"a: b\nc: d\na: e\n", 3, 1, "S006", {"key": "a", "line": 1}),
        (b"- a\n", 1, 1, "S009", {}),
        (b"# only a comment\n", 1, 1, "S009", {}),
        (b"name: a\x07\n", 1, 8, "S010", {"character": "U+0007"}),
        ("name: a\u2028b\n".encode(), 1, 8, "S010", {"character": "U+2028"}),
        ("name: å\u0085\n".encode(), 1, 8, "S010", {"character": "U+0085"}),
        (b"a: " + b"[" * 20 + b"]" * 20 + b"\n", 1, 23, "S011", {"depth": 20}),
        ("a:\n\u00a0 b: c\n".encode(), 2, 1, "S010", {"character": "U+00A0"}),
        ("a: b\nc:\u00a0d\n".encode(), 2, 3, "S010", {"character": "U+00A0"}),
        ("a:\n  - b\u00a0\n".encode(), 2, 6, "S010", {"character": "U+00A0"}),
        (b"a: &b c\n", 1, 4, "S012", {"mark": "&b", "hint": Phrase("WRITE_LINE", {"line": 'a: "&b c"'})}),
        (b"a: *b\n", 1, 4, "S012", {"mark": "*b", "hint": Phrase("WRITE_LINE", {"line": 'a: "*b"'})}),
        (b"a: !b c\n", 1, 4, "S012", {"mark": "!b", "hint": Phrase("WRITE_LINE", {"line": 'a: "!b c"'})}),
        (b"a: b\n---\nc: d\n", 2, 1, "S012", {"mark": "---", "hint": Phrase("NO_HINT")}),
        (b"a: b # c\n", 1, 5, "S016", {"rest": "# c"}),
        (b"a: b\nc: <i>d</i>\n", 2, 4, "D165", {}),
        (b'a: ["b", "c<\\/i>"]\n', 1, 10, "D165", {}),
        (b"a</b>: c\n", 1, 1, "D165", {}),
        (b"a:\n  - b # c\n", 2, 6, "S016", {"rest": "# c"}),
    ],
)
def test_a_fault_of_form_is_told_with_its_place(
    raw: bytes, line: int, column: int, code: str, values: dict[str, object]
) -> None:
    """Each way in which a file can be unreadable has its own code and points at the spot."""
    assert parse_yaml("x.yml", raw).problems == [Problem("x.yml", Position(line, column), code, values)]


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbfname: a\nplace: b\n", b"name: a\r\nplace: b\r\n"])
def test_a_file_from_windows_is_read_all_the_same(raw: bytes) -> None:
    """A byte order mark or Windows line ends do not hide the other problems of a file."""
    assert parse_yaml("x.yml", raw).value == {"name": "a", "place": "b"}


@pytest.mark.parametrize(
    "text", ["# c\na: b\n", "a: b#c\n", 'a: "b" # c\n', "a: b\n# c\n", "a:  # c\n  b: d\n"]
)
def test_a_comment_that_hides_nothing_is_allowed(text: str) -> None:
    """A comment on a line of its own, or behind a quoted text or a key, is no problem."""
    assert parse_yaml("x.yml", text.encode()).problems == []


def test_a_page_with_a_byte_order_mark_is_read_all_the_same() -> None:
    """The invisible mark before the first line of hyphens does not hide the whole page."""
    page = parse_markdown("x.md", b"\xef\xbb\xbf---\ntitle: A\n---\nHej\n")
    assert (page.value, page.body, [problem.code for problem in page.problems]) == (
        {"title": "A"},
        "Hej\n",
        ["S002"],
    )


def test_a_space_that_does_not_break_may_stand_within_a_value() -> None:
    """Between two words it holds them together, and after a colon of the words too."""
    text = 'a: 12\u00a0km\nb: "Ring:\u00a012"\n- c\u00a0d: e\n'.replace("- ", "")
    assert parse_yaml("x.yml", text.encode()).problems == []


def test_a_space_that_does_not_break_is_told_at_its_line_of_a_page() -> None:
    """The front matter begins on the second line."""
    page = parse_markdown("x.md", "---\ntitle: A\u00a0\n---\n\nHej.\u00a0\n".encode())
    assert page.problems == [Problem("x.md", Position(2, 9), "S010", {"character": "U+00A0"})]


def test_a_letter_of_two_characters_is_read_as_the_one_that_it_is() -> None:
    """Its words are told of and looked at as if they had been written well, in a record as in a text."""
    page = parse_markdown("x.md", "---\ntitle: A\u030a\n---\nHa\u030a\n".encode())
    assert (page.value, page.body, page.problems) == (
        {"title": "Å"},
        "Hå\n",
        [Problem("x.md", Position(2, 8), "D189", {"value": "Å"})],
    )


def test_the_first_of_two_equal_keys_counts() -> None:
    """A key written twice keeps its first value, as the message says."""
    assert parse_yaml("x.yml", b"a: first\na: second\n").value == {"a": "first"}


def test_several_tabs_are_all_told() -> None:
    """Whoever indents with tabs sees every line at once."""
    found = [problem.position for problem in parse_yaml("x.yml", b"a:\n\tb: c\n\td: e\n").problems]
    assert found == [Position(2, 1), Position(3, 1)]


def test_a_tab_inside_a_text_is_allowed() -> None:
    """Only the indentation must be free of tabs."""
    assert parse_yaml("x.yml", b'a: "b\tc"\n').problems == []


def test_a_page_is_front_matter_and_prose() -> None:
    """The text of a page begins after the second line of hyphens, and remembers its line number."""
    page = parse_markdown("x.md", b"---\ntitle: A\n---\n\nHej\n---\n")
    assert (page.value, page.body, page.body_line) == ({"title": "A"}, "\nHej\n---\n", 4)


@pytest.mark.parametrize(
    ("raw", "lacking"),
    [
        (b"Hej\n", "S008_BOTH"),
        (b"---\ntitle: A\n", "S008_SECOND"),
        (b" ---\ntitle: A\n---\n", "S008_BOTH"),
    ],
)
def test_a_page_without_front_matter_is_told(raw: bytes, lacking: Code) -> None:
    """A page that does not begin with its details says so instead of vanishing, and which of its two lines is missing."""
    hint = Phrase(lacking)
    assert parse_markdown("x.md", raw).problems == [Problem("x.md", Position(1, 1), "S008", {"hint": hint})]


def test_front_matter_counts_lines_of_the_file() -> None:
    """A fault in the front matter has the line number that the editor's program shows."""
    found = parse_markdown("x.md", b"---\ntitle: a\nmenu: b: c\n---\n").problems
    assert [(problem.position, problem.code) for problem in found] == [(Position(3, 8), "S005")]


def test_spaces_after_the_hyphens_do_no_harm() -> None:
    """Invisible spaces after `---` are forgiven."""
    assert parse_markdown("x.md", b"---  \ntitle: A\n--- \nHej\n").value == {"title": "A"}


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_can_break_the_reader(raw: bytes) -> None:
    """Whatever a file holds, reading gives a value or problems and never a traceback."""
    for document in (parse_yaml("x.yml", raw), parse_markdown("x.md", b"---\n" + raw)):
        assert document.value is not None or document.problems


def test_a_file_longer_than_anybody_reads_is_a_problem() -> None:
    """The limit itself is allowed; one byte more is told with both sizes, and nothing of the file is read."""
    allowed, longer = (b"a: " + b"x" * (LARGEST_FILE - 3 + n) for n in (0, 1))
    found = [(p.code, p.values) for p in parse_yaml("a.yml", longer).problems]
    assert (parse_yaml("a.yml", allowed).problems, parse_yaml("a.yml", longer).value) == ([], None)
    assert found == [("S017", {"size": LARGEST_FILE + 1, "most": LARGEST_FILE})]


@pytest.mark.parametrize(
    "escape", ["\\0", "\\r", "\\e", "\\u202e", "\\u200b", "\\uFEFF", "\\x85", "\\L", "\\u2066"]
)
def test_a_character_that_nobody_sees_is_told_where_it_is_written_as_an_escape(escape: str) -> None:
    """Between double quotes YAML makes every character of its number; none passes that may not stand in the file."""
    document = parse_yaml("x.yml", f'key:\n  - "a{escape}b"\n'.encode())
    assert [(p.position, p.code) for p in document.problems] == [(Position(2, 5), "S010")]


def test_a_key_has_no_unseen_character_either() -> None:
    """Two keys that look the same would be two."""
    document = parse_yaml("x.yml", b'"na\\u200bme": a\n')
    assert [(p.position, p.code) for p in document.problems] == [(Position(1, 1), "S010")]


@pytest.mark.parametrize("parse", [parse_yaml, parse_markdown])
def test_an_unfinished_merge_is_told_alone(parse: Callable[..., Document]) -> None:
    """Whatever else is wrong with the file would come of it."""
    raw = b"---\r\na: 1\r\n<<<<<<< HEAD\r\nb: \xff\r\n=======\r\nb: 2\r\n>>>>>>> other\r\n---\r\n"
    document = parse("x", raw)
    assert (document.value, document.problems) == (None, [Problem("x", Position(3, 1), "S018")])


def test_a_line_below_a_heading_is_no_merge() -> None:
    """Seven signs of equality underline a heading."""
    assert parse_markdown("x", b"---\na: 1\n---\nRubrik\n=======\n").problems == []
