"""The buttons: a desk for the clicks made of plain xlwings, the same for Excel and LibreOffice."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import xlwings as xw

from addin.clicks import CLICKS
from addin.macro import COM_ERROR, ask
from addin.openbook import read_open_book
from addin.results import Patch, column_number
from addin.scattered import Scattered, format_of
from workbook.faults import record_fault
from workbook.grid.model import Book
from workbook.trouble import ALREADY_RUNNING, CANNOT_WRITE, NOT_OURS, OUR_FAULT, WRONG_ARGUMENTS, Trouble
from workbook.turn import SIGN, my_turn

HOME = Path(__file__).resolve().parent.parent
TITLE = "党建台账"
TEXT = "@"
DOUBLE_CLICK = 2.0  # seconds: a second click this soon is no question to the program
BUSY = (-2147418111, -2146777998)  # Excel takes no call while a cell is being edited or a box is open
CLOSED = (-2147023174, -2147417848)  # Excel is not there any more

NO_TASK = "按钮要做的“{}”这个程序不认识，多半是工作簿和程序的版本不同。请用程序文件夹里新的工作簿。"
NO_BOOK = "没有找到点按钮的那本工作簿，可能刚刚关掉了。请打开它，再点一次。"
STILL_RUNNING = "上一次点击还没有做完（也可能有一个提示框在等您回答），这次没有开始。请等它做完。"
EDITING = "Excel 正忙，多半是有单元格正在编辑，或开着一个对话框。请按回车结束编辑，再点一次。"
GONE = "Excel 在处理过程中关闭了，这次点击没有做完。已存的文件没有改动；请重新打开工作簿，再点一次。"
PROTECTED = "写不进“{}”表：这张表多半设了保护。请在“审阅”里“撤消工作表保护”，再点一次。"
NOT_SHOWN = "没能显示“{}”表：工作簿多半设了保护。请在“审阅”里取消“保护工作簿”，再取消隐藏这张表。"
FAULT = "程序自身出了错；工作簿没有存盘，文件里还是原样。请把这个文件交给维护的人：{}"
NO_PROGRAM = "文件已经写好，但没有找到打开它的程序，请自己打开：{}"


def caller(name: str, path: str) -> xw.Book:
    """Return the workbook a click in Excel came from.

    xlwings finds it by the window of its Excel, so that of two Excels with a workbook of one name it is
    the right one. It cuts the name at "="; where that makes another name, all Excels are looked through.
    """
    try:
        return xw.Book.caller() if name == name.partition("=")[0].strip() else _open_book(name, path)
    except Exception as error:  # from a workbook just closed to an Excel that does not answer
        record_fault(error, HOME)
        raise Trouble(NOT_OURS, NO_BOOK) from error


def _open_book(name: str, path: str) -> xw.Book:
    """Return the open workbook of that name; of several the one at `path`."""
    found = [book for app in xw.apps for book in app.books if book.name == name]
    return min(found, key=lambda book: str(OpenBook(book).path) != path)


def attempt(task: str, book: xw.Book) -> tuple[int, str]:
    """Do what the button `task` asks for; return the exit code and what to tell the person if it failed."""
    try:
        with one_click(OpenBook(book).path or book.name):
            run(task, book)
    except Trouble as trouble:
        return trouble.code, trouble.message
    except Exception as error:  # the last door before a traceback would meet the person
        return _unforeseen(error)
    return 0, ""


def _unforeseen(error: Exception) -> tuple[int, str]:
    number = _com_number(error)
    if number in BUSY:
        return CANNOT_WRITE, EDITING
    if number in CLOSED:
        return CANNOT_WRITE, GONE
    return OUR_FAULT, FAULT.format(record_fault(error, HOME))


def _com_number(error: Exception) -> Any:
    return error.args[0] if type(error).__name__ == COM_ERROR and error.args else None


@contextmanager
def one_click(book: Path | str) -> Iterator[None]:
    """Hold the workbook for one click; of a double click the second one is dropped without a word."""
    mark = hashlib.sha256(f"{Path.home()}|{book}".encode()).hexdigest()[:16]
    private = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    folder = Path(private) / f"dangjian-taizhang-{mark}"
    with ExitStack() as held:
        try:
            held.enter_context(my_turn(folder))
        except Trouble as trouble:
            if trouble.code != ALREADY_RUNNING:
                raise
            sign = folder / SIGN
            fresh = sign.exists() and time.time() - sign.stat().st_mtime < DOUBLE_CLICK
            raise Trouble(ALREADY_RUNNING, "" if fresh else STILL_RUNNING) from None
        yield


def run(task: str, book: xw.Book | None = None) -> None:
    """Do what the button `task` asks for on `book`, else on the workbook that calls; it may raise Trouble."""
    if task not in CLICKS:
        raise Trouble(WRONG_ARGUMENTS, NO_TASK.format(task))
    CLICKS[task](OpenBook(book or xw.Book.caller()))


class OpenBook:
    """The desk of a click: the open workbook, which is never saved here."""

    def __init__(self, book: xw.Book) -> None:
        self.book = book

    @property
    def path(self) -> Path | None:
        """Return where the workbook is saved on this machine, or None."""
        try:
            path = Path(self.book.fullname)
        except xw.XlwingsError:  # in a cloud folder that is not found on the disk
            return None
        return path if path.is_absolute() else None

    def read(self) -> Book:
        """Return everything that stands in the workbook at this moment."""
        return read_open_book(self.book)

    def typed(self, sheet: str, height: int, width: int) -> Sequence[Sequence[Any]]:
        """Return what was typed into the cells from A1 on: formulas as such."""
        typed = self.book.sheets[sheet].range((1, 1), (height, width)).formula
        return typed if isinstance(typed, (list, tuple)) else ((typed,),)

    def write(self, patch: Patch) -> None:
        """Write into a sheet of the program."""
        with _may_be_protected(patch.sheet):
            self._cells(patch).value = [list(row) for row in patch.rows]

    def mend(self, cells: Scattered) -> None:
        """Write into cells of a person, in one call; run by run where the workbook's macro takes none of it.

        That is an older workbook, or a sheet that takes nothing: the plain write says which.
        """
        if ask(self.book, "PutCells", cells.sheet, *cells.words) != 0:
            for run in cells.runs:
                self._mend(run)

    def _mend(self, patch: Patch) -> None:
        """Write into cells below one another; in those formatted as text, days would become text."""
        cells = self._cells(patch)
        with _may_be_protected(patch.sheet):
            for kind in {format_of(row[0]) for row in patch.rows} - {""}:
                if cells.number_format == TEXT:
                    cells.number_format = kind
            cells.value = [list(row) for row in patch.rows]

    def _cells(self, patch: Patch) -> xw.Range:
        top, left = patch.row, column_number(patch.letters)  # xlwings' resize asks ten times for names
        last = top + len(patch.rows) - 1, left + len(patch.rows[0]) - 1
        return self.book.sheets[patch.sheet].range((top, left), last)

    def name(self, name: str, *texts: str) -> None:
        """Write `texts` into the cell that bears a defined name and those below, where there is one."""
        if name in self.book.names:
            cell = self.book.names[name].refers_to_range
            top, left = cell.row, cell.column
            with _may_be_protected(cell.sheet.name):
                for row, text in enumerate(texts, top):
                    cell.sheet.range((row, left)).value = text  # of one cell xlwings asks little

    def show(self, sheet: str, cell: str) -> None:
        """Bring a cell in view; a hidden sheet stays hidden."""
        there = self.book.sheets[sheet]
        if there.visible:
            self.book.activate()
            there.activate()
            there.range(cell).select()

    def reveal(self, sheet: str) -> bool:
        """Bring a hidden sheet into sight; return whether it was hidden."""
        there = self.book.sheets[sheet]
        if there.visible:
            return False
        with _may_be_protected(sheet, NOT_SHOWN):
            there.visible = True
        return True

    def tell(self, text: str) -> None:
        """Tell the person something and wait until it is read."""
        self.book.app.alert(text, TITLE, mode="info")

    def ask(self, text: str) -> bool:
        """Ask the person a question of yes or no."""
        return self.book.app.alert(text, TITLE, "yes_no") == "yes"

    def open(self, path: Path) -> None:
        """Open a file or folder with the machine's own program."""
        try:
            _open(path)
        except OSError as error:
            raise Trouble(CANNOT_WRITE, NO_PROGRAM.format(path)) from error


@contextmanager
def _may_be_protected(sheet: str, words: str = PROTECTED) -> Iterator[None]:
    """Say of a sheet that takes nothing that it is protected, for that is nearly always why."""
    try:
        yield
    except Exception as error:
        if type(error).__name__ != COM_ERROR or _com_number(error) in (*BUSY, *CLOSED):
            raise
        record_fault(error, HOME)
        raise Trouble(CANNOT_WRITE, words.format(sheet)) from error


def _open(path: Path) -> None:
    if sys.platform == "win32":
        os.startfile(path)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    subprocess.Popen([opener, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
