"""Work that is divided among processes, for one Python process computes on one processor only."""

import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# Below that many pieces for each, another process costs more than it gains.
FEWEST = 25


def map_in_processes(
    work: Callable[[Sequence[Item]], Iterable[Result]], items: Sequence[Item], processes: int | None = None
) -> Iterator[Result]:
    """What `work` makes of all items, each process at work on a part of them, neighbours together; in no order.

    The others are copies of this process, so what `work` knows it knows there too, and only results are sent. Where the
    system cannot copy a process, or threads run that a copy would lack, all is done here.
    """
    can_copy = hasattr(os, "fork") and threading.active_count() == 1
    most = processes or os.cpu_count() or 1
    count = max(1, min(most, len(items) // FEWEST)) if can_copy else 1
    ends = [len(items) * number // count for number in range(count + 1)]
    mine, *theirs = (items[start:end] for start, end in pairwise(ends))
    others = [_start(work, part) for part in theirs]
    try:
        yield from work(mine)
        while others:
            results: list[Result] | OSError = pickle.loads(_receive(*others.pop(0)))
            if isinstance(results, OSError):
                raise results
            yield from results
    finally:  # whoever gives up leaves nobody behind that still writes
        for process, pipe in others:
            _stop(process, pipe)


def _start(work: Callable[[Sequence[Item]], Iterable[Result]], items: Sequence[Item]) -> tuple[int, BinaryIO]:
    """A process at work, and where its results come from."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    os.close(reading)
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(_wait(work, items), pipe)
        status = 0
    except KeyboardInterrupt:  # the first process has it too, and says so
        pass
    except BaseException:  # noqa: BLE001 (whatever it is, this copy must end here)
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)


def _stop(process: int, pipe: BinaryIO) -> None:
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    pipe.close()  # not before: who still writes would tell of a pipe that is broken


def _wait(
    work: Callable[[Sequence[Item]], Iterable[Result]], items: Sequence[Item]
) -> list[Result] | OSError:
    """The results, or why the disk could not be read or written: whoever asked tells it."""
    try:
        return list(work(items))
    except OSError as error:
        return error


def _receive(process: int, pipe: BinaryIO) -> bytes:
    """All that a process has sent, when it has done its part."""
    with pipe:
        sent = pipe.read()
    _, status = os.waitpid(process, 0)
    if status:
        raise RuntimeError("a part of the work was not done; see the lines above")
    return sent
