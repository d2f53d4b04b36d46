"""Where ranges are, how they look, what is merged and hidden."""

from __future__ import annotations

from typing import Any

import pytest
import xlwings

pytestmark = pytest.mark.uno


def test_ranges_are_named_as_in_excel(sheet: xlwings.Sheet) -> None:
    given = [
        sheet["A1"],
        sheet["b2:A1"],
        sheet.range((2, 28)),
        sheet.range((1, 2), (3, 4)),
        sheet["A1:C3"][1:, :2],
    ]
    assert [each.address for each in given] == ["$A$1", "$A$1:$B$2", "$AB$2", "$B$1:$D$3", "$A$2:$B$3"]
    assert sheet.range(sheet["A1"], sheet["C2"]).shape == (2, 3)
    assert sheet["A1"].get_address(False, False) == "A1"
    assert sheet["B2:C3"](1, 2).address == sheet["B2:C3"](2).address == "$C$2"
    assert sheet["A1:C3"].last_cell.address == "$C$3"
    assert sheet["A1"].resize(2, 3).offset(1, 1).address == "$B$2:$D$3"


def test_the_used_range_ends_with_the_last_entry(sheet: xlwings.Sheet) -> None:
    sheet["C7"].value = "甲"
    sheet["Z99"].color = "#ff0000"
    sheet["Z99"].color = None
    assert sheet.used_range.last_cell.address == "$C$7"


@pytest.mark.parametrize(
    ("area", "expected"),
    [
        ("A1:A9", False),
        ("B5:C6", True),
        ("C6", True),
        ("B5:C5", True),
        ("A1:Z9", None),
        ("C6:D9", None),
        ("D7", False),
    ],
)
def test_merged_cells_are_told_as_in_excel(sheet: xlwings.Sheet, area: str, expected: bool | None) -> None:
    sheet["B5:C6"].merge()
    assert sheet[area].merge_cells is expected


def test_a_merged_cell_knows_its_area(sheet: xlwings.Sheet) -> None:
    sheet["B5:C6"].merge()
    assert [sheet[each].merge_area.address for each in ("B5", "C6", "D6")] == [
        "$B$5:$C$6",
        "$B$5:$C$6",
        "$D$6",
    ]
    sheet["B5:C6"].unmerge()
    assert sheet["C6"].merge_area.address == "$C$6"


def test_rows_are_merged_one_by_one(sheet: xlwings.Sheet) -> None:
    sheet["A1:B2"].merge(across=True)
    assert sheet["B2"].merge_area.address == "$A$2:$B$2"


@pytest.mark.parametrize("given", [(255, 199, 206), "#FFC7CE", "ffc7ce", 0xCEC7FF], ids=str)
def test_a_colour_can_be_given_in_every_form(sheet: xlwings.Sheet, given: Any) -> None:
    sheet["A1"].color = given
    assert sheet["A1"].color == (255, 199, 206)
    sheet["A1"].color = None
    assert sheet["A1"].color is None


def test_fonts_hold_for_latin_and_chinese_letters(sheet: xlwings.Sheet, cells: Any) -> None:
    font = sheet["A1"].font
    font.set(bold=True, size=14, color=(155, 28, 31), name="仿宋")
    assert (font.bold, font.size, font.color, font.name) == (True, 14, (155, 28, 31), "仿宋")
    cell = cells.getCellByPosition(0, 0)
    assert (cell.CharWeightAsian, cell.CharHeightAsian, cell.CharFontNameAsian) == (150, 14, "仿宋")
    font.bold = False
    assert not font.bold


def test_number_formats_are_written_as_in_excel(sheet: xlwings.Sheet, cells: Any) -> None:
    sheet["A1"].value = 0.125
    sheet["A1"].number_format = "0.0%"
    assert cells.getCellByPosition(0, 0).String == "12.5%"
    assert sheet["A1"].number_format == "0.0%"
    assert sheet["A1:A2"].number_format is None


def test_text_wraps_and_stands_where_it_is_told(sheet: xlwings.Sheet) -> None:
    sheet["A1"].wrap_text = True
    sheet["A1"].horizontal_alignment = "center"
    sheet["A1"].vertical_alignment = "top"
    seen = (sheet["A1"].wrap_text, sheet["A1"].horizontal_alignment, sheet["A1"].vertical_alignment)
    assert seen == (True, "center", "top")


def test_heights_and_widths_are_in_the_units_of_excel(sheet: xlwings.Sheet) -> None:
    sheet["A1:A3"].row_height = 30
    sheet["B1:C1"].column_width = 20
    assert sheet["A3"].row_height == pytest.approx(30, abs=0.1)
    assert sheet["C9"].column_width == pytest.approx(20, abs=0.1)


def test_a_row_grows_to_what_it_holds(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = "很长的一段话，" * 20
    before = sheet["A1"].row_height
    sheet["A1"].wrap_text = True
    sheet["A1"].rows.autofit()
    assert sheet["A1"].row_height > 2 * before
    sheet["B1"].value = "一段不换行的话"
    width = sheet["B1"].column_width
    sheet.autofit("columns")
    assert sheet["B1"].column_width > width


def test_hidden_rows_are_told_as_in_excel(sheet: xlwings.Sheet) -> None:
    sheet["A2:A3"].rows.hidden = True
    assert [sheet[each].rows.hidden for each in ("A2:A3", "A1:A3", "A4:A9")] == [True, None, False]
    sheet["A2:A3"].rows.hidden = False
    assert sheet["A1:A9"].rows.hidden is False


def test_a_link_leads_to_its_cell(sheet: xlwings.Sheet) -> None:
    sheet["A1"].add_hyperlink("#活动台账!F12", "去看")
    assert (sheet["A1"].hyperlink, sheet["A1"].value) == ("#活动台账!F12", "去看")


def test_a_cell_without_a_link_says_so_as_in_excel(sheet: xlwings.Sheet) -> None:
    with pytest.raises(Exception, match="hyperlink"):
        sheet["A1"].hyperlink  # noqa: B018


def test_contents_and_formats_are_cleared_apart(sheet: xlwings.Sheet) -> None:
    sheet["A1:A2"].value = [["甲"], ["乙"]]
    sheet["A1:A2"].color = "#ff0000"
    sheet["A1"].clear_contents()
    assert (sheet["A1"].value, sheet["A1"].color) == (None, (255, 0, 0))
    sheet["A2"].clear_formats()
    assert (sheet["A2"].value, sheet["A2"].color) == ("乙", None)
    sheet.clear()
    assert sheet["A1"].color is None and sheet["A2"].value is None


def test_a_selected_cell_is_in_view(book: xlwings.Book, sheet: xlwings.Sheet) -> None:
    other = book.sheets.add("活动台账")
    book.sheets[0].activate()
    other["F120"].select()
    seen = book.api.CurrentController.VisibleRange
    assert book.sheets.active.name == "活动台账"
    assert book.app.selection.address == "$F$120"
    assert seen.StartRow <= 119 <= seen.EndRow and seen.StartColumn <= 5 <= seen.EndColumn
