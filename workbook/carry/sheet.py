"""One sheet of an old workbook → the entries of the tables that stand on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbook.carry.old import OldSheet
from workbook.content import BACK, DEFAULT_WIDTH, UPRIGHT, Content, Entries, Extra, ExtraSheet, Remark
from workbook.read.headers import Layout, layouts, letters, title_of
from workbook.read.upright import upright_place
from workbook.spec import Column, Table

SAME_WIDTH = 0.75  # LibreOffice rounds widths


@dataclass
class Moving:
    """A table on its way: `columns` by worksheet column, counted from 1, declared ones and added ones."""

    sheet: OldSheet
    layout: Layout
    entries: Entries
    columns: dict[int, Column | Extra]

    @property
    def header(self) -> int:
        """Return the row of the titles."""
        return self.layout.header

    def title(self, column: int) -> str | None:
        """Return the title of a worksheet column that belongs to this table."""
        owner = self.columns.get(column)
        return None if owner is None else owner.title


def move_ledger(sheet: OldSheet, tables: list[Table], content: Content) -> dict[str, Entries]:
    """Return the entries of `tables` by key; a table whose titles are not found is left out."""
    found = sorted(layouts(sheet.grid, tables), key=_left)
    moving = [Moving(sheet, layout, Entries(), dict(_declared(layout))) for layout in found]
    if not moving:
        _set_aside(sheet, content)
        return {}
    _add_columns(sheet, moving)
    for each in moving:
        _rows(each)
        _look(each)
        _remarks(each)
        _merges(each, content.notes)
        _doubts(each, content.notes)
    moving[0].entries.above = _above(sheet, moving[0].header, tables[0])
    moving[0].entries.shown = sheet.shown if sheet.shown == tables[0].hidden else None
    return {each.layout.table.key: each.entries for each in moving}


def _declared(layout: Layout) -> Iterator[tuple[int, Column]]:
    """Yield the declared columns by worksheet column, counted from 1."""
    for key, place in layout.places.items():
        if place is not None and layout.table.has(key):
            yield place + 1, layout.table[key]


def _left(layout: Layout) -> int:
    return min(place for place in layout.places.values() if place is not None)


def _set_aside(sheet: OldSheet, content: Content) -> None:
    content.sheets.append(ExtraSheet(f"{sheet.name[:25]}（旧）", sheet.values, sheet.widths, sheet.remarks))
    content.notes.append(f"“{sheet.name}”找不到表头，原有内容另存在“{sheet.name[:25]}（旧）”。")


def _add_columns(sheet: OldSheet, moving: list[Moving]) -> None:
    """Give every column that holds something and is not declared to the table on its left."""
    declared = {column for each in moving for column in each.columns}
    for column in sorted({column for _, column in sheet.values} - declared):
        owner = next((each for each in reversed(moving) if _left(each.layout) < column), moving[0])
        rows = [row for row, place in sheet.values if place == column and row >= owner.header]
        if not rows:
            continue
        title = sheet.values.get((owner.header, column))
        after = [c for c in owner.columns if c < column and isinstance(owner.columns[c], Column)]
        extra = Extra(
            "" if title is None else str(title),
            owner.columns[max(after)].title if after else "",
            {row - owner.header - 1: sheet.values[row, column] for row in rows if row > owner.header},
            sheet.widths.get(column, DEFAULT_WIDTH),
        )
        owner.entries.extras.append(extra)
        owner.columns[column] = extra


def _rows(moving: Moving) -> None:
    """Take the rows as they stand, blank ones between them too."""
    sheet, columns = moving.sheet, moving.columns
    for row in range(moving.header + 1, sheet.last + 1):
        cells = {
            c.title: sheet.values.get((row, place)) for place, c in columns.items() if isinstance(c, Column)
        }
        moving.entries.rows.append({title: value for title, value in cells.items() if value is not None})
    while moving.entries.rows and not moving.entries.rows[-1]:
        moving.entries.rows.pop()


def _look(moving: Moving) -> None:
    sheet, entries = moving.sheet, moving.entries
    for place, column in moving.columns.items():
        width = sheet.widths.get(place)
        if isinstance(column, Column) and width and abs(width - (column.width or DEFAULT_WIDTH)) > SAME_WIDTH:
            entries.widths[column.title] = width
    entries.hidden = {row - moving.header - 1 for row in sheet.hidden if row > moving.header}
    for (row, place), target in sheet.links.items():
        title = moving.title(place)
        if row > moving.header and title is not None:
            entries.links[row - moving.header - 1, title] = target


def _remarks(moving: Moving) -> None:
    for (row, place), (text, author) in sorted(moving.sheet.remarks.items()):
        title = moving.title(place)
        if title is not None:
            index = row - moving.header - 1 if row > moving.header else None
            moving.entries.remarks.append(Remark(index, title, text, author))


def _merges(moving: Moving, notes: list[str]) -> None:
    """Keep merges of entries whose columns still stand side by side."""
    order = moving.entries.titles(moving.layout.table)
    for top, left, bottom, right in sorted(moving.sheet.merges):
        titles = [moving.title(place) for place in range(left, right + 1)]
        if top <= moving.header or titles[0] is None:
            continue
        start = order.index(titles[0])
        first, last = top - moving.header - 1, bottom - moving.header - 1
        if order[start : start + len(titles)] == titles:
            moving.entries.merges.append((first, titles[0], last, str(titles[-1])))
        else:
            notes.append(
                f"{moving.sheet.name}!{letters(left - 1)}{top} 的合并单元格在新模板里不相邻，已拆开。"
            )


def _doubts(moving: Moving, notes: list[str]) -> None:
    """Name the columns whose titles are likely misspelt: their entries stay under the title they have."""
    for gap in moving.layout.gaps:
        if gap.form == "missing_column" and gap.nearest:
            notes.append(
                f"“{gap.table.sheet}”没有“{gap.title}”列，只有相近的“{gap.nearest}”，已作为自加的列带入。"
            )


def _above(sheet: OldSheet, header: int, table: Table) -> list[dict[int, Any]]:
    """Return the lines a person put above the header: all but the template's title and note."""
    template = set(_template_rows(sheet, header, table))
    lines = [
        {column: value for (row, column), value in sheet.values.items() if row == number}
        for number in range(1, header)
        if number not in template
    ]
    return [line for line in lines if line]


