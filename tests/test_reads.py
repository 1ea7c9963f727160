"""Values that are made once."""

from concurrent.futures import ThreadPoolExecutor

from campaign.reads import Once


def test_a_value_is_made_when_it_is_asked_for_and_once() -> None:
    """However many outputs need a value, and on however many threads, it is made a single time."""
    made: list[int] = []
    value = Once(lambda: made.append(1) or len(made))
    before = list(made)
    with ThreadPoolExecutor(8) as pool:
        values = set(pool.map(lambda _: value(), range(40)))
    assert (before, values, made) == ([], {1}, [1])
