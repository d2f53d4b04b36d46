"""A workbook a person filled, rearranged and annotated goes into a new template; nothing of it is lost."""

import datetime as dt
import warnings

import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment

from tests.workbook.build.built import (
    PAGES,
    TABLES,
    TYPED,
    blank,
    default_rows,
    opened,
    package,
    parts,
    sample_package,
)
from workbook.carry import carry
from workbook.content import Content, ExtraSheet, Remark
from workbook.grid import open_book
from workbook.read import read
from workbook.trouble import Trouble


@pytest.fixture
def book():
    """Return a workbook with three talks and the settings, as a person has it open."""
    content = blank()
    content.of("basics").rows = [{"年度": 2022, "单位全称": "某局", "本届任期起": dt.date(2021, 5, 1)}]
    content.of("talks").rows = [
        {"日期": dt.date(2022, 3, day), "谈话人": f"甲{day}", "谈话对象": "乙", "关系": "党员之间"}
        for day in (1, 2, 3)
    ]
    return opened(package(content))


@pytest.fixture
def carried(book, tmp_path):
    """Return what is carried from `book` once a test has changed it."""

    def act(name: str = "旧.xlsx") -> Content:
        book.save(tmp_path / name)
        return carry(tmp_path / name, TABLES, default_rows())

    return act


def rebuilt(content: Content):
    return opened(package(content))


def column(sheet, title: str, header: int = 3) -> list[object]:
    place = [cell.value for cell in sheet[header]].index(title)
    return [row[place] for row in sheet.iter_rows(min_row=header + 1, values_only=True)]


def test_a_workbook_carried_into_its_own_template_is_equal_part_by_part(tmp_path) -> None:
    (tmp_path / "旧.xlsx").write_bytes(sample_package())
    content = carry(tmp_path / "旧.xlsx", TABLES, default_rows())
    content.pages = PAGES
    assert parts(package(content)) == parts(sample_package())


def test_the_old_file_is_only_read(tmp_path) -> None:
    old = tmp_path / "旧.xlsx"
    old.write_bytes(sample_package())
    carry(old, TABLES, default_rows())
    assert old.read_bytes() == sample_package()
    assert list(tmp_path.iterdir()) == [old]


def test_an_added_column_stays_beside_its_neighbour_with_its_values(book, carried) -> None:
    sheet = book["谈心谈话台账"]
    sheet.insert_cols(4)
    sheet["D3"], sheet["D4"], sheet["D6"] = "地点", "会议室", 3.5
    new = rebuilt(carried())["谈心谈话台账"]
    assert [cell.value for cell in new[3]][2:5] == ["谈话对象", "地点", "关系"]
    assert column(new, "地点") == ["会议室", None, 3.5]
    assert column(new, "关系") == ["党员之间"] * 3


def test_a_column_without_a_title_is_kept(book, carried) -> None:
    book["谈心谈话台账"]["H5"] = "随手记的"
    sheet = rebuilt(carried())["谈心谈话台账"]
    assert "随手记的" in [cell.value for cell in sheet[5]]


def test_moved_columns_go_where_the_template_has_them(book, carried) -> None:
    sheet = book["谈心谈话台账"]
    sheet.move_range("B3:B6", cols=8)
    content = carried()
    assert [row["谈话人"] for row in content.of("talks").rows] == ["甲1", "甲2", "甲3"]
    assert content.of("talks").extras == []


def test_titles_with_spaces_and_line_breaks_are_found(book, carried) -> None:
    book["谈心谈话台账"]["B3"] = " 谈 话\n人 ＊"
    assert [row["谈话人"] for row in carried().of("talks").rows] == ["甲1", "甲2", "甲3"]


def test_a_misspelt_title_stays_as_a_column_of_its_own(book, carried) -> None:
    book["谈心谈话台账"]["B3"] = "谈话的人"
    content = carried()
    assert [(extra.title, extra.values[0]) for extra in content.of("talks").extras] == [("谈话的人", "甲1")]
    assert any("谈话的人" in note for note in content.notes)


def test_lines_above_the_header_stay_above_it(book, carried) -> None:
    sheet = book["谈心谈话台账"]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(3)
    sheet["B3"] = "填报人：甲"
    new = rebuilt(carried())["谈心谈话台账"]
    assert new["B3"].value == "填报人：甲"
    assert new["A4"].value == "日期"
    assert column(new, "谈话人", header=4) == ["甲1", "甲2", "甲3"]
    assert new.freeze_panes.endswith("5")


def test_a_line_between_title_and_note_is_not_taken_for_the_note(book, carried) -> None:
    sheet = book["谈心谈话台账"]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(2)
    sheet["A2"] = "内部资料"
    assert carried().of("talks").above == [{1: "内部资料"}]


