"""An old workbook as plain data: what transfer works on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from workbook.grid.model import Grid, Place


@dataclass
class OldSheet:
    """One sheet; places are worksheet row and column, counted from 1.

    `formulas` had a result, which `values` hold; of `uncached` ones the text is there.
    """

    name: str
    values: dict[Place, Any] = field(default_factory=dict)
    remarks: dict[Place, tuple[str, str]] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    links: dict[Place, str] = field(default_factory=dict)
    formulas: list[Place] = field(default_factory=list)
    uncached: list[Place] = field(default_factory=list)
    shown: bool = True
    charts: bool = False  # whether it holds any

    @cached_property
    def grid(self) -> Grid:
        """Return the sheet as every reader sees it."""
        height = max((row for row, _ in self.values), default=0)
        width = max((column for _, column in self.values), default=0)
        rows = [[self.values.get((r, c)) for c in range(1, width + 1)] for r in range(1, height + 1)]
        return Grid(self.name, rows, tuple(self.merges))

    @property
    def last(self) -> int:
        """Return the last row that holds something."""
        return len(self.grid.rows)


@dataclass
class OldBook:
    """A whole old workbook; `pictures` tells whether it holds any."""

    name: str
    sheets: list[OldSheet]
    pictures: bool = False
