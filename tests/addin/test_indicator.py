"""Figures: what they count, the state they are in, and the rows they rest on."""

import datetime as dt

import pytest

from addin.indicator import EVIDENCED, MISSING, NO_YEAR, STATED, STRANGE, UNLISTED, ZERO, Figure, compute
from tests.given import ledgers

MEMBERS = """
| 姓名 | 党员类别 | 入党日期 | 转出日期 |
| 张三 | 正式党员 | 2001-07-01 | |
| 李四 | 正式党员 | 2011-07-01 | |
| 王五 | 预备党员 | 2022-06-30 | |
| 赵六 | 正式党员 | 2010-07-01 | 2022-03-01 |
"""
SERVICE = """
| 日期 | 组织方式 | 服务内容 | 参加人员 | 每人时长 |
| 2022-02-05 | 单位组织 | 清扫 | 全体 | 2 |
| 2022-07-09 | 党员个人 | 慰问 | 张三、李四 | 1.5 |
| 2022-07-16 | 党员个人 | 慰问 | 张三 | 1 |
"""
ACTIVITIES = """
| 日期 | 类型 | 主题内容 | 归属年度 | 参加范围 |
| 2022-01-20 | 组织生活会 | 上年度 | 2021 | 全体党员 |
| 2022-12-20 | 组织生活会 | 本年度 | | 全体党员 |
| 2023-01-15 | 民主评议党员 | 本年度 | 2022 | 全体党员 |
| 2021-12-30 | 主题党日 | 去年的 | | 全体党员 |
"""
HEAD = "| 指标 | 台账 | 条件 | 计算 | 单位 | 起 | 止 | 零值确认 | 填报值 | 出处 |\n"


def computed(
    line: str, as_of: dt.date | None = dt.date(2022, 12, 31), today: dt.date | None = None, **sheets: str
) -> Figure:
    given = {"党员花名册": MEMBERS, "志愿服务台账": SERVICE, "活动台账": ACTIVITIES, **sheets}
    figures = compute(ledgers({**given, "统计口径": HEAD + line}, as_of=as_of, today=today))
    return next(iter(figures.values()))


@pytest.mark.parametrize(
    ("line", "value", "rows"),
    [
        ("| 次 | 志愿服务台账 | 组织方式=党员个人 | 次数 |", 2, [3, 4]),
        ("| 时 | 志愿服务台账 | 组织方式=党员个人 | 合计(人时) |", 4, [3, 4]),
        ("| 时 | 志愿服务台账 | 组织方式=党员个人 | 合计（人时） |", 4, [3, 4]),
        ("| 人次 | 志愿服务台账 | | 人次(参加人员) |", 6, [2, 3, 4]),
        ("| 人次 | 志愿服务台账 | | 人次(人次) |", 6, [2, 3, 4]),
        ("| 人 | 志愿服务台账 | | 人数(参加人员) |", 3, [2, 3, 4]),
        ("| 日 | 志愿服务台账 | | 日期(日期) |", dt.date(2022, 7, 16), [2, 3, 4]),
        ("| 单 | 志愿服务台账 | | 清单(服务内容) |", "清扫、慰问", [2, 3, 4]),
        ("| 会 | 活动台账 | 类型=组织生活会 | 次数 |", 1, [3]),
        ("| 期 | 志愿服务台账 | | 次数 | 次 | 2022-07-01 | 2022-07-10 |", 1, [3]),
        ("| 在册 | 党员花名册 | | 次数 |", 3, [2, 3, 4]),
    ],
)
def test_a_figure_is_counted_from_the_rows_it_names(line: str, value: object, rows: list[int]) -> None:
    figure = computed(line)
    assert (figure.value, figure.state) == (value, EVIDENCED)
    assert [row.number for row in figure.rows] == rows


def test_the_as_of_date_cuts_what_comes_later() -> None:
    figure = computed("| 次 | 志愿服务台账 | | 次数 |", as_of=dt.date(2022, 6, 30))
    assert [row.number for row in figure.rows] == [2]


def test_the_whole_branch_is_the_roster_of_the_day() -> None:
    figure = computed("| 人次 | 志愿服务台账 | 组织方式=单位组织 | 人次(参加人员) |")
    assert figure.value == 3  # 张三, 李四, and 赵六 who left in March; 王五 joined in June


HELD_IN_JANUARY = "| 评议 | 活动台账 | 类型=民主评议党员 | 次数 |"


