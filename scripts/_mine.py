"""The workbooks a person keeps in 我的台账: those that are meant where none is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from _prelude import MINE

READABLE = (".xlsm", ".xlsx", ".ods")
SAMPLE = "（示例）"
REPAIRED = re.compile(r"（已修复）(（\d+）)?$")  # a copy whose buttons were put back is the same workbook
LOCK_FILES = ("~$", ".~lock")
PASSED_OVER = (
    "“{left}”没有算：“{taken}”是同一本，存得更晚（{saved:%Y-%m-%d %H:%M}），以它为准。"
    "要算没有算的那一本，请写上它的文件名，或拖到“校验并生成总结”上。"
)


def mine() -> list[Path]:
    """Return the workbooks in 我的台账; of one in several forms or copies the one saved last.

    The sample year is meant only where there is nothing else.
    """
    return [places[-1] for places in _kept()]


def passed_over() -> Iterator[str]:
    """Yield in Chinese which files were left out for which other one, and why."""
    for *others, taken in _kept():
        saved = datetime.fromtimestamp(taken.stat().st_mtime)
        for left in others:
            yield PASSED_OVER.format(left=left.name, taken=taken.name, saved=saved)


def _kept() -> list[list[Path]]:
    """Return the files of each workbook that is meant, the one saved last at the end."""
    places = [place for place in MINE.glob("*.*") if place.suffix.lower() in READABLE]
    books = [place for place in places if not place.name.startswith(LOCK_FILES)]
    kept: dict[str, list[Path]] = {}
    for place in sorted(books, key=lambda place: place.stat().st_mtime):
        kept.setdefault(REPAIRED.sub("", place.stem), []).append(place)
    own = [places for name, places in kept.items() if not name.endswith(SAMPLE)]
    return sorted(own or kept.values(), key=lambda places: places[-1])
