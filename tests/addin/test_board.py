"""看板: counts by state and by month, hours by band, never a name; and its fixed layout."""

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest

from addin.board import board, by_month
from addin.held import held
from tests.given import BASICS, ledgers
from workbook.grid import markdown
from workbook.ledger import Ledgers
from workbook.panels import HELD, NOTE_ROW, PANELS, PROGRESS, PROJECTS, SERVICE, STUDY, WIDTHS, Panel
from workbook.read import read
from workbook.tables import TABLES

NOW = dt.datetime(2022, 7, 1, 9, 30)
OPTIONS = "| 活动类型 | 兼作标签 | 组织方式 |\n| 党课 | 集中学习 | 单位组织 |\n| 支委会 | 党课 | 党员个人 |"
REQUIREMENTS = "| 编号 | 规定动作 | 台账 | 条件 | 计算 | 周期 | 最少 | 适用情形 | 启用 | 生效年度 |\n"
LECTURES = "| R1 | 上党课 | 活动台账 | 类型=党课 | 次数 | 季 | 1 | 都适用 | 是 | |\n"
EVENTS = """
| 日期 | 类型 | 兼作一 | 主题内容 | 参加范围 | 参加人员 | 请假缺席人员 | 学时 |
| 2022-01-10 | 党课 | 集中学习 | 甲 | 全体党员 | | 李四 | 10 |
| 2022-01-20 | 支委会 | 党课 | 乙 | 自定 | 张三、李四 | | 2 |
| 2022-04-20 | 支委会 | | 丙 | 自定 | 张三 | | |
| 2022-12-20 | 党课 | | 以后 | 全体党员 | | | 9 |
"""
MEMBERS = """
| 姓名 | 入党日期 |
| 张三 | 2010-01-01 |
| 李四 | 2010-01-01 |
| 王五 | 2010-01-01 |
"""


def given(as_of: dt.date = dt.date(2022, 6, 30), **sheets: str) -> Ledgers:
    return ledgers({"选项表": OPTIONS, "活动台账": "| 日期 | 类型 | 主题内容 |", **sheets}, as_of=as_of)


def lines(given: Ledgers, panel: Panel) -> list[tuple[Any, ...]]:
    """Return the lines of `panel` that hold something, cut to its columns."""
    cells = board(given, NOW)
    rows = cells[panel.first - NOTE_ROW : panel.last + 1 - NOTE_ROW]
    return [row[: len(panel.columns)] for row in rows if any(cell is not None for cell in row)]


def title(given: Ledgers, panel: Panel) -> Any:
    return board(given, NOW)[panel.top - NOTE_ROW][0]


def test_the_rows_of_a_list_are_counted_by_state_without_cancelled_ones() -> None:
    head = "| 编号 | 项目名称 | 完成时限 | 状态 |\n"
    rows = [("完成", "3月底前"), ("进行中", "4月底前"), ("进行中", "2022-7-5"), ("未开始", "12月底前"),
            ("进行中", "长期坚持"), ("未开始", ""), ("调整取消", "1月底前")]  # fmt: skip
    table = head + "\n".join(f"| X{n} | 项目{n} | {due} | {state} |" for n, (state, due) in enumerate(rows))
    assert lines(given(重点项目清单=table), PROGRESS) == [
        ("重点项目", 6, 1, 1, 1, 1, 1, 1, 16.7),
        *((name, 0, 0, 0, 0, 0, 0, 0, None) for name in ("重点任务", "书记责任", "重点工作")),
    ]


def test_the_progress_of_a_project_is_that_of_its_tasks() -> None:
    projects = "| 编号 | 项目名称 | 状态 |\n| XM-01 | 甲 | 进行中 |\n| XM-02 | 乙 | 进行中 |"
    tasks = """
| 所属项目 | 重点任务 | 完成时限 | 状态 |
| XM-01 | 一 | 3月底前 | 完成 |
| XM-01 | 二 | 3月底前 | 进行中 |
"""
    assert lines(given(重点项目清单=projects, 重点任务立项分解表=tasks), PROJECTS) == [
        ("甲", 2, 1, 1, 50.0),
        ("乙", 0, 0, 0, None),
    ]


