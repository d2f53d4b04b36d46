"""Carry what a person entered from an old workbook into a new one; the old file is only read."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from workbook.carry.old import OldBook, OldSheet
from workbook.carry.onward import begin_year, left_behind
from workbook.carry.transfer import Rows, transfer
from workbook.content import Content
from workbook.grid import open_book
from workbook.spec import Table
from workbook.trouble import NOT_OURS, Trouble

SUFFIXES = (".xlsx", ".xlsm")
PADDING = 5 / 7  # what Excel adds to a width a person sees
PICTURES = "xl/media/"


def carry(path: Path, tables: Sequence[Table], defaults: Mapping[str, Rows]) -> Content:
    """Return the content of a new workbook that holds everything a person entered into the one at `path`.

    `defaults` are the new template's rows: they fill tables the old one lacks, and option lists.
    The content's notes say in Chinese what was done.
    """
    return transfer(_checked(path), tables, defaults)


def carry_on(path: Path, tables: Sequence[Table], defaults: Mapping[str, Rows]) -> Content:
    """Return the content of next year's workbook: of the one at `path` what lasts, nothing of its year."""
    content = transfer(_checked(path), tables, defaults, left_behind(tables))
    begin_year(content, tables)
    return content


def _checked(path: Path) -> OldBook:
    """Return the workbook at `path`; raise Trouble where it cannot be carried."""
    open_book(path)  # refuses, with a sentence of its own, whatever cannot be read safely
    if path.suffix.lower() not in SUFFIXES:
        raise Trouble(NOT_OURS, f"“{path.name}”请先用 Excel、WPS 或 LibreOffice 另存为 .xlsx，再带入新模板。")
    return read_old(path)


def read_old(path: Path) -> OldBook:
    """Return the workbook at `path` as plain data."""
    data = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of formats openpyxl would lose on saving: nothing is saved
        shown = load_workbook(BytesIO(data), data_only=True)
        typed = load_workbook(BytesIO(data))
    sheets = [_sheet(shown[sheet.title], sheet) for sheet in typed.worksheets]
    if not sheets:
        raise Trouble(
            NOT_OURS, f"“{path.name}”里没有读到工作表。请用 Excel 另存为“Excel 工作簿（*.xlsx）”后再试。"
        )
    with ZipFile(BytesIO(data)) as parts:
        return OldBook(path.name, sheets, any(name.startswith(PICTURES) for name in parts.namelist()))


def _sheet(shown: Worksheet, typed: Worksheet) -> OldSheet:
    old = OldSheet(typed.title, shown=typed.sheet_state == "visible")
    for cell in _cells(typed):
        _take(old, cell, shown.cell(cell.row, cell.column).value)
    old.charts = bool(vars(typed)["_charts"])  # openpyxl has no public name for them
    old.widths = dict(_widths(typed))
    old.hidden = {row for row, size in typed.row_dimensions.items() if size.hidden}
    old.merges = [(m.min_row, m.min_col, m.max_row, m.max_col) for m in typed.merged_cells.ranges]
    return old


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    """Yield the cells there are: a stray one in the last row must not make millions."""
    cells = sorted(sheet._cells.items())
    return (cell for _, cell in cells if isinstance(cell, Cell))


def _take(old: OldSheet, cell: Cell, cached: Any) -> None:
    place = (cell.row, cell.column)
    if cell.data_type == "f":
        (old.uncached if cached is None else old.formulas).append(place)
        cached = _formula(cell.value) if cached is None else cached
    if cached is not None and cached != "":
        old.values[place] = _day(cached)
    if cell.comment:
        old.remarks[place] = (cell.comment.text, cell.comment.author or "")
    if cell.hyperlink:
        old.links[place] = _target(cell.hyperlink)


def _formula(value: Any) -> str:
    """Return the text of a formula, also of an array formula."""
    return str(getattr(value, "text", value))


def _day(value: Any) -> Any:
    """Return midnight as the day it stands for."""
    midnight = isinstance(value, dt.datetime) and value.time() == dt.time()
    return value.date() if midnight else value


def _target(link: Any) -> str:
    """Return where a link leads, as XlsxWriter wants it written."""
    if link.target is None:
        return f"internal:{link.location}"
    web = str(link.target).startswith(("http://", "https://", "ftp://", "mailto:", "file:"))
    return str(link.target) if web else f"external:{link.target}"


def _widths(sheet: Worksheet) -> Iterator[tuple[int, float]]:
    """Yield the width of each column, in the half-width characters a person sees."""
    last = sheet.max_column
    for size in sheet.column_dimensions.values():
        if size.customWidth and size.min and size.max:
            for column in range(size.min, min(size.max, last) + 1):
                yield column, round(size.width - PADDING, 2)