@pytest.mark.parametrize(
    ("today", "rows"), [(dt.date(2022, 12, 31), []), (dt.date(2023, 1, 14), []), (dt.date(2023, 1, 15), [4])]
)
def test_a_meeting_held_early_next_year_counts_by_its_year_once_it_is_held(today, rows) -> None:
    found = computed(HELD_IN_JANUARY, as_of=None, today=today)
    assert [row.number for row in found.rows] == rows


@pytest.mark.parametrize(
    ("as_of", "rows"), [(dt.date(2022, 12, 31), []), (dt.date(2023, 1, 14), []), (dt.date(2023, 1, 15), [4])]
)
def test_a_day_a_person_chose_cuts_such_a_meeting_too(as_of, rows) -> None:
    assert [row.number for row in computed(HELD_IN_JANUARY, as_of=as_of).rows] == rows


def test_the_meeting_of_last_year_never_counts_in_this_one() -> None:
    found = computed("| 会 | 活动台账 | 类型=组织生活会 | 次数 |", as_of=None, today=dt.date(2023, 3, 1))
    assert [row.number for row in found.rows] == [3]


ROSTER_OF_TWO = "| 姓名 | 入党日期 |\n| 张三 | 2001-07-01 |\n| 李四 | 2011-07-01 |"
DUES = "| 姓名 | 月应交 | 1月 | 2月 | 3月 |\n"


@pytest.mark.parametrize(
    ("rows", "value", "doubtful"),
    [
        ("| 张三 | 50 | 50 | 50 | 50 |\n| 李四 | 30 | 30 | 0 | |", 180, []),
        ("| 张三 | 50 | 50 | 50 | |\n| 李四 | 30 | 30 | | 30 |", None, [3]),
        ("| 张三 | 50 | 50 | 50 | |\n| 李四 | 0 | | | |", 100, []),
        ("| 张三 | 50 | 50 | 50 | |\n| 王五（调出） | 30 | 30 | | |", 130, []),
    ],
)
def test_dues_of_a_month_that_is_over_and_blank_leave_the_sum_open(rows, value, doubtful) -> None:
    sheets = {"党员花名册": ROSTER_OF_TWO, "党费台账": DUES + rows}
    found = computed("| 实收 | 党费台账 | | 合计(全年实交) |", as_of=dt.date(2022, 3, 15), **sheets)
    assert (found.value, [row.number for row in found.doubtful]) == (value, doubtful)


def test_no_rows_are_missing_until_zero_is_confirmed() -> None:
    line = "| 党课 | 活动台账 | 类型=党课 | 次数 | 次 | | | {} |"
    assert (computed(line.format("")).value, computed(line.format("")).state) == (None, MISSING)
    assert (computed(line.format("是")).value, computed(line.format("是")).state) == (0, ZERO)


def test_a_meeting_of_a_body_the_branch_does_not_have_is_none_without_anyone_confirming_it() -> None:
    line = "| 会 | 活动台账 | 类型=党小组会 | 次数 |"
    basics = "| 项目 | 内容 |\n| 年度 | 2022 |\n| 划分党小组 | {} |"
    states = {word: computed(line, 基本信息=basics.format(word)) for word in ("是", "", "否")}
    assert {word: (each.value, each.state) for word, each in states.items()} == {
        "是": (None, MISSING),
        "": (None, MISSING),
        "否": (0, ZERO),
    }
    assert "划分党小组" in states["否"].reason
    other = computed(
        "| 会 | 活动台账 | 类型=主题党日、党小组会 且 日期≥2022-12-01 | 次数 |", 基本信息=basics.format("否")
    )
    assert other.state == MISSING


@pytest.mark.parametrize("way", ["日期(日期)", "清单(服务内容)"])
def test_a_confirmed_zero_of_a_day_or_a_list_reads_none_and_not_nought(way: str) -> None:
    figure = computed(f"| 无 | 志愿服务台账 | 服务内容=植树 | {way} | | | | 是 |")
    assert (figure.text, figure.state) == ("无", ZERO)


def test_a_blank_counted_cell_makes_the_figure_missing_and_names_the_row() -> None:
    service = SERVICE + "| 2022-08-01 | 党员个人 | 巡逻 | 李四 | |\n"
    figure = computed("| 时 | 志愿服务台账 | | 合计(人时) |", 志愿服务台账=service)
    assert (figure.value, figure.state) == (None, MISSING)
    assert [row.number for row in figure.doubtful] == [5]


