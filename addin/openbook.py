"""An open workbook → Book, as it stands on the screen: unsaved entries, merged cells and errors included.

Plain xlwings calls only, so that the same code reads Excel and LibreOffice: once a sheet is asked where it
ends, then its cells are read in two calls, their values and whether any are merged. More are made only
where cells are merged among the rows of a table.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlwings

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
    """Return what `book` shows at this moment: `tables` and the page of the rules, of other sheets the name.

    A sheet that is used far beyond what anybody fills in raises Trouble. Hidden rows count as any others:
    Excel could only be asked for them row by row.
    """
    wanted = {RULES, *(table.sheet for table in tables)}
    grids: dict[str, Grid] = {}
    room = MOST_CELLS
    for sheet in book.sheets:
        name = sheet.name
        grids[name] = _grid(book.name, name, sheet, room) if name in wanted else Grid(name, [])
        room -= sum(map(len, grids[name].rows))
    return Book(book.name, grids, _path(book))


def _path(book: xlwings.Book) -> Path | None:
    """Return where the workbook is saved, or None: never saved, or nowhere on this machine."""
    try:
        path = Path(book.fullname)
    except xlwings.XlwingsError:  # in a cloud folder that is not found on the disk
        return None
    return path if path.is_absolute() else None


def _grid(workbook: str, name: str, sheet: xlwings.Sheet, room: int) -> Grid:
    last = sheet.used_range.last_cell
    height, width = last.row, last.column
    if height * width > room:
        raise sprawling(workbook, name, height, width)
    shown = sheet.range((1, 1), (height, width)).options(ndim=2, err_to_str=True).value
    rows, faults = _plain(shown)
    return Grid(name, _trimmed(rows), tuple(_merges(sheet, rows)), faults)


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


def _merges(sheet: xlwings.Sheet, rows: list[list[Any]]) -> Iterator[Merge]:
    """Yield the merged cells from the first row of a table on; titles above it are always merged."""
    filled = (len(row) - row.count(None) >= TABLE_BEGINS for row in rows)
    first = next((number for number, is_filled in enumerate(filled, 1) if is_filled), None)
    if first is None:
        return
    found: list[Merge] = []
    waiting: list[Merge] = [(first, 1, len(rows), len(rows[0]))]
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