def test_more_projects_than_there_is_room_for_are_counted() -> None:
    table = "| 编号 | 项目名称 |\n" + "\n".join(f"| X{n} | 项目{n} |" for n in range(20))
    shown = lines(given(重点项目清单=table), PROJECTS)
    assert len(shown) == PROJECTS.lines and "6 项" in shown[-1][0]


def test_members_are_counted_by_hours_of_study_and_never_named() -> None:
    asked = given(活动台账=EVENTS, 党员花名册=MEMBERS)
    bands = lines(asked, STUDY)
    assert [(people, so_far) for _, people, so_far in bands] == [
        (0, 0),
        (1, 1),
        (2, 3),
        (0, 3),
        (0, 3),
        (0, 3),
    ]
    assert "1 场没有学时" in title(asked, STUDY)
    assert not [cell for row in board(asked, NOW) for cell in row if cell in ("张三", "李四", "王五")]


def test_the_bands_follow_what_the_year_asks_for_and_those_below_it_are_counted() -> None:
    basics = BASICS.format(year=2022) + "\n| 党员学时要求 | 12 |"
    sheets = {"选项表": OPTIONS, "活动台账": EVENTS, "党员花名册": MEMBERS, "基本信息": basics}
    asked = read(markdown.book(sheets), TABLES, dt.date(2022, 6, 30))
    assert [line[:2] for line in lines(asked, STUDY)] == [
        ("没有登记学时", 0),
        ("不足 3 学时", 1),
        ("不足 6 学时", 0),
        ("不足 9 学时", 0),
        ("不足 12 学时", 1),
        ("12 学时及以上", 1),
    ]
    assert "2 人还不到要求的学时" in title(asked, STUDY)


def test_without_a_roster_nobody_is_counted() -> None:
    assert lines(given(活动台账=EVENTS), STUDY) == []


def test_hours_of_service_are_added_by_month_and_way() -> None:
    table = """
| 日期 | 组织方式 | 服务内容 | 参加人员 | 每人时长 |
| 2022-02-01 | 党员个人 | 甲 | 张三、李四 | 1.5 |
| 2022-02-09 | 党员个人 | 乙 | 张三 | 2 |
| 2022-05-01 | 单位组织 | 丙 | 张三 | 3 |
| 2022-05-02 | 单位组织 | 丁 | 张三 | |
| 2022-08-01 | 单位组织 | 以后 | 张三 | 3 |
"""
    asked = given(志愿服务台账=table)
    blank = (None,) * 12
    total, own, members = lines(asked, SERVICE)
    assert total == ("合计", None, 5.0, None, None, 3.0, *blank[:7], 8.0)
    assert own == ("单位组织", *blank[:4], 3.0, *blank[:7], 3.0)
    assert members == ("党员个人", None, 5.0, *blank[:10], 5.0)
    assert "1 次算不出小时" in title(asked, SERVICE)


def test_what_was_held_stands_by_month_against_what_is_required() -> None:
    asked = given(活动台账=EVENTS, 规定动作=REQUIREMENTS + LECTURES)
    total, lectures, *others = lines(asked, HELD)
    assert total[:5] == ("会议和活动（场）", 2.0, None, None, 1.0) and total[13] == 3.0
    assert lectures[:3] == ("上党课", 2.0, None) and lectures[13:] == (
        2.0,
        "每季至少 1 次",
        "'1/1",
    )  # the second quarter has its last day
    assert [line[0] for line in others] == ["支委会", "集中学习"]  # 党课 stands above already


def test_a_day_of_another_year_counts_in_the_total_alone() -> None:
    table = "| 日期 | 类型 | 主题内容 | 归属年度 |\n| 2021-12-30 | 党课 | 甲 | 2022 |"
    (total, *_) = lines(given(活动台账=table), HELD)
    assert set(total[1:13]) == {None} and total[13] == 1.0


