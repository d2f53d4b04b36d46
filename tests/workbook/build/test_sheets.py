import datetime as dt
import re

import pytest

from tests.workbook.build.built import (
    DEFAULTS,
    TABLES,
    TYPED,
    blank,
    blank_package,
    opened,
    package,
    parts,
    sample,
    sample_package,
)
from workbook.content import Content, Extra
from workbook.pages import read_page
from workbook.spec import DATE, Table
from workbook.tables import BOARD
from workbook.version import VERSION

LEDGERS = [table for table in TABLES if not table.upright and table is not BOARD]
ONE_LINE, TWO_LINES = 20.25, 33.75  # points, in whole pixels
SECRECY = "本工作簿不得录入国家秘密、工作秘密。"


@pytest.fixture(scope="module")
def book():
    return opened(sample_package())


@pytest.fixture(scope="module")
def sheet_xml():
    """Return the XML of a sheet by its name."""
    found, names = parts(sample_package()), opened(sample_package()).sheetnames
    return lambda name: found[f"xl/worksheets/sheet{names.index(name) + 1}.xml"].decode()


def titles(book, table: Table) -> list[str]:
    return [cell.value for cell in book[table.sheet][3]]


def printed(table: Table) -> int:
    """Count the columns of a sheet that are printed, tables side by side together."""
    return sum(column.printed for column in table.sheet_columns)


def test_the_sheets_stand_in_the_order_of_the_tables(book) -> None:
    expected = ["首页", *dict.fromkeys(table.sheet for table in TABLES)]
    at = expected.index("情况说明") + 1
    assert book.sheetnames == [*expected[:at], "使用说明", "规则说明", *expected[at:]]


def test_a_setting_has_the_height_its_explanation_needs(book) -> None:
    sheet = book["基本信息"]
    small = {row for row in range(4, sheet.max_row + 1) if len(sheet.cell(row, 3).value or "") > 30}
    assert small and all(sheet.row_dimensions[row].height >= 30 for row in small)


def test_the_grades_of_an_appraisal_are_printed_as_the_votes_are() -> None:
    votes = next(table for table in TABLES if table.key == "votes")
    assert all(votes[key].printed and not votes[key].folded for key in ("yes", "excellent", "poor"))


def test_the_remarks_on_an_election_stand_at_the_left(book) -> None:
    remark = next(cell for cell in book["换届选举台账"][3] if cell.value == "备注")
    assert book["换届选举台账"].cell(4, remark.column).alignment.horizontal == "left"


@pytest.mark.parametrize("table", LEDGERS, ids=lambda table: table.key)
def test_every_column_stands_in_the_header_row_of_its_sheet(book, table) -> None:
    wanted = [column.title for column in table.sheet_columns]
    found = titles(book, table)
    start = found.index(wanted[0])
    assert found[start : start + len(wanted)] == wanted


@pytest.mark.parametrize("table", LEDGERS, ids=lambda table: table.key)
def test_a_computed_column_stands_on_the_sheet_only_where_it_may_be_typed(book, table) -> None:
    absent = {column.title for column in table.columns} - {column.title for column in table.sheet_columns}
    assert absent.isdisjoint(titles(book, table))


def test_every_setting_has_a_line_with_its_value_beside(book) -> None:
    sheet, table = book["基本信息"], next(table for table in TABLES if table.upright)
    lines = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=4)}
    assert list(lines) == [column.title for column in table.columns]
    assert (lines["年度"], lines["模板版本"]) == (2022, VERSION)


def test_two_tables_of_one_sheet_have_a_blank_column_between_them(book) -> None:
    found = titles(book, next(table for table in TABLES if table.key == "options"))
    assert found[:7] == ["规范表述", "正确写法", "常见误写", "起用", "停用", None, "活动类型"]


