"""The settings sheet: titles in column A, one value beside each, an explanation in column C."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbook.build.cells import plain, write
from workbook.build.layout import Sheet
from workbook.build.ledger import write_head, write_lines_above, write_remarks
from workbook.build.style import BORDERED, CELL, GREY, HEAD, REQUIRED, TABS, Styles, cell_of
from workbook.build.validation import validation
from workbook.build.worksheet import GrowingSheet
from workbook.measure import height_of
from workbook.spec import Column

LEFT = {**BORDERED, "align": "left", "valign": "vcenter", "text_wrap": True}
VERSION = "version"
NOTE_WIDTH, NOTE_LINE = 50.0, 12.0  # half-width characters and points of a line of the small explanations


def write_settings(
    sheet: GrowingSheet, planned: Sheet, styles: Styles, version: str, offered: Mapping[str, str]
) -> None:
    """Write the settings with the `version` of the template."""
    block = planned.blocks[0]
    sheet.set_tab_color(TABS[planned.group])
    write_head(sheet, planned, styles)
    sheet.set_row(planned.header - 1, 24)
    for slot in block.slots:
        sheet.set_column(slot.place, slot.place, slot.width, styles(CELL))
        sheet.write_string(planned.header - 1, slot.place, slot.title, styles(HEAD))
    entries = dict(block.entries.rows[0]) if block.entries.rows else {}
    entries[block.table[VERSION].title] = version
    for number, column in enumerate(block.table.sheet_columns, planned.header):
        _setting(sheet, number, column, entries.get(column.title), styles)
        options = validation(column, offered)
        if options:
            sheet.data_validation(number, 1, number, 1, options)
    _added_lines(sheet, planned, styles)
    write_lines_above(sheet, planned, styles)
    write_remarks(sheet, block)
    sheet.freeze_panes(planned.header, 0)


def _setting(sheet: GrowingSheet, row: int, column: Column, value: Any, styles: Styles) -> None:
    head = REQUIRED if column.required else HEAD
    sheet.write_string(row, 0, column.title, styles(head, align="left"))
    _value(sheet, row, value, styles(LEFT, _format(column)))
    sheet.write_string(row, 2, column.help, styles(LEFT, font_color=GREY, font_size=9))
    sheet.set_row(row, max(24.0, height_of(column.help, NOTE_WIDTH, NOTE_LINE)))


def _format(column: Column) -> dict[str, Any]:
    return {"num_format": cell_of(column, column.width)["num_format"]}


def _value(sheet: GrowingSheet, row: int, value: Any, look: Any) -> None:
    if value is None:
        sheet.write_blank(row, 1, None, look)
    else:
        write(sheet, row, 1, value, look)


def _added_lines(sheet: GrowingSheet, planned: Sheet, styles: Styles) -> None:
    block = planned.blocks[0]
    for number, extra in enumerate(block.entries.extras, planned.header + len(block.table.sheet_columns)):
        sheet.write_string(number, 0, extra.title, styles(HEAD, align="left"))
        value = extra.values.get(0)
        write(sheet, number, 1, value, plain(styles, value))
