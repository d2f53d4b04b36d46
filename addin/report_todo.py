"""还差什么.xlsx: the page of what is still open, on one A4 sheet to print and to hand on.

The words are as large as all of them allow on the page, and the rows share what room is left.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from addin.todo_page import Item, Todo, lines
from workbook.measure import width_of

TITLES = ("事项", "时限", "责任人", "对应台账")
MOST = (0, 14, 10, 26)  # half-width characters for which a column is wide enough; the first has the rest
SLACK = (0, 2, 1, 1)  # so many more: figures are wider where the font is another one
WIDE, HIGH = 507.0, 740.0  # points, of what is printed on A4 within the margins
SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)  # points, of the words
LINE, PADDING, SPREAD = 1.35, 2.0, 1.2  # of a size: a line, what else at most; points around every row
INSIDE = 11.0  # points of a cell that take no words: its indent and edges
PIXEL = 0.75  # points
UNIT = {  # of columns: a figure of this font, which is equally wide in every spreadsheet program
    "default_format_properties": {"font_name": "Arial", "font_size": 11},
    "default_column_width": 72,
}
LOOK = {"font_name": "宋体", "valign": "vcenter", "text_wrap": True}
RULED = {"bottom": 4, "bottom_color": "#A6A6A6"}


class Plan(NamedTuple):
    """How a page is laid out, in points: the size of the words, the columns, and the rows."""

    size: float
    widths: tuple[float, ...]
    rows: tuple[float, ...]


def write_todo(page: Todo, target: Path) -> None:
    """Write `page` to `target`; texts only, no formula."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, **UNIT})
    book.set_properties({"title": page.title, "created": dt.datetime.combine(page.day, dt.time())})
    sheet = book.add_worksheet("还差什么")
    items = [*lines(page)][2:]
    planned = plan(page, items)
    _set_page(sheet, planned)
    _head(book, sheet, page, planned.size)
    _body(book, sheet, items, planned.size)
    book.close()
    target.write_bytes(made.getbuffer())


def plan(page: Todo, items: Iterable[Item]) -> Plan:
    """Return the layout with the largest words with which everything stands on one page."""
    told = [*items]
    plans = [_plan(size, page, told) for size in SIZES]
    best = next((each for each in plans if sum(each.rows) <= HIGH), plans[-1])
    spread = max(0.0, min((HIGH - sum(best.rows)) / len(best.rows), SPREAD * best.size))
    return best._replace(rows=tuple(height + spread for height in best.rows))


def _plan(size: float, page: Todo, items: list[Item]) -> Plan:
    narrow = [
        (min(max(width_of(text) for text in column), most) + slack) * size / 2 + INSIDE
        for column, most, slack in zip(zip(TITLES, *items, strict=True), MOST, SLACK, strict=True)
    ][1:]
    widths = (WIDE - sum(narrow), *narrow)
    rows = (
        max(_lines(text, width, size) for text, width in zip(item, widths, strict=True)) for item in items
    )
    head = (2.2 * size, LINE * size * _lines(page.until, WIDE, size) + PADDING, LINE * size + PADDING)
    return Plan(size, widths, (*head, *(LINE * size * count + PADDING for count in rows)))


def _lines(text: str, width: float, size: float) -> int:
    """Return how many lines `text` takes; one that is broken may lose a character at each end."""
    needed, room = width_of(text) * size / 2, width - INSIDE
    return 1 if needed <= room else ceil(needed / (room - size))


def _set_page(sheet: Any, planned: Plan) -> None:
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    sheet.set_margins(left=0.65, right=0.55, top=0.7, bottom=0.65)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    for place, width in enumerate(planned.widths):
        sheet.set_column_pixels(place, place, round(width / PIXEL))
    for row, height in enumerate(planned.rows):
        sheet.set_row(row, height)


def _head(book: Any, sheet: Any, page: Todo, size: float) -> None:
    title = {"font_name": "黑体", "font_size": 1.5 * size, "align": "center", "valign": "vcenter"}
    until = book.add_format({**LOOK, "font_size": size, "align": "center", "font_color": "#595959"})
    heads = book.add_format({**LOOK, "font_size": size, "bold": True, "bottom": 1, "indent": 1})
    last = len(TITLES) - 1
    sheet.merge_range(0, 0, 0, last, page.title, book.add_format(title))
    sheet.merge_range(1, 0, 1, last, page.until, until)
    sheet.write_row(2, 0, TITLES, heads)


def _body(book: Any, sheet: Any, items: list[Item], size: float) -> None:
    heading = book.add_format({**LOOK, "font_size": size, "font_name": "黑体", "bg_color": "#F2F2F2"})
    plain = book.add_format({**LOOK, **RULED, "font_size": size, "indent": 1})
    for row, item in enumerate(items, 3):
        is_heading = item.what[1:2] == "、" and not item.where
        for column, text in enumerate(item):
            sheet.write_string(row, column, text, heading if is_heading else plain)
