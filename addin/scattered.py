"""Cells of one sheet to be written wherever they lie, and none of those between them.

A block of values around them would be one call too, but is never safe: it brings back text such as 001
as a number, kills formulas and the colour of single words, and neither program tells which cells have
some. So the workbook's own macro `Bulk.PutCells` is handed the cells and puts one after the other.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from addin.results import Patch

GENERAL, DAY, MOMENT, CLOCK = "General", "yyyy-m-d", "yyyy-m-d h:mm", "h:mm"
ZERO = dt.datetime(1899, 12, 30)  # the day macros count from, whatever the workbook's own calendar

Spot = tuple[str, int, Any]  # column letters, row, and what the cell gets


@dataclass(frozen=True)
class Scattered:
    """The cells of `sheet` that get something, each with what it gets."""

    sheet: str
    cells: tuple[Spot, ...]

    @property
    def words(self) -> tuple[list[str], list[Any], list[str]]:
        """Return places, contents and formats as the macro takes them."""
        places = [f"{letters}{row}" for letters, row, _ in self.cells]
        values = [value for _, _, value in self.cells]
        return places, [plain(value) for value in values], [format_of(value) for value in values]

    @property
    def runs(self) -> list[Patch]:
        """Return one write for all cells below one another, for a workbook that lacks the macro."""
        columns: dict[str, list[Spot]] = defaultdict(list)
        for spot in sorted(self.cells, key=lambda each: each[1]):
            columns[spot[0]].append(spot)
        return [self._patch(run) for column in columns.values() for run in _unbroken(column)]

    def _patch(self, run: Sequence[Spot]) -> Patch:
        letters, row, _ = run[0]
        return Patch(self.sheet, letters, row, tuple((value,) for _, _, value in run))


def _unbroken(column: Sequence[Spot]) -> Iterator[list[Spot]]:
    run = [column[0]]
    for spot in column[1:]:
        if spot[1] != run[-1][1] + 1:
            yield run
            run = []
        run.append(spot)
    yield run


def plain(value: Any) -> Any:
    """Return a value as both programs take it from Python: days and times of day as numbers."""
    if value is None:
        return ""
    if isinstance(value, dt.time):
        return (dt.datetime.combine(dt.date.min, value) - dt.datetime.min) / dt.timedelta(days=1)
    if isinstance(value, dt.date):
        moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
        return (moment - ZERO) / dt.timedelta(days=1)
    return value


def format_of(value: Any) -> str:
    """Return the number format a value needs in a cell of text; text and blanks need none."""
    if value is None or isinstance(value, str):
        return ""
    if isinstance(value, dt.time):
        return CLOCK
    if isinstance(value, dt.date):
        return MOMENT if isinstance(value, dt.datetime) and value.time() != dt.time() else DAY
    return GENERAL
