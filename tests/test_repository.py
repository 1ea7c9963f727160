"""What stands around the code: workflows, hooks, and what the handbook names."""

import ast
import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

import auditing  # noqa: F401 (declares its commands)
import checking  # noqa: F401 (declares its commands)
import commands  # noqa: F401 (declares its commands)
import editorial  # noqa: F401 (declares its commands)
import maintenance  # noqa: F401 (declares its commands)
import output_commands  # noqa: F401 (declares its commands)
import publishing  # noqa: F401 (declares its commands)
import testing  # noqa: F401 (declares its command)
import web_editor  # noqa: F401 (declares its commands)
from campaign.editing.fixes import FIXABLE
from cli import make
from conftest import ROOT

HANDBOOK = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *(ROOT / "docs").rglob("*.md"),
]
SETTINGS = [
    ".pre-commit-config.yaml",
    ".github/dependabot.yml",
    *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / ".github/workflows").glob("*.yml"))),
    *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / ".forgejo/workflows").glob("*.yml"))),
    ".gitlab/publish.yml",
    ".gitlab/test.yml",
]
WORKFLOWS = [name for name in SETTINGS if name.startswith(".github/workflows/")]
# The only one that knows a secret; it runs on what is merged already.
PUBLISHING = ".github/workflows/publish.yml"


def load(name: str) -> Any:
    """A file of settings; all its plain values are text."""
    return yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def typed() -> list[tuple[str, list[str]]]:
    """Each command line of `make.py` that a handbook shows: file, words."""
    return [
        (path.relative_to(ROOT).as_posix(), found.partition("#")[0].split())
        for path in HANDBOOK
        for found in re.findall(r"make\.py ([a-z][^`\n|]*)", path.read_text(encoding="utf-8"))
    ]


def test_commands_are_found() -> None:
    """The handbooks show how every command is typed, in one file or another."""
    assert set(make.commands) - {words[0].strip(".,:;)") for _, words in typed()} == set()


def test_every_command_that_a_handbook_shows_exists() -> None:
    """Whoever types what is written is understood: the command exists, and so do its options."""
    wrong = []
    for path, [name, *words] in typed():
        command = make.commands.get(name.strip(".,:;)»«"))
        known = {option for one in (command.params if command else ()) for option in one.opts}
        own = words[: words.index("--")] if "--" in words else words
        options = {word.partition("=")[0].strip(".,:;)") for word in own if word.startswith("--")}
        if name != "help" and (command is None or options - known - {"--help"}):
            wrong.append(f"{path}: {' '.join([name, *words])}")
    assert wrong == []


def test_every_decision_is_listed() -> None:
    """The list of decisions in the handbook has all of them, in order."""
    text = (ROOT / "docs/developers/README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| \[\d{4}\]\(\.\./decisions/([\w-]+\.md)\)", text, re.MULTILINE)
    assert listed == sorted(path.name for path in (ROOT / "docs/decisions").glob("*.md"))[1:]


def test_every_name_of_the_glossary_exists() -> None:
    """Who looks a word up finds it in the code, under that name."""
    text = (ROOT / "docs/developers/glossary.md").read_text(encoding="utf-8")
    names = re.findall(r"^\| [^|]+ \| `(\w+)` \|", text, re.MULTILINE)
    known = {name for path in (ROOT / "scripts").rglob("*.py") for name in _names(path)}
    assert (len(names) > 20, set(names) - known) == (True, set())


def _names(path: Path) -> set[str]:
    """The words that a module is made of, but for its comments and strings, and its own name."""
    found = {path.stem}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        found |= {str(getattr(node, key)) for key in ("id", "name", "attr", "arg") if hasattr(node, key)}
    return found


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_can_be_read(name: str) -> None:
    """A service that reads the file meets no fault of YAML."""
    assert isinstance(load(name), dict)


def test_all_services_run_what_the_readme_says() -> None:
    """GitHub, GitLab and Forgejo run `.ci/run`, and that runs the README's test command."""
    for host in ("github", "forgejo"):
        steps = [step.get("run") for step in load(f".{host}/workflows/test.yml")["jobs"]["test"]["steps"]]
        assert steps[-1] == ".ci/run"
    assert load(".gitlab/test.yml")["test"]["script"] == [".ci/run"]
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").endswith("\npython3 scripts/make.py test\n")


