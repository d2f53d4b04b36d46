"""Old workbook → content of a new one, by sheet and column titles; nothing a person entered is dropped."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from workbook.carry.old import OldBook, OldSheet
from workbook.carry.sheet import move_ledger, move_settings
from workbook.content import GUIDE, HOME, RULES, Content, Entries, ExtraSheet
from workbook.grid.model import Book
from workbook.read.headers import Layout, layouts, title_of
from workbook.read.ours import refuse_strangers
from workbook.read.upright import upright_place
from workbook.spec import Table
from workbook.trouble import NOT_OURS, Trouble
from workbook.version import VERSION

Rows = Sequence[dict[str, Any]]
PROGRAM = (HOME, GUIDE, RULES)
ENOUGH = 0.7  # of a table's titles: then a renamed sheet is that table
SWITCH = "标出有问题的单元格"
REWRITTEN = (
    "首页、使用说明、规则说明和结果各表按新模板重写；颜色、字体和自设的下拉没有带入。旧工作簿原样未动。"
)


def transfer(
    old: OldBook, tables: Sequence[Table], defaults: Mapping[str, Rows], leaving: Collection[str] = ()
) -> Content:
    """Return what `old` holds as the content of a new workbook, with notes on what was done.

    Where sheets are named that are to be `leaving`, sheets a person added stay behind as well.
    """
    content = Content()
    homes = _homes(old, tables, content.notes)
    _refuse(old, tables, homes)
    for name in dict.fromkeys(table.sheet for table in tables if not table.written):
        group = [table for table in tables if table.sheet == name]
        _move(content, homes.get(name), group, defaults)
    _add_options(content, tables, defaults)
    _tell_new_rows(content, tables, defaults)
    _strangers(content, old, homes, bool(leaving))
    _switch(content, old)
    written = (table.sheet for table in tables if table.written)
    _tell_losses(content, old, {*PROGRAM, *written, *leaving})
    return content


def _homes(old: OldBook, tables: Sequence[Table], notes: list[str]) -> dict[str, OldSheet]:
    """Return the old sheet of each table's sheet by name: first by their names, then by their titles."""
    names = {table.sheet for table in tables}
    homes: dict[str, OldSheet] = {}
    for sheet in old.sheets:
        if title_of(sheet.name) in names:
            homes.setdefault(title_of(sheet.name), sheet)
    for sheet in old.sheets:
        known = sheet in homes.values() or sheet.name in PROGRAM
        likely = (t for t in tables if not known and t.sheet not in homes and _is_like(sheet, t))
        if table := next(likely, None):
            homes[table.sheet] = sheet
            notes.append(f"“{sheet.name}”按列名认出是“{table.sheet}”，已带入。")
    return homes


def _is_like(sheet: OldSheet, table: Table) -> bool:
    if table.upright or table.written or len(table.sheet_columns) < 3:
        return False
    for layout in layouts(sheet.grid, [table]):
        placed = sum(place is not None for place in layout.places.values())
        return placed >= ENOUGH * len(table.sheet_columns)
    return False


def _refuse(old: OldBook, tables: Sequence[Table], homes: Mapping[str, OldSheet]) -> None:
    """Raise where the workbook is not ours or newer than this program."""
    book = Book(old.name, {name: sheet.grid for name, sheet in homes.items()})
    known: dict[str, Layout] = {}
    for name, sheet in homes.items():
        group = [table for table in tables if table.sheet == name and not table.upright]
        known |= {layout.table.key: layout for layout in layouts(sheet.grid, group)}
    refuse_strangers(book, tuple(tables), known)
    basics = next(table for table in tables if table.upright)
    version = str(_entry(homes[basics.sheet], basics, basics["version"].title) or VERSION)
    if _parts(version) > _parts(VERSION):
        raise Trouble(
            NOT_OURS, f"“{old.name}”的模板版本是 {version}，比本程序的 {VERSION} 新。请更新程序后再试。"
        )


def _entry(sheet: OldSheet, table: Table, title: str) -> Any:
    place = upright_place(sheet.grid, table)
    for row in sheet.grid.rows:
        if place is not None and title_of(row[place]) == title:
            return row[place + 1]
    return None


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,6}", version))


