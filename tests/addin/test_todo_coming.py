"""What 还差什么 says of hours of study, a re-election, a probation and the term; one rule in one line."""

from __future__ import annotations

import datetime as dt

import pytest

from addin.judgement import Judgement, judge
from addin.todo_page import Item
from tests.addin.test_todo import given, section
from tests.given import ledgers

ROSTER = "| 姓名 | 党员类别 | 入党日期 | 转正日期 | 党内职务 | 转入日期 | 转出日期 |\n" + "\n".join(
    f"| {name} | 正式党员 | 2010-01-01 | 2011-01-01 | {post} | | |"
    for name, post in (("张三", "书记"), ("李四", ""), ("王五", ""))
)
EVENTS = "| 编号 | 日期 | 类型 | 参加范围 | 参加人员 | 请假缺席人员 | 学时 |\n"
THIS_YEAR, TERM = "本季、本年须办", "| 项目 | 内容 |\n| 年度 | 2022 |\n| 本届任期止 | {} |"
STEPS = "| 步骤号 | 步骤 | 计划日期 | 完成日期 | 责任人 |\n"


def studied(*rows: str, day: dt.date = dt.date(2022, 11, 20)) -> list[str]:
    events = EVENTS + "\n".join(rows)
    found = section(given(day, 党员花名册=ROSTER, 活动台账=events), THIS_YEAR)
    return [item.what for item in found if item.when == "12月31日"]


def test_those_below_the_hours_of_the_year_are_counted_in_one_line() -> None:
    told = studied("| HD-1 | 2022-03-04 | 党课 | 自定 | 张三、李四 | | 33 |")
    assert told == ["学习培训学时：每人不少于 32 学时（书记、支委 56），还有 2 人没有达到"]


def test_who_was_where_no_hours_are_entered_is_not_called_short() -> None:
    told = studied(
        "| HD-1 | 2022-03-04 | 党课 | 自定 | 李四 | | 33 |", "| HD-2 | 2022-04-04 | 党课 | 自定 | 王五 | | |"
    )
    assert told[0].endswith("还有 1 人没有达到；1 场没有填学时，1 人算不准")


@pytest.mark.parametrize("day", [dt.date(2022, 12, 31), dt.date(2023, 2, 1)])
def test_once_the_year_is_over_it_is_not_to_be_done_any_more(day: dt.date) -> None:
    assert studied("| HD-1 | 2022-03-04 | 党课 | 自定 | 张三 | | 33 |", day=day) == []


def test_where_no_hours_are_kept_nothing_is_said() -> None:
    assert studied("| HD-1 | 2022-03-04 | 党课 | 自定 | 张三 | | |") == []


def electing(steps: str, day: dt.date, term_to: str = "2022-12-10") -> list[Item]:
    return section(given(day, 基本信息=TERM.format(term_to), 换届选举台账=STEPS + steps), "本月须办")


VOTED = "| 11 | 召开党员大会选举 | | 2022-05-13 | 张三 |\n| 13 | 报告选举结果 | | {} | 李四 |"


def test_the_result_of_an_election_is_to_be_reported_within_a_month() -> None:
    (item,) = electing(VOTED.format(""), dt.date(2022, 5, 20))
    assert item == Item(
        "换届：5月13日选举，结果一般在一个月内报告上级党组织", "6月13日", "李四", "换届选举台账 第3行"
    )


@pytest.mark.parametrize(
    ("done", "day"), [("2022-05-16", dt.date(2022, 5, 20)), ("", dt.date(2022, 6, 14))], ids=str
)
def test_a_result_that_was_reported_or_is_late_is_not_asked_for_there(done: str, day: dt.date) -> None:
    assert electing(VOTED.format(done), day) == []


BEGUN = (
    "| 1 | 收到换届提醒 | | 2022-10-01 | |\n| 2 | 研究换届工作 | {} | | 王五 |\n| 3 | 报送换届请示 | | | |"
)


@pytest.mark.parametrize(("planned", "until"), [("2022-11-25", "11月25日"), ("", "12月10日")])
def test_the_next_step_of_a_reelection_has_its_planned_day_or_the_last_of_the_term(
    planned: str, until: str
) -> None:
    (item,) = electing(BEGUN.format(planned), dt.date(2022, 11, 20))
    assert (item.what, item.when, item.who) == ("换届下一步：研究换届工作", until, "王五")


def test_a_reelection_that_was_not_begun_stands_under_the_year_with_the_last_day_of_the_term() -> None:
    steps = STEPS + "| 1 | 收到换届提醒 | | | |"
    judged = given(基本信息=TERM.format("2023-02-10"), 换届选举台账=steps)
    assert section(judged, "本月须办") == [] and short(judged) == []
    assert section(judged, THIS_YEAR)[-1] == Item(
        "本届任期到 2023年2月10日届满，换届工作还没有开始", "2023年2月10日", "", "换届选举台账"
    )


def short(judged: Judgement) -> list[str]:
    return [item.what for item in section(judged, "还没有说明的")]


def test_the_end_of_a_probation_stands_among_what_is_soon_due_and_not_among_what_was_not_done() -> None:
    roster = ROSTER + "\n| 赵六 | 预备党员 | 2021-12-01 | | | | |"
    judged = given(党员花名册=roster, 党员变动台账="| 姓名 | 变动类型 |")
    (item,) = section(judged, "日内到期")
    assert item == Item("预备党员赵六预备期满，由党员大会讨论能否转正", "12月1日", "", "党员花名册 第5行")
    assert short(judged) == []


def test_much_of_one_rule_is_one_line_with_the_first_names() -> None:
    names = [f"张{each}" for each in "甲乙丙丁戊己庚"]
    roster = ROSTER + "".join(f"\n| {name} | 正式党员 | 2010-01-01 | 2011-01-01 | | | |" for name in names)
    events = EVENTS + "| HD-1 | 2022-03-04 | 党课 | 自定 | 张三、李四 | | 60 |"
    (item,) = section(given(dt.date(2022, 12, 31), 党员花名册=roster, 活动台账=events), "还没有说明的")
    assert item.what == "王五全年登记的学时是 0，不足 32；同样的还有张甲、张乙、张丙、张丁等，共 8 人。"
    assert item.where == "党员花名册"


def test_several_periods_of_one_requirement_are_one_line_too() -> None:
    asked = "| 编号 | 规定动作 | 台账 | 条件 | 计算 | 周期 | 最少 | 启用 |\n"
    asked += "| R1 | 上党课 | 活动台账 | 类型=党课 | 次数 | 季 | 1 | 是 |"
    held = EVENTS + "| HD-1 | 2022-12-04 | 党课 | 自定 | 张三 | | |"
    given_ = {"规定动作": asked, "活动台账": held, "选项表": "| 活动类型 |\n| 党课 |"}
    judged = judge(ledgers(given_, as_of=dt.date(2022, 12, 31)))
    assert short(judged) == [
        "“上党课”第一季度没有登记，要求每季至少 1 次；同样的还有第二季度、第三季度，共 3 处。"
    ]
