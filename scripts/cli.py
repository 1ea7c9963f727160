"""The command line's own parts: how a command is declared, and how it speaks to an editor."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click

from campaign.codes import Code
from campaign.problems import Phrase, UserError, render_text
from campaign.settings import MESSAGE_LANGUAGES
from localization import help_metavar, help_text, language_of, own_language
from usage import usage_message

Arguments = SimpleNamespace
Command = Callable[[Arguments], int]

LANGUAGE = click.option(
    "--language",
    type=click.Choice(MESSAGE_LANGUAGES),
    help="The language of messages and help; else that of `git config campaign.language`, or of the computer.",
)
PATHS = click.argument(
    "paths", nargs=-1, metavar="[PATH]...", help="Files and folders; without any, all content."
)
# What click says of its own, as a key of help.toml.
_HEADINGS: tuple[tuple[str, type[click.Parameter]], ...] = (
    ("Arguments", click.Argument),
    ("Options", click.Option),
)


@click.group(add_help_option=False, context_settings={"help_option_names": ["-h", "--help"]})
def make() -> None:
    """The project's only command line."""


class TranslatedCommand(click.Command):
    """A command that explains itself in the editor's language; click says its own part in English alone."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what the command does, and what may follow it."""
        code = language_of(ctx.obj)
        usage = help_metavar(" ".join(self.collect_usage_pieces(ctx)), code)
        formatter.write_usage(ctx.command_path, usage, f"{help_text('Usage', code)}: ")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(help_text(self.help or "", code))
        for heading, kind in _HEADINGS:
            shown = [one for one in self.get_params(ctx) if isinstance(one, kind) and is_shown(one)]
            if shown:
                with formatter.section(help_text(heading, code)):
                    formatter.write_dl([_row(one, ctx, code) for one in shown])


def is_shown(parameter: click.Parameter) -> bool:
    """Whether help speaks of it: an option that is there for tests alone is hidden."""
    return not getattr(parameter, "hidden", False)


def _row(parameter: click.Parameter, ctx: click.Context, code: str) -> tuple[str, str]:
    """How an argument or an option is typed, and what it is for."""
    record = parameter.get_help_record(ctx)
    default = parameter.get_help_extra(ctx).get("default") if isinstance(parameter, click.Option) else None
    told = f" [{help_text('default', code)} {default}]" if default else ""
    return help_metavar(record[0] if record else "", code), help_text(parameter.help or "", code) + told


def command(*options: Callable[[Any], Any], **settings: Any) -> Callable[[Command], Command]:
    """A command of `make.py` with these options; it gets their values by name, and gives the exit code."""

    def register(run: Command) -> Command:
        def called(**values: Any) -> None:
            arguments = Arguments(**{"language": None, **values})
            try:
                status = run(arguments)
            except UserError as refusal:
                status = fail(refusal.phrase.in_language(language(arguments)).rstrip())
                if refusal.problems:
                    click.echo(render_text(refusal.problems, language(arguments)))
            except OSError as error:  # no right to read, no room to write, no server there: a traceback would explain nothing
                status = fail(_os_error_phrase(error).in_language(language(arguments)))
            click.get_current_context().exit(status)

        callback: Any = called
        for option in reversed(options):
            callback = option(callback)
        name = run.__name__.replace("_", "-")
        make.command(name, TranslatedCommand, help=run.__doc__, context_settings=settings)(callback)
        return run

    return register


def main(words: list[str]) -> int:
    """Run one command; wrong usage is one line and exit code 2."""
    try:
        return int(make.main(words, prog_name="make.py", standalone_mode=False, obj=words) or 0)
    except click.ClickException as error:
        return fail(usage_message(error, language_of(words)))
    except click.Abort:
        return 130


def _os_error_phrase(error: OSError) -> Phrase:
    """What a disk, which names a file, or a server refuses, in one line."""
    if error.filename:
        return Phrase("DISK", {"path": error.filename, "detail": error.strerror or error})
    return Phrase("REFUSED", {"reason": str(error).partition("\n")[0]})


def named_files(root: Path, files: Iterable[str], named: Sequence[str]) -> set[str]:
    """Those of the project's files that are named, or lie in a folder that is; all where nothing is named."""
    root = root.resolve()
    at = {file: root / file for file in files}
    found = set[str]() if named else set(at)
    for path in (Path(one).resolve() for one in named):
        within = {file for file, place in at.items() if place.is_relative_to(path)}
        if not within:
            raise UserError("NO_CONTENT" if path.exists() else "NO_SUCH_FILE", path=path)
        found |= within
    return found


def language(arguments: Arguments) -> str:
    """The editor's language: the one wished for, else that of the computer, which is asked once."""
    arguments.language = arguments.language or own_language()
    return str(arguments.language)


def message(arguments: Arguments, code: Code, **values: object) -> str:
    """A sentence of messages.yml in the editor's language."""
    return Phrase(code, values).in_language(language(arguments))


def fail(message: str) -> int:
    """Say in one line what cannot be done; the exit code of wrong usage."""
    click.echo(f"make.py: {message}", err=True)
    return 2
