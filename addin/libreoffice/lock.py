"""One click at a time on one workbook: the lock goes with the process, however that ends."""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbook.trouble import ALREADY_RUNNING, Trouble

DOUBLE_CLICK = 2.0  # seconds: a second click this soon is no question to the program
STILL_RUNNING = "上一次点击还在处理，请等它做完。"


@contextmanager
def alone(document: str) -> Iterator[None]:
    """Hold the lock of `document`; while another click holds it raise Trouble, at first without words."""
    place = _place(document)
    handle = os.open(place, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            age = time.time() - os.fstat(handle).st_mtime
            raise Trouble(ALREADY_RUNNING, "" if age < DOUBLE_CLICK else STILL_RUNNING) from None
        os.utime(handle)
        yield
    finally:
        os.close(handle)


def _place(document: str) -> Path:
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    return (
        folder / f"dangjian-taizhang-{os.getuid()}-{hashlib.sha256(document.encode()).hexdigest()[:16]}.lock"
    )
