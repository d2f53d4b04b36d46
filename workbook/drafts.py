"""Files while they are being written: under a name of their own, beside the one they will have once whole."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

NAME = re.compile(r"\.[0-9a-f]{32}(\.[^.]*)?")
STALE = 3600.0  # seconds after which nobody writes a draft any more: its run was killed


@contextmanager
def drafted(target: Path) -> Iterator[Path]:
    """Give a file beside `target` to write into; whatever happens but a kill, it is gone afterwards."""
    _sweep(target.parent)
    draft = target.with_name(f".{os.urandom(16).hex()}{target.suffix}")
    try:
        draft.touch()
        yield draft
    finally:
        draft.unlink(missing_ok=True)


@cache
def _sweep(folder: Path) -> None:
    """Remove, once in a run, the drafts that runs left in `folder` which were killed or lost their power."""
    with suppress(OSError):  # what cannot be looked at or removed is in nobody's way
        for path in folder.iterdir():
            if NAME.fullmatch(path.name) and time.time() - path.stat().st_mtime > STALE:
                path.unlink(missing_ok=True)
