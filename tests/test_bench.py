"""The benchmark's content, and what it tells of its runs; the runs themselves are no test."""

import pstats
from pathlib import Path

import bench
import bench_sites
from bench import Cost
from bench_goals import REAL, Results, goals_of
from bench_preview import Seen
from bench_profile import shares_of
from bench_report import load_reasons, render_report
from campaign.checks import check_tree
from campaign.files import load_tree

ALL_RUNS = (bench.OURS, bench.EDITED, bench.INDEX, bench.MATERIAL, bench.ELEVENTY, bench.HUGO)


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
    rendered = render_report(Results({100: runs}), {}).splitlines()
    row = next(line for line in rendered if line.startswith(f"| {bench.OURS}"))
    assert (
        row
        == f"| {bench.OURS} | 1.50 (1.00–2.00) | 2.00 (1.00–3.00) | 20 (10–30) | 0.0 | 0.375 (0.250–0.500) | 0.425 (0.250–0.600) |"
    )


FOUND = Results(
    sizes={
        500: {
            bench.OURS: [Cost(1, 1, 10)],
            bench.EDITED: [Cost(0.6, 1, 10)],
            bench.MATERIAL: [Cost(10, 9, 40)],
        }
    },
    project={"check, cold": [Cost(2, 2, 9)]},
    saves={(REAL, "text"): [Seen(40, 60, 80, 100), Seen(50, 80, 90, 150)]},
    profiles={
        bench.EDITED: {"loading modules": 0.6, "campaign/checks": 0.4},
        bench.SAVED: {"campaign/reading": 1.0},
    },
)
# Of a goal that is reached there is one too, as there is when somebody has just reached it.
REASONS = {"one edited": "Modules are loaded.", "saved text": "The browser takes its time."}


def part(rows: str, title: str) -> list[str]:
    """The lines of a part of the report that say something."""
    return [line for line in rows.partition(f"## {title}\n")[2].partition("\n## ")[0].splitlines() if line]


def test_each_goal_is_told_with_what_was_measured() -> None:
    """A goal that was not reached stands with its figure, and one that was not measured does not stand."""
    assert part(render_report(FOUND, {}), "Goals")[2:] == [
        "| 500 pages, seconds beside Material | 0.120 | 0.100 | yes |",
        "| 500 pages, one edited, seconds | 0.50 | 0.60 | **no** |",
        "| the real site, check, cold, seconds | 1.00 | 2.00 | **no** |",
        "| a saved text is seen, the real site, ms | 200 | 125 | yes |",
    ]


def test_what_is_not_reached_stands_with_its_figure_its_profile_and_the_reason() -> None:
    """What is reached carries no excuse, also where one was once written; what nobody has explained says so."""
    rendered = render_report(FOUND, REASONS)
    assert part(rendered, "What is not reached") == [
        "* 500 pages, one edited, seconds: 0.60, goal 0.50. Profile: this project, one page edited. Why: Modules are loaded.",
        "* the real site, check, cold, seconds: 2.00, goal 1.00. Profile: check, cold. Why: nobody has said why yet.",
    ]
    assert part(rendered, "Where it goes")[1:] == [
        "| profile | share |",
        "| --- | --- |",
        "| this project, one page edited | loading modules 60%, campaign/checks 40% |",
    ]


def test_a_save_is_told_step_by_step() -> None:
    """Whoever makes the preview faster sees whether the server or the browser takes the time."""
    assert part(render_report(FOUND, {}), "From a save to the page")[-1] == (
        "| the real site | text | 2 | 45 | 70 | 85 | 125 (100–150) |"
    )


def test_every_reason_is_of_a_goal() -> None:
    """A goal that got another name does not lose its reason unseen."""
    sizes = {count: {name: [Cost(1, 1, 1)] for name in ALL_RUNS} for count in (500, 2000, 10000)}
    project = {
        name: [Cost(1, 1, 1)] for name in ("check, cold", "check, nothing edited", "build, one text edited")
    }
    saves = {
        (place, what): [Seen(1, 1, 1, 1)]
        for place in (REAL, "2000 pages a language")
        for what in ("text", "record", "template", "label")
    }
    names = [goal.what for goal in goals_of(Results(sizes, project, saves))]
    assert [reason for reason in load_reasons() if not any(reason in name for name in names)] == []


def function(file: str, name: str, own: float, **callers: float) -> tuple[object, object]:
    """A function as `pstats` keeps it, called once, with the seconds that it took for each caller."""
    called = {(caller, 1, "f"): (1, 1, seconds, seconds) for caller, seconds in callers.items()}
    return (file, 1, name), (1, 1, own, own, called)


def test_a_profile_tells_shares_of_own_time_by_part_of_the_program() -> None:
    """What is written in C counts for who calls it, and what runs once when a module is loaded counts as loading."""
    stats = pstats.Stats()
    stats.stats = dict(  # type: ignore[attr-defined]
        [
            function("/x/scripts/campaign/checks/prose.py", "check", 2.0),
            function("/x/scripts/campaign/reading.py", "<module>", 1.0),
            function("/x/.venv/lib/python3/site-packages/yaml/reader.py", "read", 3.0),
            function("~", "<built-in>", 4.0, **{"/x/scripts/campaign/checks/prose.py": 4.0}),
        ]
    )
    assert shares_of(stats) == {"campaign/checks": 0.6, "yaml": 0.3, "loading modules": 0.1}
