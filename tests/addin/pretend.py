"""A desk that only pretends: grids that take what a click writes, and a person who answers."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from addin.results import Patch, column_number
from addin.scattered import Scattered
from workbook.grid.model import Book, Grid
from workbook.tables import TABLES
from workbook.trouble import CANNOT_WRITE, Trouble

SHOWN = re.compile(r'=HYPERLINK\(".*","(.*)"\)')
ROWS: dict[str, list[dict[str, Any]]] = {
    "options": [{"活动类型": "党课", "参加范围": "全体党员"}, {"活动类型": "支委会", "参加范围": "支委"}],
    "indicators": [
        {"指标": "党课次数", "台账": "活动台账", "条件": "类型=党课", "计算": "次数", "单位": "次"},
    ],
    "narrative": [{"层级": "标题", "标题": "总结"}, {"层级": "正文", "正文": "上党课{党课次数}次。"}],
}
SETTINGS = {"年度": 2022.0, "单位全称": "某局", "单位简称": "局", "支部名称": "支部", "模板版本": "1.0"}
LECTURE = {
    "日期": dt.date(2022, 3, 4),
    "类型": "党课",
    "主题内容": "学习",
    "参加范围": "全体党员",
    "主讲人": "外请（某校）",
    "学时": 2.0,
    "编号": "HD-01",
}
TYPED = {"日期": "2022.3.4", "学时": "3学时"}  # what can be mended


def book(*activities: dict[str, Any]) -> Book:
    """Return a workbook with every sheet, no fault in it and these `activities`, else one lecture."""
    rows = {**ROWS, "activities": list(activities or (LECTURE,))}
    grids: dict[str, Grid] = {}
    for table in TABLES:
        columns = [column.title for column in table.sheet_columns]
        if table.upright:
            lines = [["项目", "内容"], *([title, SETTINGS.get(title)] for title in columns)]
        else:
            lines = [columns, *([row.get(title) for title in columns] for row in rows.get(table.key, ()))]
        _beside(grids.setdefault(table.sheet, Grid(table.sheet, [])), lines)
    return Book("台账.xlsm", grids)


def careless(count: int) -> Book:
    """Return a workbook with something to mend in every other of `count` rows, on two sheets."""
    rows = [
        {**LECTURE, **TYPED} if number % 2 else {**LECTURE, "编号": f"HD-{number}"} for number in range(count)
    ]
    given = book(*({**row, "主题内容": f"学习{number}"} for number, row in enumerate(rows)))
    titles, *_ = given.grids["荣誉台账"].rows
    honour = {"授予日期": "2022.5.6", "称号": "先进", "对象类型": "集体"}
    given.grids["荣誉台账"].rows.append([honour.get(title) for title in titles])
    return given


def _beside(grid: Grid, lines: list[list[Any]]) -> None:
    """Put a table on its sheet, a blank column behind one that stands there already."""
    left = len(grid.rows[0]) + 2 if grid.rows else 1
    grow(grid, len(lines), left + len(lines[0]) - 1)
    for row, line in enumerate(lines):
        grid.rows[row][left - 1 : left - 1 + len(line)] = line


class PretendedDesk:
    """A desk over a Book; what was done at it is kept in the order it was done."""

    def __init__(self, given: Book, path: Path | None = None, answer: bool = True) -> None:
        self.given = given
        self.path = path
        self.answer = answer
        self.formulas: dict[str, str] = {}  # in row 2, by column title
        self.protected: set[str] = set()
        self.hidden: set[str] = set()
        self.done: list[tuple[str, Any]] = []

    def of(self, kind: str) -> list[Any]:
        """Return what was done of one kind."""
        return [what for each, what in self.done if each == kind]

    @property
    def said(self) -> str:
        """Return the last words the person read."""
        return str([what for kind, what in self.done if kind in ("tell", "ask")][-1])

    def cell(self, sheet: str, title: str, row: int = 2) -> Any:
        """Return what stands under a column title."""
        rows = self.given.grids[sheet].rows
        return rows[row - 1][rows[0].index(title)] if row <= len(rows) else None

    def put(self, title: str, value: Any, row: int = 2) -> None:
        """Let the person type into the activities."""
        rows = self.given.grids["活动台账"].rows
        rows[row - 1][rows[0].index(title)] = value

    def read(self) -> Book:
        self.done.append(("read", None))
        return copy.deepcopy(self.given)

    def typed(self, sheet: str, height: int, width: int) -> Sequence[Sequence[Any]]:
        self.done.append(("typed", sheet))
        rows = [["" if cell is None else cell for cell in row] for row in self.given.grids[sheet].rows]
        for title, formula in self.formulas.items():
            if title in rows[0]:
                rows[1][rows[0].index(title)] = formula
        return [row[:width] for row in rows[:height]]

    def write(self, patch: Patch) -> None:
        self._put(patch)
        self.done.append(("write", patch))

    def mend(self, cells: Scattered) -> None:
        for patch in cells.runs:
            self._put(patch)
        self.done.append(("mend", cells))

    def _put(self, patch: Patch) -> None:
        if patch.sheet in self.protected:
            raise Trouble(CANNOT_WRITE, f"“{patch.sheet}”设了保护")
        self.fill(patch.sheet, patch.row, column_number(patch.letters), patch.rows)

    def fill(self, sheet: str, top: int, left: int, rows: Sequence[Sequence[Any]]) -> None:
        """Put values into a sheet from a cell on, counted from 1."""
        grid = self.given.grids[sheet]
        grow(grid, top + len(rows) - 1, left + len(rows[0]) - 1)
        for row, line in enumerate(rows, top):
            for column, value in enumerate(line, left):
                grid.rows[row - 1][column - 1] = _shown(value)

    def name(self, name: str, *texts: str) -> None:
        self.done.append(("name", (name, *texts)))

    def show(self, sheet: str, cell: str) -> None:
        self.done.append(("show", f"{sheet}!{cell}"))

    def reveal(self, sheet: str) -> bool:
        was_hidden = sheet in self.hidden
        if was_hidden and sheet in self.protected:
            raise Trouble(CANNOT_WRITE, f"“{sheet}”设了保护")
        self.hidden.discard(sheet)
        return was_hidden

    def tell(self, text: str) -> None:
        self.done.append(("tell", text))

    def ask(self, text: str) -> bool:
        self.done.append(("ask", text))
        return self.answer

    def open(self, path: Path) -> None:
        self.done.append(("open", path))


def grow(grid: Grid, rows: int, columns: int) -> None:
    """Give a grid at least so many rows and columns."""
    width = max(columns, *(len(row) for row in grid.rows), 1)
    for row in grid.rows:
        row.extend([None] * (width - len(row)))
    grid.rows += [[None] * width for _ in range(rows - len(grid.rows))]


def _shown(value: Any) -> Any:
    """Return what a spreadsheet program would show of a value that was written."""
    if not isinstance(value, str) or value == "":
        return None if value == "" else value
    link = SHOWN.fullmatch(value)
    return link[1] if link else value.removeprefix("'")
