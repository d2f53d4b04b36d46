"""One run at a time in an output folder: the button and the scheduled script may meet."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbook.files import cannot_write
from workbook.trouble import ALREADY_RUNNING, Trouble

SIGN = ".正在运行"


@contextmanager
def my_turn(folder: Path, busy: str = "") -> Iterator[None]:
    """Hold `folder` for this run; a crashed run holds nothing, for the system lets go of its lock.

    Where another run has it, Trouble 4 says so, in the words of `busy` if there are any.
    """
    with cannot_write(folder):
        made = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        handle = _open(folder / SIGN, busy)
    try:
        yield
    finally:
        _remove(folder / SIGN, handle)
        if made:
            with suppress(OSError):  # it holds something now
                folder.rmdir()


def _open(sign: Path, busy: str) -> int:
    """Return a locked handle on `sign`, or refuse because another run has it."""
    while True:
        handle = os.open(sign, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise Trouble(ALREADY_RUNNING, busy or _refusal(sign.parent)) from None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), sign.stat()):
                return handle
        os.close(handle)  # the run before removed the file between our opening and our locking it


def _remove(sign: Path, handle: int) -> None:
    """Let go of the sign; Windows lets nobody remove a file that is open, elsewhere the lock covers it."""
    if sys.platform != "win32":
        sign.unlink(missing_ok=True)
    os.close(handle)
    if sys.platform == "win32":
        with suppress(OSError):
            sign.unlink(missing_ok=True)


def _lock(handle: int) -> None:
    """Lock the whole file or raise OSError at once."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _refusal(folder: Path) -> str:
    """Return the sentence for the second run."""
    return f"另一次运行正在往“{folder}”里写，这次没有开始，什么也没有改动。请等它结束后再运行。"
