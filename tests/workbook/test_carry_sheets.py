"""Sheets of one's own, renamed, missing or refused ones, settings and option lists, when carried."""

import datetime as dt
import warnings

import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment

from tests.workbook.build.built import (
    TABLES,
    TYPED,
    blank,
    default_rows,
    opened,
    package,
    sample_package,
)
from workbook.carry import carry
from workbook.content import Content, ExtraSheet, Remark
from workbook.grid import open_book
from workbook.read import read
from workbook.trouble import Trouble


def rebuilt(content: Content):
    return opened(package(content))


def test_a_sheet_of_ones_own_is_carried_whole(filled, carried) -> None:
    own = filled.create_sheet("我的表")
    own["C7"], own["A1"] = dt.datetime(2022, 3, 4, 9, 30), "=标题"
    own["C7"].comment = Comment("注", "甲")
    own.column_dimensions["C"].width = 30
    content = carried()
    new = rebuilt(content)["我的表"]
    assert new["C7"].value == dt.datetime(2022, 3, 4, 9, 30)
    assert new["C7"].comment.text == "注"
    assert new.column_dimensions["C"].width == pytest.approx(30, abs=0.02)
    assert any("我的表" in note for note in content.notes)


def test_a_renamed_sheet_is_known_by_its_titles(filled, carried) -> None:
    filled["谈心谈话台账"].title = "谈话记录"
    content = carried()
    assert len(content.of("talks").rows) == 3
    assert content.sheets == []
    assert any("谈话记录" in note for note in content.notes)


def test_a_second_sheet_of_the_same_name_is_kept_as_ones_own(filled, carried) -> None:
    copy = filled.create_sheet("谈心谈话台账 ")
    copy["A1"] = "草稿"
    content = carried()
    assert len(content.of("talks").rows) == 3
    assert [(sheet.name, sheet.values) for sheet in content.sheets] == [("谈心谈话台账 ", {(1, 1): "草稿"})]


def test_a_sheet_without_any_known_title_is_set_aside(filled, carried) -> None:
    for row in filled["谈心谈话台账"].iter_rows(min_row=3, max_row=3):
        for cell in row:
            cell.value = f"列{cell.column}"
    content = carried()
    assert content.of("talks").rows == []
    aside = next(sheet for sheet in content.sheets if sheet.name.startswith("谈心谈话台账"))
    assert "甲1" in aside.values.values()
    rebuilt(content)


def test_a_missing_sheet_comes_with_the_default_rows(filled, carried) -> None:
    del filled["规定动作"]
    content = carried()
    assert content.of("requirements").rows == default_rows()["requirements"]
    assert any("规定动作" in note for note in content.notes)


def test_rows_of_a_definition_sheet_stay_as_a_person_left_them(filled, carried) -> None:
    sheet = filled["统计口径"]
    sheet.delete_rows(5, sheet.max_row)
    sheet["A5"] = "自定指标"
    content = carried()
    names = [row["指标"] for row in content.of("indicators").rows]
    assert names == [default_rows()["indicators"][0]["指标"], "自定指标"]
    assert any("统计口径" in note and "没有加入" in note for note in content.notes)


def test_options_the_old_list_lacks_are_appended_and_named(filled, carried) -> None:
    sheet = filled["选项表"]
    place = next(cell.column for cell in sheet[3] if cell.value == "方式")
    given = [row["方式"] for row in default_rows()["options"] if "方式" in row]
    for row in range(4, 4 + len(given)):
        sheet.cell(row, place).value = None
    sheet.cell(4, place).value = "书面"
    content = carried()
    assert [row["方式"] for row in content.of("options").rows if "方式" in row] == ["书面", *given]
    assert any("方式" in note and given[0] in note for note in content.notes)


def test_an_option_list_of_ones_own_is_kept(filled, carried) -> None:
    sheet = filled["选项表"]
    place = sheet.max_column + 1
    sheet.cell(3, place).value, sheet.cell(4, place).value = "车辆", "轿车"
    content = carried()
    assert [(extra.title, extra.values) for extra in content.of("options").extras] == [("车辆", {0: "轿车"})]
    assert content.of("wordings").extras == []


