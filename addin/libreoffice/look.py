"""How cells look: properties of theirs under the names and in the units of xlwings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xlwings import base_classes

NONE = -1  # UNO's colour for no colour
POINT = 35.2778  # hundredths of a millimetre
DOT = 26.4583  # hundredths of a millimetre, at 96 dots an inch
LETTER, MARGIN = 7, 5  # dots Excel gives a digit of the default font, and a column's edges
NORMAL, BOLD = 100.0, 150.0  # com.sun.star.awt.FontWeight

HORIZONTAL = {
    "general": "STANDARD",
    "left": "LEFT",
    "center": "CENTER",
    "right": "RIGHT",
    "justify": "BLOCK",
    "fill": "REPEAT",
}
VERTICAL = {"top": 1, "center": 2, "bottom": 3, "justify": 4}  # com.sun.star.table.CellVertJustify2

Rgb = tuple[int, int, int]


def cell_property(*names: str, read: Callable[[Any], Any], write: Callable[[Any], Any]) -> Any:
    """Return a property that reads the first and writes all UNO properties `names` of an object's `api`.

    There are several where UNO keeps one for Latin and one for Chinese letters.
    """

    def get(self: Any) -> Any:
        return read(self.api.getPropertyValue(names[0]))

    def set_(self: Any, value: Any) -> None:
        for name in names:
            self.sheet.change(self.api.setPropertyValue, name, write(value))

    return property(get, set_)


def rgb(number: int | None) -> Rgb | None:
    """Return a UNO colour as red, green, blue; None for no colour, and where cells differ."""
    if number is None or number == NONE:
        return None
    return (number >> 16) & 255, (number >> 8) & 255, number & 255


def colour(given: Any) -> int:
    """Return a colour given as (r, g, b), "#rrggbb", Excel's number or None as UNO's number."""
    if given is None:
        return NONE
    if isinstance(given, str):
        given = bytes.fromhex(given.removeprefix("#"))
    if isinstance(given, int):  # Excel counts blue highest
        given = given.to_bytes(3, "little")
    return int.from_bytes(bytes(given), "big")


class Font(base_classes.Font):
    """The font of some cells; `api` are the UNO cells."""

    api: Any = None  # read-only above

    def __init__(self, cells: Any, sheet: Any) -> None:
        self.api = cells
        self.sheet = sheet

    bold = cell_property(
        "CharWeight",
        "CharWeightAsian",
        read=lambda weight: weight == BOLD,
        write=lambda bold: BOLD if bold else NORMAL,
    )
    size = cell_property("CharHeight", "CharHeightAsian", read=float, write=float)
    name = cell_property("CharFontName", "CharFontNameAsian", read=str, write=str)
    color = cell_property("CharColor", read=rgb, write=colour)
