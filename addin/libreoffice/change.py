"""One change to a sheet: refused in words where it is protected, and no undo step of the person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from addin.libreoffice.office import Office
from workbook.trouble import CANNOT_WRITE, Trouble

PROTECTED = "工作表“{}”设了保护，写不进去，什么也没有改。请在“工具—保护工作表”里取消保护后再试。"


@dataclass(frozen=True)
class Change:
    """What makes changes to one UNO sheet of a document, one call of UNO at a time."""

    office: Office
    sheet: Any
    document: Any

    def __call__(self, action: Callable[..., object], *given: object) -> None:
        """Do `action`, unless the sheet is protected: that raises Trouble, for UNO might just do nothing.

        LibreOffice would record it as an undo step, and take back only part of it. It forgets the lock
        with the first change, so each has its own.
        """
        if self.sheet.isProtected():
            raise Trouble(CANNOT_WRITE, PROTECTED.format(self.sheet.Name))
        undo = self.document.getUndoManager()
        undo.lock()
        try:
            action(*given)
        finally:
            undo.unlock()