def test_settings_lines_of_ones_own_and_comments_are_kept(filled, carried) -> None:
    sheet = filled["基本信息"]
    last = sheet.max_row + 1
    sheet.cell(last, 1).value, sheet.cell(last, 2).value = "联系科室", "办公室"
    sheet["B4"].comment = Comment("核过", "甲")
    sheet["E6"] = "旁注"
    content = carried()
    basics = content.of("basics")
    assert basics.rows == [{"年度": 2022, "单位全称": "某局", "本届任期起": dt.date(2021, 5, 1)}]
    assert [(extra.title, extra.values[0]) for extra in basics.extras] == [("联系科室", "办公室")]
    assert basics.remarks == [Remark(0, "年度", "核过", "甲")]
    assert [sheet.values for sheet in content.sheets] == [{(6, 5): "旁注"}]
    new = rebuilt(content)["基本信息"]
    assert (new["B4"].comment.text, new.cell(last, 2).value) == ("核过", "办公室")


def test_the_switch_of_the_marks_is_carried(filled, carried) -> None:
    cell = filled.defined_names["标出问题"].attr_text.split("!")[1].replace("$", "")
    filled["首页"][cell] = "否"
    assert carried().marks == "否"


@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_a_sheet_a_person_shows_or_hides_stays_so(filled, carried, state) -> None:
    filled["积分台账"].sheet_state = filled["荣誉台账"].sheet_state = state
    new = rebuilt(carried())
    assert (new["积分台账"].sheet_state, new["荣誉台账"].sheet_state) == (state, state)


def test_results_are_left_to_the_next_check(filled, carried) -> None:
    filled["校验结果"]["C4"] = "活动台账!A4"
    content = carried()
    assert "findings" not in content.tables
    assert content.sheets == []


def test_a_stray_cell_far_out_costs_nothing(filled, carried) -> None:
    filled["谈心谈话台账"].cell(1_000_000, 16_000).number_format = "0.0"
    assert len(carried().of("talks").rows) == 3


@pytest.mark.parametrize("table", TYPED, ids=lambda table: table.key)
def test_the_reader_finds_the_same_in_old_and_new(table, tmp_path) -> None:
    old, new = tmp_path / "旧.xlsx", tmp_path / "新.xlsx"
    old.write_bytes(sample_package())
    new.write_bytes(package(carry(old, TABLES, default_rows())))
    before, after = (read(open_book(path), TABLES, dt.date(2022, 12, 31)) for path in (old, new))
    assert [row.values for row in after[table.key]] == [row.values for row in before[table.key]]


def test_a_macro_workbook_is_carried_too(carried) -> None:
    assert len(carried("旧.xlsm").of("talks").rows) == 3


def test_a_newer_template_is_refused(filled, carried) -> None:
    sheet = filled["基本信息"]
    row = next(row for row in range(1, 40) if sheet.cell(row, 1).value == "模板版本")
    sheet.cell(row, 2).value = "9.0"
    with pytest.raises(Trouble) as raised:
        carried()
    assert raised.value.code == 2


@pytest.mark.parametrize("missing", ["基本信息", "all ledgers"])
def test_a_workbook_that_is_not_ours_is_refused(filled, carried, missing) -> None:
    for name in filled.sheetnames:
        if (name == "基本信息") == (missing == "基本信息"):
            del filled[name]
    with pytest.raises(Trouble) as raised:
        carried()
    assert raised.value.code == 2


def test_a_file_that_is_not_there_is_refused(tmp_path) -> None:
    with pytest.raises(Trouble) as raised:
        carry(tmp_path / "没有.xlsx", TABLES, default_rows())
    assert raised.value.code == 2


@pytest.mark.parametrize("content", [b"", b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Workbook", b"<html>"])
def test_a_file_that_is_no_workbook_is_refused(tmp_path, content) -> None:
    (tmp_path / "坏.xlsx").write_bytes(content)
    with pytest.raises(Trouble) as raised:
        carry(tmp_path / "坏.xlsx", TABLES, default_rows())
    assert raised.value.code == 2


def test_carrying_never_warns_of_what_openpyxl_would_lose(tmp_path) -> None:
    (tmp_path / "旧.xlsx").write_bytes(sample_package())
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        carry(tmp_path / "旧.xlsx", TABLES, default_rows())
    assert caught == []


def test_a_sheet_of_ones_own_out_of_sight_stays_so() -> None:
    content = blank()
    content.sheets = [ExtraSheet("底稿", {(1, 1): "一"}, shown=False)]
    assert opened(package(content))["底稿"].sheet_state == "hidden"


def test_pictures_that_are_left_behind_are_told(filled, carried) -> None:
    chart = BarChart()
    filled["谈心谈话台账"].add_chart(chart, "J5")
    assert any("图片" in note for note in carried().notes)


def test_the_charts_of_the_board_are_drawn_anew_and_not_told(carried) -> None:
    assert not any("图片" in note for note in carried().notes)
