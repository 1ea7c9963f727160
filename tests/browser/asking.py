"""Servers asked as a program asks, for what a browser does not show: status and headers."""

from collections.abc import Callable
from http.client import HTTPConnection
from urllib.parse import urlsplit

Answer = tuple[int, dict[str, str]]
Ask = Callable[..., Answer]


def asked(web: str, address: str, **headers: str) -> Answer:
    """Status and headers of an answer; `accept_encoding` is the header Accept-Encoding."""
    status, body, _ = whole_answer(web, address, **headers)
    return status, body


def whole_answer(web: str, address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The same, and the bytes."""
    connection = HTTPConnection(urlsplit(web).netloc)
    sent = {
        "Accept-Encoding": "gzip",
        **{name.replace("_", "-").title(): value for name, value in headers.items()},
    }
    connection.request("GET", address, headers=sent)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, body
