"""Cells → Python values, in few calls: the values in one, then only what they do not tell by themselves.

UNO gives dates and truth values as bare numbers, and nothing at all for an error.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from addin.libreoffice.cells import Area, Part
from addin.libreoffice.formats import BOOLEAN, DATE, TIME, Formats, is_general, key_of

_VALUES, _ERRORS = 1, 4  # com.sun.star.sheet.FormulaResult


class CellError(str):
    """What an error cell shows: #REF! and the like."""


def null_date(document: Any) -> dt.datetime:
    """Return the day that counts as 0."""
    day = document.NullDate
    return dt.datetime(day.Year, day.Month, day.Day)


def read(cells: Any, area: Area, document: Any, formats: Formats) -> list[list[Any]]:
    """Return the values of `cells`, which cover `area`: text, numbers, datetimes, bools and CellErrors.

    Blank cells are empty texts.
    """
    return _Reading(cells, area, document, formats).values()


class _Reading:
    def __init__(self, cells: Any, area: Area, document: Any, formats: Formats) -> None:
        self.cells = cells
        self.area = area
        self.formats = formats
        self.null = null_date(document)
        self.rows: list[list[Any]] = [list(map(_tabbed, row)) for row in cells.getDataArray()]

    def values(self) -> list[list[Any]]:
        for block in self._blocks(self.cells.queryContentCells(int(Part.DATETIME))):
            self._make_dates(block)
        if self.cells.queryContentCells(int(Part.FORMULA)).Count:
            self._add_results()
        for column in range(self.area.width):
            self._make_truths(column, self._candidates(column))
        return self.rows

    def _blocks(self, ranges: Any) -> Iterable[Area]:
        """Return the areas of UNO `ranges`, counted from the first cell that is read, which is 0, 0."""
        for address in ranges.RangeAddresses:
            found = Area.of(address)
            yield found._replace(top=found.top - self.area.top, left=found.left - self.area.left)

    def _part(self, block: Area) -> Any:
        return self.cells.getCellRangeByPosition(block.left, block.top, block.right, block.bottom)

    def _make_dates(self, block: Area) -> None:
        for row, column in _places(block):
            self.rows[row][column] = self._date(self.rows[row][column])

    def _date(self, serial: Any) -> Any:
        try:
            return self.null + dt.timedelta(seconds=round(serial * 86400, 3))
        except OverflowError:  # a number no calendar knows, shown as ###
            return serial

    def _add_results(self) -> None:
        for block in self._blocks(self.cells.queryFormulaCells(_ERRORS)):
            for row, column in _places(block):
                self.rows[row][column] = CellError(self.cells.getCellByPosition(column, row).String)
        for block in self._blocks(self.cells.queryFormulaCells(_VALUES)):
            key = key_of(self._part(block))
            for row, column in _places(block):
                self._add_result(row, column, key)

    def _add_result(self, row: int, column: int, key: int | None) -> None:
        """Give the number a formula made the type it is shown as; a General cell has to be asked itself."""
        if key is None or is_general(key):
            key = self.cells.getCellByPosition(column, row).NumberFormat
        kind = self.formats.kind(key)
        if kind & (DATE | TIME):
            self.rows[row][column] = self._date(self.rows[row][column])
        elif kind & BOOLEAN:
            self.rows[row][column] = bool(self.rows[row][column])

    def _candidates(self, column: int) -> list[int]:
        """Return the rows that hold 0 or 1 in `column`."""
        return [
            index
            for index, row in enumerate(self.rows)
            if type(row[column]) is float and row[column] in (0, 1)
        ]

    def _make_truths(self, column: int, rows: list[int]) -> None:
        """Turn the numbers in `rows` into truth values where they are shown as such; halve a mixed lot."""
        if not rows:
            return
        key = key_of(self._part(Area(rows[0], column, rows[-1] - rows[0] + 1, 1)))
        if key is None:
            half = len(rows) // 2
            self._make_truths(column, rows[:half])
            self._make_truths(column, rows[half:])
        elif self.formats.kind(key) & BOOLEAN:
            for row in rows:
                self.rows[row][column] = bool(self.rows[row][column])


def _tabbed(value: Any) -> Any:
    """Return text with the tabs UNO gives as a sign of its own where the text has several lines."""
    return value.replace("\1", "\t") if type(value) is str and "\1" in value else value


def _places(block: Area) -> Iterable[tuple[int, int]]:
    return (
        (row, column)
        for row in range(block.top, block.bottom + 1)
        for column in range(block.left, block.right + 1)
    )
