"""Whether anything a report rests on is another than last time: the workbook's bytes, the program's files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
PARTS = ("addin", "workbook")
SOURCES = (".py", ".csv", ".md")  # code, default rows, texts


def content(data: bytes) -> str:
    """Return the fingerprint of the bytes that were read."""
    return hashlib.sha256(data).hexdigest()


def program(home: Path = HOME) -> str:
    """Return the fingerprint of everything the rules and the defaults are written in."""
    whole = hashlib.sha256()
    for name in sorted(name for part in PARTS for name in _sources(home / part)):
        whole.update(f"{os.path.relpath(name, home)}\n".encode())
        whole.update(Path(name).read_bytes())
    return whole.hexdigest()


def _sources(folder: Path) -> Iterator[str]:
    """Yield the files in `folder` and below: some hundred of them, and every night."""
    for place, _, names in os.walk(folder):
        yield from (f"{place}{os.sep}{name}" for name in names if name.endswith(SOURCES))
