"""What every column's declaration asks of its cells, and the settings."""

from tests.rules.example import BASICS, Example
from workbook.tables import ACTIVITIES, REQUIREMENTS, TASKS, VOLUNTEERING
from workbook.tables import BASICS as BASICS_TABLE

SETTINGS = BASICS.format(year=2022)

LECTURES = {
    "规定动作": "| 规定动作 | 台账 | 条件 | 计算 | 周期 | 最少 | 适用情形 | 启用 |\n"
                "| 党组书记上党课 | 活动台账 | 类型=党课 且 主讲人身份=党组书记 | 次数 | 年 | 1 | 设党组 | 是 |"
}  # fmt: skip
EXAMPLES = (
    Example(
        "COL-001", ACTIVITIES,
        wrong="| 日期 | 类型 | 主题内容 | 参加范围 |\n| | 党课 | | 全体党员 |", flagged=["活动台账!A2", "活动台账!C2"],
        right="| 日期 | 类型 | 主题内容 |\n| 2022-03-04 | 党课 | 讲一课 |\n| 3月中旬 | 党课 | 讲一课 |",
    ),
    Example(
        "COL-001", BASICS_TABLE,
        wrong=SETTINGS.replace("云川市档案局 |", "|"), flagged=["基本信息!B3"], right=SETTINGS,
    ),
    Example(
        "COL-002", ACTIVITIES,
        wrong="| 日期 | 类型 | 兼作一 |\n| 2022-03-04 | 主题党课 | 警示学习 |",
        flagged=["活动台账!B2", "活动台账!C2"],
        right="| 日期 | 类型 | 兼作一 |\n| 2022-03-04 | 党课 | 警示教育 |\n| 2022-03-05 | 党课 | 支委会 |",
    ),
    Example(
        "COL-003", TASKS,
        wrong="| 重点任务 | 责任科室 | 协办科室 |\n| 甲 | 办公窒 | 办公室、人事科 |",
        flagged=["重点任务立项分解表!B2", "重点任务立项分解表!C2"],
        right="| 重点任务 | 责任科室 | 协办科室 |\n| 甲 | 办公室 | |",
    ),
    Example(
        "COL-004", VOLUNTEERING,
        wrong="| 日期 | 每人时长 |\n| 2022-03-04 | -2 |", flagged=["志愿服务台账!B2"],
        right="| 日期 | 每人时长 |\n| 2022-03-04 | 2 |\n| 2022-03-05 | 0 |",
    ),
    Example(
        "COL-005", TASKS,
        wrong="| 重点任务 | 权重 |\n| 甲 | 120 |", flagged=["重点任务立项分解表!B2"],
        right="| 重点任务 | 权重 |\n| 甲 | 100 |",
    ),
    Example(
        "COL-005", REQUIREMENTS,
        wrong="| 规定动作 | 生效年度 |\n| 甲 | 20222 |", flagged=["规定动作!B2"],
        right="| 规定动作 | 生效年度 |\n| 甲 | 2022 |",
    ),
    Example(
        "BASE-001", BASICS_TABLE,
        wrong=SETTINGS.replace("| 2022 |", "| |"), flagged=["基本信息!B2"], right=SETTINGS,
    ),
    Example(
        "BASE-002", BASICS_TABLE,
        wrong=SETTINGS.replace("市档案局", "市某某局"), flagged=["基本信息!B3", "基本信息!B4", "基本信息!B5"],
        right=SETTINGS,
    ),
    Example(
        "BASE-003", BASICS_TABLE,
        given={"规定动作": "| 规定动作 | 适用情形 | 启用 |\n| 召开党小组会 | 划分党小组 | 是 |"},
        wrong="| 项目 | 内容 |\n| 年度 | 2022 |\n| 设支部委员会 | 是 |\n| 划分党小组 | |\n| 设党组 | 否 |",
        flagged=["基本信息!B4"],
        right="| 项目 | 内容 |\n| 年度 | 2022 |\n| 设支部委员会 | |\n| 划分党小组 | 否 |\n| 设党组 | |",
    ),
    Example(
        "BASE-004", BASICS_TABLE, given=LECTURES,
        wrong="| 项目 | 内容 |\n| 年度 | 2022 |\n| 设党组 | 是 |\n| 党组书记 | |", flagged=["基本信息!B4"],
        right="| 项目 | 内容 |\n| 年度 | 2022 |\n| 设党组 | 是 |\n| 党组书记 | 张三 |",
    ),
    Example(  # asked only where there is such a group, and where the sheet has a place for it
        "BASE-004", BASICS_TABLE, given=LECTURES,
        wrong="| 项目 | 内容 |\n| 党组书记 | |\n| 年度 | 2022 |\n| 设党组 | 是 |", flagged=["基本信息!B2"],
        right="| 项目 | 内容 |\n| 年度 | 2022 |\n| 设党组 | 否 |\n| 党组书记 | |",
    ),
    Example(
        "BASE-004", BASICS_TABLE, given=LECTURES,
        wrong="| 项目 | 内容 |\n| 年度 | 2022 |\n| 设党组 | 是 |\n| 党组书记 | |", flagged=["基本信息!B4"],
        right="| 项目 | 内容 |\n| 年度 | 2022 |\n| 设党组 | 是 |",
    ),
)  # fmt: skip