def test_only_the_home_sheet_holds_formulas(book) -> None:
    found = {sheet.title for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"}
    assert found == {"首页"}


@pytest.mark.parametrize("table", TYPED, ids=lambda table: table.key)
def test_rows_stand_under_their_titles_in_order(book, table) -> None:
    rows = sample().of(table.key).rows
    if table.upright:
        return
    found = titles(book, table)
    for index, row in enumerate(rows, 4):
        for title, value in row.items():
            cell = book[table.sheet].cell(index, found.index(title) + 1).value
            assert (cell.date() if isinstance(cell, dt.datetime) else cell) == value


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_no_sheet_prints_more_than_sixteen_columns(table) -> None:
    assert table.upright or printed(table) <= 16


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_printed_columns_stand_first(table) -> None:
    flags = [column.printed for column in table.sheet_columns]
    assert flags == sorted(flags, reverse=True)


@pytest.mark.parametrize("table", LEDGERS, ids=lambda table: table.key)
def test_a_sheet_prints_its_printed_columns_one_page_wide_under_its_header(sheet_xml, table) -> None:
    if table.key == "options":
        return  # printed as the sheet of the wordings beside it
    names = parts(sample_package())["xl/workbook.xml"].decode()
    areas = dict(re.findall(r'Print_Area"[^>]*>(\w+)!\$A:\$([A-Z]+)<', names))
    headers = dict(re.findall(r'Print_Titles"[^>]*>(\w+)!\$(\d+):', names))
    xml = sheet_xml(table.sheet)
    assert areas[table.sheet] == chr(ord("A") + printed(table) - 1)
    assert headers[table.sheet] == "3"
    assert 'paperSize="9"' in xml
    assert ('fitToHeight="0"' in xml) is not table.one_page
    assert ('orientation="landscape"' in xml) == table.landscape
    assert "第 &amp;P 页，共 &amp;N 页" in xml


@pytest.mark.parametrize("table", LEDGERS, ids=lambda table: table.key)
def test_folded_columns_are_outlined_and_closed(book, table) -> None:
    found = titles(book, table)
    for column in table.sheet_columns:
        size = next(
            size
            for size in book[table.sheet].column_dimensions.values()
            if size.min <= found.index(column.title) + 1 <= size.max
        )
        assert (bool(size.outlineLevel), bool(size.hidden)) == (column.folded, column.folded)


@pytest.mark.parametrize("table", TYPED, ids=lambda table: table.key)
def test_required_columns_are_marked_and_explained(book, table) -> None:
    if table.upright or not any(column.required for column in table.sheet_columns):
        return
    marked = {cell.value for cell in book[table.sheet][3] if "＊" in cell.number_format}
    assert marked == {column.title for column in table.sheet_columns if column.required}
    assert "带＊的列必填" in book[table.sheet]["A2"].value


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_every_sheet_has_one_click_back_home(book, table) -> None:
    cell = book[table.sheet]["A1"]
    assert (cell.value, cell.hyperlink.location) == ("返回首页", "'首页'!A1")


@pytest.mark.parametrize("table", LEDGERS, ids=lambda table: table.key)
def test_the_header_stays_in_sight_and_filters(book, table) -> None:
    sheet = book[table.sheet]
    assert sheet.freeze_panes.endswith("4")
    assert sheet.auto_filter.ref.startswith("A3:")


@pytest.mark.parametrize("table", LEDGERS, ids=lambda table: table.key)
def test_the_arrows_of_the_filter_do_not_cover_the_titles(book, table) -> None:
    assert book[table.sheet].row_dimensions[3].height >= 36  # one line of letters, an arrow below its middle


def test_the_columns_that_name_a_row_stay_in_sight(book) -> None:
    panes = {name: book[name].freeze_panes for name in ("活动台账", "党员花名册", "重点项目清单")}
    assert panes == {"活动台账": "C4", "党员花名册": "B4", "重点项目清单": "D4"}


def test_date_columns_are_formatted_as_dates_down_to_the_last_row(book) -> None:
    activities = next(table for table in TABLES if table.key == "activities")
    assert activities.sheet_columns[0].kind is DATE
    assert book["活动台账"].column_dimensions["A"].number_format == "yyyy-m-d"
    assert book["活动台账"].max_row < 2000


def test_rows_with_text_keep_growing_with_it(sheet_xml) -> None:
    rows = re.findall(r'<row r="(\d+)"([^>]*)>', sheet_xml("活动台账"))
    heights = {int(number): attributes for number, attributes in rows}
    assert "customHeight" in heights[1]
    assert all("ht=" in heights[row] and "customHeight" not in heights[row] for row in range(4, 60))


def test_the_rows_of_two_tables_side_by_side_fit_the_taller_one() -> None:
    content = Content()
    content.of("wordings").rows = [{"正确写法": "字" * 200}]
    content.of("options").rows = [{"活动类型": "党课"}]
    assert opened(package(content))["选项表"].row_dimensions[4].height > 100


def test_sheets_nobody_has_begun_are_out_of_sight() -> None:
    hidden = {sheet.title for sheet in opened(blank_package()) if sheet.sheet_state != "visible"}
    assert hidden == {table.sheet for table in TABLES if table.hidden}


def test_a_hidden_sheet_with_entries_is_shown(book) -> None:
    assert {sheet.title for sheet in book if sheet.sheet_state != "visible"} == {"积分台账"}


@pytest.mark.parametrize(
    ("ends", "hidden"), [(dt.date(2024, 5, 1), "visible"), (dt.date(2025, 1, 1), "hidden")]
)
def test_the_election_is_shown_when_the_term_ends_within_a_year(ends, hidden) -> None:
    content = blank()
    content.of("basics").rows = [{"年度": 2023, "本届任期止": ends}]
    assert opened(package(content))["换届选举台账"].sheet_state == hidden


@pytest.mark.parametrize("name", ["首页", "使用说明"])
def test_the_warning_about_secrets_stands_on_home_and_guide(name) -> None:
    content = blank()
    content.pages = (read_page(DEFAULTS / "使用说明.md", (30.0, 16.0, 54.0)),)
    sheet = opened(package(content))[name]
    assert SECRECY in [cell.value for row in sheet.iter_rows() for cell in row]


def test_the_guide_names_only_sheets_that_exist() -> None:
    page = read_page(DEFAULTS / "使用说明.md", (30.0, 16.0, 54.0))
    named = {
        line.cells[1] for line in page.lines if hasattr(line, "cells") and line.cells[1].endswith("台账")
    }
    assert len(named) >= 8
    assert named <= {table.sheet for table in TABLES}


def test_an_added_column_stands_behind_its_neighbour() -> None:
    content = blank()
    content.of("talks").extras = [Extra("地点", "谈话对象", {0: "会议室"}), Extra("序号", "", {0: 1})]
    content.of("talks").rows = [{"谈话人": "甲", "关系": "党员之间"}]
    sheet = opened(package(content))["谈心谈话台账"]
    assert [c.value for c in sheet[3]] == [
        "序号",
        "日期",
        "谈话人",
        "谈话对象",
        "地点",
        "关系",
        "谈话时机",
        "归属年度",
    ]
    assert [c.value for c in sheet[4]] == [1, None, "甲", None, "会议室", "党员之间", None, None]


def test_what_must_be_done_is_printed_at_three_quarters_or_larger() -> None:
    table = next(table for table in TABLES if table.key == "requirements")
    pixels = sum(7 * column.width + 5 for column in table.sheet_columns if column.printed)
    assert (11.69 - 0.8) * 96 / pixels >= 0.85  # a margin for machines without the workbook's font


def test_the_steps_of_an_election_are_evenly_high() -> None:
    sheet = opened(blank_package())["换届选举台账"]
    heights = [sheet.row_dimensions[row].height for row in range(4, 19)]
    assert min(heights) == TWO_LINES
    assert heights.count(TWO_LINES) >= 13


def test_the_votes_of_the_sample_stand_on_one_line_each(book) -> None:
    assert {book["议题表决台账"].row_dimensions[row].height for row in range(4, 14)} == {ONE_LINE}


def test_a_page_to_be_handed_on_fills_the_width_of_its_paper() -> None:
    (page,) = (table for table in TABLES if table.one_page)
    assert 96 <= sum(column.width for column in page.columns) <= 102  # A4, upright, at its full size
