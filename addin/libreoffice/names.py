"""Defined names. UNO keeps those of a sheet with the sheet; Excel lists them with the book's, as 表!名."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from addin.libreoffice.cells import Area
from addin.libreoffice.formulas import translated

if TYPE_CHECKING:
    from addin.libreoffice.books import Book
    from addin.libreoffice.ranges import Range

_SHEET = re.compile(r"\$?('(?:[^']|'')*'|[^\s$'.()]+)\.(?=\$?[A-Z])")


class Names(base_classes.Names):
    """Names by themselves: those in UNO's collection `api`, and with `sheets` those of single sheets too."""

    api: Any = None  # read-only above

    def __init__(self, book: Book, collection: Any, sheets: bool = False) -> None:
        self.book = book
        self.api = collection
        self.sheets = sheets

    def __len__(self) -> int:
        return len(self.snapshot())

    def __iter__(self) -> Iterator[Name]:
        return (name for _, name in self.snapshot())

    def __call__(self, key: str | int) -> Name:
        """Return the name with that number, counted from 1, or that text; without it raise KeyError."""
        if isinstance(key, int):
            return self.snapshot()[key - 1][1]
        if not self.contains(key):
            raise KeyError(key)
        collection, front, text = self._split(key)
        return Name(self, collection, front, text)

    def snapshot(self) -> list[tuple[str, Name]]:
        """Return all names with their texts."""
        places = [("", self.api)]
        if self.sheets:
            places += [(f"{sheet.name}!", sheet.api.NamedRanges) for sheet in self.book.sheets]
        return [
            (front + text, Name(self, collection, front, text))
            for front, collection in places
            for text in collection.ElementNames
        ]

    def contains(self, key: str | int) -> bool:
        """Tell whether there is such a name."""
        if isinstance(key, int):
            return 0 < key <= len(self)
        collection, _, text = self._split(key)
        return collection is not None and bool(collection.hasByName(text))

    def add(self, name: str, refers_to: str) -> Name:
        """Define a name, as ="表!$A$1"."""
        origin = self.book.app.office.struct("com.sun.star.table.CellAddress")
        self.api.addNewByName(name, translated(refers_to).removeprefix("="), origin, 0)
        return Name(self, self.api, "", name)

    def _split(self, key: str) -> tuple[Any, str, str]:
        """Return the collection a name would be in, what stands before it, and its text."""
        sheet, mark, text = key.rpartition("!")
        if not mark:
            return self.api, "", key
        known = self.sheets and sheet in self.book.sheets
        return (self.book.sheets(sheet).api.NamedRanges if known else None), sheet + mark, text


class Name(base_classes.Name):
    """One defined name."""

    api: Any = None  # read-only above

    def __init__(self, names: Names, collection: Any, front: str, text: str) -> None:
        self.names = names
        self.collection = collection
        self.front, self.text = front, text
        self.api = collection.getByName(text)

    @property
    def name(self) -> str:
        """Return its text, with the sheet in front where it holds on one only."""
        return self.front + self.text

    @name.setter
    def name(self, value: str) -> None:
        self.api.setName(value)
        self.text = value

    @property
    def refers_to(self) -> str:
        """Get or set what it stands for, as Excel writes it."""
        return "=" + _SHEET.sub(r"\1!", self.api.Content)

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        self.api.setContent(translated(value).removeprefix("="))

    @property
    def refers_to_range(self) -> Range:
        """Return the cells it stands for."""
        address = self.api.ReferredCells.RangeAddress
        sheet = self.names.book.sheets(int(address.Sheet) + 1)
        return sheet.range(tuple(Area.of(address)))

    def delete(self) -> None:
        """Remove the name."""
        self.collection.removeByName(self.text)
