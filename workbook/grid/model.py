"""Book and Grid: what every reader of files hands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

UNCACHED = "公式未计算"  # the fault of a formula whose result the file does not hold

Place = tuple[int, int]  # row and column, both counted from 1


@dataclass
class Grid:
    """One sheet: `rows` start at row 1, column A, and are equally long; blank cells are None.

    `merges` are (first row, first column, last row, last column), counted from 1; `faults` name the
    error (#REF! …) or UNCACHED by place; `hidden` are row numbers.
    """

    sheet: str
    rows: list[list[Any]]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    faults: dict[Place, str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()


@dataclass
class Book:
    """One file or open workbook as grids by sheet name; `date1904` says how serial dates count."""

    name: str
    grids: dict[str, Grid]
    path: Path | None = None
    date1904: bool = False
