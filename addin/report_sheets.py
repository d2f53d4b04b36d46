"""The look of the papers that are workbooks: header, widths, links, a colour for what is grave."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from addin.indicator import MISSING
from workbook.measure import height_of

MOST_LINKS = 60_000  # a sheet of Excel holds 65,530
SPECIAL = re.compile(r"""[%# "<>\[\]^`{}?]""")
LOWEST = 22.0  # of the row of titles
HIGHEST = 400.0  # a row of Excel is at most 409 points high
COLOURS = {"错误": "#F8CBAD", "警告": "#FFE699", MISSING: "#FFE699"}
LONGEST = 28_000  # a cell of Excel holds 32,767 characters


def link_base(workbook: Path, home: Path) -> str:
    """Return how a link names the workbook: relative where both lie on one drive."""
    try:
        return _quoted(Path(os.path.relpath(workbook.resolve(), home.resolve())).as_posix())
    except ValueError:  # another drive of Windows
        return _quoted(str(workbook.resolve()))


def _quoted(path: str) -> str:
    """Quote what has a meaning in a link: # would begin the place in the file, %41 would be read as A.

    XlsxWriter quotes as Excel does, but takes a path with # or %41 for a link that is quoted already.
    """
    return SPECIAL.sub(lambda found: f"%{ord(found[0]):02x}", path)


class Link(NamedTuple):
    """A cell text that leads to `place` (活动台账!F12) of the workbook."""

    text: str
    place: str


class Sheets:
    """The report's sheets in one look: header, widths, wrapped text, links, a colour for what is grave."""

    def __init__(self, book: Any, base: str) -> None:
        self.book = book
        self.base = base
        look = {
            "font_name": "宋体",
            "font_size": 10.5,
            "valign": "vcenter",
            "text_wrap": True,
            "border": 1,
            "indent": 1,
        }
        self.plain = book.add_format(look)
        self.number = book.add_format({**look, "align": "center"})
        self.link = book.add_format({**look, "font_color": "#0563C1", "underline": 1})
        self.head = book.add_format({**look, "bold": True, "bg_color": "#D9D9D9", "align": "center"})
        self.title = book.add_format({"font_name": "黑体", "font_size": 16})
        self.tints = {word: book.add_format({**look, "bg_color": tint}) for word, tint in COLOURS.items()}

    def page(self, name: str, columns: Iterable[tuple[str, float]]) -> Any:
        """Add a sheet that prints on A4 landscape, one page wide, its header on every page."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&C{name}  第 &P 页，共 &N 页")
        for place, (_, width) in enumerate(columns):
            sheet.set_column(place, place, width)
        return sheet

    def table(
        self, name: str, columns: tuple[tuple[str, float], ...], rows: Iterable[tuple[Any, ...]]
    ) -> None:
        """Write `rows` under a header that stays in sight."""
        sheet = self.page(name, columns)
        sheet.write_row(0, 0, [title for title, _ in columns], self.head)
        number = 0
        for number, row in enumerate(rows, 1):
            self.line(sheet, number, row, columns)
        sheet.set_row(0, max(LOWEST, *(height_of(title, 0.9 * width) for title, width in columns)))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, number, len(columns) - 1)
        sheet.repeat_rows(0)

    def line(
        self, sheet: Any, number: int, row: tuple[Any, ...], columns: tuple[tuple[str, float], ...]
    ) -> None:
        """Write one row, as high as its longest text needs: not every program finds that out itself."""
        heights = [
            height_of(_words(value), 0.9 * width) for value, (_, width) in zip(row, columns, strict=True)
        ]
        sheet.set_row(number, min(max(heights), HIGHEST))
        for place, value in enumerate(row):
            self.cell(sheet, number, place, value)

    def cell(self, sheet: Any, row: int, column: int, value: Any) -> None:
        """Write one cell: a link, a number or a text, never a formula."""
        if isinstance(value, Link) and row <= MOST_LINKS:
            name, _, cell = value.place.partition("!")
            sheet.write_url(row, column, f"external:{self.base}#'{name}'!{cell}", self.link, value.text)
        elif isinstance(value, (int, float)):
            sheet.write_number(row, column, value, self.number)
        else:
            text = _words(value)
            sheet.write_string(row, column, text, self.tints.get(text, self.plain))


def _words(value: Any) -> str:
    return value.text if isinstance(value, Link) else str(value)
