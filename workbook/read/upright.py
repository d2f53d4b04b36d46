"""The settings (基本信息): titles one below another, each with its value to the right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbook.grid.model import Grid
from workbook.ledger import Gap, Ledger, Ledgers, Row
from workbook.nearest import nearest
from workbook.parse import Around
from workbook.read.body import Body
from workbook.read.cells import Noted, column_values
from workbook.read.headers import letters, title_of
from workbook.spec import ANY, Column, Table

SEARCHED_COLUMNS = 5


def upright_place(grid: Grid, table: Table) -> int | None:
    """Return the place of the column that holds the titles of `table`, or None where there is none."""
    wanted = {title_of(column.title) for column in table.columns}
    width = min(SEARCHED_COLUMNS, len(grid.rows[0]) - 1) if grid.rows else 0
    score = {place: len(wanted & {title_of(row[place]) for row in grid.rows}) for place in range(width)}
    best = max(score, key=lambda place: score[place], default=None)
    return best if best is not None and score[best] else None


def read_upright(ledgers: Ledgers, table: Table, grid: Grid, around: Around) -> tuple[Ledger, list[Noted]]:
    """Return the ledger of an upright table, its one row filled, and what was noticed, column by column."""
    place = upright_place(grid, table) or 0
    lines = _lines(grid, table, place)
    added = tuple(Column(title, title, ANY) for title in lines if not _declared(table, title))
    columns = (*table.columns, *added)
    ledger = Ledger(ledgers, table, columns, {c.key: letters(place + 1) for c in columns}, 0)
    ledger.lines = {c.key: lines[title_of(c.title)] for c in columns if title_of(c.title) in lines}
    ledger.header = min(ledger.lines.values(), default=0)
    ledgers.gaps += _gaps(grid, ledger, place)
    cells = [_cell(grid, ledger, column, place + 1, around) for column in columns]
    ledger.rows = [Row(ledger, ledger.header, [value for value, _ in cells])]
    return ledger, [noted for _, noted in cells]


def _declared(table: Table, title: str) -> bool:
    return any(title_of(column.title) == title for column in table.columns)


def _lines(grid: Grid, table: Table, place: int) -> dict[str, int]:
    """Return the worksheet row of each title; below the first, one a person added counts with its value."""
    lines: dict[str, int] = {}
    for number, row in enumerate(grid.rows, 1):
        title = title_of(row[place])
        if title and (_declared(table, title) or (lines and row[place + 1] is not None)):
            lines.setdefault(title, number)
    return lines


def _gaps(grid: Grid, ledger: Ledger, place: int) -> Iterator[Gap]:
    """Yield a gap for each entry whose title is not there, naming the nearest title that is."""
    table = ledger.table
    found = {title_of(row[place]): number for number, row in enumerate(grid.rows, 1)}
    strange = {title: number for title, number in found.items() if title and not _declared(table, title)}
    for column in table.columns:
        if column.key not in ledger.lines:
            near = nearest(column.title, strange)
            where = f"{table.sheet}!{letters(place)}{strange[near]}" if near else ""
            yield Gap("missing_column", table, column.title, near, where)


def _cell(grid: Grid, ledger: Ledger, column: Column, place: int, around: Around) -> tuple[Any, Noted]:
    if column.key not in ledger.lines:
        return None, []
    number = ledger.lines[column.key]
    cell = Body(grid, [number], [place], [(grid.rows[number - 1][place],)])
    values, noted = column_values(cell, column, place, around)
    return values[0], noted
