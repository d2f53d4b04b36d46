"""Markdown tables as a Book, so that a test shows the sheet it is about."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from workbook.grid.model import Book, Grid, Place

_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")
_BORDER = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_ERROR = re.compile(r"#(REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!)")
_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


def book(sheets: dict[str, str], name: str = "测试") -> Book:
    """Return the Book whose sheets are the Markdown tables of `sheets`; the header stands in row 1."""
    return Book(name, {sheet: _grid(sheet, text) for sheet, text in sheets.items()})


def _grid(sheet: str, text: str) -> Grid:
    lines = [line.strip() for line in text.strip().splitlines()]
    cells = [_split(line) for line in lines if line and not _RULE.fullmatch(line)]
    width = max(map(len, cells), default=0)
    rows = [[_value(cell) for cell in row] + [None] * (width - len(row)) for row in cells]
    return Grid(sheet, rows, faults=_faults(cells))


def _split(line: str) -> list[str]:
    inner = line.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip(" ").replace("\\|", "|").replace("<br>", "\n") for cell in _BORDER.split(inner)]


def _faults(cells: list[list[str]]) -> dict[Place, str]:
    return {
        (number, place): cell
        for number, row in enumerate(cells, 1)
        for place, cell in enumerate(row, 1)
        if _ERROR.fullmatch(cell)
    }


def _value(cell: str) -> Any:
    """Return what Excel would keep of a typed cell; an apostrophe in front makes any cell text."""
    if cell in ("", '""') or _ERROR.fullmatch(cell):
        return None
    if cell.startswith("'"):
        return cell[1:]
    if _NUMBER.fullmatch(cell):
        return float(cell)
    return {"TRUE": True, "FALSE": False}.get(cell, _day(cell))


def _day(cell: str) -> dt.date | str:
    found = _DAY.fullmatch(cell)
    if not found:
        return cell
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return cell
