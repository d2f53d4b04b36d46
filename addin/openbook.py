"""An open workbook → Book, as it stands on the screen: unsaved entries, merged cells and errors included.

Plain xlwings calls only, so that the same code reads Excel and LibreOffice: the workbook's own macro tells
where all its sheets end, then a sheet is looked up and its values are read, two calls a sheet. More are
made only where cells are merged among the rows of a table, or where an older workbook lacks the macro.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import xlwings

from addin.macro import ask
from workbook.content import RULES
from workbook.grid.model import Book, Grid, Place
from workbook.grid.refusals import sprawling
from workbook.spec import Table
from workbook.tables import TABLES

MOST_CELLS = 6_000_000  # of all sheets together, blank ones in between included
TABLE_BEGINS = 3  # filled cells: a row with fewer is a title, a note or blank

Merge = tuple[int, int, int, int]

_ERROR = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!)|(?:Err|错误):\s*\d+")


def read_open_book(book: xlwings.Book, tables: Iterable[Table] = TABLES) -> Book:
    """Return what `book` shows at this moment: `tables`, the codes on the page of the rules, and other names.

    A sheet that is used far beyond what anybody fills in raises Trouble. Hidden rows count as any others:
    Excel could only be asked for them row by row.
    """
    wanted = {table.sheet for table in tables}
    grids: dict[str, Grid] = {}
    room = MOST_CELLS
    workbook = book.name
    for name, end in _ends(book).items():
        if name in wanted:
            sheet = book.sheets[name]
            grids[name] = _grid(workbook, name, sheet, end or _end(sheet), room)
            room -= sum(map(len, grids[name].rows))
        else:
            grids[name] = Grid(name, _codes(book.sheets[name], end) if name == RULES else [])
    return Book(workbook, grids, _path(book))


class End(NamedTuple):
    """Where a sheet ends: its last used row and column, and the last row that holds merged cells."""

    row: int
    column: int
    merged: int


def _ends(book: xlwings.Book) -> dict[str, End | None]:
    """Return the sheets by name with their ends; without the macro that tells them, with none."""
    told = ask(book, "Extents")
    if not told:
        return {sheet.name: None for sheet in book.sheets}
    ends = (line.split(" ", 3) for line in told)
    return {name: End(int(row), int(column), int(merged)) for row, column, merged, name in ends}


def _end(sheet: xlwings.Sheet) -> End:
    last = sheet.used_range.last_cell
    return End(last.row, last.column, last.row)


def _path(book: xlwings.Book) -> Path | None:
    """Return where the workbook is saved, or None: never saved, or nowhere on this machine."""
    try:
        path = Path(book.fullname)
    except xlwings.XlwingsError:  # in a cloud folder that is not found on the disk
        return None
    return path if path.is_absolute() else None


def _grid(workbook: str, name: str, sheet: xlwings.Sheet, end: End, room: int) -> Grid:
    if end.row * end.column > room:
        raise sprawling(workbook, name, end.row, end.column)
    shown = sheet.range((1, 1), (end.row, end.column)).options(ndim=2, err_to_str=True).value
    rows, faults = _plain(shown)
    return Grid(name, _trimmed(rows), tuple(_merges(sheet, rows, end.merged)), faults)


def _codes(sheet: xlwings.Sheet, end: End | None) -> list[list[Any]]:
    """Return the first column of the page of the rules: findings lead there."""
    rows: list[list[Any]] = sheet.range((1, 1), ((end or _end(sheet)).row, 1)).options(ndim=2).value
    return rows


def _plain(shown: list[list[Any]]) -> tuple[list[list[Any]], dict[Place, str]]:
    """Return the values as files give them, and the errors by place."""
    faults: dict[Place, str] = {}
    rows = [[_value(value) for value in row] for row in shown]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if type(value) is str and _ERROR.fullmatch(value):
                faults[number, column] = value
                row[column - 1] = None
    return rows, faults


def _value(value: Any) -> Any:
    """Return a value as reading a file gives it: days as dates, times of day as times, money as a number."""
    if isinstance(value, dt.datetime):
        if value.year < 1900:  # a time alone: the day before the calendar begins
            return value.time()
        return value.date() if value.time() == dt.time() else value
    return float(value) if isinstance(value, Decimal) else value


def _trimmed(rows: list[list[Any]]) -> list[list[Any]]:
    """Return no rows for a sheet that holds nothing; a blank one is used to A1."""
    return rows if any(value is not None for row in rows for value in row) else []


def _merges(sheet: xlwings.Sheet, rows: list[list[Any]], last: int) -> Iterator[Merge]:
    """Yield the merged cells from the first row of a table to `last`; titles above it are always merged."""
    filled = (len(row) - row.count(None) >= TABLE_BEGINS for row in rows)
    first = next((number for number, is_filled in enumerate(filled, 1) if is_filled), None)
    if first is None or last < first:
        return
    found: list[Merge] = []
    waiting: list[Merge] = [(first, 1, last, len(rows[0]))]
    while waiting:
        area = waiting.pop()
        if any(_within(area, each) for each in found):
            continue
        cells = sheet.range(area[:2], area[2:])
        if cells.merge_cells is False:
            continue
        if area[:2] == area[2:]:
            found.append(_corners(cells.merge_area))
        waiting += _halves(*area)
    yield from sorted(found)


def _within(area: Merge, other: Merge) -> bool:
    return area[0] >= other[0] and area[1] >= other[1] and area[2] <= other[2] and area[3] <= other[3]


def _corners(cells: xlwings.Range) -> Merge:
    last = cells.last_cell
    return cells.row, cells.column, last.row, last.column


def _halves(top: int, left: int, bottom: int, right: int) -> list[Merge]:
    """Return an area in two along its longer side; a single cell in none."""
    if top == bottom and left == right:
        return []
    if bottom - top >= right - left:
        middle = (top + bottom) // 2
        return [(middle + 1, left, bottom, right), (top, left, middle, right)]
    middle = (left + right) // 2
    return [(top, middle + 1, bottom, right), (top, left, bottom, middle)]
