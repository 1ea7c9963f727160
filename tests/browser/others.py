"""Firefox and WebKit as Debian has them, driven by the protocols that they speak themselves: no package of ours, no download."""

import itertools
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Protocol

from nginx import free_port

# The window of WebKit that Debian installs with its driver.
MINI_BROWSERS = tuple(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
PATIENCE = 60


# A command of WebDriver → Firefox's own name of it.
_NAMES = {
    "url": "WebDriver:Navigate",
    "window/rect": "WebDriver:SetWindowRect",
    "execute/async": "WebDriver:ExecuteAsyncScript",
}


class Window(Protocol):
    """What a test does with a browser of any kind."""

    def command(self, method: str, name: str, words: Mapping[str, Any]) -> Any:
        """One command of WebDriver."""


class Other:
    """A browser: it goes to an address, has a width, and says what a script asks."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def go(self, address: str) -> None:
        """Open an address, until it has come."""
        self.window.command("POST", "url", {"url": address})

    def resize(self, width: int, height: int) -> None:
        """Make the window so large."""
        self.window.command("POST", "window/rect", {"width": width, "height": height, "x": 0, "y": 0})

    def ask(self, script: str) -> Any:
        """What an expression is on the page, once it is settled."""
        wrapped = f"const [tell] = [...arguments].slice(-1); Promise.resolve({script}).then(tell, (e) => tell(String(e)))"
        return self.window.command("POST", "execute/async", {"script": wrapped, "args": []})


class _Marionette:
    """Firefox's own protocol: a length, a colon, and a list as JSON."""

    def __init__(self, line: socket.socket) -> None:
        self._line, self._numbers = line, itertools.count(1)
        self._response()
        self._asked("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})

    def command(self, method: str, name: str, words: Mapping[str, Any]) -> Any:  # noqa: ARG002
        """One command of WebDriver, by Firefox's name of it."""
        response = self._asked(_NAMES[name], words)
        return response["value"] if isinstance(response, dict) and "value" in response else response

    def _asked(self, name: str, words: Mapping[str, Any]) -> Any:
        text = json.dumps([0, next(self._numbers), name, words]).encode()
        self._line.sendall(f"{len(text)}:".encode() + text)
        _, _, error, value = self._response()
        assert error is None, error
        return value

    def _response(self) -> Any:
        size = b""
        while not size.endswith(b":"):
            size += self._line.recv(1)
        text = b""
        while len(text) < int(size[:-1]):
            text += self._line.recv(int(size[:-1]) - len(text))
        return json.loads(text)


class _WebDriver:
    """The protocol of W3C over HTTP."""

    def __init__(self, port: int, browser: Path) -> None:
        self._line = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        wanted = {"webkitgtk:browserOptions": {"binary": str(browser), "args": ["--automation"]}}
        self._session = ""
        told = self.command("POST", "", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/{told['sessionId']}"

    def command(self, method: str, name: str, words: Mapping[str, Any]) -> Any:
        """One command of WebDriver."""
        address = f"/session{self._session}{f'/{name}' if name else ''}"
        self._line.request(method, address, json.dumps(words), {"Content-Type": "application/json"})
        response = json.loads(self._line.getresponse().read())["value"]
        assert not (isinstance(response, dict) and "error" in response), response
        return response

    def close(self) -> None:
        """End the line; the browser goes with its driver."""
        self._line.close()


@contextmanager
def firefox(folder: Path) -> Iterator[Other]:
    """Firefox without a screen, with a profile of its own."""
    port = free_port()
    (folder / "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
    words = [
        str(shutil.which("firefox-esr")),
        "--headless",
        "--marionette",
        "--profile",
        str(folder),
        "--no-remote",
    ]
    with _started(words, {"HOME": str(folder)}, port) as line:
        yield Other(_Marionette(line))


@contextmanager
def webkit(folder: Path) -> Iterator[Other]:
    """WebKit as GTK has it, on a screen that nobody sees."""
    port, display = free_port(), f":{90 + os.getpid() % 9}"
    screen = subprocess.Popen(["Xvfb", display, "-screen", "0", "1600x1200x24"], stderr=subprocess.DEVNULL)
    own = {"DISPLAY": display, "HOME": str(folder), "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
    try:
        with _started([str(shutil.which("WebKitWebDriver")), f"--port={port}"], own, port) as line:
            line.close()
            driver = _WebDriver(port, MINI_BROWSERS[-1])
            yield Other(driver)
            driver.close()
    finally:
        screen.terminate()
        screen.wait()


@contextmanager
def _started(words: list[str], own: Mapping[str, str], port: int) -> Iterator[socket.socket]:
    """A program, and a line to the port at which it listens."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(words, env={**os.environ, **own}, **quiet)
    try:
        with _line_to(port) as line:
            yield line
    finally:
        process.terminate()
        process.wait()


def _line_to(port: int) -> socket.socket:
    for _ in range(PATIENCE * 10):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise TimeoutError(port)
