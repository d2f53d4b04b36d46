"""What ranges are made of: the rectangle they cover, and the parts of a cell that can be cleared."""

from __future__ import annotations

from enum import IntFlag
from typing import Any, NamedTuple


class Part(IntFlag):
    """Parts of cells, by UNO's CellFlags."""

    VALUE = 1
    DATETIME = 2
    STRING = 4
    ANNOTATION = 8
    FORMULA = 16
    HARDATTR = 32
    STYLES = 64
    EDITATTR = 256
    FORMATTED = 512
    CONTENTS = VALUE | DATETIME | STRING | FORMULA
    FORMATS = HARDATTR | STYLES | EDITATTR | FORMATTED
    EVERYTHING = CONTENTS | FORMATS | ANNOTATION


class Area(NamedTuple):
    """A rectangle of cells: its first row and column, counted from 1, and how many it has of each."""

    top: int
    left: int
    height: int
    width: int

    @classmethod
    def of(cls, address: Any) -> Area:
        """Return the area of a UNO CellRangeAddress."""
        height = address.EndRow - address.StartRow + 1
        return cls(
            address.StartRow + 1, address.StartColumn + 1, height, address.EndColumn - address.StartColumn + 1
        )

    @property
    def bottom(self) -> int:
        """Return the last row."""
        return self.top + self.height - 1

    @property
    def right(self) -> int:
        """Return the last column."""
        return self.left + self.width - 1

    def around(self, other: Area) -> Area:
        """Return the smallest area that holds both."""
        top, left = min(self.top, other.top), min(self.left, other.left)
        height = max(self.bottom, other.bottom) - top + 1
        return Area(top, left, height, max(self.right, other.right) - left + 1)

    def cells(self, sheet: Any) -> Any:
        """Return the UNO cells of this area on the UNO `sheet`."""
        return sheet.getCellRangeByPosition(self.left - 1, self.top - 1, self.right - 1, self.bottom - 1)
