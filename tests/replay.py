"""A server on this machine that answers as a test tells it to, faults and all, and remembers what it was asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Reply:
    """What the server says once: a status, a body, headers, and how it fails."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    wait: float = 0


@dataclass
class Replay:
    """The server: its replies by path, the last of each for ever, and what it was asked so far."""

    address: str
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], str]] = field(default_factory=list)

    def says(self, path: str, *replies: Reply) -> None:
        """From now on, this is what a path answers, one after the other."""
        self.replies[path] = list(replies)

    def reply_to(self, path: str) -> Reply:
        """The next reply of a path; what nobody told it is not found."""
        replies = self.replies.get(path, [Reply(status=404)])
        return replies.pop(0) if len(replies) > 1 else replies[0]


@contextmanager
def listening(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address of a server that answers with a handler as long as the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    # A test that is done waits until the server has looked whether it shall stop: 10 ms at most, not half a second.
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def replaying() -> Iterator[Replay]:
    """A server that runs as long as the test."""
    replay = Replay("")

    class Handler(BaseHTTPRequestHandler):
        """Answers a question from the test's replies."""

        def do_GET(self) -> None:
            """Say what the test wants."""
            address = urlsplit(self.path)
            name = self.headers["User-Agent"]
            replay.asked.append((address.path, dict(parse_qsl(address.query)), name))
            _send(self, replay.reply_to(address.path))

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the test reads `asked`."""

    with listening(Handler) as replay.address:
        yield replay


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    time.sleep(reply.wait)
    body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
    handler.send_response(reply.status)
    for name, value in {"Content-Length": str(len(body)), **reply.headers}.items():
        handler.send_header(name, value)
    with suppress(ConnectionError):  # who would not wait has gone
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2] if reply.cut else body)
