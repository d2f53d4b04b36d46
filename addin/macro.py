"""The macros of the workbook's own module Bulk: one call for what would take one a sheet or a cell."""

from __future__ import annotations

from typing import Any

import xlwings

COM_ERROR = "com_error"  # what pywin32 raises; it exists on Windows alone


def ask(book: xlwings.Book, name: str, *given: Any) -> Any:
    """Return what the macro `name` gives, or None where it cannot be run.

    An older workbook lacks it, a busy Excel takes no call: the caller then asks for the same without it,
    and meets what is really in the way.
    """
    workbook = book.name.replace("'", "''")
    try:
        return book.app.macro(f"'{workbook}'!Bulk.{name}")(book, *given)
    except Exception as error:
        if isinstance(error, xlwings.XlwingsError) or type(error).__name__ == COM_ERROR:
            return None
        raise
