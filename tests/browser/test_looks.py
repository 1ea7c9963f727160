"""Which pages axe sees in every look."""

from lxml import html

from browser.looks import LOOKS, ONE_LOOK, looks_of, state_of


def state(body: str) -> frozenset[str]:
    """The state of a page with this body."""
    return state_of(html.document_fromstring(f'<body class="layout-page">{body}</body>'))


def test_what_a_style_sheet_can_dress_is_a_state() -> None:
    """Another element or class makes another state; other words, order or number do not."""
    same = {
        state('<p class="a b">Ett</p><p>Två</p>'),
        state('<p>2</p><p>3</p><p class="b a">1</p><!-- x -->'),
    }
    others = {state('<p class="a">Ett</p>'), state('<p class="a b">Ett</p><h2>Två</h2>')}
    assert (len(same), len(same | others)) == (1, 3)


def test_the_first_page_of_a_state_is_seen_in_every_look() -> None:
    """Each state is seen light and dark, on a phone and a desk, and every page at least once."""
    states = {"/": frozenset("a"), "/b/": frozenset("b"), "/c/": frozenset("a"), "/d/": frozenset("b")}
    assert looks_of(states) == {"/": LOOKS, "/b/": LOOKS, "/c/": ONE_LOOK, "/d/": ONE_LOOK}
    assert looks_of(states, everything=True) == dict.fromkeys(states, LOOKS)


def test_a_page_that_has_less_than_another_is_no_state() -> None:
    """What is dressed on a page by some of another's rules is seen there."""
    states = {"/": frozenset("ab"), "/b/": frozenset("abc"), "/c/": frozenset("ad")}
    assert looks_of(states) == {"/": ONE_LOOK, "/b/": LOOKS, "/c/": LOOKS}


def test_looks_are_two_schemes_on_two_windows() -> None:
    """One look is one of the four."""
    assert (len(LOOKS), len(set(LOOKS)), set(ONE_LOOK) < set(LOOKS)) == (4, 4, True)
