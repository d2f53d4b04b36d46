"""What else happens in a running office: another window in front, no workbook, rules for entries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlwings

from addin.libreoffice.engine import register
from tests.addin.libreoffice.live import Live, wait_for

pytestmark = pytest.mark.uno


def test_with_the_basic_editor_in_front_the_workbook_is_still_found(tmp_path: Path) -> None:
    own = Live(tmp_path, "--headless")
    try:
        office = own.office
        document = office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        helper = office.create("com.sun.star.frame.DispatchHelper")
        helper.executeDispatch(document.CurrentController.Frame, ".uno:BasicIDEAppear", "", 0, ())
        wait_for(lambda: not hasattr(office.desktop.getCurrentComponent(), "Sheets"), 20)
        app = register(office)
        assert [book.name for book in app.books] == ["Untitled 1"]
        assert app.books.active.sheets[0].name == "Sheet1"
    finally:
        own.kill()


def test_with_no_workbook_open_there_is_none(tmp_path: Path) -> None:
    own = Live(tmp_path, "--headless")
    try:
        assert len(register(own.office).books) == 0
    finally:
        own.kill()


def test_a_rule_for_entries_does_not_stop_what_the_program_writes(
    live: Live, sheet: xlwings.Sheet, cells: Any
) -> None:
    cell = cells.getCellRangeByName("A1")
    rule = cell.Validation
    rule.Type = live.office.enum("com.sun.star.sheet.ValidationType", "WHOLE")
    rule.setFormula1("1")
    rule.setFormula2("5")
    rule.ShowErrorMessage = True
    cell.Validation = rule
    sheet["A1"].value = "三"
    assert sheet["A1"].value == "三"
