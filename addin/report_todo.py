"""还差什么.xlsx: the page of what is still open, on one A4 sheet to print and to hand on."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from addin.todo_page import Item, Todo, lines
from workbook.measure import height_of

COLUMNS = (("事项", 58.0), ("时限", 15.0), ("责任人", 9.0), ("对应台账", 23.0))
LEAST = 18.0  # points, of a row
LOOK = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter", "text_wrap": True}
LINE = {"bottom": 4, "bottom_color": "#A6A6A6"}
LAST = len(COLUMNS) - 1


def write_todo(page: Todo, target: Path) -> None:
    """Write `page` to `target`; texts only, no formula."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": page.title, "created": dt.datetime.combine(page.day, dt.time())})
    sheet = book.add_worksheet("还差什么")
    _set_page(sheet)
    _head(book, sheet, page)
    _body(book, sheet, [*lines(page)][2:])
    book.close()
    target.write_bytes(made.getbuffer())


def _set_page(sheet: Any) -> None:
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    sheet.set_margins(left=0.7, right=0.6, top=0.8, bottom=0.7)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    for place, (_, width) in enumerate(COLUMNS):
        sheet.set_column(place, place, width)


def _head(book: Any, sheet: Any, page: Todo) -> None:
    title = book.add_format({"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"})
    until = book.add_format({**LOOK, "align": "center", "font_color": "#595959"})
    sheet.merge_range(0, 0, 0, LAST, page.title, title)
    sheet.merge_range(1, 0, 1, LAST, page.until, until)
    sheet.write_row(
        2, 0, [name for name, _ in COLUMNS], book.add_format({**LOOK, "bold": True, "bottom": 1, "indent": 1})
    )
    until_height = max(20.0, height_of(page.until, 0.9 * sum(width for _, width in COLUMNS)))
    for row, height in enumerate((32.0, until_height, 20.0)):
        sheet.set_row(row, height)


def _body(book: Any, sheet: Any, items: list[Item]) -> None:
    heading = book.add_format({**LOOK, "font_name": "黑体", "bg_color": "#F2F2F2"})
    plain = book.add_format({**LOOK, **LINE, "indent": 1})
    for row, item in enumerate(items, 3):
        is_heading = item.what[1:2] == "、" and not item.where
        texts = item._replace(when=item.when.replace("，", "，\n"))
        heights = (height_of(text, 0.9 * width) for text, (_, width) in zip(texts, COLUMNS, strict=True))
        sheet.set_row(row, max(LEAST, *heights))
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, heading if is_heading else plain)
