"""What xlwings writes: every value LibreOffice would refuse, misread or crash on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import xlwings

from addin.libreoffice import change
from addin.libreoffice.writing import LONGEST
from workbook.faults import LOG
from workbook.trouble import CANNOT_WRITE, Trouble

pytestmark = pytest.mark.uno


def test_none_among_values_leaves_a_blank_cell(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A1"].value = [[None, None, 1], ["甲", None, None]]
    assert cells.getCellByPosition(0, 0).Type.value == "EMPTY"
    assert sheet["A1:C2"].value == [[None, None, 1], ["甲", None, None]]


def test_a_single_none_empties_a_cell(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A1"].value = "甲"
    sheet["A1"].value = None
    assert cells.getCellByPosition(0, 0).Type.value == "EMPTY"


@pytest.mark.parametrize(
    "missing", [float("nan"), np.nan, pd.NaT, pd.NA, np.datetime64("NaT"), np.timedelta64("NaT")], ids=repr
)
def test_a_missing_value_leaves_a_blank_cell(sheet: xlwings.Sheet, missing: Any) -> None:
    sheet["A1"].value = [["甲", missing, 2]]
    assert sheet["A1:C1"].value == ["甲", None, 2]


def test_truth_values_stay_truth_values(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A1"].value = [[True, False, 1, 0]]
    values = sheet["A1:D1"].value
    assert values == [True, False, 1, 0]
    assert [type(value) for value in values] == [bool, bool, float, float]
    assert cells.getCellByPosition(0, 0).String == "TRUE"


def test_numbers_beyond_32_bits_are_written(sheet: xlwings.Sheet) -> None:
    numbers = [2**31, -(2**40), 2**53, 10**18]
    sheet["A1"].value = numbers
    assert sheet["A1:D1"].value == numbers


def test_numbers_of_numpy_and_pandas_are_plain_numbers(sheet: xlwings.Sheet) -> None:
    given = [
        np.int64(7),
        np.float32(0.5),
        np.bool_(True),
        np.datetime64("2022-03-04"),
        pd.Timestamp(2022, 3, 5),
    ]
    sheet["A1"].value = given
    assert sheet["A1:E1"].value == [7, 0.5, True, dt.datetime(2022, 3, 4), dt.datetime(2022, 3, 5)]


def test_days_and_moments_are_seen_as_such(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A1"].value = [[dt.date(2022, 3, 4), dt.datetime(2022, 3, 4), dt.datetime(2022, 3, 4, 8, 30)]]
    shown = [cells.getCellByPosition(column, 0).String for column in range(3)]
    assert shown == ["2022-03-04", "2022-03-04", "2022-03-04 08:30:00"]
    assert sheet["C1"].value == dt.datetime(2022, 3, 4, 8, 30)


def test_a_cell_that_shows_dates_in_its_own_way_keeps_it(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A2:A3"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["A1"].value = [[dt.date(2022, 3, day)] for day in (1, 2, 3, 4)]
    shown = [cells.getCellByPosition(0, row).String for row in range(4)]
    assert shown == ["2022-03-01", "2022年3月2日", "2022年3月3日", "2022-03-04"]


def test_text_that_begins_with_an_equals_sign_is_a_formula(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = [[2, 3, "=A1*B1", "="]]
    assert sheet["A1:D1"].value == [2, 3, 6, "="]


def test_a_leading_apostrophe_keeps_text_as_text(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = [["'=A1", "'001", "''甲"]]
    assert sheet["A1:C1"].value == ["=A1", "001", "'甲"]
    assert not sheet["A1"].formula.startswith("=HYPERLINK")


@pytest.mark.parametrize("text", ["001", "1.1", "2026-01-01", "3/4", "1e5", "TRUE", "50%"])
def test_text_that_looks_like_a_number_or_a_date_stays_text(sheet: xlwings.Sheet, text: str) -> None:
    sheet["A1"].value = text
    assert sheet["A1"].value == text


def test_formulas_are_written_as_excel_has_them(book: xlwings.Book, sheet: xlwings.Sheet) -> None:
    other = book.sheets.add("活动 台账")
    other["A1"].value = 5
    sheet["A1"].value = [
        ['=IF(1>0,"是,的","否")', "='活动 台账'!A1+1", '=HYPERLINK("#活动台账!F12","去看")', "=SUM(1,2)"]
    ]
    assert sheet["A1:D1"].value == ["是,的", 6, "去看", 3]


def test_a_link_made_by_a_formula_tells_its_address(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = '=HYPERLINK("#活动台账!F12","去看")'
    assert sheet["A1"].hyperlink == "#活动台账!F12"


def test_formulas_between_values_stand_in_their_cells(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = [[1, "=A1+1"], ["甲", "乙"], [3, "=A3+1"], ["=B3+1", "=A4+1"]]
    assert sheet["A1:B4"].value == [[1, 2], ["甲", "乙"], [3, 4], [5, 6]]


def test_the_longest_text_of_excel_is_written_whole(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = "字" * LONGEST
    assert sheet["A1"].value == "字" * LONGEST


def test_a_text_longer_than_excel_keeps_is_refused_before_anything_is_written(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = "从前"
    with pytest.raises(Trouble) as refused:
        sheet["A1"].value = [["新", "字" * (LONGEST + 1)]]
    assert refused.value.code == CANNOT_WRITE
    assert sheet["A1"].value == "从前"


def test_line_ends_and_unusual_characters_survive(sheet: xlwings.Sheet) -> None:
    text = "第一行\n第二行\t〔2022〕1号“引号”𠮷🙂"
    sheet["A1"].value = text
    assert sheet["A1"].value == text


def test_one_value_fills_a_range(sheet: xlwings.Sheet) -> None:
    sheet["A1:B2"].value = "同"
    assert sheet["A1:B2"].value == [["同", "同"], ["同", "同"]]


@pytest.mark.parametrize("write", ["value", "formula"])
def test_one_formula_fills_a_range_with_its_references_moved_along(sheet: xlwings.Sheet, write: str) -> None:
    sheet["A1"].value = [[1, 2], [3, 4], [5, 6]]
    setattr(sheet["C1:D3"], write, "=A1*10")
    assert sheet["C1:D3"].value == [[10, 20], [30, 40], [50, 60]]


def test_formulas_are_set_and_seen_cell_by_cell(sheet: xlwings.Sheet) -> None:
    sheet["A1:B1"].formula = [["=SUM(1,2)", "甲"]]
    assert sheet["A1:B1"].value == [3, "甲"]
    assert sheet["A1:B1"].formula == (("=SUM(1;2)", "甲"),)
    assert sheet["B1"].formula == "甲"


def test_writing_to_a_protected_sheet_is_refused_in_words(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A1"].value = "从前"
    cells.protect("")
    with pytest.raises(Trouble) as refused:
        sheet["A1"].value = [["新", 1]]
    assert refused.value.code == CANNOT_WRITE and sheet.name in refused.value.message
    assert sheet["A1"].value == "从前"


@pytest.mark.parametrize("clear", ["clear", "clear_contents", "clear_formats"])
def test_clearing_a_protected_sheet_is_refused_not_left_undone(
    sheet: xlwings.Sheet, cells: Any, clear: str
) -> None:
    sheet["A1"].value = "从前"
    cells.protect("")
    for target in (sheet, sheet["A1"]):
        with pytest.raises(Trouble):
            getattr(target, clear)()
    assert sheet["A1"].value == "从前"


def test_a_formula_is_not_written_to_a_protected_sheet(sheet: xlwings.Sheet, cells: Any) -> None:
    cells.protect("")
    with pytest.raises(Trouble):
        sheet["A1"].formula = "=1+1"


def test_what_libreoffice_does_not_take_is_told_with_the_name_of_the_sheet(
    sheet: xlwings.Sheet, cells: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(change, "HOME", tmp_path)
    with pytest.raises(Trouble) as refused:
        sheet.impl.change(cells.getCellRangeByName("A1:B1").setDataArray, (("甲",),))
    assert refused.value.code == CANNOT_WRITE and sheet.name in refused.value.message
    assert (tmp_path / LOG).exists()


def test_a_time_of_day_stays_one_in_the_form_the_cell_has(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A1"].number_format = "hh:mm"
    sheet["A1"].value = [[dt.time(9, 30), dt.time(9, 30, 15), dt.time()]]
    assert [cell.time() for cell in sheet["A1:C1"].value] == [dt.time(9, 30), dt.time(9, 30, 15), dt.time()]
    shown = [cells.getCellByPosition(column, 0).String for column in range(3)]
    assert shown == ["09:30", "09:30:15", "00:00:00"]


@pytest.mark.parametrize(
    ("span", "shown", "days"),
    [
        (dt.timedelta(hours=1, minutes=30), "01:30:00", 0.0625),
        (dt.timedelta(days=2, hours=6), "54:00:00", 2.25),
        (pd.Timedelta(hours=30), "30:00:00", 1.25),
        (np.timedelta64(90 * 60 * 10**9, "ns"), "01:30:00", 0.0625),
        (-dt.timedelta(hours=1), "-01:00:00", -1 / 24),
    ],
)
def test_a_span_of_time_is_seen_as_hours_also_beyond_a_day(
    sheet: xlwings.Sheet, cells: Any, span: dt.timedelta, shown: str, days: float
) -> None:
    sheet["A1"].value = span
    cell = cells.getCellByPosition(0, 0)
    assert (cell.String, cell.Value) == (shown, pytest.approx(days))


def test_what_the_program_writes_is_no_undo_step_of_the_person(
    book: xlwings.Book, sheet: xlwings.Sheet, cells: Any
) -> None:
    cells.getCellRangeByName("Z1").setString("typed by the person")
    undo = book.api.getUndoManager()
    before = undo.getAllUndoActionTitles()
    sheet["A1"].value = [["甲", 1, "=B1", True, dt.date(2022, 3, 4)]] * 3
    sheet["A1:B2"].color = "#ff0000"
    sheet["A1:B2"].font.bold = True
    sheet["A1"].row_height = 30
    sheet["A3"].add_hyperlink("#A1", "去")
    sheet["A1"].clear_contents()
    assert len(before) == 1 and undo.getAllUndoActionTitles() == before
    undo.undo()
    assert cells.getCellRangeByName("Z1").String == ""
