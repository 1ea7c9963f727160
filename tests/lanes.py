"""Lanes: a test's module says which it runs in, and every run says what it left to another.

A lane is a marker; `environment.LANES` lists them with what they need. A test without one is a unit test: it needs no
browser, no program of the system and no built site.
"""

import gc
import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from environment import FEW_COLLECTIONS, LANES

# What one process makes for all; the others do not stand and wait for it, but take tests that need nothing of it.
ALONE = {
    "project",
    "project_again",
    "specimen",
    "form_web",
    "tools_web",
    "spoken",
    "verdicts",
    "returned",
    "printed",
}
# What all who want it divide among themselves.
COSTLY = {*ALONE, "visits", "compared", "structures", "answered"}
# Modules outside the unit lane that make something for their own tests alone: these are not divided either.
WHOLE = {
    f"tests/{name}.py"
    for name in (
        "test_publishing",
        "test_hostile",
        "test_real_content",
        "test_torture",
        "browser/test_preview",
        "browser/test_planted",
    )
}
# The lanes as they begin: first what needs no site, while one process builds it, then what takes long, and three thousand
# short tests last, so that no process stands idle in the end.
TURNS = ("content", "books", "browser", "site", "store", "engines", "admin", "unit")
# Other engines build the staged tree; Node joins the web editor.
APART = ("engines", "admin")
LEFT = pytest.StashKey[Counter[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The whole of what is otherwise looked at by a choice that stands for it."""
    parser.addoption("--everything", action="store_true", help="every page in every look, and every PDF")


def pytest_configure(config: pytest.Config) -> None:
    """A marker for each lane; and rubbish is looked for as seldom as in a build."""
    gc.set_threshold(*FEW_COLLECTIONS)
    for lane in LANES:
        config.addinivalue_line("markers", f"{lane}: runs with `make.py test {lane}`")
    config.addinivalue_line("markers", "everything(what): runs with --everything only, else `what` is left")
    config.stash[LEFT] = Counter()


def lane_of(item: pytest.Item) -> str:
    """The lane that a test, or its module, names."""
    return next((mark.name for mark in item.iter_markers() if mark.name in LANES), "unit")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Before pytest chooses by marker, each test has its lane; afterwards they come in turn."""
    for item in items:
        lane = lane_of(item)
        item.add_marker(lane)
        item.user_properties.append(("lane", lane))
        deep = item.get_closest_marker("everything")
        if deep and not item.config.getoption("--everything"):
            item.add_marker(pytest.mark.skip("left to --everything"))
            item.user_properties.append(("left", deep.args[0]))
    yield
    _leave_apart(items)
    items.sort(key=lambda item: TURNS.index(lane_of(item)))
    turns = dict(_turns(items))
    items.sort(key=turns.__getitem__)


def _leave_apart(items: list[pytest.Item]) -> None:
    """What fetches packages of other worlds runs only where somebody names its lane, or wants everything."""
    config = items[0].config if items else None
    if config is None or config.getoption("--everything"):
        return
    apart = {lane for lane in APART if lane not in config.getoption("-m")}
    left = [item for item in items if lane_of(item) in apart]
    items[:] = [item for item in items if lane_of(item) not in apart]
    if left:
        config.hook.pytest_deselected(items=left)


def _turns(items: list[pytest.Item]) -> Iterator[tuple[pytest.Item, tuple[bool, int, bool]]]:
    """The first test that builds the real site, then lane by lane, those first that begin something costly.

    What another process has just begun is not ready yet, so whoever only uses it comes with the next lane.
    """
    begun = set[str]()
    for item in items:
        wanted = COSTLY & set(getattr(item, "fixturenames", ())) if _runs(item) else set()
        begins, waits = wanted - begun, wanted & begun & ALONE - {"project"}
        begun |= begins
        yield (
            item,
            ("project" not in begins, TURNS.index(lane_of(item)) + bool(waits and not begins), not begins),
        )


def _runs(item: pytest.Item) -> bool:
    return not item.get_closest_marker("skip")


class ByModule(LoadScopeScheduling):
    """Which process runs what: a module of unit tests as a whole, so that what it makes for them is made once; others test by test."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return module if module in WHOLE or self._is_unit(module) else nodeid

    @cache  # noqa: B019 (there is one in a run)
    def _is_unit(self, module: str) -> bool:
        text = (self.config.rootpath / module).read_text(encoding="utf-8")
        return not any(f"pytest.mark.{lane}\n" in text for lane in LANES)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A process on each core, and one more where a browser draws in its own time, and whoever drives it waits."""
    return (os.cpu_count() or 1) + (config.getoption("-m") != "unit")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByModule:
    """What is at hand first is what `pytest_collection_modifyitems` has put first."""
    config.option.loadscopereorder = False
    return ByModule(config, log)


def pytest_collection_finish() -> None:
    """Modules and tests live as long as the process: nobody looks through them for rubbish."""
    gc.freeze()


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Count what somebody chose not to run."""
    items[0].config.stash[LEFT].update(map(lane_of, items))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker tells its count to the process that sums up."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left"] = dict(session.config.stash[LEFT])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Every worker has chosen from the same tests, so their counts are equal."""
    node.config.stash[LEFT] |= Counter(getattr(node, "workeroutput", {}).get("left", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what ran and what did not, above pytest's own last line."""
    stats = terminalreporter.stats
    ran = [
        pair
        for key in ("passed", "failed")
        for report in stats.get(key, ())
        for pair in report.user_properties
    ]
    skipped = [pair for report in stats.get("skipped", ()) for pair in report.user_properties]
    for title, counts in (
        ("ran", Counter(value for name, value in ran if name == "lane")),
        ("not run", config.stash[LEFT]),
    ):
        parts = [f"{lane} {counts[lane]}" for lane in LANES if counts[lane]]
        terminalreporter.write_line(f"{title}: {', '.join(parts) or 'nothing'}")
    for name, value in [*ran, *skipped]:
        if name == "left":
            terminalreporter.write_line(f"left to --everything: {value}")
