"""Whether anything a report rests on is another than last time: the workbook's bytes, the program's files."""

from __future__ import annotations

import hashlib
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
    for part in PARTS:
        for path in sorted((home / part).rglob("*")):
            if path.suffix in SOURCES:
                whole.update(f"{path.relative_to(home).as_posix()}\n".encode())
                whole.update(path.read_bytes())
    return whole.hexdigest()
