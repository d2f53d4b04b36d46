"""还差什么: a page in plain words; the sample year at three month-ends is kept as text beside this file.

`python -m tests.addin.test_todo` writes those texts anew after the sample changed: look at them then.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from addin.clicks import CLICKS
from addin.judgement import Judgement, judge
from addin.report_todo import HIGH, SIZES, WIDE, _plan, plan, write_todo
from addin.requirement import requirements
from addin.rules import RULES
from addin.todo import todo
from addin.todo_page import NOTHING, ROOM, Item, lines
from tests.addin.pretend import PretendedDesk, book, grow
from tests.given import ledgers
from workbook.grid import open_book
from workbook.read import read
from workbook.tables import SHEETS, TABLES

HERE = Path(__file__).parent / "todo"
SAMPLE = Path(__file__).parents[2] / "workbook" / "党建台账（示例）.xlsm"
DAYS = [dt.date(2022, 3, 31), dt.date(2022, 7, 31), dt.date(2022, 11, 30)]
MONTH_ENDS = [dt.date(2022, month + 1, 1) - dt.timedelta(1) for month in range(1, 12)] + [
    dt.date(2022, 12, 31)
]
TODAY = dt.date(2022, 11, 20)
LECTURE = """
| 编号 | 规定动作 | 台账 | 条件 | 计算 | 周期 | 最少 | 启用 |
| R1 | 上党课 | 活动台账 | 类型=党课 | 次数 | {} | 1 | 是 |"""
OPTIONS = "| 活动类型 |\n| 党课 |"


def sample(day: dt.date) -> Judgement:
    return judge(read(open_book(SAMPLE, SHEETS), TABLES, day))


def said(judged: Judgement) -> str:
    return "".join(" | ".join(line).rstrip(" |") + "\n" for line in lines(todo(judged)))


def given(day: dt.date = TODAY, **sheets: str) -> Judgement:
    return judge(ledgers({"选项表": OPTIONS, "活动台账": "| 日期 | 类型 |", **sheets}, as_of=day))


def section(judged: Judgement, title: str) -> list[Item]:
    (found,) = (each for each in todo(judged).sections if each.title.endswith(title))
    return list(found.items)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_sample_year_says_at_a_month_end_what_it_said(day: dt.date) -> None:
    assert said(sample(day)) == (HERE / f"{day}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_the_page_has_no_code_of_a_rule_no_nothing_and_room_on_one_page(day: dt.date) -> None:
    judged = sample(day)
    text = said(judged)
    codes = {rule.code for rule in RULES} | {str(each.row["id"]) for each in requirements(judged.ledgers)}
    assert not [code for code in codes if re.search(rf"\b{code}\b", text)]
    assert "None" not in text and "错误" not in text
    assert len(text.splitlines()) <= 2 + ROOM + 3  # where all sections are full


def test_a_month_still_running_wants_what_was_not_held_yet() -> None:
    (item,) = section(given(规定动作=LECTURE.format("月")), "本月须办")
    assert item == Item("上党课：每月至少 1 次，11月还没有登记", "11月30日", "", "活动台账")


def test_what_was_held_in_part_is_told_with_its_unit() -> None:
    held = "| 日期 | 类型 |\n| 2022-11-02 | 党课 |"
    twice = LECTURE.format("月").replace("| 1 |", "| 2 |")
    (item,) = section(given(规定动作=twice, 活动台账=held), "本月须办")
    assert item.what == "上党课：每月至少 2 次，11月已登记 1 次"


def test_what_was_held_is_wanted_no_more() -> None:
    held = "| 日期 | 类型 |\n| 2022-11-02 | 党课 |"
    assert section(given(规定动作=LECTURE.format("月"), 活动台账=held), "本月须办") == []


def test_a_quarter_names_its_last_day_and_the_grace_of_a_year_the_latest() -> None:
    (item,) = section(given(规定动作=LECTURE.format("季")), "本季、本年须办")
    assert item.when == "12月31日"
    row = LECTURE.format("年").replace("启用 |", "启用 | 次年宽限月数 |") + " 3 |"
    (item,) = section(given(规定动作=row), "本季、本年须办")
    assert item.when == "12月31日" and item.what.endswith("还没有登记（最迟次年3月底）")


def test_the_lists_tell_what_is_late_and_what_is_soon_due_the_oldest_first() -> None:
    tasks = """
