"""Which pages axe sees in every look."""

from lxml import html

from looks import LOOKS, ONE_LOOK, cover, looks_of, state_of


def state(body: str, layout: str = "page") -> frozenset[str]:
    """The state of a page with this body."""
    return state_of(html.document_fromstring(f'<body class="layout-{layout}">{body}</body>'))


def test_what_a_style_sheet_can_dress_is_a_state() -> None:
    """Another element, class or layout makes another state; other words, order or number do not."""
    same = {
        state('<p class="a b">Ett</p><p>Två</p>'),
        state('<p>2</p><p>3</p><p class="b a">1</p><!-- x -->'),
    }
    others = {
        state('<p class="a">Ett</p>'),
        state('<p class="a b">Ett</p><h2>Två</h2>'),
        state('<p class="a b">Ett</p>', "list"),
    }
    assert (len(same), len(same | others)) == (1, 4)


def test_the_pages_that_hold_all_parts_are_seen_in_every_look() -> None:
    """Each part is seen light and dark, on a phone and a desk, and every page at least once."""
    states = {"/": frozenset("a"), "/b/": frozenset("b"), "/c/": frozenset("a"), "/d/": frozenset("b")}
    assert looks_of(states) == {"/": LOOKS, "/b/": LOOKS, "/c/": ONE_LOOK, "/d/": ONE_LOOK}
    assert looks_of(states, everything=True) == dict.fromkeys(states, LOOKS)


def test_few_pages_hold_all_parts() -> None:
    """The page that adds most is chosen first, and none whose parts are seen on others."""
    states = {"/": frozenset("ab"), "/b/": frozenset("abc"), "/c/": frozenset("ad"), "/d/": frozenset("cd")}
    assert list(cover(states)) == ["/b/", "/c/"]


def test_looks_are_two_schemes_on_two_windows() -> None:
    """One look is one of the four."""
    assert (len(LOOKS), len(set(LOOKS)), set(ONE_LOOK) < set(LOOKS)) == (4, 4, True)
