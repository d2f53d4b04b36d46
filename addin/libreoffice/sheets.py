"""Sheets of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import xlwings
from xlwings import base_classes

from addin.libreoffice.cells import Area, Part
from addin.libreoffice.change import Change
from addin.libreoffice.formats import Formats
from addin.libreoffice.names import Names
from addin.libreoffice.office import Office
from addin.libreoffice.ranges import Range

if TYPE_CHECKING:
    from addin.libreoffice.books import Book

Given = str | tuple[int, ...] | Range


class Sheets(base_classes.Sheets):
    """The sheets of one book, counted from 1 or by name."""

    api: Any = None  # read-only above

    def __init__(self, book: Book) -> None:
        self.book = book
        self.api = book.api.Sheets

    @property
    def active(self) -> Sheet:
        """Return the sheet in front."""
        return Sheet(self.book, self.book.api.CurrentController.ActiveSheet)

    def __call__(self, key: str | int) -> Sheet:
        """Return the sheet with that number or name, small and capital letters alike."""
        if isinstance(key, int):
            return Sheet(self.book, self.api.getByIndex(key - 1))
        name = self._name(key)
        if name is None:
            raise xlwings.NoSuchObjectError(f"no sheet named {key}")
        return Sheet(self.book, self.api.getByName(name))

    def __len__(self) -> int:
        return int(self.api.Count)

    def __iter__(self) -> Iterator[Sheet]:
        return (Sheet(self.book, self.api.getByIndex(index)) for index in range(len(self)))

    def __contains__(self, key: str) -> bool:
        return self._name(key) is not None

    def add(self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None) -> Sheet:
        """Add a sheet before or after another, else at the end."""
        place = before.index - 1 if before else after.index if after else len(self)
        title = name or next(
            each for each in map("Sheet{}".format, range(1, 9999)) if self._name(each) is None
        )
        self.api.insertNewByName(title, place)
        self.book.forget_undo()
        return self(title)

    def _name(self, key: str) -> str | None:
        return next((name for name in self.api.ElementNames if name.lower() == key.lower()), None)


class Sheet(base_classes.Sheet):
    """One sheet; `api` is UNO's."""

    api: Any = None  # read-only above

    def __init__(self, book: Book, sheet: Any) -> None:
        self._book = book
        self.api = sheet

    @property
    def book(self) -> Book:
        """Return the book it is part of."""
        return self._book

    @property
    def office(self) -> Office:
        """Return the LibreOffice it is open in."""
        return self.book.app.office

    @property
    def document(self) -> Any:
        """Return the UNO document."""
        return self.book.api

    @property
    def formats(self) -> Formats:
        """Return the number formats of the document."""
        return self.book.formats

    @property
    def name(self) -> str:
        """Get or set the name."""
        return str(self.api.Name)

    @name.setter
    def name(self, value: str) -> None:
        self.api.setName(value)

    @property
    def names(self) -> Names:
        """Return the names that hold on this sheet only."""
        return Names(self.book, self.api.NamedRanges)

    @property
    def index(self) -> int:
        """Return its place among the sheets, counted from 1."""
        return int(self.api.RangeAddress.Sheet) + 1

    @property
    def visible(self) -> bool:
        """Get or set whether it can be seen."""
        return bool(self.api.IsVisible)

    @visible.setter
    def visible(self, value: bool) -> None:
        self.api.IsVisible = bool(value)

    def range(self, first: Given, last: Given | None = None) -> Range:
        """Return the range from `first` to `last`, given as an address, a name, (row, column) or ranges.

        A tuple of four is what xlwings slices with: row, column, and how many of each.
        """
        if last is None:
            return self._range(first)
        return Range(self, self._range(first).area.around(self._range(last).area))

    @property
    def cells(self) -> Range:
        """Return all cells."""
        return Range(self, Area.of(self.api.RangeAddress))

    @property
    def used_range(self) -> Range:
        """Return the cells from the first to the last that holds something."""
        cursor = self.api.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return Range(self, Area.of(cursor.RangeAddress))

    def activate(self) -> None:
        """Bring the sheet to the front."""
        self.document.CurrentController.setActiveSheet(self.api)

    select = activate

    def clear_contents(self) -> None:
        """Clear values and formulas."""
        self.change(self.api.clearContents, Part.CONTENTS)

    def clear_formats(self) -> None:
        """Clear the formats."""
        self.change(self.api.clearContents, Part.FORMATS)

    def clear(self) -> None:
        """Clear contents, formats and comments."""
        self.change(self.api.clearContents, Part.EVERYTHING)

    def autofit(self, axis: str | None = None) -> None:
        """Fit widths, heights or both to the contents."""
        self.used_range.autofit(axis)

    def delete(self) -> None:
        """Remove the sheet."""
        self.document.Sheets.removeByName(self.name)
        self.book.forget_undo()

    @property
    def change(self) -> Change:
        """Return what makes changes to the sheet."""
        return Change(self.office, self.api, self.document)

    def _range(self, given: Given) -> Range:
        if isinstance(given, Range):
            return given
        if isinstance(given, str):
            return self._named(self._cells(given).RangeAddress)
        return Range(self, Area(*given, 1, 1) if len(given) == 2 else Area(*given))

    def _named(self, address: Any) -> Range:
        """Return the range at a UNO address: a name may stand for cells of another sheet."""
        at_home = address.Sheet == self.api.RangeAddress.Sheet
        return Range(self if at_home else self.book.sheets(address.Sheet + 1), Area.of(address))

    def _cells(self, address: str) -> Any:
        """Return the UNO cells at an address or with a name."""
        for names in (self.api.NamedRanges, self.document.NamedRanges):
            if names.hasByName(address):
                return names.getByName(address).ReferredCells
        return self.api.getCellRangeByName(address.replace("$", ""))