def test_an_unreadable_counted_cell_makes_the_figure_missing_and_names_the_row() -> None:
    service = SERVICE + "| 2022-08-01 | 党员个人 | 巡逻 | 李四 | 至少2次 |\n"
    figure = computed("| 时 | 志愿服务台账 | | 合计(每人时长) |", 志愿服务台账=service)
    assert figure.state == MISSING
    assert [row.number for row in figure.doubtful] == [5]


@pytest.mark.parametrize(
    "line",
    [
        "| 人 | 志愿服务台账 | | 人数(参加人员) |",
        "| 人次 | 志愿服务台账 | | 人次(参加人员) |",
        "| 时 | 志愿服务台账 | | 合计(人时) |",
    ],
)
def test_somebody_on_no_roster_is_not_counted_among_the_members(line: str) -> None:
    service = SERVICE + "| 2022-08-01 | 党员个人 | 巡逻 | 李四、周八 | 1 |\n"
    figure = computed(line, 志愿服务台账=service)
    assert (figure.value, figure.state, figure.reason) == (None, MISSING, STRANGE)
    assert [row.number for row in figure.doubtful] == [5]


def test_a_guest_or_a_colleague_in_charge_needs_no_place_on_the_roster() -> None:
    service = SERVICE + "| 2022-08-01 | 单位组织 | 巡逻 | 李四、外请（社区） | 1 |\n"
    assert computed("| 人次 | 志愿服务台账 | | 人次(参加人员) |", 志愿服务台账=service).value == 8
    work = "| 类别 | 事项名称 | 责任人 | 状态 |\n| 帮扶 | 甲 | 欧阳丹丹 | 完成 |"
    assert computed("| 人 | 重点工作台账 | | 人数(责任人) |", 重点工作台账=work).value == 1


@pytest.mark.parametrize(
    ("lecturer", "state"), [("张三", EVIDENCED), ("章三", MISSING), ("外请（党校）", MISSING)]
)
def test_a_lecturer_on_no_roster_may_be_the_secretary_misspelt(lecturer: str, state: str) -> None:
    roster = "| 姓名 | 入党日期 | 党内职务 |\n| 张三 | 2001-07-01 | 书记 |"
    events = f"| 日期 | 类型 | 主讲人 |\n| 2022-03-04 | 党课 | {lecturer} |"
    figure = computed("| 讲 | 活动台账 | 主讲人身份=书记 | 次数 |", 党员花名册=roster, 活动台账=events)
    assert (figure.state, len(figure.doubtful)) == (state, lecturer == "章三")


HONOURS = "| 称号 | 对象类型 | 批次 | 授予日期 | 归属年度 |\n| 先进 | 集体 | | 2022-03-04 | |\n"


@pytest.mark.parametrize(
    ("row", "doubtful"),
    [
        ("| 模范 | 集体 | | 三月 | |", [3]),
        ("| 模范 | 集体 | | 2022-03-05 | 去年 |", [3]),
        ("| 模范 | 个人 | | 三月 | |", []),
    ],
)
def test_a_row_whose_day_or_year_nobody_can_read_may_be_another_years(row: str, doubtful: list[int]) -> None:
    figure = computed("| 项 | 荣誉台账 | 对象类型=集体 | 次数 |", 荣誉台账=HONOURS + row)
    assert [row.number for row in figure.doubtful] == doubtful
    assert (figure.value, figure.reason) == ((None, NO_YEAR) if doubtful else (1, ""))


def test_a_day_that_must_be_entered_and_was_not_leaves_the_year_open() -> None:
    events = ACTIVITIES + "| | 主题党日 | 没有日期 | | 全体党员 |\n"
    figure = computed("| 次 | 活动台账 | 类型=主题党日 | 次数 |", 活动台账=events)
    assert ([row.number for row in figure.doubtful], figure.reason) == ([6], NO_YEAR)


def test_a_member_whose_day_of_leaving_nobody_can_read_is_not_counted_for_sure() -> None:
    roster = MEMBERS + "| 孙七 | 正式党员 | 2010-07-01 | 去年 |\n"
    figure = computed("| 在册 | 党员花名册 | | 次数 |", 党员花名册=roster)
    assert ([row.number for row in figure.doubtful], figure.reason) == ([6], NO_YEAR)


OPTIONS = "| 党员类别 |\n| 正式党员 |\n| 预备党员 |"


