"""Where a run writes: a folder that may depend on the workbook's year and unit and on the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import Path

from workbook.files import safe_name

GENERATED = "自动生成"
FOLDER, YEAR, UNIT, DATE = "{文件夹}", "{年度}", "{单位}", "{日期}"
VARYING = (YEAR, UNIT, DATE)
PLACES = (FOLDER, *VARYING)
USUAL = f"{FOLDER}/{GENERATED}"
MENTIONED = re.compile(r"\{[^{}]*\}")


def unknown(pattern: str) -> list[str]:
    """Return the words in braces that a folder's name cannot hold."""
    return [word for word in MENTIONED.findall(pattern) if word not in PLACES]


def fixed(pattern: str, workbook: Path) -> Path:
    """Return the part of the folder that is the same for every year, unit and day.

    There lie the sign that a run is at work, and what is remembered from one run to the next.
    """
    kept = takewhile(lambda part: not any(word in part for word in VARYING), Path(pattern).parts)
    return _beside(kept, workbook)


def filled(pattern: str, workbook: Path, facts: Mapping[str, str]) -> Path:
    """Return the folder with `facts` (the year, the unit, the day) in it, each fit for a file's name."""
    return _beside((_filled(part, facts) for part in Path(pattern).parts), workbook)


def _beside(parts: Iterable[str], workbook: Path) -> Path:
    """Put a folder together; 文件夹 is the one of the workbook."""
    return Path(*(str(workbook.parent) if part == FOLDER else part for part in parts))


def _filled(part: str, facts: Mapping[str, str]) -> str:
    whole = part
    for word, fact in facts.items():
        whole = whole.replace(word, fact)
    return part if whole == part else safe_name(whole)
