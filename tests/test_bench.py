"""The benchmark's content, and what it tells of its runs; the runs themselves are no test."""

from pathlib import Path

import bench
import bench_sites
from bench import Cost
from bench_report import REAL, Results, render_report
from campaign.checks import check_tree
from campaign.files import load_tree


def test_everybody_measures_the_same_words() -> None:
    """The same page says the same whenever it is made, and another page says something else."""
    assert bench_sites.text("sv", 3, 10) == bench_sites.text("sv", 3, 10) != bench_sites.text("sv", 4, 10)


def test_our_content_has_no_problems(tmp_path: Path) -> None:
    """What is measured is a whole build of content that no check has a word about, for what has is looked at again each time."""
    bench_sites.lay_out_ours(tmp_path, 20)
    tree = load_tree(tmp_path)
    assert (check_tree(tree)[2], sum("/bench/" in path for path in tree)) == ([], 40)


def test_a_report_has_the_median_with_its_spread_and_the_ratio_of_each_round() -> None:
    """Who compares two builders compares runs of the same minute."""
    runs = {bench.OURS: [Cost(1, 1, 10), Cost(3, 2, 30)], "Material": [Cost(4, 4, 40), Cost(5, 4, 50)]}
    told = render_report(Results({100: runs})).splitlines()
    row = next(line for line in told if line.startswith(f"| {bench.OURS}"))
    assert (
        row
        == f"| {bench.OURS} | 1.50 (1.00–2.00) | 2.00 (1.00–3.00) | 20 (10–30) | 0.0 | 0.375 (0.250–0.500) | 0.425 (0.250–0.600) |"
    )


def test_each_goal_is_told_with_what_was_measured() -> None:
    """A goal that was not reached stands with its figure, and one that was not measured does not stand."""
    runs = {bench.OURS: [Cost(1, 1, 10)], bench.EDITED: [Cost(0.6, 1, 10)], bench.MATERIAL: [Cost(10, 9, 40)]}
    told = render_report(
        Results({500: runs}, {"check, cold": [Cost(2, 2, 9)]}, {(REAL, "text"): [100.0, 150.0]})
    )
    goals = told.partition("| --- | ---: | ---: | --- |\n")[2].partition("\n\n")[0]
    assert goals.splitlines() == [
        "| 500 pages, seconds beside Material | 0.120 | 0.100 | yes |",
        "| 500 pages, one edited, seconds | 0.50 | 0.60 | no |",
        "| the real site, check, cold, seconds | 1.00 | 2.00 | no |",
        "| a saved text is seen, the real site, ms | 200 | 125 | yes |",
    ]