def _template_rows(sheet: OldSheet, header: int, table: Table) -> Iterator[int]:
    """Yield the rows of the template's title and note; an older note is known only by its place."""
    texts = {at: text for at, text in sheet.values.items() if at[0] < header and isinstance(text, str)}
    titles = [row for (row, _), text in texts.items() if text in (BACK, table.sheet)]
    notes = [row for (row, _), text in texts.items() if text.startswith(table.note)]
    yield from titles
    yield from notes or [row + 1 for row in titles]


def move_settings(sheet: OldSheet, table: Table, content: Content) -> Entries:
    """Return the settings; lines a person added follow the declared ones, what stands beside is kept."""
    place = upright_place(sheet.grid, table) or 0
    declared = {title_of(column.title): column for column in table.sheet_columns}
    named = {row: title_of(cells[place]) for row, cells in enumerate(sheet.grid.rows, 1)}
    first = min(row for row, title in named.items() if title in declared)
    entries = Entries([{}], above=_above(sheet, first - 1, table))
    for row, title in named.items():
        _setting(entries, declared.get(title), sheet, row, place, first)
    entries.rows[0].pop(table["version"].title, None)
    for offset, (title, width) in enumerate(UPRIGHT, place + 1):
        if abs(sheet.widths.get(offset, width) - width) > SAME_WIDTH:
            entries.widths[title] = sheet.widths[offset]
    _beside(sheet, place, first, content)
    return entries


def _setting(
    entries: Entries, column: Column | None, sheet: OldSheet, row: int, place: int, first: int
) -> None:
    title, value = sheet.values.get((row, place + 1)), sheet.values.get((row, place + 2))
    if row < first or (column is None and value is None):
        return
    known = column.title if column else str(title or "")
    if column is None:
        entries.extras.append(Extra(known, "", {0: value}))
    elif value is not None:
        entries.rows[0][known] = value
    for at in range(place + 1, place + 1 + len(UPRIGHT)):
        if (row, at) in sheet.remarks:
            entries.remarks.append(Remark(0, known, *sheet.remarks[row, at]))


def _beside(sheet: OldSheet, place: int, first: int, content: Content) -> None:
    """Keep what stands beside the settings on a sheet of its own."""
    ours = range(place + 1, place + 1 + len(UPRIGHT))
    values = {at: value for at, value in sheet.values.items() if at[0] >= first and at[1] not in ours}
    if values:
        name = f"{sheet.name}（其他）"
        content.sheets.append(ExtraSheet(name, values))
        content.notes.append(f"“{sheet.name}”三列以外的内容另存在“{name}”。")
