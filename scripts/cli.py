"""The command line's own parts: how a command is declared, and how it speaks to an editor."""

import os
import subprocess
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import click

from campaign.codes import Code
from campaign.problems import MESSAGE_LANGUAGES, Phrase, UserError, message_language, render_text
from environment import ROOT
from usage import usage_message

Arguments = SimpleNamespace
Command = Callable[[Arguments], int]

LANGUAGE = click.option(
    "--language",
    type=click.Choice(MESSAGE_LANGUAGES),
    help="The language of messages; else that of `git config campaign.language`, or of the computer.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def make() -> None:
    """The project's only command line."""


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
        make.command(name, help=run.__doc__, context_settings=settings)(callback)
        return run

    return register


def main(words: list[str]) -> int:
    """Run one command; wrong usage is one line and exit code 2."""
    try:
        return int(make.main(words, prog_name="make.py", standalone_mode=False) or 0)
    except click.ClickException as error:
        asked = words[words.index("--language") + 1 :][:1] if "--language" in words else []
        known = [code for code in asked if code in MESSAGE_LANGUAGES]
        return fail(usage_message(error, known[0] if known else _own_language()))
    except click.Abort:
        return 130


def _own_language() -> str:
    """The editor's language, from CAMPAIGN_LANGUAGE, or `git config campaign.language`, or the computer."""
    if os.environ.get("CAMPAIGN_LANGUAGE"):
        return message_language(os.environ)
    try:
        asked = subprocess.run(
            ["git", "config", "--get", "campaign.language"],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
    except OSError:  # an editor may have no Git
        return message_language(os.environ)
    kept = asked.stdout.strip()
    return message_language({**os.environ, "CAMPAIGN_LANGUAGE": kept} if kept else os.environ)


def _os_error_phrase(error: OSError) -> Phrase:
    """What a disk, which names a file, or a server refuses, in one line."""
    if error.filename:
        return Phrase("DISK", {"path": error.filename, "detail": error.strerror or error})
    return Phrase("REFUSED", {"reason": str(error).partition("\n")[0]})


def language(arguments: Arguments) -> str:
    """The editor's language: the one wished for, else that of the computer, which is asked once."""
    arguments.language = arguments.language or _own_language()
    return str(arguments.language)


def message(arguments: Arguments, code: Code, **values: object) -> str:
    """A sentence of messages.yml in the editor's language."""
    return Phrase(code, values).in_language(language(arguments))


def fail(message: str) -> int:
    """Say in one line what cannot be done; the exit code of wrong usage."""
    click.echo(f"make.py: {message}", err=True)
    return 2
