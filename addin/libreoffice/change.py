"""One change to a sheet: refused in words where none is allowed, and no undo step of the person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from addin.libreoffice.office import Office
from workbook.faults import record_fault
from workbook.trouble import CANNOT_WRITE, Trouble

HOME = Path(__file__).parents[2]
PROTECTED = "工作表“{}”设了保护，写不进去。请在“工具—保护工作表”里取消保护后再试。"
REFUSED = "LibreOffice 没有接受写进“{}”表的内容。请结束正在进行的编辑、关掉开着的对话框，再点一次。"
READ_ONLY = (
    "工作簿是以只读方式打开的，结果写不进去。"
    "请在别处关掉它再重新打开，或在“文件—另存为”里另存一份，再点一次。"
)


@dataclass(frozen=True)
class Change:
    """What makes changes to one UNO sheet of a document, one call of UNO at a time."""

    office: Office
    sheet: Any
    document: Any

    def __call__(self, action: Callable[..., object], *given: object) -> None:
        """Do `action`, or raise Trouble: of a protected sheet UNO might just do nothing, without a word.

        LibreOffice would record it as an undo step, and take back only part of it. It forgets the lock
        with the first change, so each has its own.
        """
        if self.document.isReadonly():
            raise Trouble(CANNOT_WRITE, READ_ONLY)
        if self.sheet.isProtected():
            raise Trouble(CANNOT_WRITE, PROTECTED.format(self.sheet.Name))
        undo = self.document.getUndoManager()
        undo.lock()
        try:
            action(*given)
        except self.office.uno.getClass("com.sun.star.uno.Exception") as error:
            self._explain(error)
        finally:
            undo.unlock()

    def _explain(self, error: Exception) -> NoReturn:
        """Raise what went wrong with the name of the sheet: UNO's own words are mostly none."""
        if self.office.is_closed():
            raise error
        record_fault(error, HOME)
        raise Trouble(CANNOT_WRITE, REFUSED.format(self.sheet.Name)) from error
