"""The web editor in Chromium, on a copy of the content in the browser's own file system: what an editor does, and what it writes.

Sveltia asks the system for a folder; here it gets that of the browser, so real files are edited and no Git host is needed.
"""

import base64
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from replay import listening

GIT = {".git/HEAD": b"ref: refs/heads/main\n", ".git/config": b"[core]\n"}
_FOLDER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
_LAY = """async files => {
  const folders = new Map([["", await navigator.storage.getDirectory()]]);
  const folder = async path => {
    if (!folders.has(path)) {
      const above = await folder(path.split("/").slice(0, -1).join("/"));
      folders.set(path, await above.getDirectoryHandle(path.split("/").at(-1), {create: true}));
    }
    return folders.get(path);
  };
  for (const [path, text] of files) {
    const above = await folder(path.split("/").slice(0, -1).join("/"));
    const out = await (await above.getFileHandle(path.split("/").at(-1), {create: true})).createWritable();
    await out.write(Uint8Array.from(atob(text), c => c.charCodeAt(0)));
    await out.close();
  }
  return Date.now();
}"""
_READ = """async since => {
  const found = {};
  const walk = async (folder, before) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${before}${name}/`);
      else {
        const file = await handle.getFile();
        if (file.lastModified < since) continue;
        let text = "";
        for (const byte of new Uint8Array(await file.arrayBuffer())) text += String.fromCharCode(byte);
        found[before + name] = btoa(text);
      }
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder with the headers that a server of ours says."""

    said: Mapping[str, str] = {}

    def end_headers(self) -> None:
        for name, value in self.said.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:  # type: ignore[override]
        """Nothing: a test has its own words."""


@contextmanager
def serving(folder: Path, headers: Mapping[str, str]) -> Iterator[str]:
    """The address at which the editor is served, below `/admin/`."""
    handler = type("_Saying", (_Handler,), {"said": headers})
    with listening(partial(handler, directory=str(folder))) as address:
        yield f"{address}/admin/"


class Desk:
    """An editor at work: `asked` are the addresses that the browser asked for, `refused` what its policy stopped."""

    def __init__(
        self, browser: Browser, address: str, files: Mapping[str, bytes], locale: str = "sv-SE"
    ) -> None:
        self.address, self.before = address, dict(files)
        self.page: Page = browser.new_context(
            viewport={"width": 1400, "height": 1000}, locale=locale
        ).new_page()
        self.page.set_default_timeout(30_000)
        self.asked: list[str] = []
        self.refused: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda said: self._heard(said.type, said.text))
        self.page.add_init_script(_FOLDER)
        self.page.goto(f"{address}config.sv.json")
        laid = [(path, base64.b64encode(raw).decode()) for path, raw in {**files, **GIT}.items()]
        self.since = self.page.evaluate(_LAY, laid)

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error":
            self.refused.append(text)

    def enter(self, button: str, first: str) -> None:
        """Open the editor and take the folder; `first` is the first word of its list."""
        self.page.goto(self.address)
        self.page.get_by_role("button", name=button).first.click()
        self.page.get_by_text(first).first.wait_for(timeout=120_000)

    def new(self, collection: str, name: str = "") -> None:
        """Begin an entry, with its name where it is not asked for in the form."""
        self._go(f"{collection}/new")
        if name:
            self.page.locator("section.field:not([data-key-path]) input").first.fill(name)

    def open(self, collection: str, name: str) -> None:
        """Open an entry that is there."""
        self._go(f"{collection}/entries/{name}")

    def _go(self, where: str) -> None:
        self.page.goto(f"{self.address}#/collections/{where}")
        self.page.locator("section.field[data-key-path]").first.wait_for()
        self.page.wait_for_timeout(1500)

    def field(self, path: str, language: int = 0) -> Locator:
        """A field by its name; of a text, in the first or the second language."""
        found = self.page.locator(f"section.field[data-key-path='{path}']")
        for _ in range(40):
            if found.count() > language:
                break
            self.page.mouse.move(450, 600)
            self.page.mouse.wheel(0, 500)
            self.page.wait_for_timeout(200)
        found.nth(language).scroll_into_view_if_needed()
        return found.nth(language)

    def fill(self, path: str, *texts: str) -> None:
        """Write into a field, in each language of a text."""
        for language, text in enumerate(texts):
            self.field(path, language).locator("input,textarea").first.fill(text)

    def choose(self, path: str, word: str) -> None:
        """Choose a word or a record, where few are offered as buttons and many as a list."""
        field = self.field(path)
        for role in ("radio", "checkbox"):
            if (button := field.get_by_role(role, name=word)).count():  # type: ignore[arg-type]
                button.first.click()
                return
        field.get_by_role("combobox").first.click()
        self.page.keyboard.type(word)
        self.page.get_by_role("option", name=word).first.click()

    def write(self, *texts: str) -> None:
        """Write at the beginning of the text itself, in each language."""
        for language, text in enumerate(texts):
            self.field("body", language).locator("[contenteditable=true]").first.click()
            self.page.keyboard.press("Control+Home")
            self.page.keyboard.type(text)
            self.page.wait_for_timeout(800)

    def save(self, button: str = "Spara") -> None:
        """Save, and wait until it is written."""
        self.page.get_by_role("button", name=button, exact=True).last.click()
        self.page.wait_for_timeout(2500)

    def written(self) -> dict[str, bytes]:
        """The files that are not as they were: path → bytes."""
        found = {path: base64.b64decode(text) for path, text in self.page.evaluate(_READ, self.since).items()}
        return {
            path: raw
            for path, raw in found.items()
            if not path.startswith(".git/") and self.before.get(path) != raw
        }
