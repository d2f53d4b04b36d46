"""The forms of untidy input met in real workbooks, by the numbers of the list they were collected in."""

import datetime as dt
from pathlib import Path

import pytest

from workbook.values import Deadline, People

from .reading import ledgers, marks

DAY = dt.date(2022, 3, 4)
TABLE = {
    **dict.fromkeys(("日期", "类型", "主题内容", "参加人员", "学时", "应到"), "activities"),
    **dict.fromkeys(("编号", "具体措施", "完成时限", "协办科室"), "tasks"),
    **dict.fromkeys(("姓名", "出生年月", "备注"), "members"),
    "总结落款": "basics",
}

CELLS = [
    (1, "日期", "2022.1", None, "ambiguous_date"),
    (1, "日期", "'2022.10", None, "ambiguous_date"),
    (1, "出生年月", "2020.1", None, "ambiguous_date"),
    (1, "出生年月", "2011.05", dt.date(2011, 5, 1), "text_date"),
    (2, "日期", "'2019/2/3  14:30", dt.date(2019, 2, 3), "text_date"),
    (3, "日期", "2022-03-04", DAY, ""),
    (3, "日期", "44624", DAY, "serial_date"),
    (4, "日期", "2022年2月  日", None, "bad_date"),
    (4, "日期", "'  年  月  日", None, "bad_date"),
    (5, "日期", "20230517日数据情况", None, "bad_date"),
    (6, "完成时限", "3-4月", Deadline("3-4月", dt.date(2022, 4, 30)), ""),
    (6, "完成时限", "4~12月", Deadline("4~12月", dt.date(2022, 12, 31)), ""),
    (6, "完成时限", "11月12月", None, "bad_deadline"),
    (6, "日期", "5—12月", None, "bad_date"),
    (7, "完成时限", "4月下旬", Deadline("4月下旬", dt.date(2022, 4, 30)), ""),
    (7, "完成时限", "4月初前", Deadline("4月初前", dt.date(2022, 4, 10)), ""),
    (7, "完成时限", "年底前", Deadline("年底前", dt.date(2022, 12, 31)), ""),
    (8, "完成时限", "每季度", Deadline("每季度"), ""),
    (8, "完成时限", "上半年", Deadline("上半年", dt.date(2022, 6, 30)), ""),
    (8, "完成时限", "长期坚持", Deadline("长期坚持"), ""),
    (9, "完成时限", "3月：甲<br>4月：乙", None, "bad_deadline"),
    (15, "编号", "' 020100", "020100", "stray_space"),
    (16, "编号", "'020100", "020100", ""),
    (16, "编号", "11312018275", "11312018275", ""),
    (17, "具体措施", "一是学习<br>二是讨论", "一是学习\n二是讨论", ""),
    (18, "参加人员", "张三，李四", People(("张三", "李四")), "separator"),
    (18, "参加人员", "张三<br>李四", People(("张三", "李四")), "separator"),
    (18, "参加人员", "张三；李四", People(("张三", "李四")), "separator"),
    (18, "参加人员", "张三、李四等5人", People(("张三", "李四")), "and_others"),
    (18, "协办科室", "办公室，人事科", ("办公室", "人事科"), "separator"),
    (19, "日期", "无", None, "empty_sign"),
    (19, "参加人员", "—", None, "empty_sign"),
    (19, "类型", "/", None, "empty_sign"),
    (19, "完成时限", "暂无", None, "empty_sign"),
    (19, "学时", "无", None, "bad_number"),
    (19, "学时", "0", 0.0, ""),
    (20, "学时", "'**", None, "bad_number"),
    (20, "日期", "20xxxx", None, "bad_date"),
    (20, "主题内容", "XX", "XX", ""),
    (21, "学时", "'95%以上", None, "bad_number"),
    (21, "学时", "达90%", None, "bad_number"),
    (22, "学时", "至少2次", None, "bad_number"),
    (22, "学时", "3—5个", None, "bad_number"),
    (22, "应到", "达40人以上", None, "bad_number"),
    (22, "应到", "'26人", 26.0, "unit_suffix"),
    (23, "学时", "16期…；6期…；2期…", None, "bad_number"),
    (24, "总结落款", "√", "是", "tick"),
    (24, "总结落款", "×", "否", "tick"),
    (24, "总结落款", "○", "○", ""),
    (25, "主题内容", "title<br>计票结果", "title\n计票结果", ""),
    (28, "学时", "１．５", 1.5, "full_width"),
    (28, "主题内容", "９５％", "95%", "full_width"),
    (28, "姓名", "张　三", "张三", "stray_space"),
    (28, "姓名", "张三\u00a0", "张三", "stray_space"),
    (30, "备注", "區縣", "區縣", ""),
]

# Forms of a whole sheet or file have tests of their own, named here.
ELSEWHERE = {
    10: ("test_read_rows", "test_a_cell_merged_down_gives_its_value_to_each_row"),
    11: ("test_read_headers", "test_the_header_is_found_within_the_first_fifteen_rows"),
    12: ("test_read_rows", "test_a_block_of_notes_is_left_out_and_told"),
    13: ("test_read_rows", "test_lines_for_signatures_and_notes_are_left_out_and_told"),
    14: ("test_read_headers", "test_a_title_may_have_spaces_stars_line_breaks_and_a_remark"),
    26: ("grid.test_xlsx", "test_runaway_validations_cost_nothing"),
    27: ("grid.test_xlsx", "test_a_wrong_dimension_neither_hides_nor_adds_cells"),
    29: ("test_read_rows", "test_hidden_rows_are_data"),
    31: ("grid.test_opening", "test_what_is_no_package_is_told_by_what_it_is"),
}


def read_one(title, raw):
    """Return value and form of one cell of the column `title`."""
    key = TABLE[title]
    if key == "basics":
        read_in = ledgers(basics=f"| 年度 | 2022 |\n| {title} | {raw} |")
    else:
        sheet = ledgers()[key].table.sheet
        read_in = ledgers({sheet: f"| {title} | 主题内容 | 重点任务 | 性别 |\n| {raw} | 甲 | 乙 | 女 |"})
    column = read_in[key].column(title)
    return read_in[key].rows[0][column.key], "".join(mark.form for mark in read_in.marks), marks(read_in)


@pytest.mark.parametrize(("number", "title", "raw", "value", "form"), CELLS)
def test_a_cell_as_met_in_the_wild_is_read_as_meant_or_recorded(number, title, raw, value, form):
    found, noticed, places = read_one(title, raw)
    assert (found, noticed) == (value, form)
    assert len(places) == bool(form)


def test_every_form_met_in_the_wild_has_a_test():
    assert {number for number, *_ in CELLS} | set(ELSEWHERE) == set(range(1, 32))


@pytest.mark.parametrize(("module", "name"), ELSEWHERE.values())
def test_a_form_of_a_whole_sheet_or_file_has_the_test_named(module, name):
    text = (Path(__file__).parent / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    assert f"def {name}(" in text
