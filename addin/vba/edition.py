"""What makes a workbook the macro edition, handed to the builder as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from addin.vba import xlwings_module
from addin.vba.commands import COMMANDS
from addin.vba.project import Kind, Module, vba_project
from addin.vba.ribbon import ribbon
from workbook.build.macros import Button, Macros

BRIDGE, BULK = (Path(__file__).parent / name for name in ("Bridge.bas", "Bulk.bas"))
WORKBOOK = "ThisWorkbook"


def macros(sheets: int) -> Macros:
    """Return the macros for a workbook of `sheets` sheets."""
    names = tuple(f"Sheet{number}" for number in range(1, sheets + 1))
    buttons = (Button(each.caption, each.macro, each.hint, each.large) for each in COMMANDS)
    return Macros(vba_project(modules(names)), WORKBOOK, names, tuple(buttons), ribbon(COMMANDS))


def modules(sheets: Sequence[str]) -> list[Module]:
    """Return every module of the project; those of workbook and sheets are empty, but Excel wants them."""
    return [
        Module(WORKBOOK, kind=Kind.WORKBOOK),
        *(Module(sheet, kind=Kind.SHEET) for sheet in sheets),
        *(Module(each.stem, each.read_text(encoding="ascii")) for each in (BRIDGE, BULK)),
        Module(xlwings_module.NAME, xlwings_module.source()),
    ]
