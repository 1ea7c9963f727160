"""The commands that keep the project up: law, figures, reference, locks."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

import environment
from campaign.files import load_tree
from campaign.problems import in_order, render_text
from campaign.settings import BY_CODE, DEFAULT_LANGUAGE
from cli import LANGUAGE, Arguments, command, fail, language, message
from environment import ENGINES_LOCK, PUBLISH_LOCK, ROOT, SITE_LOCK, STORE_LOCK, TEST_LOCK
from site_steps import say_checking

if TYPE_CHECKING:
    from campaign.content import Content
    from campaign.statutes import Statute

    Lookup = Callable[[str, str], Statute | None]


@command(
    LANGUAGE,
    click.argument(
        "copies",
        nargs=-1,
        required=True,
        type=click.Path(exists=True, path_type=Path),
        help="The folders of the copies.",
    ),
    click.option("--read", multiple=True, metavar='"ACT SECTION"', help="Store a section just read."),
    click.option("--source", help="The record in data/sources that names the copy."),
    click.option("--root", type=Path, default=ROOT, hidden=True),
)
def law(arguments: Arguments) -> int:
    """Compare the law that rules cite with newer copies of the law collections, or store sections that were read."""
    from campaign.statutes import load_statutes

    lookup = load_statutes(arguments.copies, environment.today())
    if arguments.read:
        return max(_store_section(arguments, lookup, wanted) for wanted in arguments.read)
    return _watch(arguments, lookup)


def _watch(arguments: Arguments, lookup: "Lookup") -> int:
    """Say what changed, and keep it in content for the marks on pages and in books."""
    from campaign.content import load_content
    from campaign.law_watch import problems_of, render_watch, watch

    content, _ = load_content(load_tree(arguments.root))
    found = watch(content, lookup)
    path = arguments.root / "content/data/law-watch.yml"
    path.write_text(render_watch(found, environment.today()), encoding="utf-8")
    click.echo(render_text(in_order(problems_of(content, found)), language(arguments)))
    if found.unknown:
        names = ", ".join(_full_name(content, *one, language(arguments)) for one in found.unknown)
        click.echo(message(arguments, "LAW_UNSEEN", count=len(found.unknown), names=names))
    return 1 if found.findings else 0


def _full_name(content: "Content", act: str, section: str, code: str) -> str:
    """A section with the official name of its act, by which it is found elsewhere; English editors get the Swedish one."""
    names = content.acts[act].name
    return f"{names[code if code in BY_CODE else DEFAULT_LANGUAGE.code]} {section}"


def _store_section(arguments: Arguments, lookup: "Lookup", wanted: str) -> int:
    """Write a section, as the copy has it, into the record of its act, and show it."""
    from campaign.content import load_content
    from campaign.law_watch import render_act, with_sections

    slug, _, name = wanted.partition(" ")
    path = arguments.root / f"content/data/acts/{slug}.yml"
    # Read again, for the section before may be of the same act.
    act = load_content(load_tree(arguments.root))[0].acts.get(slug)
    statute = lookup(act.collection, act.number) if act else None
    if act is None or not (statute and statute.get(name)):
        return fail(message(arguments, "LAW_LACKS", name=wanted))
    sources = [section.source for section in act.sections.values()]
    source = arguments.source or (sources[-1] if sources else "")
    record = with_sections(act, statute, [name], environment.today(), source)
    path.write_text(render_act(record), encoding="utf-8")
    click.echo("\n".join([wanted, *(f"  {paragraph}" for paragraph in statute[name])]))
    return 0


@command(
    LANGUAGE,
    click.option(
        "--only", multiple=True, metavar="NAME", help="Only this place, fact, place/fact or service."
    ),
    click.option("--skip", multiple=True, metavar="NAME", help="Leave out this place, fact or service."),
    click.option(
        "--accept", multiple=True, metavar="NAME", help="Take this place/fact though its size is odd."
    ),
    click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing."),
    click.option("--at", hidden=True),
    click.option("--root", type=Path, default=ROOT, hidden=True),
)
def refresh(arguments: Arguments) -> int:
    """Ask the statistical services for the facts that carry a query; show old and new, and write what changed."""
    import figures

    only, skip, accept = arguments.only, arguments.skip, arguments.accept
    wish = figures.Wish(only, skip, accept, arguments.dry_run, arguments.at)
    return figures.refresh(arguments.root, wish, language(arguments), environment.today())


@command()
def generate(arguments: Arguments) -> int:
    """Write again what is made: docs/reference/ from models and content, the published addresses, the codes of messages.yml."""
    say_checking(arguments)
    from campaign.checks import check_tree
    from campaign.generated import render_generated
    from campaign.outputs.reference import render_codes, render_editor_settings, render_reference

    content, pages, _ = check_tree(load_tree(ROOT))
    reference = {f"docs/reference/{name}": text for name, text in render_reference(content.languages).items()}
    codes = {"scripts/campaign/codes.py": render_codes(), ".vscode/settings.json": render_editor_settings()}
    for name, text in {**reference, **codes, **render_generated(content, pages)}.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    click.echo("docs/reference/, published.yml and scripts/campaign/codes.py are up to date.")
    return 0


@command(
    click.option(
        "--pages",
        type=int,
        multiple=True,
        default=(100, 500, 2000, 10000),
        show_default=True,
        help="How many pages the sites have.",
    ),
    click.option(
        "--rounds",
        type=int,
        default=3,
        show_default=True,
        help="How often each builder runs, up to 500 pages.",
    ),
    click.option(
        "--material", type=int, default=2000, show_default=True, help="The most pages for Material."
    ),
    click.option("--profile", is_flag=True, help="Tell where the time of our build goes instead."),
    click.option("--write", is_flag=True, help="Write the results to docs/reference/speed.md."),
)
def bench(arguments: Arguments) -> int:
    """Measure builds beside the other site builders that are installed, and checks and preview of the real site."""
    import bench

    with tempfile.TemporaryDirectory() as folder:
        if arguments.profile:
            for count in arguments.pages:
                click.echo(bench.profiled(Path(folder) / str(count), count))
            return 0
        from bench_report import load_reasons, render_report
        from bench_run import measured_all

        found = measured_all(Path(folder), arguments.pages, arguments.rounds, arguments.material)
    report = render_report(found, load_reasons())
    click.echo(report)
    if arguments.write:
        (ROOT / "docs/reference/speed.md").write_text(report, encoding="utf-8")
    return 0


@command()
def lock(arguments: Arguments) -> int:  # noqa: ARG001
    """Write the lock files again from pyproject.toml (needs uv)."""
    uv = shutil.which("uv")
    if not uv:
        return fail("lock needs uv on the path: pip install uv")
    common = [
        uv,
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
    ]
    for name, of in {
        SITE_LOCK: ["pyproject.toml"],
        PUBLISH_LOCK: ["--extra", "publish", "--constraint", SITE_LOCK, "pyproject.toml"],
        TEST_LOCK: ["--extra", "publish", "--extra", "test", "--constraint", PUBLISH_LOCK, "pyproject.toml"],
        ENGINES_LOCK: ["--group", "engines"],
        STORE_LOCK: ["--group", "store"],
    }.items():
        subprocess.run([*common, *of, "--output-file", name], cwd=ROOT, check=True)
    return 0
