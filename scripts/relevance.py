"""How well the search finds what people ask: the questions, asked as the reader's script asks, and what the answer costs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from campaign.content import Content
from campaign.outputs.assets import joined
from campaign.pages import address_of
from campaign.settings import BY_CODE
from environment import ROOT

QUERIES = ROOT / "tests/queries"
ASKED_IN = ("sv", "no")
# Of the questions, that part has its page first; all have it among three. Bytes of index until the first results can be shown.
FIRST, MOST = 0.95, 120_000
_SCRIPTS = ROOT / "overrides/assets/js"
# The reader's own script; within the page's it keeps its names to itself.
_RANKING = re.sub(
    r"(?m)^export ", "", joined("ranking.js", lambda name: (_SCRIPTS / name).read_bytes()).decode()
)
# Asked as the dialog asks it; each question as if nothing were loaded yet, though a file comes once for all.
_ASK = """async ({ folder, queries }) => {
  const { Index } = (() => { RANKING; return { Index }; })();
  const texts = {}, sizes = {};
  const packed = async (text) =>
    (await new Response(new Response(text).body.pipeThrough(new CompressionStream("gzip"))).arrayBuffer()).byteLength;
  return Promise.all(queries.map(async (query) => {
    let bytes = 0;
    const index = new Index(async (name) => {
      const text = await (texts[name] ??= fetch(folder + name).then((answer) => answer.text()));
      bytes += await (sizes[name] ??= packed(text));
      return text;
    });
    const { found } = await index.search(query);
    const shown = await Promise.all(found.slice(0, 3).map(({ page }) => index.page(page)));
    return [shown.map(({ address }) => address), bytes];
  }));
}""".replace("RANKING", _RANKING)
# From the last key to the first result that is drawn, on a page that has loaded nothing of the index but its first file.
_FIRST_RESULT = """(words) => new Promise((tell) => {
  const field = document.querySelector("input[name=q]"), results = document.querySelector(".results");
  const began = performance.now();
  new MutationObserver((_, seen) => {
    if (!results.querySelector("li")) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => tell(performance.now() - began)));
  }).observe(results, { childList: true, subtree: true });
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


@dataclass(frozen=True)
class Answered:
    """A question, the pages that answer it, the three that are found first, and the bytes that it took."""

    words: str
    wanted: Sequence[str]
    found: Sequence[str]
    size: int

    @property
    def is_first(self) -> bool:
        """Whether the first that is found answers."""
        return self.found[:1] != [] and self.found[0] in self.wanted

    @property
    def is_among_three(self) -> bool:
        """Whether one of the three that are found first answers."""
        return bool(set(self.wanted) & set(self.found))


def search_pages(content: Content) -> dict[str, str]:
    """The address of the page of the search, in each language that has questions."""
    path = content.structure.pages.search
    return {code: f"/{address_of(content, BY_CODE[code], path)}" for code in ASKED_IN}


def load_questions(content: Content, code: str) -> dict[str, list[str]]:
    """What people ask in a language → the addresses of the pages that answer."""
    return questions_in((QUERIES / f"{code}.txt").read_text(encoding="utf-8"), content, code)


def questions_in(text: str, content: Content, code: str) -> dict[str, list[str]]:
    """The same of a text that has a question a line: `words | page, page`."""
    asked = [line.split(" | ") for line in text.splitlines() if not line.startswith("#")]
    return {
        words: [address_of(content, BY_CODE[code], path) for path in pages.split(", ")]
        for words, pages in asked
    }


def answers(page: Page, code: str, asked: Mapping[str, Sequence[str]]) -> list[Answered]:
    """What the search of a language answers, on a page of the site that is open."""
    answers_given = page.evaluate(_ASK, {"folder": f"/search/{code}/", "queries": [*asked]})
    return [
        Answered(words, asked[words], *answer) for words, answer in zip(asked, answers_given, strict=True)
    ]


def first_result(page: Page, words: str, slowdown: int) -> float:
    """Milliseconds from the last key to the first result, on a processor that is so many times slower."""
    line = page.context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    took = float(page.evaluate(_FIRST_RESULT, words))
    line.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return took


def sample(asked: Sequence[str], count: int) -> list[str]:
    """So many questions, evenly from the first to the last."""
    return [asked[number * len(asked) // count] for number in range(count)]
