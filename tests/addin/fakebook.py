"""A workbook as xlwings shows it, made of grids; every call that would go to the spreadsheet is counted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import xlwings

from addin.results import column_number
from addin.scattered import ZERO
from tests.addin.pretend import PretendedDesk, grow
from workbook.grid.model import Book, Grid
from workbook.read.headers import letters


@dataclass
class Fake:
    """A workbook, its application, and what was asked of them."""

    given: Book
    fullname: str = "台账.xlsm"
    answer: str = "yes"
    calls: Counter[str] = field(default_factory=Counter)
    boxes: list[tuple[str, str]] = field(default_factory=list)
    selected: str = ""
    front: list[str] = field(default_factory=list)  # what was brought to the front, in this order
    hidden: set[str] = field(default_factory=set)
    formats: dict[str, str] = field(default_factory=dict)
    failing: dict[str, Exception] = field(default_factory=dict)  # writes into these sheets fail
    names: dict[str, Any] = field(default_factory=dict)
    macros: bool = True  # whether the workbook has the module Bulk

    def __post_init__(self) -> None:
        self.app = self
        self.sheets = Sheets(self)

    @property
    def name(self) -> str:
        return self.given.name

    def alert(self, prompt: str, title: str, buttons: str = "ok", mode: str | None = None) -> str:
        self.calls["alert"] += 1
        self.boxes.append((buttons, prompt))
        return self.answer

    def activate(self) -> None:
        self.calls["activate"] += 1
        self.front.append(self.name)

    def macro(self, name: str) -> Callable[..., Any]:
        """Return what the macros of the module Bulk do, as far as it can be seen from Python."""
        called, _, procedure = name.rpartition("!Bulk.")
        assert called == "'{}'".format(self.name.replace("'", "''"))
        own = {"PutCells": self.put_cells, "Extents": self.extents}
        return own[procedure] if self.macros else self.no_macro

    def no_macro(self, *given: Any) -> None:
        self.calls["macro"] += 1
        raise xlwings.NoSuchObjectError("no such macro")

    def extents(self, book: Fake) -> list[str]:
        self.calls["macro"] += 1
        return [
            f"{_height(grid)} {_width(grid)} {_merged(grid)} {name}"
            for name, grid in self.given.grids.items()
        ]

    def put_cells(
        self, book: Fake, sheet: str, places: list[str], contents: list[Any], formats: list[str]
    ) -> int:
        self.calls["macro"] += 1
        if sheet in self.failing:
            return len(places)
        for place, content, code in zip(places, contents, formats, strict=True):
            row, column = _place(place)
            day = (ZERO + dt.timedelta(days=content)).date() if "y" in code else content
            PretendedDesk(self.given).fill(sheet, row, column, [[day]])
            if code and self.formats.get(f"{sheet}!{place}") == "@":
                self.formats[f"{sheet}!{place}"] = code
        return 0


class Sheets:
    def __init__(self, fake: Fake) -> None:
        self.fake = fake

    def __iter__(self) -> Iterator[Sheet]:
        return (Sheet(self.fake, grid) for grid in self.fake.given.grids.values())

    def __getitem__(self, name: str) -> Sheet:
        self.fake.calls["sheet"] += 1
        return Sheet(self.fake, self.fake.given.grids[name])


class Sheet:
    def __init__(self, fake: Fake, grid: Grid) -> None:
        self.fake, self.grid, self.name = fake, grid, grid.sheet

    @property
    def visible(self) -> bool:
        self.fake.calls["visible"] += 1
        return self.name not in self.fake.hidden

    @visible.setter
    def visible(self, value: bool) -> None:
        self.fake.calls["visible"] += 1
        if self.name in self.fake.failing:
            raise self.fake.failing[self.name]
        self.fake.hidden.discard(self.name) if value else self.fake.hidden.add(self.name)

    @property
    def used_range(self) -> Range:
        self.fake.calls["used_range"] += 1
        return Range(self, 1, 1, _height(self.grid), _width(self.grid))

    def activate(self) -> None:
        self.fake.calls["activate"] += 1
        self.fake.front.append(self.name)

    def range(self, first: Any, last: Any = None) -> Range:
        row, column = _place(first)
        bottom, right = _place(last) if last else (row, column)
        return Range(self, row, column, bottom - row + 1, right - column + 1)


def _height(grid: Grid) -> int:
    return max(len(grid.rows), 1)


def _width(grid: Grid) -> int:
    return len(grid.rows[0]) if grid.rows else 1


def _merged(grid: Grid) -> int:
    return max((bottom for _, _, bottom, _ in grid.merges), default=0)


def _place(cell: Any) -> tuple[int, int]:
    if isinstance(cell, tuple):
        return cell
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), column_number(letters)


class Range:
    merge_area = None

    def __init__(self, sheet: Sheet, row: int, column: int, height: int, width: int) -> None:
        self.sheet, self.row, self.column = sheet, row, column
        self.height, self.width = height, width
        self.fake = sheet.fake

    @property
    def address(self) -> str:
        return f"{self.sheet.name}!{letters(self.column - 1)}{self.row}"

    @property
    def last_cell(self) -> Range:
        return Range(self.sheet, self.row + self.height - 1, self.column + self.width - 1, 1, 1)

    def options(self, **options: Any) -> Range:
        return self

    def resize(self, height: int, width: int) -> Range:
        return Range(self.sheet, self.row, self.column, height, width)

    @property
    def merge_cells(self) -> bool:
        self.fake.calls["merge_cells"] += 1
        return False

    @property
    def formula(self) -> Any:
        self.fake.calls["formula"] += 1
        rows = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in self._rows())
        return rows[0][0] if self.height == self.width == 1 else rows

    @property
    def number_format(self) -> str:
        self.fake.calls["number_format"] += 1
        return self.fake.formats.get(self.address, "General")

    @number_format.setter
    def number_format(self, code: str) -> None:
        self.fake.calls["number_format"] += 1
        self.fake.formats[self.address] = code

    @property
    def value(self) -> Any:
        self.fake.calls["read"] += 1
        return [[_as_excel(cell) for cell in row] for row in self._rows()]

    @value.setter
    def value(self, values: Any) -> None:
        self.fake.calls["write"] += 1
        if self.sheet.name in self.fake.failing:
            raise self.fake.failing[self.sheet.name]
        rows = values if isinstance(values, list) else [[values]]
        PretendedDesk(self.fake.given).fill(self.sheet.name, self.row, self.column, rows)

    def select(self) -> None:
        self.fake.calls["select"] += 1
        self.fake.selected = self.address

    def _rows(self) -> list[list[Any]]:
        grow(self.sheet.grid, self.row + self.height - 1, self.column + self.width - 1)
        lines = self.sheet.grid.rows[self.row - 1 : self.row + self.height - 1]
        return [line[self.column - 1 : self.column + self.width - 1] for line in lines]


def _as_excel(value: Any) -> Any:
    """Return a value as Excel hands it out: days come with a time."""
    return dt.datetime.combine(value, dt.time()) if type(value) is dt.date else value
