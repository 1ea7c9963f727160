"""What is read is noted, and what is made is made once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from campaign.reads import Once, RecordedMapping, record_read, recording

FRUIT = RecordedMapping({"apple": 1, "pear": 2}, lambda name: f"fruit/{name}", "fruit/")


@pytest.mark.parametrize(
    ("read", "noted"),
    [
        (lambda: FRUIT["apple"], {"fruit/apple"}),
        (lambda: FRUIT.get("plum"), {"fruit/plum"}),
        (lambda: "plum" in FRUIT, {"fruit/plum"}),
        (lambda: len(FRUIT), {"fruit/"}),
        (lambda: list(FRUIT), {"fruit/"}),
        (lambda: list(FRUIT.values()), {"fruit/", "fruit/apple", "fruit/pear"}),
        (lambda: dict(FRUIT.items()), {"fruit/", "fruit/apple", "fruit/pear"}),
    ],
    ids=["one", "one that is missing", "whether it is there", "how many", "which", "values", "items"],
)
def test_what_is_read_is_noted(read: object, noted: set[str]) -> None:
    """Also who finds nothing has read, for another answer would have come of something there."""
    with recording() as found:
        read()  # type: ignore[operator]
    assert found == noted


def test_what_is_read_within_is_not_the_business_of_who_is_around() -> None:
    """An inner record keeps what it saw to itself, and the outer one goes on afterwards."""
    with recording() as outer:
        record_read("before")
        with recording() as inner:
            record_read("within")
        record_read("after")
    assert (outer, inner) == ({"before", "after"}, {"within"})


def test_without_a_record_nothing_happens() -> None:
    """Reading outside of a build costs nothing and fails nobody."""
    assert (record_read("nobody"), FRUIT["pear"]) == (None, 2)


def test_a_value_is_made_when_it_is_asked_for_and_once() -> None:
    """However many outputs need a value, and on however many threads, it is made a single time."""
    made: list[int] = []
    value = Once(lambda: made.append(1) or len(made))
    before = list(made)
    with ThreadPoolExecutor(8) as pool:
        values = set(pool.map(lambda _: value(), range(40)))
    assert (before, values, made) == ([], {1}, [1])


def test_who_asks_second_has_read_the_same() -> None:
    """What a shared value was made of goes into everything that uses it."""
    value = Once(lambda: FRUIT["apple"])
    records = []
    for _ in range(2):
        with recording() as found:
            value()
        records.append(found)
    assert records == [{"fruit/apple"}] * 2
