"""What the notices for editors are made from: content, day, and the language to say them in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from campaign.codes import Code
from campaign.content import Content
from campaign.models.values import Bilingual
from campaign.problems import Phrase, Problem
from campaign.settings import BY_CODE, DEFAULT_LANGUAGE
from campaign.typography import format_quantity


@dataclass(frozen=True)
class StatusContext:
    """Content on a day: until when what comes is named, in which language, and what else is known of it.

    `warnings` are the problems that stop no build; `changed` says when a text was last changed by a person: path → seconds.
    """

    content: Content
    today: str
    soon: str
    language: str
    warnings: Sequence[Problem] = ()
    changed: Mapping[str, int] | None = None

    def message(self, code: Code, **values: object) -> str:
        """A sentence of messages.yml."""
        return Phrase(code, values).in_language(self.language)

    def words(self, text: Bilingual | None) -> str:
        """What a record says, in the editor's language if records speak it."""
        return text[self._code] if text else ""

    def size(self, value: float, unit: str) -> str:
        """A number and what it counts, in the same language."""
        word = self.content.label_group("unit").get(unit)
        return f"{format_quantity(value, None, BY_CODE[self._code])} {word[self._code] if word else unit}"

    @property
    def _code(self) -> str:
        known = {one.code for one in self.content.full_languages}
        return self.language if self.language in known else DEFAULT_LANGUAGE.code


# What goes before what is as grave, the file, and the sentence.
Found = Iterator[tuple[str, str, str]]
