"""Build a workbook from the tables and its content: equal input gives equal bytes in every part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook

from workbook.build.board import SHEET as BOARD
from workbook.build.board import write_board
from workbook.build.home import SWITCH, last_check, write_home
from workbook.build.layout import Sheet, plan
from workbook.build.ledger import set_print, write_sheet
from workbook.build.macros import Macros, add_project, completed
from workbook.build.marks import mark
from workbook.build.names import LAST_CHECK, list_name, names, offers
from workbook.build.pages import GROUP, write_extra_sheet, write_page
from workbook.build.results import mark_results
from workbook.build.settings import write_settings
from workbook.build.style import Styles
from workbook.build.validation import validation
from workbook.build.worksheet import GrowingSheet
from workbook.content import HOME, Content, Page
from workbook.spec import Table

CREATED = dt.datetime(2022, 1, 1)  # a fixed day: a workbook built twice is the same
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-m-d",
}


def build(
    content: Content, tables: Sequence[Table], target: Path | BinaryIO, macros: Macros | None = None
) -> None:
    """Write the workbook of `content` to `target`, whatever stands there; with `macros` the macro edition."""
    made = BytesIO()
    with Workbook(made, OPTIONS) as book:
        _fill(book, content, tables, macros)
    package = completed(made.getvalue(), macros) if macros else made.getvalue()
    if isinstance(target, Path):
        target.write_bytes(package)
    else:
        target.write(package)


def sheet_count(content: Content, tables: Sequence[Table]) -> int:
    """Return how many sheets the workbook of `content` has: 首页, tables, pages, and a person's own."""
    return 1 + len(plan(tables, content)) + len(content.pages) + len(content.sheets)


def _fill(book: Workbook, content: Content, tables: Sequence[Table], macros: Macros | None) -> None:
    sheets = plan(tables, content)
    book.set_properties({"title": "党建工作台账", "created": CREATED})
    book.set_tab_ratio(75)
    styles = Styles(book)
    home = _sheet(book, HOME)
    _fill_sheets(book, sheets, content, styles)
    for name, formula in names(sheets, SWITCH):
        book.define_name(name, formula)
    write_home(home, sheets, content.pages, content.marks, styles, macros.buttons if macros else ())
    home.activate()
    if macros:
        book.define_name(LAST_CHECK, last_check(macros.buttons))
        add_project(book, macros)


def _fill_sheets(book: Workbook, sheets: Sequence[Sheet], content: Content, styles: Styles) -> None:
    for planned in _in_order(sheets, content.pages):
        made = _sheet(book, planned.sheet if isinstance(planned, Page) else planned.name)
        if isinstance(planned, Page):
            write_page(made, planned, styles)
        elif planned.name == BOARD:
            write_board(book, made, styles)
        else:
            _write(made, planned, styles, content.version, _offered(sheets))
    for extra in content.sheets:
        write_extra_sheet(_sheet(book, extra.name), extra, styles)


def _sheet(book: Workbook, name: str) -> GrowingSheet:
    made: GrowingSheet = book.add_worksheet(name, GrowingSheet)
    return made


def _in_order(sheets: Sequence[Sheet], pages: Sequence[Page]) -> Iterator[Sheet | Page]:
    """Yield the sheets in order, the pages behind the last one of their group."""
    last = max(number for number, planned in enumerate(sheets) if planned.group == GROUP)
    yield from sheets[: last + 1]
    yield from pages
    yield from sheets[last + 1 :]


def _offered(sheets: Sequence[Sheet]) -> Mapping[str, str]:
    """Return the name of the list each table offers, by table key."""
    blocks = [block for planned in sheets for block in planned.blocks if offers(block)]
    return {b.table.key: list_name(b.table.sheet, b.table[b.table.names].title) for b in blocks}


def _write(
    sheet: GrowingSheet, planned: Sheet, styles: Styles, version: str, offered: Mapping[str, str]
) -> None:
    if planned.upright:
        write_settings(sheet, planned, styles, version, offered)
    else:
        write_sheet(sheet, planned, styles)
        _validate(sheet, planned, offered)
    for block in planned.blocks:
        (mark_results if block.table.written else mark)(sheet, block, styles)
    set_print(sheet, planned)


def _validate(sheet: GrowingSheet, planned: Sheet, offered: Mapping[str, str]) -> None:
    for block in planned.blocks:
        for slot in block.slots:
            options = validation(slot.column, offered) if slot.column and not block.table.written else None
            if options:
                sheet.data_validation(block.span(slot), options)
