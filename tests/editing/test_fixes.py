"""What can be brought into order without asking."""

from collections.abc import Callable

import pytest

from campaign.checks import check_tree
from campaign.checks.words import WordsByTemplate
from campaign.editing.fixes import fix_texts, format_file
from campaign.files import Tree
from campaign.models import file_of
from campaign.sources import parse_markdown, parse_yaml
from conftest import TODAY, Changes

READERS = {"yml": parse_yaml, "md": parse_markdown}


def _read(tree: Tree) -> dict[str, object]:
    """What each file says."""
    texts = {path: raw for path, raw in tree.items() if path.rpartition(".")[2] in READERS}
    found = {path: READERS[path.rpartition(".")[2]](path, raw) for path, raw in texts.items()}
    return {path: (document.value, document.body.lstrip("\n")) for path, document in found.items()}


def test_a_file_says_the_same_in_the_written_form(tree: dict[str, bytes]) -> None:
    """No word of any file of the specimen becomes another, and what is in the form stays as it is."""
    formed = {path: format_file(path, raw) for path, raw in tree.items()}
    assert _read(formed) == _read(tree)
    assert {path: format_file(path, raw) for path, raw in formed.items()} == formed
    assert [path for path in tree if path.endswith(".yml") and formed[path] == tree[path]] == [
        file_of("law-watch"),
        file_of("map"),
        "mkdocs.yml",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        b"name: a: b\n",
        b"name: one\nname: two\n",
        b"name: &x one\n",
        b"name: one # two\n",
        b"<<<<<<< HEAD\nname: x\n",
    ],
)
def test_what_leaves_doubt_is_left_to_a_person(raw: bytes) -> None:
    """A file that can be read in two ways is not written again in one of them."""
    assert format_file("content/data/networks/x.yml", raw) == raw


def test_an_empty_line_stands_between_what_is_above_a_text_and_the_text() -> None:
    """Every text begins alike, so that no program that saves it moves it."""
    raws = (b"---\nmenu: A\n---\nOrd.\n", b"---\nmenu: A\n---\n\n\nOrd.\n", b"---\nmenu: A\n---\n")
    formed = b'---\nmenu: "A"\n---\n'
    found = [format_file("content/sv/x.md", raw) for raw in raws]
    assert found == [formed + b"\nOrd.\n", formed + b"\nOrd.\n", formed]


def test_marks_of_other_programs_go() -> None:
    """The ends of lines of Windows and the mark before a file say nothing."""
    raw = b"\xef\xbb\xbfname: Ett\r\n"
    assert format_file("content/data/networks/x.yml", raw) == b'name: "Ett"\n'


def test_a_letter_of_two_characters_becomes_one() -> None:
    """What looks the same is the same, also below what stands above a text."""
    raw = "---\nmenu: A\u030a\n---\n\nA\u030ar.\n".encode()
    assert format_file("content/sv/x.md", raw).decode() == '---\nmenu: "Å"\n---\n\nÅr.\n'


def test_a_name_that_is_nearly_right_becomes_the_right_one(
    changed: Callable[[Changes], dict[str, bytes]],
    edited: Callable[[str, str, str], Changes],
    words: WordsByTemplate,
) -> None:
    """A slip in a link or a reference costs one command, and a name that is like nothing is left alone."""
    tree = changed(
        {
            **edited(
                "content/sv/move.md",
                "(municipalities/exempelby.md#housing)",
                "(municipalities/exempelbyn.md#housing)",
            ),
            **edited("content/data/seminars/warm-tea.yml", "  - kald-te", "  - kall-te"),
            **edited("content/no/about.md", "på ordentlig.", "på [ordentlig](xyzzy.md)."),
        }
    )
    content, pages, problems = check_tree(tree, words, TODAY)
    fixed = fix_texts(content, pages, tree, problems)
    assert set(fixed) == {"content/sv/move.md", "content/data/seminars/warm-tea.yml"}
    assert "(municipalities/exempelby.md#housing)" in fixed["content/sv/move.md"]
    assert "  - kald-te" in fixed["content/data/seminars/warm-tea.yml"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("municipalties/exempelby.md#housing", "municipalities/exempelby.md#housing"),
        ("/kommuner/exempelby/#housing", "municipalities/exempelby.md#housing"),
        ("mov.md#pack", "move.md#pack"),
    ],
)
def test_a_link_that_is_mended_keeps_its_place(
    tree: dict[str, bytes], words: WordsByTemplate, written: str, meant: str
) -> None:
    """The page that is nearest by its whole path is meant, and the reader comes to the section that was meant too."""
    path = "content/sv/about.md"
    tree = {**tree, path: tree[path] + f"\n[Dit]({written}).\n".encode()}
    content, pages, problems = check_tree(tree, words, TODAY)
    assert f"[Dit]({meant})." in fix_texts(content, pages, tree, problems)[path]


