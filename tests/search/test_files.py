"""The files that a browser loads."""

import json

from campaign.search.files import (
    chunk_size,
    continuations,
    leaf_count,
    render_chunk,
    render_leaves,
    render_line,
    render_vocabulary,
)
from campaign.search.parts import Section, part_of, render_part
from campaign.search.terms import Indexed, Place, Term

TERMS = {
    "ån": Term("ån", places={0: Place(60)}),
    "bad": Term("badet", places={2: Place(1.0, 3), 3: Place(0.0), 7: Place(60, 1)}),
    ">by": Term("byn", places={1: Place(5)}),
    "tom": Term("tom", places={0: Place(0.001)}),
}


def test_a_term_is_a_line_with_its_pages() -> None:
    """Steps between pages, a letter for the weight and one for the section; what weighs nothing is left out."""
    lines = {one: render_line(one, term) for one, term in TERMS.items()}
    starts, leaves = render_leaves(lines, 2)
    assert (starts, [leaf.decode() for leaf in leaves]) == (
        ["an", "by"],
        ["ån\t\tzA\nbad\tbadet\t2JD4zB\n", ">by\tbyn\t1WA\n"],
    )


def test_leaves_without_a_term_begin_after_all_others() -> None:
    """A small site has leaves to spare, and no word is looked for there."""
    starts, leaves = render_leaves({"bad": render_line("bad", Term("bad", places={0: Place(9)}))}, 3)
    assert (starts, [bool(leaf) for leaf in leaves]) == (["bad", "\uf8ff", "\uf8ff"], [True, False, False])


def test_the_vocabulary_tells_what_is_in_leaves_that_nobody_has_loaded() -> None:
    """Every stem once, in the order of its letters without marks; a direction is no word that anybody misspells."""
    assert render_vocabulary(["ån", "bad", "an", ">by", "<by", "ört"]).decode() == "\nan\nbad\nort\n"


def test_a_browser_knows_how_terms_go_on_after_a_small_word() -> None:
    """»På gång« may be written as two words and »på mig« is none, so no leaf is asked for it; a direction is no such term."""
    assert continuations(["pågå", "pågick", "påse", "på", "påö", ">pår"], ["på", "mig"]) == {
        "pa": "ga gi se",
        "mig": "",
    }


def test_what_is_shown_of_a_page_stands_in_its_chunk() -> None:
    """A result needs no page to be loaded."""
    pages = [
        Indexed(
            f"{n}/",
            f"Sida {n}",
            "",
            "Om.",
            "Sidor",
            "By",
            "2011",
            *((),) * 4,
            1,
            {},
            render_part(part_of([Section("", ""), Section("x", "X")], "sv")),
        )
        for n in range(2)
    ]
    chunk = json.loads(render_chunk(pages, ["Platser", "Sidor"]))
    assert chunk == [[f"{n}/", f"Sida {n}", "Om.", 1, "By", "2011", [["x", "X"]]] for n in range(2)]


def test_files_grow_with_the_root_of_the_site() -> None:
    """At ten thousand pages a browser still loads small files, and there are not too many."""
    assert [(leaf_count(n), chunk_size(n)) for n in (1, 150, 10_000)] == [(4, 1), (49, 13), (400, 100)]
