"""Rules for what a text points to."""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

import pytest

from campaign.files import Tree
from campaign.problems import Phrase, Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
Faults = Callable[[str], list[tuple[int, str, Any]]]

TEMPLATE = "content/sv/templates/welcome-letter.md"


@pytest.mark.parametrize(
    "text",
    [
        "[a](move.md)",
        "[a](./move.md)",
        "[a](municipalities/exempelby.md#housing)",
        "[a](services/eksempelnettverk.md)",
        "[a](constitution-day.md)",
        "[a](sources.md#exempellagen)",
        "[a](#here)\n\n## Här {#here}\n\nHej.",
        "[a](#h%65re)\n\n## Här {#here}\n\nHej.",
        "[a](municipalities/exempelby.md#contacts)",
        "[a](seminars/vem-kommer.md#materials)",
        "[a](#att-bo)\n\n## Att bo\n\nHej.",
        "[a](source:exempellagen)",
        "[a](https://exempelby.example/a?b=c#d)",
        "[www.exempelby.example](https://exempelby.example)",
        "[Barnen på exempelby.example](https://barn.exempelby.example/a)",
        "[a](https://räksmörgås.example)",
        "[räksmörgås.example](https://xn--rksmrgs-5wao1o.example)",
        "[t.ex. SCB.](https://exempelby.example)",
        "[a](mailto:hej@exempelby.example)",
        "[a](mailto:Hej@Exempelby.example?subject=Hej)",
        "[a](tel:+46846500400)",
        "[a](tel:+46-8-46500400)",
        "[Ring ett, ett, två](tel:112)",
        "Skriv till hej@exempelby.example.",
        "<https://exempelby.example>",
        "`[a](nowhere.md)`",
        "![Ett märke](../media/mark.svg)",
        "[en fil](../media/mark.svg)",
        "![Ett märke](/media/mark.svg)",
        "[en fil](/media/mark.svg)",
    ],
)
def test_a_good_link_is_no_problem(faults: Faults, text: str) -> None:
    """Links to pages, places, sources, addresses and pictures that exist are left in peace."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("[a](source:nowhere)", "P209", "nowhere"),
        ("[a](source:)", "P209", ""),
        ("[a](rule:nowhere)", "P219", "nowhere"),
        ("[a](rule:)", "P219", ""),
        ("[a](field:text)", "P221", "field:text"),
        ("[a](lang:en)", "P240", "lang:en"),
        ("[a](ftp://a.example)", "P210", "ftp://a.example"),
        ("[a](https://)", "P210", "https://"),
        ("[a](https://exempelby)", "P210", "https://exempelby"),
        ("[a](https://localhost/x)", "P210", "https://localhost/x"),
        ("[a](https://a..example/)", "P210", "https://a..example/"),
        ("[a](https://b.a..c.example/)", "P210", "https://b.a..c.example/"),
        ("[a](https://exempelby.example./)", "P210", "https://exempelby.example./"),
        ("[a](https://[::1]/)", "P210", "https://[::1]/"),
        ("[a](https://exempelby.example:99999/)", "P210", "https://exempelby.example:99999/"),
        ("[a](nowhere.md)", "P211", "nowhere.md"),
        ("[a](../no/move.md)", "P211", "../no/move.md"),
        ("[a](../sv/move.md)", "P211", "../sv/move.md"),
        ("[a](flytta/)", "P211", "flytta/"),
        ("[a](/move)", "P211", "/move"),
        ("[a](www.exempelby.example)", "P211", "www.exempelby.example"),
        ("[a](HTTPS://exempelby.example)", "P211", "HTTPS://exempelby.example"),
        ("[a](#nowhere)", "P212", "nowhere"),
        ("[a](move.md#nowhere)", "P212", "nowhere"),
        ("[a][b]\n\n[b]: nowhere.md", "P211", "nowhere.md"),
        ("**[a](nowhere.md)**", "P211", "nowhere.md"),
        ("[a](<>)", "P216", "]()"),
        ("[](about.md)", "P249", "[](about.md)"),
        ("[ ](about.md)", "P249", "[](about.md)"),
        ("[a](../media/hole.svg)", "P213", "../media/hole.svg"),
        ("![Ett hål](../media/hole.svg)", "P213", "../media/hole.svg"),
        ("![Ett hål](media/mark.svg)", "P213", "media/mark.svg"),
        ("![Ett hål](/media/hole.svg)", "P213", "/media/hole.svg"),
        ("![](../media/mark.svg)", "P214", "/media/mark.svg"),
        ("![  ](../media/mark.svg)", "P214", "/media/mark.svg"),
    ],
)
def test_a_link_to_nothing_is_told(faults: Faults, text: str, code: str, value: str) -> None:
    """A reader never meets a dead link or an empty frame, and the editor sees the link as it was written."""
    assert [(line, c, values["value"]) for line, c, values in faults(text)] == [(1, code, value)]


@pytest.mark.parametrize(
    ("href", "hint"),
    [
        ("#", "WHOLE_PLACE"),
        ("mailto:", "WHOLE_EMAIL"),
        ("mailto:hej", "WHOLE_EMAIL"),
        ("mailto:hej@exempelby", "WHOLE_EMAIL"),
        ("mailto:exempelby.example", "WHOLE_EMAIL"),
        ("tel:", "WHOLE_PHONE"),
        ("tel:08-46500400", "WHOLE_PHONE"),
        ("tel:ring", "WHOLE_PHONE"),
    ],
)
def test_a_link_that_lacks_the_rest_of_its_address_is_told(faults: Faults, href: str, hint: str) -> None:
    """Who follows a link to a letter, a telephone or a place comes there, also from abroad."""
    assert faults(f"[Kontoret]({href})") == [(1, "P265", {"value": href, "hint": Phrase(hint)})]


@pytest.mark.parametrize(
    "href", ["www.exempelby.example", "http//exempelby.example", "https//exempelby.example"]
)
def test_a_website_without_its_beginning_is_told_as_one(faults: Faults, href: str) -> None:
    """Who meant a website is not told of a page with that name alone."""
    [(_, code, values)] = faults(f"[Kontoret]({href})")
    assert (code, values["hint"]) == ("P211", Phrase("START_WITH_HTTPS"))


@pytest.mark.parametrize(
    ("own", "href", "meant"),
    [
        ("content/sv/news/door-opens.md", "live/index.md", "../live/index.md"),
        ("content/sv/news/door-opens.md", "seminars/door-opens.md", "door-opens.md"),
        ("content/sv/live/index.md", "../moev.md", "../move.md"),
        ("content/sv/live/index.md", "../flytta.md", "../move.md"),
        ("content/sv/live/index.md", "/flytta/", "../move.md"),
        ("content/sv/live/index.md", "../no/about.md", "../about.md"),
        ("content/sv/about.md", "live/healthcare.md", None),
    ],
)
def test_the_page_that_is_meant_is_named_as_it_is_written_there(
    check: Check, tree: Tree, own: str, href: str, meant: str | None
) -> None:
    """What is proposed can be pasted; where nothing is near nothing is proposed."""
    added = tree[own].rstrip() + f"\n\n[Dit]({href}).\n".encode()
    [found] = [p for p in check({own: added.decode()}) if p.code == "P211"]
    hint = Phrase("DID_YOU_MEAN", {"word": meant}) if meant else Phrase("CHECK_NAME")
    assert (found.path, found.values["hint"]) == (own, hint)


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("nowhere.md", "content/sv/nowhere.md"),
        ("a/b.md#c", "content/sv/a/b.md"),
        ("move.md#nowhere", "content/sv/move.md"),
        ("#nowhere", "content/sv/prov.md"),
    ],
)
def test_the_file_that_is_missed_is_named(faults: Faults, href: str, target: str) -> None:
    """The message names the file where a page, or a place in it, was looked for."""
    assert [values["target"] for *_, values in faults(f"[a]({href})")] == [target]


@pytest.mark.parametrize(
    ("href", "hint"),
    [("www.a.example", "START_WITH_HTTPS"), ("nowhere.md", "CHECK_NAME"), ("moev.md", "DID_YOU_MEAN")],
)
def test_a_website_without_https_gets_a_hint(faults: Faults, href: str, hint: str) -> None:
    """Whoever writes www learns how a link to a website begins."""
    assert [values["hint"].code for *_, values in faults(f"[a]({href})")] == [hint]


def test_a_link_is_told_on_its_line(faults: Faults) -> None:
    """A broken link in a later paragraph has the line of that paragraph."""
    assert [line for line, *_ in faults("Hej.\n\n- ett\n- [två](nowhere.md)\n")] == [4]


def test_a_link_in_a_note_is_checked_too(faults: Faults) -> None:
    """Footnotes, tables and quotations are no blind spots."""
    text = "Hej.[^1]\n\n| a |\n| - |\n| [b](b.md) |\n\n> [c](c.md)\n\n[^1]: [d](d.md)\n"
    assert [(line, values["value"]) for line, _, values in faults(text)] == [
        (5, "b.md"),
        (7, "c.md"),
        (9, "d.md"),
    ]


def test_a_link_to_a_broken_page_is_no_second_problem(check: Check) -> None:
    """Only the broken page is blamed, not every page that links to it."""
    assert [(p.path, p.code) for p in check({"content/sv/about.md": "Hej\n"})] == [
        ("content/sv/about.md", "S008")
    ]


def test_a_door_leads_to_a_page(check: Check, edited: Edited) -> None:
    """A door of the start page that leads nowhere is told with the line of its link."""
    path = "content/no/index.md"
    (problem,) = check(edited(path, "link: move.md", "link: flytte.md"))
    assert (problem.path, problem.position, problem.values["target"]) == (
        path,
        Position(9, 11),
        "content/no/flytte.md",
    )


def test_a_door_to_a_broken_page_is_no_second_problem(check: Check) -> None:
    """The door is not blamed for the page behind it."""
    problems = check({"content/sv/move.md": "Hej\n", "content/data/questions/tickets.yml": None})
    assert {problem.path for problem in problems} == {"content/sv/move.md"}


def test_a_scene_must_have_been_drawn(check: Check, edited: Edited) -> None:
    """The picture above a page exists."""
    path = "content/sv/move.md"
    assert check(edited(path, "scene: station", "scene: harbour")) == [
        Problem(path, Position(5, 8), "P213", {"value": "scenes/harbour.svg", "hint": Phrase("NO_HINT")})
    ]


def test_two_pages_never_share_an_address(check: Check, edited: Edited) -> None:
    """Two words that became one in the table of addresses are told for both languages."""
    path = "content/data/addresses.yml"
    found = check(edited(path, "move: {sv: flytta, no: flytte}", "move: {sv: om, no: om}"))
    assert found == [
        Problem(
            f"content/{code}/move.md",
            Position(),
            "P215",
            {"value": f"/{prefix}om/", "other": f"content/{code}/about.md"},
        )
        for code, prefix in (("no", "no/"), ("sv", ""))
    ]


def test_an_address_that_leads_out_of_the_site_is_told(check: Check, edited: Edited) -> None:
    """A public word is a word, so that no page can land outside its place."""
    path = "content/data/addresses.yml"
    found = check(edited(path, "move: {sv: flytta, no: flytte}", 'move: {sv: "../../x", no: "två ord"}'))
    assert [(p.path, p.position, p.code) for p in found if p.code == "D103"] == [
        (path, Position(14, 12), "D103"),
        (path, Position(14, 27), "D103"),
    ]


@pytest.mark.parametrize("sort", ["text", "long", "date", "choice"])
def test_a_template_may_have_blanks(check: Check, edited: Edited, sort: str) -> None:
    """Each sort of blank can be written in a template."""
    assert check(edited(TEMPLATE, "[Namn](field:text)", f"[Namn](field:{sort})")) == []


def test_a_template_without_its_record_is_told_once(check: Check) -> None:
    """Where the record is gone, the text is told which it lacks, and not each of its blanks that it has any."""
    name = PurePosixPath(TEMPLATE).stem
    found = [p for p in check({f"content/data/templates/{name}.yml": None}) if p.path == TEMPLATE]
    hint = Phrase("LACKS_RECORD", {"file": f"content/data/templates/{name}.yml"})
    assert [(p.code, p.values) for p in found if p.code != "L301"] == [("P207", {"hint": hint})]


@pytest.mark.parametrize(
    ("link", "code", "hint"),
    [
        ("employers", "P211", Phrase("DID_YOU_MEAN", {"word": "employers/index.md"})),
        ("nowhere.md", "P211", Phrase("CHECK_NAME")),
        ("#here%20", "P212", Phrase("DID_YOU_MEAN", {"word": "here"})),
        ("#xyz", "P212", Phrase("NO_HINT")),
    ],
)
def test_what_a_link_means_is_asked(
    check: Check, tree: dict[str, bytes], link: str, code: str, hint: Phrase
) -> None:
    """A folder stands for its first page, and a space in the name of a place is none of it."""
    path = "content/sv/contacts.md"
    text = f"{tree[path].decode()}\n## Just här {{#here}}\n\n[Dit]({link}).\n"
    assert [p.values["hint"] for p in check({path: text}) if p.code == code] == [hint]


def test_a_blank_of_an_unknown_sort_is_told(check: Check, edited: Edited) -> None:
    """The writer learns which sorts there are, before a reader meets a blank that takes nothing."""
    values = {"value": "field:colour", "known": "text, long, date, choice"}
    found = check(edited(TEMPLATE, "[Namn](field:text)", "[Namn](field:colour)"))
    assert found == [Problem(TEMPLATE, Position(5, 1), "P221", values)]


def test_a_template_may_have_words_in_another_language(check: Check, edited: Edited) -> None:
    """A translation says a language that we know; a name of one in words is told."""
    assert check(edited(TEMPLATE, "[Namn](field:text)", "[Namn](field:text) [Name](lang:en)")) == []
    found = check(edited(TEMPLATE, "[Namn](field:text)", "[Namn](field:text) [Name](lang:english)"))
    values = {"value": "lang:english", "known": "sv, no, en"}
    assert found == [Problem(TEMPLATE, Position(5, 1), "P240", values)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](http://exempelby.example)", [(1, "P250", {"value": "http://exempelby.example"})]),
        (
            "[a](https://exempelby.example@nowhere.example/)",
            [
                (
                    1,
                    "P251",
                    {"value": "https://exempelby.example@nowhere.example/", "host": "nowhere.example"},
                )
            ],
        ),
        (
            "[Se exempelby.example](https://exempelby.example.nowhere.example)",
            [(1, "P252", {"named": "exempelby.example", "host": "exempelby.example.nowhere.example"})],
        ),
        (
            "[exempelby.example](https://xn--exmpelby-26g.example)",
            [
                (1, "P252", {"named": "exempelby.example", "host": "ex\u0430mpelby.example"}),
                (1, "P253", {"host": "ex\u0430mpelby.example"}),
            ],
        ),
        ("[a](https:)", [(1, "P210", {"value": "https:"})]),
    ],
)
def test_a_website_is_the_one_that_a_reader_thinks_it_is(
    faults: Faults, text: str, expected: list[tuple[int, str, Any]]
) -> None:
    """A link that anybody on the way could change, or whose host hides behind another, is told."""
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("page", "link", "word"),
    [
        ("live/index.md", "move.md", "../move.md"),
        ("live/index.md", "../moove.md", "../move.md"),
        ("about.md", "flytta.md", "move.md"),
        ("live/index.md", "../tjanster/exempellots.md", "../services/exempellots.md"),
        ("live/index.md", "../moev.md#pack", "../move.md#pack"),
        ("about.md", "municipalties/index.md", "municipalities/index.md"),
    ],
)
def test_a_link_is_suggested_as_this_page_writes_it(
    check: Check, tree: dict[str, bytes], page: str, link: str, word: str
) -> None:
    """Who copies the suggestion has a link that works, also who wrote a word of the public address."""
    path = f"content/sv/{page}"
    [found] = [p for p in check({path: tree[path] + f"\n[Dit]({link}).\n".encode()}) if p.code == "P211"]
    assert found.values["hint"] == Phrase("DID_YOU_MEAN", {"word": word})


def test_of_several_pages_with_a_name_none_is_suggested(check: Check, tree: dict[str, bytes]) -> None:
    """Whose folder is not written could mean the place or the visit to it."""
    own, page = "content/sv/about.md", tree["content/sv/live/index.md"]
    twice = {f"content/sv/{folder}/stad.md": page for folder in ("live", "work")}
    twice["content/sv/zzz.md"] = page
    problems = check({**twice, own: tree[own] + b"\n[Dit](stad.md).\n"})
    assert [p.values["hint"] for p in problems if p.code == "P211"] == [Phrase("CHECK_NAME")]


def test_a_picture_is_suggested_as_every_page_may_write_it(check: Check, tree: dict[str, bytes]) -> None:
    """The command that takes a photograph in, and a page in another folder, mean the same file; its words are not asked for."""
    path = "content/sv/live/index.md"
    found = check({path: tree[path] + b"\n![](../media/pictures/brygga.webp)\n"})
    assert [(p.code, p.values["hint"]) for p in found] == [
        ("P213", Phrase("USE_MEDIA", {"path": "/media/pictures/brygga.jpg"}))
    ]
