"""The workbooks a person keeps in 我的台账: those that are meant where none is named."""

from __future__ import annotations

from pathlib import Path

from _prelude import MINE

READABLE = (".xlsm", ".xlsx", ".ods")
SAMPLE = "（示例）"
LOCK_FILES = ("~$", ".~lock")


def mine() -> list[Path]:
    """Return the workbooks in 我的台账; of one name in several forms the one saved last.

    The sample year is meant only where there is nothing else.
    """
    places = [place for place in MINE.glob("*.*") if place.suffix.lower() in READABLE]
    books = [place for place in places if not place.name.startswith(LOCK_FILES)]
    latest = {place.stem: place for place in sorted(books, key=lambda place: place.stat().st_mtime)}
    own = [place for stem, place in latest.items() if not stem.endswith(SAMPLE)]
    return sorted(own or latest.values())
