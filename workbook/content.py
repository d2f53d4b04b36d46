"""What a workbook to build holds, as plain data: entries, a person's own columns and sheets, pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbook.spec import Table
from workbook.version import VERSION

HOME = "首页"
BACK = "返回首页"
GUIDE, RULES = "使用说明", "规则说明"
UPRIGHT = (("项目", 18.0), ("内容", 42.0), ("说明", 46.0))  # titles and widths of the settings sheet
DEFAULT_WIDTH = 12.0


@dataclass(frozen=True)
class Heading:
    """A heading of a page."""

    text: str


@dataclass(frozen=True)
class Line:
    """A paragraph of a page."""

    text: str


@dataclass(frozen=True)
class TableRow:
    """A row of a table on a page; `head` marks the row of titles."""

    cells: tuple[str, ...]
    head: bool = False


@dataclass(frozen=True)
class Page:
    """A sheet to read, not to fill in: `widths` are those of its table columns in half-width characters."""

    sheet: str
    lines: tuple[Heading | Line | TableRow, ...]
    widths: tuple[float, ...] = (24.0, 34.0, 42.0)


@dataclass
class Extra:
    """A column a person added: it follows the column titled `after`; `values` by index of the row.

    On an upright sheet it is a line, its one value under index 0.
    """

    title: str
    after: str
    values: dict[int, Any] = field(default_factory=dict)
    width: float = 12.0


@dataclass(frozen=True)
class Remark:
    """A comment on a cell: `index` counts the rows from 0, None is the header."""

    index: int | None
    title: str
    text: str
    author: str = ""


@dataclass
class Entries:
    """What stands in one table: `rows` by column title, and what a person did to the sheet around them.

    `merges` are (first index, first title, last index, last title); `above` are lines a person put above
    the header, cells by column number; `links` the targets of cells by index and title.
    """

    rows: list[dict[str, Any]] = field(default_factory=list)
    extras: list[Extra] = field(default_factory=list)
    widths: dict[str, float] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)
    merges: list[tuple[int, str, int, str]] = field(default_factory=list)
    above: list[dict[int, Any]] = field(default_factory=list)
    links: dict[tuple[int, str], str] = field(default_factory=dict)
    shown: bool | None = None  # None: as the table is declared

    def value(self, index: int, title: str) -> Any:
        """Return what stands in a row under `title`, also where a person added the column."""
        if index < len(self.rows) and title in self.rows[index]:
            return self.rows[index][title]
        added = (extra for extra in self.extras if extra.title == title)
        return next((extra.values[index] for extra in added if index in extra.values), None)

    def titles(self, table: Table) -> list[str]:
        """Return the titles in the order in which they stand on the sheet, added ones included."""
        order = [extra.title for extra in self.extras if not extra.after]
        for column in table.sheet_columns:
            order += [column.title, *(extra.title for extra in self.extras if extra.after == column.title)]
        return order

    def filled(self, title: str) -> int:
        """Count the rows that hold something under `title`."""
        return sum(row.get(title) is not None for row in self.rows)


@dataclass
class ExtraSheet:
    """A sheet a person added: values by worksheet row and column, counted from 1."""

    name: str
    values: dict[tuple[int, int], Any] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    remarks: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    shown: bool = True


@dataclass
class Content:
    """A whole workbook to build; `marks` is the switch that shows offending cells."""

    tables: dict[str, Entries] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    sheets: list[ExtraSheet] = field(default_factory=list)
    marks: str = "是"
    version: str = VERSION
    notes: list[str] = field(default_factory=list)  # what a person should know about how it came to be

    def of(self, key: str) -> Entries:
        """Return the entries of table `key`; an absent one is empty."""
        return self.tables.setdefault(key, Entries())


def content_of(rows: Mapping[str, Sequence[dict[str, Any]]], pages: tuple[Page, ...] = ()) -> Content:
    """Return a workbook's content from rows by table key, as `workbook.rows.load` gives them."""
    return Content({key: Entries(list(lines)) for key, lines in rows.items()}, pages)
