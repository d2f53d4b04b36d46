"""Writing one value into one cell: text stays text, whatever it looks like."""

from __future__ import annotations

import datetime as dt
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbook.build.style import CELL, Styles


def write(sheet: Worksheet, row: int, column: int, value: Any, look: Format | None = None) -> None:
    """Write `value` by its type; rows and columns count from 0. None leaves the column's own format."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, look)
    elif isinstance(value, (dt.date, dt.time)):
        sheet.write_datetime(row, column, value, look)
    elif value is not None:
        sheet.write_string(row, column, str(value), look)


def plain(styles: Styles, value: Any) -> Format:
    """Return the format of a cell nobody declared: what a person added."""
    if isinstance(value, dt.datetime):
        return styles(CELL, num_format="yyyy-m-d hh:mm")
    if isinstance(value, dt.date):
        return styles(CELL, num_format="yyyy-m-d")
    return styles(CELL, num_format="hh:mm" if isinstance(value, dt.time) else "General")
