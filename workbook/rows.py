"""Rows from the data files beside the code: the default rows and the sample year."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterable
from itertools import zip_longest
from pathlib import Path
from typing import Any

from workbook.spec import Column, Table
from workbook.trouble import NOT_OURS, Trouble

Rows = dict[str, list[dict[str, Any]]]

LISTS = "options"  # the table whose columns are lists of their own
UPRIGHT_HEADER = ("项目", "内容")


def load(folder: Path, tables: Iterable[Table]) -> Rows:
    """Return the rows of every table that has a file `<table key>.csv` in `folder`, by table key.

    A row holds typed values by column title; blank cells are left out. A wrong header or value is a
    Trouble that names the file, the line and the column.
    """
    files = {table.key: folder / f"{table.key}.csv" for table in tables}
    return {table.key: _read(files[table.key], table) for table in tables if files[table.key].exists()}


def merged(default: Rows, own: Rows) -> Rows:
    """Return `own` rows over the `default` ones, table by table; option lists list by list."""
    return {**default, **own, LISTS: _lists(default.get(LISTS, []), own.get(LISTS, []))}


def _lists(default: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the option lists as rows: lists of `own` instead of the `default` ones of equal title."""
    stated = {title for row in own for title in row}
    kept = [{title: value for title, value in row.items() if title not in stated} for row in default]
    nothing: dict[str, Any] = {}
    pairs = zip_longest(kept, own, fillvalue=nothing)
    return [{**left, **right} for left, right in pairs]


def _read(path: Path, table: Table) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = tuple(next(reader, ()))
        lines = [(reader.line_num, line) for line in reader if any(line)]
    if table.upright:
        return [_settings(path, table, header, lines)]
    columns = [_column(path, table, 1, title) for title in header]
    return [_row(path, number, columns, line) for number, line in lines]


def _settings(
    path: Path, table: Table, header: tuple[str, ...], lines: list[tuple[int, list[str]]]
) -> dict[str, Any]:
    if header != UPRIGHT_HEADER:
        raise _wrong(path, 1, "、".join(header), f"表头应为“{'，'.join(UPRIGHT_HEADER)}”")
    row: dict[str, Any] = {}
    for number, (title, *text) in lines:
        row |= _row(path, number, [_column(path, table, number, title)], text)
    return row


def _column(path: Path, table: Table, number: int, title: str) -> Column:
    for column in table.sheet_columns:
        if column.title == title:
            return column
    raise _wrong(path, number, title, f"“{table.sheet}”没有这一列")


def _row(path: Path, number: int, columns: list[Column], line: list[str]) -> dict[str, Any]:
    if len(line) > len(columns):
        raise _wrong(path, number, line[len(columns)], "这一行比表头多出一格")
    cells = zip(columns, line, strict=False)
    return {
        column.title: _value(path, number, column, text.strip()) for column, text in cells if text.strip()
    }


def _value(path: Path, number: int, column: Column, text: str) -> Any:
    parse = PARSERS.get(column.kind.name, str)
    try:
        return parse(text)
    except ValueError:
        raise _wrong(path, number, column.title, f"“{text}”读不成这一列要的值") from None


def _number(text: str) -> float:
    return int(text) if text.lstrip("-").isdigit() else float(text)


def _month(text: str) -> dt.date:
    return dt.date.fromisoformat(f"{text}-01")


def _deadline(text: str) -> dt.date | str:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return text


PARSERS: dict[str, Callable[[str], Any]] = {
    "number": _number,
    "date": dt.date.fromisoformat,
    "month": _month,
    "deadline": _deadline,
}


def _wrong(path: Path, number: int, title: str, reason: str) -> Trouble:
    return Trouble(NOT_OURS, f"数据文件 {path.name} 第 {number} 行“{title}”：{reason}。请改正后再试。")