@pytest.mark.parametrize(
    ("standing", "full", "probationary"), [("正式", [6], []), ("预备", [], [6]), ("群众", [6], [6])]
)
def test_a_value_outside_the_options_may_be_the_nearest_one_or_any(standing, full, probationary) -> None:
    sheets = {"党员花名册": MEMBERS + f"| 孙七 | {standing} | 2010-07-01 | |\n", "选项表": OPTIONS}
    for option, doubtful in (("正式党员", full), ("预备党员", probationary)):
        figure = computed(f"| 名 | 党员花名册 | 党员类别={option} | 次数 |", **sheets)
        assert [row.number for row in figure.doubtful] == doubtful
        assert figure.reason == (UNLISTED if doubtful else "")
    other = computed("| 名 | 党员花名册 | 党员类别≠预备党员 | 次数 |", **sheets)
    assert [row.number for row in other.doubtful] == probationary


def test_a_label_like_no_option_is_none_of_them() -> None:
    events = "| 日期 | 类型 | 兼作一 |\n| 2022-03-04 | 党课 | 消防演练 |\n| 2022-03-05 | 党课 | 宣讲会 |"
    sheets = {
        "活动台账": events,
        "选项表": "| 活动类型 | 兼作标签 |\n| 党课 | 宣讲 |\n| 党员大会 | 集中学习 |",
    }
    assert [row.number for row in computed("| 讲 | 活动台账 | 类型=宣讲 | 次数 |", **sheets).doubtful] == [3]
    assert computed("| 学 | 活动台账 | 类型=集中学习 | 次数 |", **sheets).doubtful == ()
    assert computed("| 课 | 活动台账 | 类型=党课 | 次数 |", **sheets).value == 2


def test_what_is_computed_from_a_cell_read_in_part_is_not_known() -> None:
    service = SERVICE + "| 2022-08-01 | 党员个人 | 巡逻 | 李四等5人 | 1 |\n"
    assert computed("| 时 | 志愿服务台账 | | 合计(人时) |", 志愿服务台账=service).state == MISSING


def test_a_stated_figure_is_what_was_typed() -> None:
    line = "| 满意度 | | | 填报 | % | | | | 96.5 | 通报第3号 |"
    assert (computed(line).value, computed(line).state) == (96.5, STATED)
    assert computed("| 满意度 | | | 填报 | % | | | | | |").state == MISSING


def test_a_definition_with_a_cell_nobody_can_read_is_missing() -> None:
    figure = computed("| 服务 | 志愿服务台账 | | 次数 | 次 | 7月 | |")
    assert (figure.value, figure.state) == (None, MISSING)
    assert computed("| 服务 | 志愿服务台账 | | 次数 | 次 | — | |").value == 3


@pytest.mark.parametrize(
    "line",
    ["| 错 | 活动台帐 | | 次数 |", "| 错 | 活动台账 | 类别=党课 | 次数 |", "| 错 | 活动台账 | | 总数 |",
     "| 错 | 活动台账 | | 合计(学分) |"],
)  # fmt: skip
def test_a_definition_nobody_understands_is_missing_not_an_exception(line: str) -> None:
    assert computed(line).state == MISSING


@pytest.mark.parametrize(
    ("line", "sheets"),
    [
        ("| 人次 | 志愿服务台账 | 服务内容=清扫 | 人次(参加人员) |", {"党员花名册": "| 姓名 | 入党日期 |"}),
        ("| 人时 | 志愿服务台账 | 服务内容=清扫 | 合计(人时) |", {"党员花名册": "| 姓名 | 入党日期 |"}),
        ("| 实到 | 活动台账 | 主题内容=本年度 | 合计(实到) |", {"党员花名册": "| 姓名 | 入党日期 |"}),
        (
            "| 到场 | 活动台账 | | 人次(到场人员) |",
            {"活动台账": "| 日期 | 类型 | 主题内容 |\n| 2022-03-04 | 党课 | 甲 |"},
        ),
        (
            "| 实到 | 活动台账 | | 合计(实到) |",
            {"活动台账": "| 日期 | 类型 | 参加范围 | 请假缺席人员 |\n| 2022-03-04 | 支委会 | 支委 | 张三 |"},
        ),
    ],
)
def test_people_nobody_can_name_are_a_gap_and_never_zero(line: str, sheets: dict[str, str]) -> None:
    figure = computed(line, dt.date(2022, 12, 31), **sheets)
    assert (figure.value, figure.state, len(figure.doubtful)) == (None, MISSING, 1)
