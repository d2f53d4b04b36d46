"""Colours and cell formats: restrained, and readable in black and white."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from workbook.spec import Column

FONT = "微软雅黑"
MONO = "Consolas"
INK, GREY, LINE = "#2B2B2B", "#7A7A7A", "#C9C2BA"
RED, GOLD, PAPER, SAND = "#9B1C1F", "#B8863B", "#FBF8F3", "#F1E6D6"
LINK = "#3F6B8A"
TABS = {
    "首页": RED,
    "清单": RED,
    "台账": GOLD,
    "党员": "#5B7553",
    "结果": LINK,
    "文稿": "#6B5876",
    "后台": "#8A8A8A",
    "专用": "#BDBDBD",
}
SHORT = 12.0  # columns up to this width are centred
TEXT_CODES = (
    22.0  # text columns up to this width hold numbers of papers and the like: never turned into dates
)

TITLE = {"bold": True, "font_size": 16, "font_color": RED, "align": "center", "valign": "vcenter"}
NOTE = {"font_color": GREY, "font_size": 9, "text_wrap": True, "valign": "vcenter"}
WAY_BACK = {"font_color": LINK, "font_size": 9, "valign": "vcenter"}
HEAD = {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1,
        "border_color": LINE, "bg_color": PAPER}  # fmt: skip
REQUIRED = {**HEAD, "bg_color": SAND, "num_format": '"＊"@'}
CELL = {"text_wrap": True, "valign": "vcenter"}
LARGER = {"font_size": 11}
BORDERED = {"border": 1, "border_color": LINE}

CENTRED = ("date", "month", "number", "deadline")
NUMBER_FORMATS = {"date": "yyyy-m-d", "month": "yyyy-mm", "deadline": "yyyy-m-d", "reference": "@"}


class Styles:
    """The formats of one workbook: equal properties give the same format."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, *parts: dict[str, Any], **more: Any) -> Format:
        """Return the format with the properties of `parts`, later ones first, and `more`."""
        base: dict[str, Any] = {"font_name": FONT, "font_size": 10, "font_color": INK}
        for part in parts:
            base |= part
        return self._get(base | more)

    def mark(self, **properties: Any) -> Format:
        """Return a format that changes only what it names: for conditional formats."""
        return self._get(properties)

    def _get(self, properties: dict[str, Any]) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def cell_of(column: Column | None, width: float) -> dict[str, Any]:
    """Return the properties of the cells under a column; an added column has none of its own."""
    if column is None:
        return CELL
    centred = width <= SHORT or column.kind.name in CENTRED
    align = "center" if centred and not column.folded else "left"  # ### of a hidden column would show
    return {**CELL, "align": align, "num_format": _number_format(column)}


def _number_format(column: Column) -> str:
    if column.kind.name == "text":
        return "@" if 0 < column.width <= TEXT_CODES else "General"
    return NUMBER_FORMATS.get(column.kind.name, "General")
