"""Where everything stands: sheets, header rows and columns, before a cell is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from workbook.content import DEFAULT_WIDTH, UPRIGHT, Content, Entries, Extra
from workbook.spec import Column, Table

LAST_ROW = 2000  # drop-downs, formats and marks reach this far; further where more rows are carried
SPARE = 500
HEADER = 3


@dataclass(frozen=True)
class Slot:
    """A column's place on the sheet: `place` counts from 0; `column` is None where a person added it."""

    title: str
    place: int
    width: float
    column: Column | None = None
    extra: Extra | None = None
    printed: bool = True
    folded: bool = False

    @property
    def letters(self) -> str:
        """Return the column's letters."""
        return str(xl_col_to_name(self.place))


@dataclass(frozen=True)
class Block:
    """A table's place on its sheet; rows count from 1 as people count them."""

    table: Table
    entries: Entries
    slots: tuple[Slot, ...]
    header: int
    last: int

    @property
    def first(self) -> int:
        """Return the first row of entries."""
        return self.header + 1

    @property
    def printed(self) -> tuple[Slot, ...]:
        """Return the columns that are printed."""
        return tuple(slot for slot in self.slots if slot.printed)

    def slot(self, key: str) -> Slot:
        """Return the place of the column `key`."""
        return next(slot for slot in self.slots if slot.column and slot.column.key == key)

    def titled(self, title: str) -> Slot | None:
        """Return the place of the column titled `title`, or None."""
        return next((slot for slot in self.slots if slot.title == title), None)

    def cell(self, index: int | None, title: str) -> tuple[int, int] | None:
        """Return row and column, counted from 0, of an entry (the header: None), or None where it is not."""
        if self.table.upright:
            titles = [column.title for column in self.table.sheet_columns]
            titles += [extra.title for extra in self.entries.extras]
            return (self.header + titles.index(title), 1) if title in titles else None
        slot = self.titled(title)
        if slot is None:
            return None
        return (self.header - 1 if index is None else self.header + index), slot.place

    def line(self, key: str) -> int:
        """Return the row of the setting `key` of an upright table."""
        keys = [column.key for column in self.table.sheet_columns]
        return self.first + keys.index(key)

    def span(self, slot: Slot) -> str:
        """Return the cells under a column: E4:E2000."""
        return f"{slot.letters}{self.first}:{slot.letters}{self.last}"

    def area(self, top: int) -> str:
        """Return the cells of all columns from row `top` on."""
        return f"{self.slots[0].letters}{top}:{self.slots[-1].letters}{self.last}"

    def reference(self, slot: Slot) -> str:
        """Return the cells under a column as other sheets call them."""
        return f"'{self.table.sheet}'!${slot.letters}${self.first}:${slot.letters}${self.last}"

    def setting(self, key: str) -> str:
        """Return the cell of the setting `key` of an upright table as other sheets call it."""
        return f"'{self.table.sheet}'!$B${self.line(key)}"


@dataclass(frozen=True)
class Sheet:
    """A worksheet that holds one table, or several side by side."""

    name: str
    group: str
    blocks: tuple[Block, ...]
    hidden: bool

    @property
    def upright(self) -> bool:
        """Tell whether the sheet is the settings."""
        return self.blocks[0].table.upright

    @property
    def header(self) -> int:
        """Return the row of the column titles."""
        return self.blocks[0].header

    @property
    def printed(self) -> tuple[Slot, ...]:
        """Return the columns that are printed, all blocks together."""
        return tuple(slot for block in self.blocks for slot in block.printed)


def plan(tables: Sequence[Table], content: Content) -> tuple[Sheet, ...]:
    """Lay out the sheets in the order of `tables`; tables of one sheet stand side by side."""
    names = dict.fromkeys(table.sheet for table in tables)
    return tuple(_sheet([t for t in tables if t.sheet == name], content) for name in names)


def _sheet(tables: list[Table], content: Content) -> Sheet:
    header = HEADER + max(len(content.of(table.key).above) for table in tables)
    blocks: list[Block] = []
    left = 0
    for table in tables:
        blocks.append(_block(table, content.of(table.key), header, left))
        left += len(blocks[-1].slots) + 1
    return Sheet(tables[0].sheet, tables[0].group, tuple(blocks), _is_hidden(tables[0], content))


def _is_hidden(table: Table, content: Content) -> bool:
    """Tell whether a sheet waits out of sight: one nobody has begun, and no term of office ends soon."""
    entries = content.of(table.key)
    if entries.shown is not None:
        return not entries.shown
    begun = bool(table.dated) and entries.filled(table[table.dated].title) > 0
    return table.hidden and not begun and not (table.key == "election" and _term_ends(content))


def _term_ends(content: Content) -> bool:
    """Tell whether the term of office ends within 12 months of some day of the workbook's year."""
    settings = (content.of("basics").rows or [{}])[0]
    year, last_day = settings.get("年度"), settings.get("本届任期止")
    return isinstance(year, int) and isinstance(last_day, dt.date) and last_day.year <= year + 1


def _block(table: Table, entries: Entries, header: int, left: int) -> Block:
    slots = _upright_slots(entries) if table.upright else tuple(_slots(table, entries, left))
    rows = max([len(entries.rows), *(1 + max(e.values, default=0) for e in entries.extras)])
    last = LAST_ROW if header + rows + SPARE <= LAST_ROW else header + rows + SPARE
    return Block(table, entries, slots, header, last)


def _upright_slots(entries: Entries) -> tuple[Slot, ...]:
    return tuple(
        Slot(title, place, entries.widths.get(title, width)) for place, (title, width) in enumerate(UPRIGHT)
    )


def _slots(table: Table, entries: Entries, left: int) -> Iterator[Slot]:
    followers = {title: _after(entries, title) for title in ("", *(c.title for c in table.sheet_columns))}
    place = left
    for extra in followers[""]:
        yield Slot(extra.title, place, extra.width, extra=extra)
        place += 1
    for column in table.sheet_columns:
        width = entries.widths.get(column.title, column.width or DEFAULT_WIDTH)
        yield Slot(column.title, place, width, column, None, column.printed, column.folded)
        place += 1
        for extra in followers[column.title]:
            yield Slot(extra.title, place, extra.width, None, extra, column.printed, column.folded)
            place += 1


def _after(entries: Entries, title: str) -> list[Extra]:
    return [extra for extra in entries.extras if extra.after == title]
