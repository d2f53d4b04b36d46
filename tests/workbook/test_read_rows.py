import datetime as dt

import pytest

from workbook.grid.model import UNCACHED
from workbook.parse import SAFE
from workbook.values import Deadline, People

from .reading import gaps, ledgers, marks

HEADER = "| 日期 | 类型 | 主题内容 | 参加人员 | 学时 |"
ROW = "| 2022-03-04 | 党课 | 学习 | 张三 | 2 |"


def read(*lines, **options):
    return ledgers({"活动台账": "\n".join([HEADER, *lines])}, **options)


def numbers(read_in, key="activities"):
    return [row.number for row in read_in[key]]


def test_blank_rows_are_passed_over_without_a_word():
    read_in = read(ROW, "| | | | | |", "| '　 | '  | | | |", ROW)
    assert numbers(read_in) == [2, 5]
    assert gaps(read_in, "skipped_row") == []
    assert marks(read_in) == []


def test_a_row_with_nothing_but_an_error_is_no_blank_row():
    read_in = read("| #REF! | | | | |")
    assert numbers(read_in) == [2]
    assert marks(read_in, "error_cell") == ["活动台账!A2"]


def test_a_row_with_only_a_space_and_an_error_is_no_blank_row():
    assert numbers(read("| '  | #REF! | | | |")) == [2]


def test_a_repeated_header_is_left_out_and_told():
    read_in = read(ROW, HEADER, ROW)
    assert numbers(read_in) == [2, 4]
    assert gaps(read_in, "skipped_row") == [("重复的表头", "", "活动台账!A3")]


def test_a_row_that_only_begins_like_the_header_is_data():
    assert numbers(read("| 日期 | 党课 | 学习 | | |")) == [2]


@pytest.mark.parametrize("first", ["合计", "合 计", "小计", "总计：", "共计", "合　计"])
def test_a_total_is_left_out_and_told(first):
    read_in = read(ROW, f"| {first} | | | | 2 |")
    assert numbers(read_in) == [2]
    assert gaps(read_in, "skipped_row") == [("合计行", "", "活动台账!A3")]


@pytest.mark.parametrize(
    "line",
    ["| 制表人：张三 | | 审核人：李四 | | |", "| 统计日期：2017年2月  日 | | | | |",
     "| | 总监票人： | | 计票人： | |", "| 填表说明：空着即无。 | | | | |",
     "| 备注：以上为一季度。 | | | | |", "| 签字： | | | | |", "| 负责人（签字）：| | | | |"],
)  # fmt: skip
def test_lines_for_signatures_and_notes_are_left_out_and_told(line):
    read_in = read(ROW, line)
    assert numbers(read_in) == [2]
    assert [title for title, _, _ in gaps(read_in, "skipped_row")] == ["落款行"]


def test_a_word_of_a_signature_inside_a_row_is_data():
    assert numbers(read("| 2022-03-04 | 党课 | 说明：学习党章 | | |", "| 2022-03-05 | 备注 | | | |")) == [
        2,
        3,
    ]


def test_a_block_of_notes_is_left_out_and_told():
    read_in = read(ROW, "| | 注意事项：导入前请删除 | | | |", "| | | | | |", ROW, merges=[(3, 2, 4, 5)])
    assert numbers(read_in) == [2, 5]
    assert gaps(read_in, "skipped_row") == [("说明", "", "活动台账!B3")]


def test_a_row_of_data_with_cells_merged_sideways_is_data():
    assert numbers(read("| 2022-03-04 | 党课 | 学习 | | |", merges=[(2, 3, 2, 4)])) == [2]


def test_hidden_rows_are_data():
    assert numbers(read(ROW, ROW, hidden=frozenset({2}))) == [2, 3]


def test_a_cell_merged_down_gives_its_value_to_each_row():
    read_in = read(
        "| 2022-03-04 | 党课 | 学习 | 张三，李四 | |", "| | | 讨论 | | |", "| | | 参观 | | |",
        merges=[(2, 1, 4, 1), (2, 2, 4, 2), (2, 4, 3, 4)],
    )  # fmt: skip
    rows = read_in["activities"].rows
    assert [row["date"] for row in rows] == [dt.date(2022, 3, 4)] * 3
    assert [row["kind"] for row in rows] == ["党课"] * 3
    assert [row["attendees"] for row in rows] == [People(("张三", "李四")), People(("张三", "李四")), None]
    assert marks(read_in, "merged_down") == [
        "活动台账!A3", "活动台账!A4", "活动台账!B3", "活动台账!B4", "活动台账!D3",
    ]  # fmt: skip


def test_deadlines_and_references_are_given_down_too():
    read_in = ledgers(
        {"重点任务立项分解表": "| 重点任务 | 所属项目 | 完成时限 |\n| 甲 | XM-01 | 4月底前 |\n| 乙 | | |"},
        sheet="重点任务立项分解表",
        merges=[(2, 2, 3, 2), (2, 3, 3, 3)],
    )
    last = read_in["tasks"].rows[1]
    assert (last["project"], last["due"]) == ("XM-01", Deadline("4月底前", dt.date(2022, 4, 30)))


def test_a_number_merged_over_rows_counts_once_and_is_told():
    read_in = read(ROW, "| 2022-03-05 | 党课 | 讨论 | | |", merges=[(2, 5, 3, 5)])
    assert [row["hours"] for row in read_in["activities"]] == [2.0, None]
    assert marks(read_in, "merged_number") == ["活动台账!E2"]
    assert [mark.meant for mark in read_in.marks] == [None]


def test_a_row_that_would_only_inherit_is_a_blank_row():
    read_in = read(ROW, "| | | | | |", merges=[(2, 1, 3, 1), (2, 5, 3, 5)])
    assert numbers(read_in) == [2]
    assert marks(read_in) == []


def test_a_merge_down_to_the_last_row_of_the_sheet_is_bearable():
    read_in = read(ROW, "| | 党课 | 讨论 | | |", merges=[(2, 1, 1_048_576, 1)])
    assert [row["date"] for row in read_in["activities"]] == [dt.date(2022, 3, 4)] * 2


def test_an_error_and_an_uncached_formula_have_a_place_and_no_value():
    read_in = read(ROW, faults={(2, 4): "#REF!", (2, 5): UNCACHED})
    assert marks(read_in, "error_cell") == ["活动台账!D2"]
    assert marks(read_in, "uncached_formula") == ["活动台账!E2"]
    assert [(mark.raw, mark.meant) for mark in read_in.marks] == [("#REF!", None), (UNCACHED, None)]


def test_serial_dates_count_from_1904_where_the_workbook_does():
    assert read("| 43162 | 党课 | 学习 | | |", date1904=True)["activities"].rows[0]["date"] == dt.date(
        2022, 3, 4
    )


def test_no_mark_is_without_a_hint_and_safe_ones_have_a_meaning():
    read_in = read("| '2022/3/5 | ' 党课 | ＡＢ | 张三，李四 | '2学时 |", "| 无 | | | 张三等5人 | '二 |")
    assert {mark.form for mark in read_in.marks} == {
        "text_date", "stray_space", "full_width", "separator", "unit_suffix", "empty_sign", "and_others",
        "bad_number",
    }  # fmt: skip
    assert all(mark.hint for mark in read_in.marks)
    assert all((mark.meant is not None) == (mark.form in SAFE) for mark in read_in.marks)
