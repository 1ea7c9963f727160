"""How a page says things: words, numbers, amounts and dates as its language writes them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date

from jinja2 import pass_context
from jinja2.runtime import Context as Running
from markupsafe import Markup, escape

from campaign import typography
from campaign.content import Content
from campaign.markdown import plain_markdown
from campaign.models.events import Session
from campaign.models.values import Money
from campaign.pages import Page
from campaign.settings import Language, language_tag
from campaign.site import Site


@dataclass(frozen=True)
class Wording:
    """The language of a page, and what templates let it say."""

    site: Site
    page: Page

    @property
    def content(self) -> Content:
        """All that editors wrote: records by kind, `content.seminars`, and files that stand alone, `content.edition`."""
        return self.site.content

    @property
    def language(self) -> Language:
        """The language of the text."""
        return self.page.body_language

    @property
    def code(self) -> str:
        """The code of the text's language."""
        return self.language.code

    @pass_context
    def t(self, running: Running, group: str, word: str, count: float | None = None) -> str:
        """An interface word; with a count, in the form that it wants and saying it.

        It shows as it stands: in HTML Jinja escapes it, in Markdown it is escaped here.
        """
        if count is None:
            text = self.content.label(group, word, self.code)
        else:
            text = self._counted(group, word, count)
        return plain_markdown(text) if str(running.name).endswith(".md") else text

    def _counted(self, group: str, word: str, count: float) -> str:
        form = self.content.label_forms(group, word, self.code)[self.language.plural_form(count)]
        return form.replace("{count}", self.number(count))

    def plural_forms(self, group: str, word: str) -> str:
        """All forms of a counted sentence, as a script wants them."""
        return json.dumps(self.content.label_forms(group, word, self.code), ensure_ascii=False)

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return typography.format_number(value, self.language)

    def percent(self, hundredths: int) -> str:
        """A share, told in hundredths of a percent, as the language writes it."""
        return f"{self.number(hundredths / 100)}{typography.SPACE}%"

    def quantity_words(self, value: float | None, between: Sequence[float] | None = None) -> str:
        """A number, or the size class that stands instead of one."""
        return typography.format_quantity(value, between, self.language)

    def money(self, value: Money) -> str:
        """An amount with its currency."""
        return typography.format_money(value, self.language)

    def in_a_row(self, parts: Sequence[str]) -> Markup:
        """Parts of a sentence, which may be links, as the language lists them: a, b och c."""
        return Markup(typography.join_words([escape(part) for part in parts], self.language))

    def tag(self, code: str) -> Markup:
        """A `lang` attribute where the text is in another language than the page, else nothing."""
        tag = language_tag(code)
        return Markup(' lang="{}"').format(tag) if tag and tag != self.language.tag else Markup("")

    def date(self, when: str) -> str:
        """A partial date in words."""
        return typography.format_partial_date(when, self.language)

    def session_time(self, held: Session) -> str:
        """The day and hours of a session in words."""
        return typography.format_session(held.start, held.end, self.language)

    def hours(self, minutes: float) -> str:
        """A length of time in words."""
        return typography.format_duration(minutes, self.language)

    def day_and_month(self, day: Date) -> str:
        """A day of any year, short."""
        return typography.format_day_and_month(day, self.language)

    @property
    def months(self) -> list[str]:
        """The months of the year by name."""
        return typography.month_names(self.language)