def test_comments_stay_with_their_cells(book, carried) -> None:
    sheet = book["谈心谈话台账"]
    sheet["B5"].comment = Comment("补谈", "甲")
    sheet["C3"].comment = Comment("写全名", "乙")
    content = carried()
    assert content.of("talks").remarks == [
        Remark(None, "谈话对象", "写全名", "乙"),
        Remark(1, "谈话人", "补谈", "甲"),
    ]
    new = rebuilt(content)["谈心谈话台账"]
    assert (new["B5"].comment.text, new["C3"].comment.text) == ("补谈", "写全名")


def test_widths_a_person_set_stay(book, carried) -> None:
    book["谈心谈话台账"].column_dimensions["E"].width = 33
    content = carried()
    assert content.of("talks").widths.keys() == {"谈话时机"}
    assert rebuilt(content)["谈心谈话台账"].column_dimensions["E"].width == pytest.approx(33, abs=0.02)


def test_hidden_rows_stay_hidden_and_keep_their_values(book, carried) -> None:
    book["谈心谈话台账"].row_dimensions[5].hidden = True
    new = rebuilt(carried())["谈心谈话台账"]
    assert [new.row_dimensions[row].hidden for row in (4, 5, 6)] == [False, True, False]
    assert new["B5"].value == "甲2"


def test_merged_entries_stay_merged(book, carried) -> None:
    sheet = book["谈心谈话台账"]
    sheet.merge_cells("D4:D6")
    sheet.merge_cells("B5:C5")
    new = rebuilt(carried())["谈心谈话台账"]
    assert {"D4:D6", "B5:C5"} <= {str(merged) for merged in new.merged_cells.ranges}
    assert (new["D4"].value, new["B5"].value) == ("党员之间", "甲2")


def test_a_merge_over_columns_that_part_is_undone_and_told(book, carried) -> None:
    sheet = book["谈心谈话台账"]
    sheet.insert_cols(3)
    sheet["C3"] = "谈话时机"
    sheet.merge_cells("B4:C4")
    content = carried()
    assert content.of("talks").merges == []
    assert any("谈心谈话台账!B4" in note for note in content.notes)
    assert rebuilt(content)["谈心谈话台账"]["B4"].value == "甲1"


def test_blank_rows_between_entries_stay(book, carried) -> None:
    sheet = book["谈心谈话台账"]
    sheet.move_range("A5:D6", rows=2)
    assert [row.get("谈话人") for row in carried().of("talks").rows] == ["甲1", None, None, "甲2", "甲3"]


def test_links_to_files_stay(book, carried) -> None:
    sheet = book["文件与报送台账"]
    sheet["C4"], sheet["J4"] = "某通知", "2022/通知.pdf"
    sheet["J4"].hyperlink = "2022/通知.pdf"
    cell = next(cell for cell in rebuilt(carried())["文件与报送台账"][4] if cell.value == "2022/通知.pdf")
    assert cell.hyperlink.target.replace("\\", "/") == "2022/通知.pdf"


def test_a_formula_is_carried_as_text_where_it_has_no_result(book, carried) -> None:
    book["党费台账"]["A4"], book["党费台账"]["B4"] = "甲", "=1+1"
    content = carried()
    assert content.of("dues").rows == [{"姓名": "甲", "月应交": "=1+1"}]
    assert any("党费台账" in note and "公式" in note for note in content.notes)
    assert rebuilt(content)["党费台账"]["B4"].data_type == "s"


def test_a_formula_is_carried_as_its_result_where_it_has_one(tmp_path) -> None:
    old = opened(sample_package(), values=True)["首页"]["B5"].value
    (tmp_path / "旧.xlsx").write_bytes(sample_package())
    from workbook.carry import read_old

    home = next(sheet for sheet in read_old(tmp_path / "旧.xlsx").sheets if sheet.name == "首页")
    assert home.values[5, 2] == old
    assert (5, 2) in home.formulas


def test_an_error_cell_is_carried_as_text(book, carried) -> None:
    book["党费台账"]["A4"], book["党费台账"]["B4"] = "甲", "#REF!"
    assert book["党费台账"]["B4"].data_type == "e"
    content = carried()
    assert content.of("dues").rows[0]["月应交"] == "#REF!"
    assert rebuilt(content)["党费台账"]["B4"].data_type == "s"


def test_a_sheet_of_ones_own_is_carried_whole(book, carried) -> None:
    own = book.create_sheet("我的表")
    own["C7"], own["A1"] = dt.datetime(2022, 3, 4, 9, 30), "=标题"
    own["C7"].comment = Comment("注", "甲")
    own.column_dimensions["C"].width = 30
    content = carried()
    new = rebuilt(content)["我的表"]
    assert new["C7"].value == dt.datetime(2022, 3, 4, 9, 30)
    assert new["C7"].comment.text == "注"
    assert new.column_dimensions["C"].width == pytest.approx(30, abs=0.02)
    assert any("我的表" in note for note in content.notes)