| 重点任务 | 责任人 | 完成时限 | 状态 |
| 甲“乙” | 张三 | 2022-11-25 | 进行中 |
| 丙 | 李四 | 2022-11-01 | 未开始 |
| 丁 | 李四 | 2022-12-31 | 未开始 |
| 戊 | 李四 | 2022-10-01 | 完成 |
| 己 | 王五 | 2022-11-20 | 进行中 |
"""
    found = section(given(重点任务立项分解表=tasks), "日内到期")
    assert [(item.what, item.when, item.who, item.where) for item in found] == [
        ("重点任务“丙”，已过 19 天", "11月1日", "李四", "重点任务立项分解表 第3行"),
        ("重点任务“己”，今天到期", "11月20日", "王五", "重点任务立项分解表 第6行"),
        ("重点任务“甲‘乙’”，还有 5 天", "11月25日", "张三", "重点任务立项分解表 第2行"),
    ]


def test_what_is_late_and_was_answered_for_says_so() -> None:
    tasks = "| 编号 | 重点任务 | 完成时限 | 状态 |\n| RW-1 | 甲 | 2022-11-01 | 进行中 |"
    answer = "| 规则 | 期间或对象 | 原因 |\n| DUE-004 | RW-1 | 缓办 |"
    (item,) = section(given(重点任务立项分解表=tasks, 情况说明=answer), "日内到期")
    assert item.what == "重点任务“甲”，已过 19 天，已说明"


def test_a_self_check_that_was_not_made_is_among_them() -> None:
    checks = "| 自查事项 | 完成时限 | 自查日期 |\n| 甲 | 2022-11-25 | |\n| 乙 | 2022-11-25 | 2022-11-02 |"
    assert [item.what for item in section(given(专项自查台账=checks), "日内到期")] == [
        "专项自查“甲”，还有 5 天"
    ]


def test_papers_to_hand_up_and_pieces_still_owed_name_whom_and_who() -> None:
    papers = """
| 方向 | 名称 | 单位 | 要求时限 | 完成日期 |
| 报送 | 《甲》 | 机关工委 | 2022-12-05 | |
| 报送 | 《还早》 | 机关工委 | 2023-01-05 | |
| 收文 | 乙 | | 2022-12-05 | |
"""
    roster = "| 姓名 | 入党日期 |\n| 张三 | 2010-01-01 |\n| 李四 | 2010-01-01 |"
    pieces = """
| 类别 | 名称或主题 | 已交人员 | 应交范围 | 截止日期 |
| 心得体会 | 丙 | 张三 | 全体党员 | 2022-11-25 |
"""
    judged = given(文件与报送台账=papers, 党员花名册=roster, 成果台账=pieces)
    assert [item.what for item in section(judged, "待报送")] == ["报送机关工委：《甲》"]
    assert [item.what for item in section(judged, "待收材料")] == ["心得体会“丙”，李四还没有交"]


def test_a_number_the_summary_lacks_is_shown_in_its_sentence_with_its_sheet() -> None:
    indicators = (
        "| 指标 | 台账 | 条件 | 计算 |\n| 党课数 | 活动台账 | 类型=党课 | 次数 |\n| 满意度 | | | 填报 |"
    )
    text = "| 层级 | 正文 |\n| 正文 | 前一句。上党课{党课数}次，满意度{满意度}%。后一句。 |"
    found = section(given(统计口径=indicators, 总结底稿=text), "总结还缺的数")
    assert [(item.what, item.where) for item in found] == [
        ("党课数：“上党课〔　〕次”", "活动台账"),
        ("满意度：“满意度〔　〕%”", "统计口径"),
    ]


def test_a_number_that_what_is_asked_above_will_give_is_not_asked_for_twice() -> None:
    indicators = """
| 指标 | 台账 | 条件 | 计算 |
| 党课数 | 活动台账 | 类型=党课 | 次数 |
| 会数 | 活动台账 | | 次数 |"""
    text = "| 层级 | 正文 |\n| 正文 | 上党课{党课数}次，开会{会数}次。 |"
    judged = given(规定动作=LECTURE.format("年"), 统计口径=indicators, 总结底稿=text)
    assert [item.what for item in section(judged, "总结还缺的数")] == [
        "会数：“开会〔　〕次”",
        "党课数：上面所列的事办完、登记后就有",
    ]


def test_this_months_political_birthdays_stand_in_one_line() -> None:
    roster = """
