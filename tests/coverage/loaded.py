"""Data files as Ledgers, read by the product's own reader: the default rows and the sample year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from workbook.grid.model import Book, Grid
from workbook.ledger import Ledgers
from workbook.read import read
from workbook.rows import load
from workbook.spec import Table
from workbook.tables import TABLES, VERSION

HOME = Path(__file__).parents[2] / "workbook"
DEFAULTS, SAMPLE = HOME / "defaults", HOME / "sample"
Rows = dict[str, list[dict[str, Any]]]


def default_rows() -> Rows:
    """Return the default rows by table key."""
    return load(DEFAULTS, TABLES)


def sample_rows() -> Rows:
    """Return the sample year's rows by table key; a table without a file of its own keeps the defaults."""
    defaults, sample = default_rows(), load(SAMPLE, TABLES)
    sample["options"] = _options(defaults["options"], sample.get("options", []))
    return defaults | sample


def _options(defaults: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put the sample's lists in the place of those default lists it has entries for."""
    lists: dict[str, list[Any]] = {}
    for rows in (defaults, own):
        titles = dict.fromkeys(title for row in rows for title in row)
        lists |= {title: [row[title] for row in rows if title in row] for title in titles}
    longest = max(map(len, lists.values()))
    return [{title: values[n] for title, values in lists.items() if n < len(values)} for n in range(longest)]


def ledgers(rows: Rows, as_of: dt.date | None = None) -> Ledgers:
    """Read `rows` as a workbook in which every sheet of the product stands."""
    return read(Book("数据文件", grids(rows)), TABLES, as_of)


def grids(rows: Rows) -> dict[str, Grid]:
    """Return `rows` as sheets by name, every sheet of the product among them, titles in the first row."""
    sheets: dict[str, list[Table]] = {}
    for table in TABLES:
        sheets.setdefault(table.sheet, []).append(table)
    return {sheet: _grid(sheet, tables, rows) for sheet, tables in sheets.items()}


def _grid(sheet: str, tables: Sequence[Table], rows: Rows) -> Grid:
    if tables[0].upright:
        entries = {"模板版本": VERSION} | (rows.get(tables[0].key) or [{}])[0]
        upright = [[column.title, entries.get(column.title)] for column in tables[0].sheet_columns]
        return Grid(sheet, [["项目", "内容"], *upright])
    blocks = [_block(table, rows.get(table.key, ())) for table in tables]
    widths = [len(table.sheet_columns) for table in tables]
    return Grid(sheet, [_beside(lines, widths) for lines in zip_longest(*blocks)])


def _block(table: Table, rows: Iterable[dict[str, Any]]) -> list[list[Any]]:
    titles = [column.title for column in table.sheet_columns]
    return [[*titles], *([row.get(title) for title in titles] for row in rows)]


def _beside(lines: Iterable[list[Any] | None], widths: Sequence[int]) -> list[Any]:
    """Put the lines of the tables of one sheet side by side, a blank column between two."""
    joined: list[Any] = []
    for line, width in zip(lines, widths, strict=True):
        joined += [*(line or [None] * width), None]
    return joined[:-1]