def _move(content: Content, sheet: OldSheet | None, group: list[Table], defaults: Mapping[str, Rows]) -> None:
    moved: dict[str, Entries] = {}
    if sheet is not None and group[0].upright:
        moved = {group[0].key: move_settings(sheet, group[0], content)}
    elif sheet is not None:
        moved = move_ledger(sheet, group, content)
    for table in group:
        if table.key not in moved and table.key in defaults:
            content.notes.append(
                f"旧工作簿没有“{table.sheet}”的{_what(group, table)}，按新模板的默认内容建立。"
            )
        content.tables[table.key] = moved.get(table.key) or Entries([*map(dict, defaults.get(table.key, ()))])


def _what(group: list[Table], table: Table) -> str:
    return f"“{table.sheet_columns[0].title}”等列" if len(group) > 1 else "内容"


def _add_options(content: Content, tables: Sequence[Table], defaults: Mapping[str, Rows]) -> None:
    """Append the new template's options that the old lists lack, and say which."""
    table = next(table for table in tables if table.key == "options")
    rows = content.of(table.key).rows
    for column in table.sheet_columns:
        known = [str(row[column.title]) for row in rows if column.title in row]
        offered = [row[column.title] for row in defaults.get(table.key, ()) if column.title in row]
        missing = [option for option in offered if str(option) not in known]
        for option in missing:
            _append(rows, column.title, option)
        if missing:
            content.notes.append(f"选项表“{column.title}”补入：{'、'.join(missing)}。")


def _append(rows: list[dict[str, Any]], title: str, option: Any) -> None:
    """Write `option` under the last entry of its list."""
    index = max((number for number, row in enumerate(rows, 1) if title in row), default=0)
    if index == len(rows):
        rows.append({})
    rows[index][title] = option


def _tell_new_rows(content: Content, tables: Sequence[Table], defaults: Mapping[str, Rows]) -> None:
    """Say which definitions the new template has and the old workbook has not; they are not added."""
    for table in tables:
        if table.key not in ("indicators", "requirements"):
            continue
        title = table["name"].title
        known = {row.get(title) for row in content.of(table.key).rows}
        new = [row[title] for row in defaults.get(table.key, ()) if row.get(title) not in known]
        if new:
            content.notes.append(f"新模板的“{table.sheet}”另有{len(new)}项，没有加入：{'、'.join(new)}。")


def _strangers(content: Content, old: OldBook, homes: Mapping[str, OldSheet], leaving: bool) -> None:
    """Carry the sheets a person added, values where they stood, unless they are to stay behind."""
    moved = {sheet.name for sheet in homes.values()}
    for sheet in old.sheets:
        if sheet.name in moved | {*PROGRAM}:
            continue
        if leaving:
            content.notes.append(f"自建的“{sheet.name}”没有带入，要用的请从旧工作簿复制。")
        else:
            content.sheets.append(
                ExtraSheet(sheet.name, sheet.values, sheet.widths, sheet.remarks, sheet.shown)
            )
            content.notes.append(f"自建的“{sheet.name}”已按原位带入（只带内容、批注和列宽）。")


def _switch(content: Content, old: OldBook) -> None:
    """Keep the switch of the marks as it was."""
    for sheet in old.sheets:
        for (row, column), value in sheet.values.items() if sheet.name == HOME else ():
            if value == SWITCH and sheet.values.get((row, column + 2)) == "否":
                content.marks = "否"


def _tell_losses(content: Content, old: OldBook, rewritten: Collection[str]) -> None:
    """Say what could not be carried as it was; `rewritten` sheets hold nothing a person typed."""
    for sheet in old.sheets:
        if sheet.name in rewritten:
            continue
        if sheet.formulas:
            content.notes.append(f"“{sheet.name}”有{len(sheet.formulas)}个公式，带入的是计算结果。")
        if sheet.uncached:
            content.notes.append(
                f"“{sheet.name}”有{len(sheet.uncached)}个公式没有计算结果，按公式文字带入，请改填数值。"
            )
    if old.pictures or any(sheet.charts for sheet in old.sheets if sheet.name not in rewritten):
        content.notes.append("旧工作簿里的图片、图表没有带入，请从旧工作簿复制。")
    content.notes.append(REWRITTEN)
