"""What xlwings reads: everything UNO gives as a bare number, an empty text or nothing at all."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import xlwings

pytestmark = pytest.mark.uno


def fill(cells: Any, **formulas: str) -> None:
    """Type into cells as a person would, in the grammar of UNO."""
    for address, formula in formulas.items():
        cells.getCellRangeByName(address).setFormula(formula)


def test_dates_that_formulas_make_are_dates(sheet: xlwings.Sheet, cells: Any) -> None:
    fill(cells, A1="=DATE(2022;3;4)", A2="=DATE(2022;3;5)+0.5", A3="=1+1", A4="=A1", B1="=TIME(12;30;0)")
    moment = dt.datetime(2022, 3, 5, 12)
    assert sheet["A1:A4"].value == [dt.datetime(2022, 3, 4), moment, 2, dt.datetime(2022, 3, 4)]
    assert sheet["B1"].value.time() == dt.time(12, 30)


def test_a_column_of_formulas_formatted_as_dates_is_dates(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A1:A3"].number_format = "yyyy-mm-dd"
    fill(cells, A1="=44624", A2="=44625", A3="=44626")
    assert sheet["A1:A3"].value == [dt.datetime(2022, 3, day) for day in (4, 5, 6)]


def test_a_moment_is_read_to_the_second(sheet: xlwings.Sheet) -> None:
    moment = dt.datetime(2022, 3, 4, 8, 59, 59)
    sheet["A1"].value = moment
    assert sheet["A1"].value == moment


def test_days_count_as_the_document_counts_them(book: xlwings.Book, sheet: xlwings.Sheet) -> None:
    book.api.NullDate = sheet.impl.office.struct("com.sun.star.util.Date", Day=1, Month=1, Year=1904)
    sheet["A1"].value = dt.date(2022, 3, 4)
    assert sheet.api.getCellRangeByName("A1").Value == 43162
    assert sheet["A1"].value == dt.datetime(2022, 3, 4)


def test_a_number_no_calendar_knows_stays_a_number(sheet: xlwings.Sheet) -> None:
    sheet["A1"].number_format = "yyyy-mm-dd"
    sheet["A1"].value = 1e12
    assert sheet["A1"].value == 1e12


def test_errors_are_told_by_name_when_asked_for(sheet: xlwings.Sheet, cells: Any) -> None:
    fill(cells, A1="=1/0", B1="=NA()", C1="=NOSUCH()", D1='=1+"甲"', E1="=#REF!", F1="=SQRT(-1)")
    names = ["#DIV/0!", "#N/A", "#NAME?", "#VALUE!", "#REF!", "Err:502"]
    assert sheet["A1:F1"].options(err_to_str=True).value == names
    assert sheet["A1:F1"].value == [None] * 6


def test_a_formula_that_gives_no_text_reads_as_a_blank(sheet: xlwings.Sheet, cells: Any) -> None:
    fill(cells, A1='=""', B1='="甲"&1')
    assert sheet["A1:C1"].value == [None, "甲1", None]


def test_truth_values_are_told_from_the_numbers_among_them(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A1"].value = [[value] for value in (1, True, 0, False, True, 1, "甲", None, 2)]
    fill(cells, B1="=1>0", B2="=B1", B3="=0+0")
    values = sheet["A1:A9"].value
    assert [type(value).__name__ for value in values[:6]] == [
        "float",
        "bool",
        "float",
        "bool",
        "bool",
        "float",
    ]
    assert values == [1, True, 0, False, True, 1, "甲", None, 2]
    assert [type(value) for value in sheet["B1:B3"].value] == [bool, bool, float]


def test_values_come_as_the_caller_wants_them(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = [[1, dt.date(2022, 3, 4), None]]
    options = {"numbers": int, "dates": dt.date, "empty": "空", "ndim": 2}
    assert sheet["A1:C1"].options(**options).value == [[1, dt.date(2022, 3, 4), "空"]]
    assert type(sheet["A1"].options(numbers=int).value) is int


def test_cells_under_a_merged_one_are_blank(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = "甲"
    sheet["A1:B2"].merge()
    assert sheet["A1:B2"].value == [["甲", None], [None, None]]


def test_hidden_rows_are_read_like_any_others(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = [["甲"], ["乙"], ["丙"]]
    sheet["A2"].rows.hidden = True
    assert sheet["A1:A3"].value == ["甲", "乙", "丙"]


def test_a_sheet_is_read_in_one_call_for_its_values(
    sheet: xlwings.Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet["A1"].value = [[f"第{row}行", row + 2] for row in range(500)]
    asked = []
    real = type(sheet["A1"].impl).raw_value.fget

    def counted(self: Any) -> Any:
        asked.append(self.address)
        return real(self)

    monkeypatch.setattr(type(sheet["A1"].impl), "raw_value", property(counted))
    assert len(sheet.used_range.value) == 500
    assert asked == ["$A$1:$B$500"]
