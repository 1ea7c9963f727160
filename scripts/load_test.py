"""`make.py rate`: requests a second that nginx answers with the configuration that we write, beside the same nginx and a bare file of 1 kB.

All are asked in turns of a second, so that what else the machine does falls on each alike. Where it does much else the
processor's time for a request tells more than the clock.
"""

import re
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nginx import free_port, running

HOST = "127.0.0.1"
LEAST = "1 kB, bare"
_CONNECTIONS = 64
_REQUESTS = re.compile(r"(\d+) requests in")
_ERRORS = re.compile(r"(?:Socket errors|Non-2xx).*")


@dataclass(frozen=True)
class Answered:
    """What came of asking for an address: requests answered, seconds by the clock and of nginx, and how many went wrong."""

    requests: int = 0
    wall: float = 0
    cpu: float = 0
    errors: int = 0

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.wall

    @property
    def cost(self) -> float:
        """Seconds of nginx for a request."""
        return self.cpu / self.requests

    def __add__(self, other: "Answered") -> "Answered":
        return Answered(
            self.requests + other.requests,
            self.wall + other.wall,
            self.cpu + other.cpu,
            self.errors + other.errors,
        )


def measured(
    folder: Path, configuration: str, port: int, addresses: Sequence[str], turns: int
) -> dict[str, Answered]:
    """What comes of each address, and of the bare file, after so many turns of a second. Works in an empty folder."""
    (folder / "1kB").write_bytes(b"x" * 1024)
    bare = free_port()
    server = f"server {{ listen {HOST}:{bare}; root {folder}; }}\n"
    asked = {LEAST: f"http://{HOST}:{bare}/1kB", **{one: f"http://{HOST}:{port}{one}" for one in addresses}}
    found = dict.fromkeys(asked, Answered())
    with running(folder, configuration + server):
        worker = _worker(folder)
        for _ in range(turns):
            for name, address in asked.items():
                found[name] += _turn(address, worker)
    return found


def _turn(address: str, worker: Path) -> Answered:
    started, before = time.monotonic(), _seconds(worker)
    command = [
        str(shutil.which("wrk")),
        "-t1",
        f"-c{_CONNECTIONS}",
        "-d1s",
        "-H",
        "Accept-Encoding: gzip, br",
    ]
    output = subprocess.run([*command, address], capture_output=True, encoding="utf-8", check=True).stdout
    done = _REQUESTS.search(output)
    return Answered(
        int(done[1]) if done else 0,
        time.monotonic() - started,
        _seconds(worker) - before,
        sum(int(number) for line in _ERRORS.findall(output) for number in re.findall(r"\b\d+\b", line)),
    )


def _worker(folder: Path) -> Path:
    """Where Linux tells of the one process of nginx that answers."""
    main = (folder / "pid").read_text().strip()
    children = Path(f"/proc/{main}/task/{main}/children")
    while not (workers := children.read_text().split()):  # nginx listens before it has begun to answer
        time.sleep(0.01)
    return Path("/proc") / workers[0]


def _seconds(process: Path) -> float:
    """The processor's time that a process has had."""
    return int((process / "schedstat").read_text().split()[0]) / 1e9


def report(found: Mapping[str, Answered]) -> str:
    """A table in Markdown: each address beside the bare file."""
    least = found[LEAST]
    rows = [
        f"| {name} | {one.requests} | {one.rate:.0f} | {one.rate / least.rate:.2f} "
        f"| {one.cost * 1e6:.1f} | {least.cost / one.cost:.2f} | {one.errors} |"
        for name, one in found.items()
    ]
    head = [
        "| address | requests | a second | ratio | µs of nginx | ratio | errors |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    return "\n".join([*head, *rows])
