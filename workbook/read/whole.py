"""A whole Book → Ledgers: what stands there, what could not be read, what is not where it should be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from workbook.bulk import many_objects
from workbook.grid.model import Book, Grid
from workbook.ledger import Gap, Ledger, Ledgers, Mark, Row
from workbook.nearest import nearest
from workbook.parse import Around
from workbook.read.body import body
from workbook.read.cells import Noted, column_values
from workbook.read.headers import Layout, layouts
from workbook.read.later import put_back
from workbook.read.ours import refuse_newer, refuse_strangers
from workbook.read.upright import read_upright, upright_place
from workbook.spec import Column, Table

FIRST = ("options", "basics", "members")  # later tables are read by what these hold


def read(
    book: Book, tables: Iterable[Table], as_of: dt.date | None = None, today: dt.date | None = None
) -> Ledgers:
    """Return every ledger of `book`; a cell's content never raises, a file that is not ours does.

    `as_of` is the day a person chose; without one it is `today`, or the end of the workbook's year once
    that is over. A `Trouble` with code 2 tells a file that is not ours or is newer than the program.
    """
    with many_objects():
        return _Reader(book, tuple(tables), as_of, today or dt.date.today()).read()


class _Reader:
    def __init__(self, book: Book, tables: tuple[Table, ...], as_of: dt.date | None, today: dt.date) -> None:
        self.book = book
        self.tables = tables
        self.ledgers = Ledgers(book.name, as_of=as_of or today, today=today, named=as_of is not None)
        self.around = Around(date1904=book.date1904)
        self.layouts = {layout.table.key: layout for sheet in self._sheets() for layout in sheet}

    def read(self) -> Ledgers:
        """Read the tables, those others depend on first, and return them in their own order."""
        refuse_strangers(self.book, self.tables, self.layouts)
        for table in sorted(self.tables, key=_turn):
            self.ledgers.tables[table.key] = self._ledger(table)
            self._learn(table.key)
        self.ledgers.tables = {table.key: self.ledgers.tables[table.key] for table in self.tables}
        put_back(self.ledgers)
        self.ledgers.memo.clear()  # of what was looked up on the way, before all was read
        return self.ledgers

    def _sheets(self) -> Iterable[list[Layout]]:
        by_sheet: dict[str, list[Table]] = {}
        for table in self.tables:
            by_sheet.setdefault(table.sheet, []).append(table)
        for sheet, tables in by_sheet.items():
            if sheet in self.book.grids and not tables[0].upright:
                yield layouts(self.book.grids[sheet], tables)

    def _ledger(self, table: Table) -> Ledger:
        grid = self.book.grids.get(table.sheet)
        if grid is not None and table.upright and upright_place(grid, table) is not None:
            ledger, noted = read_upright(self.ledgers, table, grid, self.around)
            self._mark(ledger, noted)
            return ledger
        layout = self.layouts.get(table.key)
        if grid is None or layout is None:
            return self._missing(table, grid)
        return self._filled(layout, grid)

    def _missing(self, table: Table, grid: Grid | None) -> Ledger:
        """Return the empty ledger of a table that is not there; one the program writes is not missed."""
        if not table.written:
            others = [sheet for sheet in self.book.grids if all(sheet != t.sheet for t in self.tables)]
            form, near = (
                ("missing_sheet", nearest(table.sheet, others)) if grid is None else ("missing_header", "")
            )
            self.ledgers.gaps.append(Gap(form, table, table.sheet, near))
        return Ledger(self.ledgers, table, table.sheet_columns, {}, 0)

    def _filled(self, layout: Layout, grid: Grid) -> Ledger:
        ledger = Ledger(self.ledgers, layout.table, layout.columns, layout.letters, layout.header)
        if layout.table.written:
            return ledger
        found = body(grid, layout)
        columns = [self._column(found, column, layout) for column in layout.columns]
        rows = zip(found.numbers, zip(*(values for values, _ in columns), strict=True), strict=True)
        ledger.rows = [Row(ledger, number, list(values)) for number, values in rows]
        self._mark(ledger, [noted for _, noted in columns])
        self.ledgers.gaps += layout.gaps
        return ledger

    def _column(self, found: Any, column: Column, layout: Layout) -> tuple[list[Any], Noted]:
        place = layout.places[column.key]
        if place is None:
            return [None] * len(found.numbers), []
        return column_values(found, column, place, self.around)

    def _mark(self, ledger: Ledger, columns: Sequence[Noted]) -> None:
        for column, noted in zip(ledger.columns, columns, strict=True):
            for index, raw, reading in noted:
                mark = Mark(
                    reading.form,
                    ledger.table.key,
                    ledger.rows[index],
                    column,
                    raw,
                    reading.meant,
                    reading.hint,
                )
                self.ledgers.marks.append(mark)

    def _learn(self, key: str) -> None:
        """Take from a table just read what the reading of later ones rests on."""
        if key == "options":
            self.ledgers.options = _options(self.ledgers[key])
            self.around = self.around._replace(options=self.ledgers.options)
        if key == "basics":
            self._learn_year()
            refuse_newer(self.ledgers)
        if key == "members":
            names = (row["name"] for row in self.ledgers[key])
            self.around = self.around._replace(
                suffixed=frozenset(name for name in names if name and "（" in name)
            )

    def _learn_year(self) -> None:
        year = self.ledgers.setting("year")
        self.ledgers.year = int(year) if year is not None and 1900 <= year <= 2100 else None
        if self.ledgers.year and not self.ledgers.named:
            self.ledgers.as_of = min(self.ledgers.today, dt.date(self.ledgers.year, 12, 31))
        self.around = self.around._replace(year=self.ledgers.year)


def _turn(table: Table) -> int:
    return FIRST.index(table.key) if table.key in FIRST else len(FIRST)


def _options(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    return {
        column.title: tuple(str(row[column.key]) for row in ledger if row[column.key] is not None)
        for column in ledger.columns
    }
