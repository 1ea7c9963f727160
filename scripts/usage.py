"""What click says of wrong usage, in the editor's language: its words are English, and it knows no catalogue of ours."""

import re

import click

from campaign.codes import Code
from campaign.problems import Phrase
from localization import help_metavar

_VALUE = r"Invalid value for '(?P<option>[^']*)': "
# What click says → how we say it, with what it names.
_PHRASES: tuple[tuple[str, Code], ...] = (
    (r"No such command '?(?P<value>[^'.]*)", "USAGE_COMMAND"),
    (r"No such option:? '?(?P<value>-[\w-]*)", "USAGE_OPTION"),
    (r"unexpected extra arguments? \((?P<value>.*)\)", "USAGE_EXTRA"),
    (r"Missing (?:argument|option|parameter) '?(?P<value>[^'.]*)", "USAGE_MISSING"),
    (_VALUE + r"'(?P<value>.*)' is not one of (?P<known>.*)\.", "USAGE_CHOICE"),
    (_VALUE + r"'(?P<value>.*)' is not a valid ", "USAGE_NUMBER"),
    (r"Option '(?P<option>[^']*)' requires ", "USAGE_LACKS_VALUE"),
    (r"Option '(?P<option>[^']*)' does not take a value", "USAGE_TAKES_NONE"),
    (r"File '(?P<path>.*)' does not exist", "NO_SUCH_FILE"),
    (r"File '(?P<path>.*)' is a directory", "IS_FOLDER"),
)


def usage_message(error: click.ClickException, code: str) -> str:
    """What is wrong with the words of a command, in the language `code`; as click says it where we know no better."""
    click_message = error.format_message()
    for pattern, phrase in _PHRASES if code != "en" else ():
        if found := re.search(pattern, click_message):
            named = {name: text.replace("'", "") for name, text in found.groupdict().items()}
            if phrase == "USAGE_MISSING":  # as help calls it
                named["value"] = help_metavar(named["value"], code)
            return Phrase(phrase, named).in_language(code)
    return click_message