def steps(workflow: Any) -> list[Any]:
    """The steps of all jobs of a workflow."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_may_do_little(name: str) -> None:
    """A workflow reads the repository, keeps no password, and runs no action that somebody could exchange."""
    workflow = load(name)
    used = [step for step in steps(workflow) if "uses" in step]
    kept = [step["with"]["persist-credentials"] for step in used if "checkout" in step["uses"]]
    assert (workflow["permissions"], set(kept)) == ({"contents": "read"}, {"false"})
    assert [step["uses"] for step in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_outside_changes_meet_no_secret(name: str) -> None:
    """What anybody may send in runs without a key; a key is given only to what is on main, one step at a time."""
    workflow, text = load(name), (ROOT / name).read_text(encoding="utf-8")
    events = set(workflow["on"])
    assert ("secrets." in text, "pull_request_target" in events) == (name == PUBLISHING, False)
    assert name != PUBLISHING or events == {"push", "workflow_dispatch"}


@pytest.mark.parametrize("name", [name for name in SETTINGS if name.startswith(".forgejo/")])
def test_forgejo_runs_nothing_of_others(name: str) -> None:
    """Its workflows clone by themselves, so that no action is there to be exchanged, and write only where they propose or publish."""
    workflow = load(name)
    may = [job.get("permissions", {}) for job in workflow["jobs"].values()]
    assert [step for step in steps(workflow) if "uses" in step] == []
    writes = name.endswith(("watch.yml", "publish.yml"))
    granted = {right for job in may for right, how in job.items() if how == "write"}
    allowed = {"pull-requests"} if name.endswith("suggest.yml") else set()
    assert (workflow["permissions"], bool(granted) and not allowed) == ({"contents": "read"}, writes)
    assert granted <= allowed or writes
    assert set(workflow["on"]) <= {"push", "schedule", "workflow_dispatch"} or not writes


@pytest.mark.parametrize("name", [".github/workflows/preview.yml", ".forgejo/workflows/preview.yml"])
def test_a_change_is_told_its_problems_on_their_lines(name: str) -> None:
    """Before the site is built, the check speaks as the host takes it, and asks about the lines that are new."""
    [checked] = [step["run"] for step in steps(load(name)) if "make.py check" in step.get("run", "")]
    assert checked.split()[2:] == shlex.split(
        'check --language sv --format github --since "origin/$GITHUB_BASE_REF"'
    )[:-1] + ['"origin/$GITHUB_BASE_REF"']


def test_what_may_be_fixed_is_suggested_everywhere() -> None:
    """The workflows name each problem that `make.py fix` knows the answer to."""
    for name in (".github/workflows/suggest.yml", ".forgejo/workflows/suggest.yml", ".ci/suggest"):
        codes = re.findall(r"--code ([A-Z]\d+)", (ROOT / name).read_text(encoding="utf-8"))
        assert sorted(codes) == sorted(FIXABLE)


def test_an_artifact_is_what_the_pages_of_the_hosts_take() -> None:
    """GitHub and GitLab publish the folder that the target `pages` is."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    place = settings["extra"]["publish"]["artifacts"]["pages"]
    [taken] = [step for step in steps(load(PUBLISHING)) if "pages-artifact" in step.get("uses", "")]
    assert (taken["with"]["path"], load(".gitlab/publish.yml")["pages"]["artifacts"]["paths"]) == (
        place,
        [place],
    )


def test_hooks_run_what_the_project_has() -> None:
    """Each hook is local, and runs a program of the environment or a command of ours."""
    [local] = load(".pre-commit-config.yaml")["repos"]
    entries = [shlex.split(hook["entry"]) for hook in local["hooks"]]
    programs = {words[0] for words in entries}
    scripts = {words[1] for words in entries if words[0] == "python3"}
    ours = [words[2] for words in entries if words[:2] == ["python3", "scripts/make.py"]]
    assert (local["repo"], programs, ours) == ("local", {".venv/bin/ruff", "python3"}, ["check"])
    assert scripts == {"scripts/make.py", "scripts/commit_message.py"}
    assert isinstance(make.commands["check"], click.Command)
