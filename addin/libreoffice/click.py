"""One click on a connected LibreOffice: the workbook it came from becomes xlwings' caller, the task runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlwings

from addin.buttons import OpenBook, one_click, run
from addin.libreoffice.apps import TITLE, unfreeze
from addin.libreoffice.books import find_book
from addin.libreoffice.engine import register
from addin.libreoffice.office import Office
from addin.libreoffice.stripped import needs_repair, rebuilding

REPAIRED = (
    "LibreOffice 保存 .xlsm 时会丢掉工作簿里的按钮。已在旁边另存一份按钮完好的“{}”，请改用这一份。"
    "LibreOffice 保存 .ods 版时按钮不会丢，在程序文件夹里运行这条命令就能得到：\n{}"
)


def click(office: Office, task: str, path: str, name: str) -> None:
    """Run `task` of the buttons on the open workbook at `path`; one never saved is found by its `name`."""
    app = register(office)
    book = find_book(app, path, name)
    with one_click(OpenBook(book).path or book.name), _restored(app, book):
        book.set_mock_caller()
        run(task)
    _offer_repair(app, book)


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
    path = Path(book.fullname)
    if not needs_repair(path):
        return
    from addin.libreoffice.repair import repair_beside  # with lxml, which few clicks need

    if repaired := repair_beside(path):
        app.alert(REPAIRED.format(repaired.name, rebuilding(repaired)), TITLE)
