"""Work that is stopped at a touch of the disk, at the edge: for the tests, and for `make.py torture`."""

import os
import sys
import warnings
from collections.abc import Callable

# What Python tells before it touches the disk, and where in its arguments a file is opened for writing.
_TOUCHES = {
    "os.chmod",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.utime",
}
_STOPPED = 75


def stopped(work: Callable[[], object], step: int) -> bool:
    """Do some work in a process that dies, as by a power cut, at its touch number `step`; whether it came that far.

    Where the touch is the opening of a file, an empty one is left.
    """
    with warnings.catch_warnings():
        # The child does nothing with the threads of others.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        _die_at(step)
        try:
            work()
        except BaseException:  # noqa: BLE001 (the parent tells of it)
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, _STOPPED):
        raise RuntimeError(f"The work failed by itself, before touch {step}.")
    return code == _STOPPED


def _die_at(step: int) -> None:
    seen = 0

    def hear(event: str, words: tuple[object, ...]) -> None:
        nonlocal seen
        is_written = (
            event == "open" and isinstance(words[2], int) and bool(words[2] & (os.O_WRONLY | os.O_RDWR))
        )
        if not is_written and event not in _TOUCHES:
            return
        seen += 1
        if seen == step:
            if is_written:
                os.close(os.open(str(words[0]), os.O_WRONLY | os.O_CREAT))
            os._exit(_STOPPED)

    sys.addaudithook(hear)