def test_figures_follow_their_record(tree: dict[str, bytes], words: WordsByTemplate) -> None:
    """Who changes a population has every text and the sum of the region changed by one command."""
    place, region = "content/data/municipalities/exempelby.yml", "content/data/regions/exempelregionen.yml"
    summed = b'value: 12345\n    unit: inhabitants\n    computed: true\n    as_of: "2024"'
    tree[region] = tree[region].replace(b'value: 23456\n    unit: inhabitants\n    as_of: "2024"', summed)
    tree[place] = tree[place].replace(b"value: 12345", b"value: 12410")
    content, pages, problems = check_tree(tree, words, TODAY)
    fixed = fix_texts(content, pages, tree, problems)
    assert "  value: 12410\n" in fixed[region]
    followed = [path for path in fixed if "[12\u00a0410](fact:" in fixed[path]]
    assert {f"content/{code}/municipalities/exempelby.md" for code in ("sv", "no")} <= set(followed)
    assert [path for path in fixed if "12\u00a0345](fact:population" in fixed[path]] == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Se https://x.example/12345 och 12345 kr.", "Se https://x.example/12345 och 12\u00a0345 kr."),
        ("Se [här](https://x.example/12345) 12345 kr.", "Se [här](https://x.example/12345) 12\u00a0345 kr."),
        ("Koden `12345` kostar 12345 kr.", "Koden `12345` kostar 12\u00a0345 kr."),
        ("Född 12345-1234, har 12345 kr.", "Född 12345-1234, har 12\u00a0345 kr."),
        ("Priset\när 12345 kr.", "Priset\när 12\u00a0345 kr."),
        ("Bredvid 12 345\noch 12\n345.\n\n`12 345`", "Bredvid 12\u00a0345\noch 12\n345.\n\n`12 345`"),
    ],
)
def test_a_number_is_grouped_where_it_is_one(
    tree: dict[str, bytes], words: WordsByTemplate, written: str, expected: str
) -> None:
    """The same figures in an address, a piece of code or the number of a person stay as they are."""
    path = "content/sv/about.md"
    before = tree[path].decode()
    tree = {**tree, path: f"{before}\n{written}\n".encode()}
    content, pages, problems = check_tree(tree, words, TODAY)
    torn = [problem for problem in problems if problem.code == "P257"]
    assert fix_texts(content, pages, tree, torn) == {path: f"{before}\n{expected}\n"}


def test_a_heading_gets_its_space(tree: dict[str, bytes], words: WordsByTemplate) -> None:
    """Two signs or more can mean nothing else; one may be a word that people search for, and others need a person."""
    path = "content/sv/about.md"
    before = tree[path].decode()
    tree[path] = f"{before}\n##Bad *nu* {{#bath}}\n\n> Hej.\n> ###Bastu\n\n#bad\n\nHej **du.\n".encode()
    content, pages, problems = check_tree(tree, words, TODAY)
    raw = [problem for problem in problems if problem.code == "P216"]
    fixed = f"{before}\n## Bad *nu* {{#bath}}\n\n> Hej.\n> ### Bastu\n\n#bad\n\nHej **du.\n"
    assert (len(raw), fix_texts(content, pages, tree, raw)) == (4, {path: fixed})


@pytest.mark.parametrize(
    ("there", "written", "expected"),
    [
        (("no-tea",), "se-tea", None),
        (("no-tea-break",), "se-tea-break", None),
        (("se-tea-break-notice",), "se-tea-break", None),
        (("no-tea-break", "se-tea-break"), "so-tea-break", None),
        (("se-tea-2025",), "se-tea-2024", None),
        (("no-tea-break", "se-tea-break"), "se-tea-braek", "se-tea-break"),
    ],
)
def test_a_rule_that_is_gone_becomes_no_other(
    tree: dict[str, bytes], words: WordsByTemplate, there: tuple[str, ...], written: str, expected: str | None
) -> None:
    """Only a slip of the hand is mended; the law of the other country, or the next paragraph, says something else."""
    path, coffee = "content/sv/about.md", tree["content/data/rules/se-coffee.yml"]
    before = tree[path].decode()
    tree |= {f"content/data/rules/{slug}.yml": coffee for slug in there}
    tree[path] = f"{before}\n[Te](rule:{written}).\n".encode()
    content, pages, problems = check_tree(tree, words, TODAY)
    broken = [problem for problem in problems if problem.code == "P219"]
    assert [problem.values["value"] for problem in broken] == [written]
    fixed = {path: f"{before}\n[Te](rule:{expected}).\n"} if expected else {}
    assert fix_texts(content, pages, tree, broken) == fixed


@pytest.mark.parametrize(
    ("gone", "there", "written"),
    [
        (None, (), "/"),
        (None, (), "./"),
        (None, ("visits/exempelby",), "exempelby.md"),
        (None, (), "exempelby.md"),
        ("municipalities/exempelby", ("visits/exempelby",), "municipalities/exempelby.md"),
        (None, ("live/orsa",), "live/mora.md"),
        (None, ("live/moras", "live/morax"), "live/mora.md"),
        (None, ("live/os",), "live/om.md"),
    ],
)
def test_a_link_to_what_is_gone_leads_to_no_other_page(
    tree: dict[str, bytes], words: WordsByTemplate, gone: str | None, there: tuple[str, ...], written: str
) -> None:
    """The same name in another folder, or a like one, is the name of another page; no file without the fault is changed."""
    path = "content/sv/about.md"
    tree |= {f"content/sv/{name}.md": tree["content/sv/live/index.md"] for name in there}
    tree[path] += f"\n[Dit]({written}).\n".encode()
    tree = {name: raw for name, raw in tree.items() if name != f"content/sv/{gone}.md"}
    content, pages, problems = check_tree(tree, words, TODAY)
    broken = [problem for problem in problems if problem.code == "P211"]
    assert written in [problem.values["value"] for problem in broken]
    assert fix_texts(content, pages, tree, broken) == {}