def test_what_was_held_early_next_year_for_this_one_meets_the_demand_of_its_last_period() -> None:
    table = "| 日期 | 类型 | 主题内容 | 归属年度 |\n| 2023-01-15 | 党课 | 甲 | 2022 |"
    asked = given(dt.date(2023, 1, 31), 活动台账=table, 规定动作=REQUIREMENTS + LECTURES)
    assert lines(asked, HELD)[1][15] == "'1/4"


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (LECTURES, True),
        (LECTURES.replace("类型=党课", "类形=党课"), False),
        (LECTURES.replace("活动台账", "活动"), False),
        (LECTURES.replace("次数", "人次(到场人员)"), True),
        (LECTURES.replace("次数", "清单(主题内容)"), False),
        (LECTURES.replace("| 季 |", "| 届 |"), False),
        (LECTURES.replace("| 1 |", "| |"), False),
        (LECTURES.replace("| 是 |", "| 否 |"), False),
        (LECTURES.replace("| 是 | |", "| 是 | 2023 |"), False),
        (LECTURES.replace("都适用", "设党组"), False),  # nobody said whether there is one
    ],
)
def test_a_requirement_is_shown_where_it_can_be_understood_and_applies(row: str, shown: bool) -> None:
    asked = given(活动台账=EVENTS, 规定动作=REQUIREMENTS + row)
    assert ("上党课" in [line.what for line in held(asked)]) is shown


def test_a_requirement_that_does_not_apply_here_is_left_out() -> None:
    sheets = {
        "基本信息": BASICS.format(year=2022) + "\n| 设党组 | 否 |",
        "活动台账": EVENTS,
        "规定动作": REQUIREMENTS + LECTURES.replace("都适用", "设党组"),
    }
    asked = read(markdown.book(sheets), TABLES, dt.date(2022, 6, 30))
    assert "上党课" not in [line.what for line in held(asked)]


def test_two_requirements_of_one_name_stand_in_two_lines() -> None:
    asked = given(活动台账=EVENTS, 规定动作=REQUIREMENTS + LECTURES + LECTURES.replace("党课 |", "支委会 |"))
    assert [line[13] for line in lines(asked, HELD)[:3]] == [3.0, 2.0, 2.0]


def test_an_empty_workbook_gives_a_board_of_its_full_size() -> None:
    cells = board(given(), NOW)
    assert len(cells) == max(panel.last for panel in PANELS) - NOTE_ROW + 1
    assert {len(row) for row in cells} == {len(WIDTHS)}
    assert lines(given(), HELD) == [("会议和活动（场）", *(None,) * 13, "", "")]


def test_sums_by_month_keep_the_order_and_leave_blanks() -> None:
    amounts = [("乙", 2, 1.0), ("甲", 2, 2.5), ("甲", 12, 1.0), ("甲", None, 4.0)]
    first, second = by_month(amounts, ["甲", "乙", "甲"])
    assert first == ("甲", None, 2.5, *(None,) * 9, 1.0, 7.5)
    assert second == ("乙", None, 1.0, *(None,) * 10, 1.0)


def test_panels_stand_below_one_another_and_fit_the_sheet() -> None:
    places = [(panel.top, panel.last) for panel in PANELS]
    assert all(last < top - 1 for (_, last), (top, _) in pairwise(places))
    assert places[0][0] > NOTE_ROW
    assert all(len(panel.columns) <= len(WIDTHS) <= 16 for panel in PANELS)


def test_charts_draw_columns_their_panel_has() -> None:
    charts = [(panel, panel.chart) for panel in PANELS if panel.chart]
    assert all(set(chart.series) <= set(panel.columns) for panel, chart in charts)
    assert all(bool(chart.series) != bool(0 < chart.lines <= panel.lines) for panel, chart in charts)