| 姓名 | 入党日期 | 转出日期 |
| 张三 | 2010-11-18 | |
| 李四 | 2011-11-05 | |
| 王五 | 2011-11-06 | 2022-03-01 |
| 赵六 | 2011-12-06 | |
"""
    assert todo(given(党员花名册=roster)).until.endswith("本月政治生日：李四（5日）、张三（18日）。")
    assert "生日" not in todo(given(dt.date(2023, 11, 20), 党员花名册=roster)).until


def test_what_fell_short_elsewhere_waits_for_an_explanation_too() -> None:
    checks = "| 自查事项 | 编号 | 自查日期 | 发现问题数 | 已整改数 |\n| 甲 | ZC-1 | 2022-03-02 | 2 | 1 |"
    found = section(given(dt.date(2023, 1, 20), 专项自查台账=checks), "还没有说明的")
    assert [(item.what[:5], item.where) for item in found] == [("ZC-1：", "专项自查台账 第2行")]


def test_a_period_that_is_over_waits_for_an_explanation() -> None:
    answered = "| 规则 | 期间或对象 | 原因 |\n| R1 | 第一季度 | 出差 |"
    held = "| 日期 | 类型 |\n| 2022-05-02 | 党课 |"
    judged = given(规定动作=LECTURE.format("季"), 情况说明=answered, 活动台账=held)
    assert [item.what for item in section(judged, "还没有说明的")] == [
        "“上党课”第三季度没有登记，要求每季至少 1 次。"
    ]


def test_more_than_a_section_holds_is_counted_with_where_it_stands() -> None:
    tasks = "| 重点任务 | 完成时限 | 状态 |\n" + "".join(
        f"| 任务{n} | 2022-11-01 | 进行中 |\n" for n in range(90)
    )
    shown = [
        line
        for line in lines(todo(given(重点任务立项分解表=tasks)))
        if line.what.startswith(("重点任务", "……"))
    ]
    assert len(shown) == ROOM - 13 and shown[-1] == Item("……还有 58 项", where="重点任务立项分解表")


def test_an_empty_section_says_that_there_is_nothing() -> None:
    assert [line.what for line in lines(todo(given()))].count(NOTHING) == 7


def test_a_text_with_a_mark_of_secrecy_is_not_repeated() -> None:
    tasks = "| 重点任务 | 完成时限 | 状态 |\n| 秘密★1年 甲 | 2022-11-25 | 进行中 |"
    assert "秘密" not in said(given(重点任务立项分解表=tasks))


def test_the_page_is_one_sheet_of_a4_and_holds_no_formula(tmp_path: Path) -> None:
    target = tmp_path / "还差什么.xlsx"
    write_todo(todo(sample(DAYS[2])), target)
    with ZipFile(target) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert 'paperSize="9"' in sheet and "<f>" not in sheet and "landscape" not in sheet
    assert '<pageSetUpPr fitToPage="1"/>' in sheet


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_the_words_are_as_large_as_the_page_allows_and_no_day_is_broken(day: dt.date) -> None:
    page = todo(sample(day))
    items = [*lines(page)][2:]
    planned = plan(page, items)
    assert sum(planned.rows) <= HIGH + 1 and abs(sum(planned.widths) - WIDE) < 1
    larger = SIZES[: SIZES.index(planned.size)]
    assert planned.size >= 9 and all(sum(_plan(size, page, items).rows) > HIGH for size in larger)
    assert max(len(item.when) for item in items) <= 7


def test_rows_of_one_line_are_equally_high() -> None:
    page = todo(sample(DAYS[2]))
    items = [*lines(page)][2:]
    heights = plan(page, items).rows[3:]
    assert len({height for height, item in zip(heights, items, strict=True) if len(item.what) <= 12}) == 1


def test_the_same_page_written_later_is_the_same_file(tmp_path: Path) -> None:
    page = todo(sample(DAYS[2]))
    write_todo(page, tmp_path / "还差什么.xlsx")
    with ZipFile(tmp_path / "还差什么.xlsx") as package:
        assert f">{page.day}T00:00:00Z</dcterms:created>" in package.read("docProps/core.xml").decode()


def test_the_page_of_what_is_still_open_is_written_in_one_go_and_shown() -> None:
    desk = PretendedDesk(book())
    CLICKS["todo"](desk)
    (written,) = desk.of("write")
    assert written.sheet == "还差什么"
    assert desk.cell("还差什么", "事项", 2) == "局2022年党建工作还差什么"
    assert [row[0] for row in written.rows if row[0] and row[0][1:2] == "、"][:2] == [
        "一、本月须办",
        "二、本季、本年须办",
    ]
    assert desk.of("show") == ["还差什么!A1"]


def test_what_an_earlier_page_said_below_is_cleared() -> None:
    given = book()
    grow(given.grids["还差什么"], 90, 4)
    given.grids["还差什么"].rows[80][0] = "以前的"
    desk = PretendedDesk(given)
    CLICKS["todo"](desk)
    assert desk.cell("还差什么", "事项", 81) is None


if __name__ == "__main__":
    for end in DAYS:
        (HERE / f"{end}.txt").write_text(said(sample(end)), encoding="utf-8")
