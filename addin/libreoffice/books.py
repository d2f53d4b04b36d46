"""Books: the spreadsheets open in LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlwings
from xlwings import base_classes

from addin.libreoffice.formats import Formats
from addin.libreoffice.names import Names
from addin.libreoffice.office import Office
from addin.libreoffice.sheets import Sheets
from workbook.trouble import NOT_OURS, Trouble

if TYPE_CHECKING:
    from addin.libreoffice.apps import App

SPREADSHEET = "com.sun.star.sheet.SpreadsheetDocument"
FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML", ".ods": "calc8"}
NEW = "private:factory/scalc"
CLOSED = "没有找到点按钮的工作簿“{}”，可能刚刚关掉或改了名。请打开它，再点一次。"
WITH_MACROS = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN


def documents(office: Office) -> Iterator[Any]:
    """Yield the UNO documents that are spreadsheets; the Basic editor and the start page are none."""
    found = office.desktop.Components.createEnumeration()
    while found.hasMoreElements():
        document = found.nextElement()
        if is_spreadsheet(document):
            yield document


def is_spreadsheet(document: Any) -> bool:
    """Tell whether a UNO component is a spreadsheet."""
    return hasattr(document, "supportsService") and document.supportsService(SPREADSHEET)


class Books(base_classes.Books):
    """The books of one LibreOffice, counted from 1 or by name."""

    api: Any = None  # read-only above

    def __init__(self, app: App) -> None:
        self.app = app
        self.api = app.office.desktop.Components

    @property
    def active(self) -> Book:
        """Return the book in front, or any where something else is; without any raise KeyError."""
        document = self.app.office.desktop.getCurrentComponent()
        if document is None or not is_spreadsheet(document):
            document = next(documents(self.app.office), None)
        if document is None:
            raise KeyError("no spreadsheet is open")
        return Book(self.app, document)

    def __iter__(self) -> Iterator[Book]:
        return (Book(self.app, document) for document in documents(self.app.office))

    def __len__(self) -> int:
        return sum(1 for _ in documents(self.app.office))

    def __call__(self, key: str | int) -> Book:
        """Return the book with that number, name or full name; without one raise KeyError."""
        books = list(self)
        if isinstance(key, int):
            return books[key - 1]
        found = [book for book in books if key.lower() in (book.name.lower(), book.fullname.lower())]
        if not found:
            raise KeyError(key)
        return found[0]

    def add(self) -> Book:
        """Make a new book."""
        return self._load(NEW)

    def open(self, fullname: str, *ignored: Any, **options: Any) -> Book:
        """Open the file `fullname`."""
        return self._load(self.app.office.url(fullname))

    def _load(self, url: str) -> Book:
        arguments = self.app.office.arguments(MacroExecutionMode=WITH_MACROS)
        return Book(self.app, self.app.office.desktop.loadComponentFromURL(url, "_blank", 0, arguments))


class Book(base_classes.Book):
    """One open spreadsheet; `api` is the UNO document."""

    api: Any = None  # read-only above

    def __init__(self, app: App, document: Any) -> None:
        self._app = app
        self.api = document

    @property
    def app(self) -> App:
        """Return the application it is open in."""
        return self._app

    @cached_property
    def formats(self) -> Formats:
        """Return the number formats."""
        return Formats(self.app.office, self.api)

    @property
    def name(self) -> str:
        """Return the file's name, or the title of a book never saved."""
        return self.fullname.rpartition("/")[2]

    @property
    def fullname(self) -> str:
        """Return the path, or the title of a book never saved."""
        return self.app.office.path(self.api.URL) if self.api.URL else str(self.api.Title)

    @property
    def sheets(self) -> Sheets:
        """Return the sheets."""
        return Sheets(self)

    @property
    def names(self) -> Names:
        """Return all names, those of single sheets with the sheet in front."""
        return Names(self, self.api.NamedRanges, sheets=True)

    def activate(self) -> None:
        """Bring the book to the front."""
        self.api.CurrentController.Frame.activate()
        self.api.CurrentController.Frame.ContainerWindow.toFront()

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save the book, or save it as `path` in the format its ending names."""
        if path is None:
            self.api.store()
            return
        filter_name = FILTERS[Path(path).suffix.lower()]
        self.api.storeAsURL(self.app.office.url(path), self.app.office.arguments(FilterName=filter_name))

    def close(self) -> None:
        """Close the book without saving it."""
        self.api.close(True)

    def forget_undo(self) -> None:
        """Empty the list of undo steps: they tell sheets by number, and the numbers changed."""
        self.api.getUndoManager().clear()


def find_book(app: xlwings.App, path: str, name: str) -> xlwings.Book:
    """Return the open workbook a click came from; one that is not there raises Trouble.

    It is looked for by its path: two workbooks of one name may be open.
    """
    for book in app.books:
        if _same(book.fullname, path) if path else book.fullname == name:
            return book
    raise Trouble(NOT_OURS, CLOSED.format(name))


def _same(path: str, other: str) -> bool:
    try:
        return path == other or Path(path).samefile(other)
    except OSError:
        return False
