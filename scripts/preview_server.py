"""The server of `make.py serve`: shows the site of `campaign.preview`, looks for saves, and tells open pages of them.

It answers this machine only. The edge of the preview: sockets, the disk's events and the clock are here.
"""

import asyncio
import gc
import json
import mimetypes
import os
import re
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from subprocess import DEVNULL

import uvicorn
from anyio import to_thread
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

import environment
from campaign.files import file_at
from campaign.preview import Preview
from campaign.problems import Problem, count_in_words, errors
from campaign.serving.headers import DIGEST_IN_NAME, IMMUTABLE
from environment import ROOT

WATCHED = ("content", "overrides", "mkdocs.yml")
OWN = ROOT / "overrides/preview"
BUILT = ROOT / ".cache/preview"
# Milliseconds: an editor that writes a file in two steps is heard once, and nobody sees the wait.
TOGETHER, EACH = 20, 5
# Seconds after a save in which the page comes first, and the checks wait.
SOON = 0.3
# Seconds without a save after which the books and the search index are made again.
QUIET = 4.0
mimetypes.add_type("text/calendar", ".ics")
mimetypes.add_type("application/epub+zip", ".epub")


class Server:
    """A preview in the editor's language, and what tells every open page that something was saved."""

    def __init__(self, preview: Preview, language: str, *, builds: bool = True) -> None:
        self.preview, self.language, self._builds = preview, language, builds
        self._saved = asyncio.Event()

    def app(self) -> Starlette:
        """The application that a web server runs."""
        routes = [
            Route("/-/changes", self.changes),
            Route("/search/{path:path}", self.search),
            Route("/{path:path}", self.show),
        ]
        return Starlette(routes=routes, lifespan=self._running)

    async def show(self, request: Request) -> Response:
        """A file of the site as it is now, with the strip of problems if it is a page."""
        address = asked = file_at(request.url.path)
        content = await to_thread.run_sync(self.preview.page, asked)
        status = 200 if content is not None else 404
        if content is None:
            address = self.preview.missing_page(asked)
            content = await to_thread.run_sync(self.preview.page, address) or b""
        if address.endswith(".html"):
            content = self._with_strip(content.decode(), self.preview.digest(asked)).encode()
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        # A page that loads itself again asks for what it shows, but not for what can have no other content under that name.
        kept = IMMUTABLE if re.search(DIGEST_IN_NAME, address) else "no-store"
        return Response(content, status, {"Cache-Control": kept}, kind)

    async def changes(self, request: Request) -> Response:
        """Events for one open page: that it is another than it was, or what is wrong with the content."""
        address, digest = file_at(request.query_params["address"]), request.query_params["digest"]
        return StreamingResponse(self._events(address, digest), media_type="text/event-stream")

    async def search(self, request: Request) -> Response:
        """The search index of the last build in the background."""
        return _file(BUILT / "search", request.path_params["path"])

    async def _events(self, address: str, digest: str) -> AsyncIterator[str]:
        strip_before = None
        while True:
            saved = self._saved
            if await to_thread.run_sync(self.preview.digest, address) != digest:
                yield "event: page\ndata:\n\n"
                return
            strip = self._strip()
            if strip != strip_before:
                strip_before = strip
                yield f"event: problems\ndata: {json.dumps(strip)}\n\n"
            await saved.wait()

    def _with_strip(self, page: str, digest: str) -> str:
        # Both stand in the page: a browser would ask for each again, and wait for it before it draws.
        head = f"<style>{_own('preview.css')}</style></head>"
        strip = f'<div class="preview" role="status">{self._strip()}</div>'
        script = f'<script data-digest="{digest}">{_own("preview.js")}</script></body>'
        page = page.replace("</head>", head, 1).replace("</body>", script, 1)
        before, body, rest = page.partition("<body")
        inside, end, after = rest.partition(">")
        return f"{before}{body}{inside}{end}{strip}{after}"

    def _strip(self) -> str:
        return render_strip(self.preview.problems, self.language)

    @asynccontextmanager
    async def _running(self, _app: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(self._watch()), asyncio.create_task(self._check())]
        if self._builds:
            tasks.append(asyncio.create_task(self._build()))
        yield
        for task in tasks:
            task.cancel()

    async def _watch(self) -> None:
        folders = [self.preview.root / name for name in WATCHED]
        async for found in awatch(*folders, debounce=TOGETHER, step=EACH):
            await to_thread.run_sync(self.preview.save, [Path(path) for _, path in found])
            self._wake_readers()

    async def _check(self) -> None:
        while True:
            saved = self._saved
            await asyncio.sleep(SOON)
            if await to_thread.run_sync(self.preview.check):
                self._wake_readers()
            sys.stderr.writelines(self.preview.faults())
            if saved is self._saved:
                await saved.wait()

    async def _build(self) -> None:
        """Make the books and the search index in the background, once nobody has saved for a while."""
        number = -1
        while True:
            if number != self.preview.number:
                number = self.preview.number
                await asyncio.sleep(QUIET)
                if number == self.preview.number and not errors(self.preview.problems):
                    await _build_in_background()
                    await to_thread.run_sync(self.preview.save, [])
                    number = self.preview.number
                    self._wake_readers()
            else:
                await self._saved.wait()

    def _wake_readers(self) -> None:
        saved, self._saved = self._saved, asyncio.Event()
        saved.set()


def render_strip(problems: Sequence[Problem], language: str) -> str:
    """What is wrong with the content, for the top of a page: nothing, or a count and a line for each problem."""
    rows = [
        Markup("<li><code>{}:{}</code> <b>{}</b> {}</li>").format(
            problem.path, problem.position.line, problem.code, problem.message(language)
        )
        for problem in problems
    ]
    heading = count_in_words(problems, language)
    return Markup("<p>{}</p><ol>{}</ol>").format(heading, Markup("").join(rows)) if rows else ""


async def _build_in_background() -> None:
    words = [sys.executable, str(ROOT / "scripts/make.py"), "build", "--into", str(BUILT)]
    process = await asyncio.create_subprocess_exec(
        *words, cwd=ROOT, preexec_fn=lambda: os.nice(15), stdout=DEVNULL, stderr=DEVNULL
    )
    try:
        await process.wait()
    finally:
        if process.returncode is None:
            process.terminate()


@cache
def _own(name: str) -> str:
    """The script or the style sheet of the preview itself."""
    return (OWN / name).read_text(encoding="utf-8")


def _file(folder: Path, name: str) -> Response:
    path = (folder / name).resolve()
    is_ours = path.is_relative_to(folder.resolve()) and path.is_file()
    return FileResponse(path, headers={"Cache-Control": "no-store"}) if is_ours else Response(status_code=404)


def serve(root: Path, port: int, language: str, today: str) -> None:
    """Serve the preview of the project in `root` on this machine until somebody stops it."""
    preview = Preview(root, today, BUILT, root / "site")
    # What was read stays as long as the server runs. To look through it for what nobody needs takes longer than to make a page.
    gc.set_threshold(*environment.FEW_COLLECTIONS)
    gc.collect()
    gc.freeze()
    # Another project than ours is shown to be measured, and has no books.
    server = Server(preview, language, builds=root == ROOT)
    uvicorn.run(server.app(), port=port, log_level="warning")


if __name__ == "__main__":
    serve(Path(sys.argv[1]).resolve(), int(sys.argv[2]), "en", environment.today())
