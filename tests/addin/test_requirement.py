"""规定动作: every default row fulfilled, missed, still possible and not applicable; then the odd cases."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from addin.requirement import COMING, DUE, MET, MISSED, PERIODS, UNCLEAR, requirements, standings
from tests.given import ledgers
from workbook.ledger import Ledgers
from workbook.tables import (
    ACTIVITIES,
    DOCUMENTS,
    MEMBERS,
    REQUIREMENTS,
    SELF_CHECKS,
    TALKS,
    VOLUNTEERING,
)

DEFAULTS = Path(__file__).parents[2] / "workbook" / "defaults"
BASICS = """
| 项目 | 内容 |
| 年度 | 2022 |
| 单位简称 | 市某局 |
| 设支部委员会 | {yes} |
| 划分党小组 | {yes} |
| 设党组 | {yes} |
| 党组书记 | {leader} |
"""
SETTINGS = BASICS.format(yes="是", leader="")
ROSTER = """
| 姓名 | 入党日期 | 党内职务 | 班子成员 |
| 张三 | 2000-07-01 | 书记 | 是 |
| 李四 | 2001-07-01 | 组织委员 | |
| 王五 | 2002-07-01 | | |
"""
HEADS = {
    ACTIVITIES.sheet: "| 日期 | 类型 | 兼作一 | 主题内容 | 参加范围 | 主讲人 | 归属年度 |\n",
    TALKS.sheet: "| 日期 | 谈话人 | 谈话对象 | 关系 | 归属年度 |\n",
    DOCUMENTS.sheet: "| 完成日期 | 方向 | 名称 |\n",
    SELF_CHECKS.sheet: "| 自查日期 | 自查事项 | 发现问题数 |\n",
    VOLUNTEERING.sheet: "| 日期 | 组织方式 | 服务内容 |\n",
}
# What fulfils each default requirement once, on a day to be filled in.
FULFILS = {
    "R01": "| {day} | 党员大会 | | 甲 | 全体党员 | | |",
    "R02": "| {day} | 支委会 | | 甲 | 支委 | | |",
    "R03": "| {day} | 党小组会 | | 甲 | 党小组 | | |",
    "R04": "| {day} | 主题党日 | | 甲 | 全体党员 | | |",
    "R05": "| {day} | 主题党日 | 党课 | 甲 | 全体党员 | 王五 | |",
    "R06": "| {day} | 党课 | | 甲 | 全体党员 | 张三、李四 | |",
    "R07": "| {day} | 党课 | | 甲 | 全体党员 | 张三 | |",
    "R08": "| {day} | 组织生活会 | | 甲 | 全体党员 | | 2022 |",
    "R09": "| {day} | 民主评议党员 | | 甲 | 全体党员 | | 2022 |",
    "R10-1": "| {day} | 张三 | 李四 | 支委之间 | |",
    "R10-2": "| {day} | 张三 | 王五 | 支委与党员 | |",
    "R10-3": "| {day} | 王五 | 赵六 | 党员之间 | |",
    "R14-1": "| {day} | 党费日 | | 甲 | 全体党员 | | |",
    "R14-2": "| {day} | 支委会 | 公布党费收支 | 甲 | 支委 | | |",
    "R15-1": "| {day} | 支委会 | 研究意识形态 | 甲 | 支委 | | |",
    "R15-2": "| {day} | 支委会 | 意识形态分析研判 | 甲 | 支委 | | |",
    "R16": "| {day} | 支委会 | 研究全面从严治党 | 甲 | 支委 | | |",
    "R17": "| {day} | 理论学习小组 | | 甲 | 自定 | | |",
    "R21": "| {day} | 述职评议 | | 甲 | 全体党员 | | 2022 |",
    "R22": "| {day} | 主题党日 | 警示教育 | 甲 | 全体党员 | | |",
    "BD-01": "| {day} | 支委会 | 第一议题 | 甲 | 支委 | | |",
    "BD-02": "| {day} | 支委会 | 专题研究党建 | 甲 | 支委 | | |",
    "BD-03": "| {day} | 报送 | 抓党建工作情况报告 |",
    "BD-04": "| {day} | 报送 | 意识形态工作情况报告 |",
    "BD-05": "| {day} | 民主生活会 | | 甲 | 班子 | | 2022 |",
    "BD-06": "| {day} | 遵守党纪国法情况 | 0 |",
    "BD-07": "| {day} | 单位组织 | 清扫街巷 |",
    "BD-08": "| {day} | 党员个人 | 清扫街巷 |",
    "BD-09": "| {day} | 主题党日 | 政治生日 | 甲 | 全体党员 | | |",
}


def default_rows() -> dict[str, dict[str, str]]:
    with (DEFAULTS / "requirements.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["编号"]: {**row, "启用": "是"} for row in csv.DictReader(file)}


ROWS = default_rows()


def table(rows: list[dict[str, str]]) -> str:
    titles = list(rows[0])
    return "\n".join(f"| {' | '.join(line)} |" for line in (titles, *(list(row.values()) for row in rows)))


def given(
    *rows: dict[str, str],
    held: str = "",
    now: dt.date = dt.date(2022, 6, 30),
    yes: str = "是",
    named: bool = True,
    leader: str = "李 四",
) -> Ledgers:
    """Read `rows` of 规定动作 and the lines of what was `held`, looked at on the day `now`."""
    sheets = {
        **{sheet: head + (held if sheet == rows[0]["台账"] else "") for sheet, head in HEADS.items()},
        MEMBERS.sheet: ROSTER,
        REQUIREMENTS.sheet: table(list(rows)),
        "基本信息": BASICS.format(yes=yes, leader=leader),
    }
    return ledgers(sheets, as_of=now if named else None, today=now)


def states(book: Ledgers) -> list[str]:
    return [each.state for required in requirements(book) for each in standings(required)]


def lines(code: str, *days: str) -> str:
    return "\n".join(FULFILS[code].format(day=day) for day in days)


def test_every_default_requirement_has_an_example() -> None:
    assert sorted(ROWS) == sorted(FULFILS)


@pytest.mark.parametrize("code", FULFILS)
def test_a_requirement_is_met_in_the_period_it_was_fulfilled_in(code: str) -> None:
    least = int(ROWS[code]["最少"])
    book = given(ROWS[code], held=lines(code, *(f"2022-01-1{day}" for day in range(least))))
    first, *others = states(book)
    assert first == MET
    assert MET not in others


@pytest.mark.parametrize("code", FULFILS)
def test_a_requirement_is_missed_once_the_period_and_its_grace_are_over(code: str) -> None:
    book = given(ROWS[code], now=dt.date(2023, 6, 30), named=False)
    assert set(states(book)) == {MISSED}


@pytest.mark.parametrize("code", FULFILS)
def test_a_requirement_can_still_be_met_while_its_period_runs(code: str) -> None:
    found = states(given(ROWS[code], now=dt.date(2022, 6, 30)))
    months = PERIODS[ROWS[code]["周期"]]
    running = 5 // months
    assert found == [MISSED] * running + [DUE] + [COMING] * (12 // months - running - 1)


@pytest.mark.parametrize("code", [code for code in FULFILS if ROWS[code]["适用情形"] != "都适用"])
@pytest.mark.parametrize("answer", ["否", ""])
def test_a_requirement_for_branches_of_another_kind_does_not_apply(code: str, answer: str) -> None:
    assert requirements(given(ROWS[code], yes=answer)) == []


@pytest.mark.parametrize("code", [code for code in FULFILS if ROWS[code]["适用情形"] == "都适用"])
def test_a_requirement_for_all_applies_to_every_branch(code: str) -> None:
    assert len(requirements(given(ROWS[code], yes="否"))) == 1


@pytest.mark.parametrize("code", FULFILS)
@pytest.mark.parametrize("change", [{"启用": "否"}, {"生效年度": "2023"}])
def test_a_requirement_that_is_off_or_begins_later_does_not_apply(code: str, change: dict[str, str]) -> None:
    assert requirements(given({**ROWS[code], **change})) == []


@pytest.mark.parametrize("code", ["R08", "R09", "R21", "BD-05"])
@pytest.mark.parametrize(("today", "state"), [(dt.date(2023, 3, 31), DUE), (dt.date(2023, 4, 1), MISSED)])
def test_what_is_held_for_last_year_has_until_the_end_of_march(code: str, today: dt.date, state: str) -> None:
    assert states(given(ROWS[code], now=today, named=False)) == [state]


@pytest.mark.parametrize("code", ["R08", "R09", "R21", "BD-05"])
def test_what_was_held_for_last_year_in_february_counts(code: str) -> None:
    book = given(ROWS[code], held=lines(code, "2023-02-20"), now=dt.date(2023, 3, 1), named=False)
    assert states(book) == [MET]


@pytest.mark.parametrize("change", [{"启用": "否"}, {"生效年度": "2023"}, {"最少": ""}, {"周期": ""}])
def test_a_row_that_is_off_begins_later_or_demands_nothing_is_no_requirement(change: dict[str, str]) -> None:
    assert requirements(given({**ROWS["R01"], **change})) == []


@pytest.mark.parametrize("change", [{"条件": "类别=党课"}, {"台账": "没有的表"}, {"计算": "清单(主题内容)"}])
def test_a_row_that_cannot_be_counted_is_left_to_a_rule(change: dict[str, str]) -> None:
    assert requirements(given({**ROWS["R01"], **change})) == []


def test_without_a_year_nothing_is_required() -> None:
    sheets = {"基本信息": "| 项目 | 内容 |\n| 年度 | |\n", REQUIREMENTS.sheet: table([ROWS["R01"]])}
    assert requirements(ledgers(sheets)) == []


@pytest.mark.parametrize("lecturer", ["张三", "王五"])
def test_a_lecture_of_another_than_the_leading_secretary_does_not_count_for_him(lecturer: str) -> None:
    held = FULFILS["R06"].format(day="2022-03-04").replace("张三、李四", lecturer)
    over = dt.date(2023, 6, 30)
    assert states(given(ROWS["R06"], held=held, now=over, named=False)) == [MISSED]


@pytest.mark.parametrize("held", ["", lines("R06", "2022-03-04")])
def test_while_nobody_says_who_leads_the_group_his_lecture_cannot_be_told(held: str) -> None:
    over = dt.date(2023, 6, 30)
    assert states(given(ROWS["R06"], held=held, now=over, named=False, leader="")) == [UNCLEAR]


def test_the_leading_secretary_may_be_the_secretary_of_the_branch_as_well() -> None:
    book = given(ROWS["R06"], ROWS["R07"], held=lines("R07", "2022-03-04"), leader="张三")
    assert states(book) == [MET, MET]


def test_an_office_of_its_own_asks_for_hours_in_a_half_year() -> None:
    row = {**ROWS["R05"], "计算": "合计(学时)", "周期": "半年", "最少": "6"}
    held = "| 日期 | 类型 | 主题内容 | 学时 |\n| 2022-02-01 | 党课 | 甲 | 4 |\n| 2022-05-01 | 党课 | 乙 | 2 |"
    sheets = {"活动台账": held, REQUIREMENTS.sheet: table([row]), "基本信息": SETTINGS}
    book = ledgers(sheets, as_of=dt.date(2022, 6, 1))
    (required,) = requirements(book)
    assert required.demand == "每半年至少 6 学时"
    assert [(each.state, each.amount) for each in standings(required)] == [(MET, 6), (COMING, 0)]


def test_a_row_whose_counted_cell_is_blank_leaves_the_period_open() -> None:
    row = {**ROWS["R05"], "计算": "合计(学时)", "周期": "半年", "最少": "6"}
    held = "| 日期 | 类型 | 主题内容 | 学时 |\n| 2022-02-01 | 党课 | 甲 | |"
    sheets = {"活动台账": held, REQUIREMENTS.sheet: table([row]), "基本信息": SETTINGS}
    (required,) = requirements(ledgers(sheets, as_of=dt.date(2022, 12, 1)))
    first, second = standings(required)
    assert (first.state, len(first.doubtful), second.state) == (UNCLEAR, 1, DUE)
