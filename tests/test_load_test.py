"""What is told of a server's pace; the measuring itself is no test."""

from load_test import LEAST, Answered, report


def test_an_address_is_told_beside_the_bare_file() -> None:
    """Both ratios say how much of nginx's own pace is left: by the clock, and by its share of the processor."""
    found = {LEAST: Answered(1000, 1, 0.01), "/": Answered(400, 1, 0.005) + Answered(400, 1, 0.005, 1)}
    assert report(found).splitlines()[2:] == [
        f"| {LEAST} | 1000 | 1000 | 1.00 | 10.0 | 1.00 | 0 |",
        "| / | 800 | 400 | 0.40 | 12.5 | 0.80 | 1 |",
    ]
