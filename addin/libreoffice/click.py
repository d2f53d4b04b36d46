"""One click on a connected LibreOffice: the workbook it came from becomes xlwings' caller, the task runs."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlwings

from addin.libreoffice.apps import TITLE, unfreeze
from addin.libreoffice.engine import register
from addin.libreoffice.lock import alone
from addin.libreoffice.office import Office
from workbook.trouble import NOT_OURS, Trouble

CLOSED = "没有找到点按钮的工作簿“{}”，可能刚刚关掉或改了名。请打开它，再点一次。"
REPAIRED = (
    "LibreOffice 保存 .xlsm 时会丢掉工作簿里的按钮。已在旁边另存一份按钮完好的“{}”，请改用这一份。"
    "以后在 LibreOffice 里请用台账的 .ods 版。"
)


def click(office: Office, task: str, path: str, name: str) -> None:
    """Run `task` of the buttons on the open workbook at `path`; one never saved is found by its `name`."""
    app = register(office)
    book = find_book(app, path, name)
    with alone(book.fullname), _restored(app, book):
        book.set_mock_caller()
        importlib.import_module("addin.buttons").run(task)
    _offer_repair(app, book)


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


@contextmanager
def _restored(app: xlwings.App, book: xlwings.Book) -> Iterator[None]:
    """Give the screen and the status bar back, whatever happens; first those a killed click kept."""
    unfreeze(book.api)
    try:
        yield
    finally:
        if not app.impl.office.is_closed():
            app.screen_updating = True
            app.status_bar = False


def _offer_repair(app: xlwings.App, book: xlwings.Book) -> None:
    from addin.libreoffice.repair import needs_repair, repair_beside  # with lxml, which few clicks need

    if needs_repair(Path(book.fullname)) and (repaired := repair_beside(Path(book.fullname))):
        app.alert(REPAIRED.format(repaired.name), TITLE)
