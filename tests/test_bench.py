"""The benchmark's content, and what it tells of its runs; the runs themselves are no test."""

from pathlib import Path

import bench
import bench_layouts
from bench import Cost
from campaign.checks import check_tree
from campaign.files import load_tree
from campaign.problems import errors


def test_everybody_measures_the_same_words() -> None:
    """The same page says the same whenever it is made, and another page says something else."""
    assert (
        bench_layouts.text("sv", 3, 10) == bench_layouts.text("sv", 3, 10) != bench_layouts.text("sv", 4, 10)
    )


def test_our_content_has_no_errors(tmp_path: Path) -> None:
    """What is measured is a whole build of content without errors, checks included."""
    bench_layouts.lay_out_ours(tmp_path, 3)
    tree = load_tree(tmp_path)
    assert (errors(check_tree(tree)[2]), sum("/bench/" in path for path in tree)) == ([], 6)


def test_a_report_has_the_median_with_its_spread_and_the_ratio_of_each_round() -> None:
    """Who compares two builders compares runs of the same minute."""
    runs = {bench.OURS: [Cost(1, 1, 10), Cost(3, 2, 30)], "Material": [Cost(4, 4, 40), Cost(5, 4, 50)]}
    row = next(line for line in bench.report({100: runs}).splitlines() if line.startswith(f"| {bench.OURS}"))
    assert (
        row
        == f"| {bench.OURS} | 1.50 (1.00–2.00) | 2.00 (1.00–3.00) | 20 (10–30) | 0.0 | 0.375 (0.250–0.500) | 0.425 (0.250–0.600) |"
    )