def test_a_renamed_sheet_is_known_by_its_titles(book, carried) -> None:
    book["谈心谈话台账"].title = "谈话记录"
    content = carried()
    assert len(content.of("talks").rows) == 3
    assert content.sheets == []
    assert any("谈话记录" in note for note in content.notes)


def test_a_second_sheet_of_the_same_name_is_kept_as_ones_own(book, carried) -> None:
    copy = book.create_sheet("谈心谈话台账 ")
    copy["A1"] = "草稿"
    content = carried()
    assert len(content.of("talks").rows) == 3
    assert [(sheet.name, sheet.values) for sheet in content.sheets] == [("谈心谈话台账 ", {(1, 1): "草稿"})]


def test_a_sheet_without_any_known_title_is_set_aside(book, carried) -> None:
    for row in book["谈心谈话台账"].iter_rows(min_row=3, max_row=3):
        for cell in row:
            cell.value = f"列{cell.column}"
    content = carried()
    assert content.of("talks").rows == []
    aside = next(sheet for sheet in content.sheets if sheet.name.startswith("谈心谈话台账"))
    assert "甲1" in aside.values.values()
    rebuilt(content)


def test_a_missing_sheet_comes_with_the_default_rows(book, carried) -> None:
    del book["规定动作"]
    content = carried()
    assert content.of("requirements").rows == default_rows()["requirements"]
    assert any("规定动作" in note for note in content.notes)


def test_rows_of_a_definition_sheet_stay_as_a_person_left_them(book, carried) -> None:
    sheet = book["统计口径"]
    sheet.delete_rows(5, sheet.max_row)
    sheet["A5"] = "自定指标"
    content = carried()
    names = [row["指标"] for row in content.of("indicators").rows]
    assert names == [default_rows()["indicators"][0]["指标"], "自定指标"]
    assert any("统计口径" in note and "没有加入" in note for note in content.notes)


def test_options_the_old_list_lacks_are_appended_and_named(book, carried) -> None:
    sheet = book["选项表"]
    place = next(cell.column for cell in sheet[3] if cell.value == "方式")
    given = [row["方式"] for row in default_rows()["options"] if "方式" in row]
    for row in range(4, 4 + len(given)):
        sheet.cell(row, place).value = None
    sheet.cell(4, place).value = "书面"
    content = carried()
    assert [row["方式"] for row in content.of("options").rows if "方式" in row] == ["书面", *given]
    assert any("方式" in note and given[0] in note for note in content.notes)


def test_an_option_list_of_ones_own_is_kept(book, carried) -> None:
    sheet = book["选项表"]
    place = sheet.max_column + 1
    sheet.cell(3, place).value, sheet.cell(4, place).value = "车辆", "轿车"
    content = carried()
    assert [(extra.title, extra.values) for extra in content.of("options").extras] == [("车辆", {0: "轿车"})]
    assert content.of("wordings").extras == []


def test_settings_lines_of_ones_own_and_comments_are_kept(book, carried) -> None:
    sheet = book["基本信息"]
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


def test_the_switch_of_the_marks_is_carried(book, carried) -> None:
    cell = book.defined_names["标出问题"].attr_text.split("!")[1].replace("$", "")
    book["首页"][cell] = "否"
    assert carried().marks == "否"


@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_a_sheet_a_person_shows_or_hides_stays_so(book, carried, state) -> None:
    book["积分台账"].sheet_state = book["荣誉台账"].sheet_state = state
    new = rebuilt(carried())
    assert (new["积分台账"].sheet_state, new["荣誉台账"].sheet_state) == (state, state)


def test_results_are_left_to_the_next_check(book, carried) -> None:
    book["校验结果"]["C4"] = "活动台账!A4"
    content = carried()
    assert "findings" not in content.tables
    assert content.sheets == []


def test_a_stray_cell_far_out_costs_nothing(book, carried) -> None:
    book["谈心谈话台账"].cell(1_000_000, 16_000).number_format = "0.0"
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


def test_a_newer_template_is_refused(book, carried) -> None:
    sheet = book["基本信息"]
    row = next(row for row in range(1, 40) if sheet.cell(row, 1).value == "模板版本")
    sheet.cell(row, 2).value = "9.0"
    with pytest.raises(Trouble) as raised:
        carried()
    assert raised.value.code == 2


@pytest.mark.parametrize("missing", ["基本信息", "all ledgers"])
def test_a_workbook_that_is_not_ours_is_refused(book, carried, missing) -> None:
    for name in book.sheetnames:
        if (name == "基本信息") == (missing == "基本信息"):
            del book[name]
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


def test_pictures_that_are_left_behind_are_told(book, carried) -> None:
    chart = BarChart()
    book["谈心谈话台账"].add_chart(chart, "J5")
    assert any("图片" in note for note in carried().notes)
