"""The commands that tell of the content: what is wrong with it, what wants an eye, and which links out of it are dead."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

import environment
from campaign.files import load_snapshot, load_tree, write_file
from cli import LANGUAGE, PATHS, Arguments, command, language, message, named_files
from environment import ROOT
from site_steps import CACHE, say_checking

if TYPE_CHECKING:
    from collections.abc import Collection

    from campaign.problems import Problem

# How `check` says its problems: to a person, a program, and on the lines of a change on GitHub, Forgejo and GitLab.
FORMATS = ("text", "json", "github", "gitlab")


@command(
    LANGUAGE,
    PATHS,
    click.option(
        "--format",
        type=click.Choice(FORMATS),
        default="text",
        help="For a person, for a program, or on the lines of a change on a Git host.",
    ),
    click.option(
        "--since",
        metavar="REVISION",
        help="Also what a colleague would ask about the lines that are new since this revision of Git, such as main.",
    ),
    click.option("--root", type=Path, default=ROOT, hidden=True),
)
def check(arguments: Arguments) -> int:
    """Say everything that is wrong with the content, or only what files and folders named concern: they, and what names them."""
    root = arguments.root.resolve()
    among = named_files(root, load_tree(root), arguments.paths) if arguments.paths else None
    _say_to_a_person(arguments)
    from campaign import annotations
    from campaign.problems import errors, in_order, render_json, render_text

    asked = _asked(root, arguments.since) if arguments.since else ()
    asked = [problem for problem in asked if among is None or problem.path in among]
    problems = in_order([*_problems(root, among), *asked])
    renders = (render_text, render_json, annotations.render_github, annotations.render_gitlab)
    click.echo(dict(zip(FORMATS, renders, strict=True))[arguments.format](problems, language(arguments)))
    return 1 if errors(problems) else 0


def _say_to_a_person(arguments: Arguments) -> None:
    """Say what is done, before anything slow is loaded; a program that reads both streams gets its data alone."""
    if arguments.format == "text":
        say_checking(arguments)


def _asked(root: Path, revision: str) -> "list[Problem]":
    """What only a change is asked: spelling, compounds, values of another size."""
    from campaign.changed import Changed, check_changed
    from campaign.content import load_content
    from git_history import load_before
    from spelling import misspelt

    tree = load_tree(root)
    return list(check_changed(Changed(load_content(tree)[0], load_before(root, revision), tree), misspelt))


def _problems(root: Path, asked: "Collection[str] | None") -> "list[Problem]":
    """What is wrong with a project, or with what the files asked about concern.

    Nothing is looked at if nothing was wrong and nothing is another.
    """
    from campaign.cache import CHECKS, Store

    snapshot, today = load_snapshot(root, ROOT), environment.today()
    sound, store = f"{snapshot.state(today)}.sound", Store(CACHE / CHECKS)
    if root == ROOT and store.get(sound) is not None:
        return []
    from campaign.cached_checks import check_project
    from campaign.templates import load_templates

    *_, problems = check_project(snapshot, load_templates(ROOT / "overrides"), today, CACHE, asked)
    if root == ROOT and asked is None and not problems:
        store.put(sound, b"")
    return problems


@command(
    LANGUAGE,
    click.option(
        "--format",
        type=click.Choice(FORMATS[:2]),
        default="text",
        help="For a person, or for a program.",
    ),
    click.option("--all", is_flag=True, help="Every line, not only the worst twenty."),
    click.option("--owner", metavar="PLACE", help="Only what this municipality or region knows of."),
    click.option("--root", type=Path, default=ROOT, hidden=True),
)
def status(arguments: Arguments) -> int:
    """Tell what wants an eye, the worst first: what runs out, old figures, translations behind, open questions."""
    _say_to_a_person(arguments)
    from campaign.cached_checks import check_project
    from campaign.notices import render_status, render_status_json
    from campaign.owners import place_called
    from campaign.status import SOON, build_status
    from campaign.status_context import StatusContext
    from campaign.templates import load_templates
    from git_history import load_changes

    root, today = arguments.root.resolve(), environment.today()
    snapshot, templates = load_snapshot(root, ROOT), load_templates(ROOT / "overrides")
    content, _, problems = check_project(snapshot, templates, today, root / ".cache")
    owner = place_called(content, arguments.owner) if arguments.owner else None
    warnings = [problem for problem in problems if problem.severity != "error"]
    soon = environment.today(days_ahead=SOON)
    notices = build_status(
        StatusContext(content, today, soon, language(arguments), warnings, load_changes(root))
    )
    if owner:
        notices = [notice for notice in notices if notice.owner == owner]
    if arguments.format == "json":
        click.echo(render_status_json(notices))
    else:
        click.echo(render_status(notices, language(arguments), whole=arguments.all))
    return 0


@command(
    LANGUAGE,
    click.option("--all", is_flag=True, help="Ask also those that answered within the last month."),
    click.option("--most", type=int, help="Ask so many and stop; the next run goes on from there."),
    click.option("--root", type=Path, default=ROOT, hidden=True),
    click.option("--pause", type=float, hidden=True),
)
def links(arguments: Arguments) -> int:
    """Ask every address that content leads to, slowly, and write down which are dead; stopped, it goes on next time."""
    from campaign.content import load_content
    from campaign.external_links import WATCH, addresses_of, due, render_watch, watched
    from link_check import PAUSE, Asker, asked, load_answers

    root, today, kept = arguments.root.resolve(), environment.today(), arguments.root / ".cache/links.json"
    content, _ = load_content(load_tree(root))
    addresses, answers = addresses_of(content), load_answers(kept)
    left = due(addresses, {} if arguments.all else answers, today)
    ask = Asker(content.configuration.site_url, PAUSE if arguments.pause is None else arguments.pause)
    turn = left[: arguments.most]
    with click.progressbar(length=len(turn), label=message(arguments, "ASKING")) as bar:
        for known in asked(turn, answers, ask.status, today, kept):
            answers = dict(known)
            bar.update(1)
    if len(turn) == len(left):
        watch = watched(content.link_watch, addresses, answers, today)
        write_file(root / WATCH, render_watch(watch).encode())
        click.echo(message(arguments, "LINKS_ASKED", count=len(watch.findings), all=len(addresses)))
    else:
        click.echo(message(arguments, "LINKS_LEFT", count=len(left) - len(turn)))
    return 0
