"""Ranges: the cells xlwings reads and writes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from addin.libreoffice.cells import Area, Part
from addin.libreoffice.formats import key_of
from addin.libreoffice.formulas import translated
from addin.libreoffice.links import add_link, link_of
from addin.libreoffice.look import (
    DOT,
    HORIZONTAL,
    LETTER,
    MARGIN,
    POINT,
    VERTICAL,
    Font,
    cell_property,
    colour,
    rgb,
)
from addin.libreoffice.reading import read
from addin.libreoffice.writing import fill_formula, write
from workbook.read.headers import letters

if TYPE_CHECKING:
    from addin.libreoffice.sheets import Sheet


class Range(base_classes.Range):
    """A rectangle of cells on one sheet."""

    max_cells_per_read = None  # one call takes any number
    max_cells_per_write = None
    has_array = False

    def __init__(self, sheet: Sheet, area: Area) -> None:
        self.sheet = sheet
        self.area = area
        self.options: dict[str, Any] = {}  # xlwings sets them
        self.arg1_input = self.address

    @cached_property
    def api(self) -> Any:
        """Return the UNO cells, made when needed: xlwings makes many ranges. None for a range of no cells."""
        return self.area.cells(self.sheet.api) if len(self) else None

    # where it is

    @property
    def row(self) -> int:
        """Return the first row, counted from 1."""
        return self.area.top

    @property
    def column(self) -> int:
        """Return the first column, counted from 1."""
        return self.area.left

    @property
    def shape(self) -> tuple[int, int]:
        """Return how many rows and columns there are."""
        return self.area.height, self.area.width

    @property
    def coords(self) -> tuple[str, int, int, int, int]:
        """Return the sheet's name, the first row and column, and how many there are of each."""
        return self.sheet.name, *self.area

    @property
    def address(self) -> str:
        """Return the address as $A$1:$B$2."""
        return self.get_address(True, True, False)

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        """Return the address; `external` puts [workbook]sheet! in front."""
        row, column = "$" * row_absolute, "$" * col_absolute
        first = f"{column}{letters(self.area.left - 1)}{row}{self.area.top}"
        last = f"{column}{letters(self.area.right - 1)}{row}{self.area.bottom}"
        front = f"'[{self.sheet.book.name}]{self.sheet.name}'!" if external else ""
        return front + (first if first == last else f"{first}:{last}")

    def __len__(self) -> int:
        return self.area.height * self.area.width

    def __call__(self, row: int, column: int | None = None) -> Range:
        """Return the cell at `row` and `column` of this range; a single number counts along the rows."""
        if column is None:
            down, across = divmod(row - 1, self.area.width)
            row, column = down + 1, across + 1
        return Range(self.sheet, Area(self.area.top + row - 1, self.area.left + column - 1, 1, 1))

    # what it holds

    @property
    def raw_value(self) -> list[list[Any]]:
        """Get or set the values; reading gives a table, writing takes a table or one value for all cells."""
        return read(self.api, self.area, self.sheet.document, self.sheet.formats)

    @raw_value.setter
    def raw_value(self, value: Any) -> None:
        write(self.sheet.change, self.area, value, self.sheet.document, self.sheet.formats)

    @property
    def formula(self) -> Any:
        """Get or set the formulas; a cell without one gives its text as it would be typed."""
        formulas = self.api.getFormulaArray()
        return formulas[0][0] if len(self) == 1 else formulas

    @formula.setter
    def formula(self, value: Any) -> None:
        if isinstance(value, (list, tuple)):
            formulas = tuple(tuple(translated(str(each or "")) for each in row) for row in value)
            self.sheet.change(self.api.setFormulaArray, formulas)
        else:
            fill_formula(self.sheet.change, self.api, self.area, str(value or ""))

    formula2 = formula

    def clear_contents(self) -> None:
        """Clear values and formulas."""
        self.sheet.change(self.api.clearContents, Part.CONTENTS)

    def clear_formats(self) -> None:
        """Clear the formats."""
        self.sheet.change(self.api.clearContents, Part.FORMATS)

    def clear(self) -> None:
        """Clear contents, formats and comments."""
        self.sheet.change(self.api.clearContents, Part.EVERYTHING)

    @property
    def hyperlink(self) -> str:
        """Return the address the cell links to."""
        return link_of(self.api)

    def add_hyperlink(
        self, address: str, text_to_display: str | None = None, screen_tip: str | None = None
    ) -> None:
        """Make the first cell a link; LibreOffice keeps no tip for it."""
        add_link(self.sheet.change, self.api, address, text_to_display or address)

    # how it looks

    color = cell_property("CellBackColor", read=rgb, write=colour)
    wrap_text = cell_property("IsTextWrapped", read=lambda wrapped: wrapped, write=bool)
    vertical_alignment = cell_property(
        "VertJustify", read={number: name for name, number in VERTICAL.items()}.get, write=VERTICAL.get
    )

    @property
    def horizontal_alignment(self) -> str | None:
        """Get or set how the text stands between the left and the right edge."""
        names = {member: name for name, member in HORIZONTAL.items()}
        return names.get(self.api.HoriJustify.value)

    @horizontal_alignment.setter
    def horizontal_alignment(self, value: str) -> None:
        kind = "com.sun.star.table.CellHoriJustify"
        self.sheet.change(setattr, self.api, "HoriJustify", self.sheet.office.enum(kind, HORIZONTAL[value]))

    @property
    def font(self) -> Font:
        """Return the font."""
        return Font(self.api, self.sheet)

    @property
    def number_format(self) -> str | None:
        """Get or set the number format as Excel's VBA writes it; None where the cells differ."""
        key = key_of(self.api)
        return None if key is None else self.sheet.formats.code(key)

    @number_format.setter
    def number_format(self, code: str) -> None:
        self.sheet.change(setattr, self.api, "NumberFormat", self.sheet.formats.key(code))

    @property
    def row_height(self) -> float:
        """Get or set the height of the rows, in points; of several the first."""
        return float(self.api.Rows.getByIndex(0).Height / POINT)

    @row_height.setter
    def row_height(self, points: float) -> None:
        self.sheet.change(setattr, self.api.Rows, "Height", round(points * POINT))

    @property
    def column_width(self) -> float:
        """Get or set the width of the columns, in digits of the default font; of several the first."""
        return float((self.api.Columns.getByIndex(0).Width / DOT - MARGIN) / LETTER)

    @column_width.setter
    def column_width(self, letters: float) -> None:
        self.sheet.change(setattr, self.api.Columns, "Width", round((letters * LETTER + MARGIN) * DOT))

    @property
    def row_hidden(self) -> bool | None:
        """Get or set whether all rows are hidden; None where some are."""
        seen = sum(Area.of(each).height for each in self._one_column().queryVisibleCells().RangeAddresses)
        return None if 0 < seen < self.area.height else not seen

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        self.sheet.change(setattr, self.api.Rows, "IsVisible", not value)

    def autofit(self, axis: str | None = None) -> None:
        """Fit column widths ("c"), row heights ("r") or both to what the cells hold."""
        if axis in (None, "c", "columns"):
            self.sheet.change(setattr, self.api.Columns, "OptimalWidth", True)
        if axis in (None, "r", "rows"):
            self.sheet.change(setattr, self.api.Rows, "OptimalHeight", True)

    # merged cells

    @property
    def merge_area(self) -> Range:
        """Return the merged cells this cell is part of, or the cell itself."""
        cursor = self.sheet.api.createCursorByRange(self.api)
        cursor.collapseToMergedArea()
        return Range(self.sheet, Area.of(cursor.RangeAddress))

    @property
    def merge_cells(self) -> bool | None:
        """Tell as Excel does whether the cells are merged ones: all True, none False, some None."""
        touched = self.merge_area.area
        if touched == self.area and not self.api.getIsMerged():
            return False
        first = self(1, 1).merge_area.area
        return True if first == first.around(self.area) else None

    def merge(self, across: bool = False) -> None:
        """Merge the cells; `across` merges those of each row."""
        rows = [self._row(index) for index in range(self.area.height)] if across else [self.api]
        for cells in rows:
            self.sheet.change(cells.merge, True)

    def unmerge(self) -> None:
        """Part merged cells."""
        self.sheet.change(self.api.merge, False)

    # where the person looks

    def select(self) -> None:
        """Select the cells and bring them into view."""
        self.sheet.activate()
        self.sheet.document.CurrentController.select(self.api)

    def _row(self, index: int) -> Any:
        return self.api.getCellRangeByPosition(0, index, self.area.width - 1, index)

    def _one_column(self) -> Any:
        return self.api.getCellRangeByPosition(0, 0, 0, self.area.height - 1)
