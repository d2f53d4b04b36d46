"""What is to be done by a day: lists, 重点工作, problems, self-checks, papers."""

import datetime as dt

from tests.rules.example import BASICS, Example, beside
from workbook.tables import (
    DOCUMENTS,
    DUTIES,
    HONOURS,
    KEY_WORK,
    OUTCOMES,
    PROBLEMS,
    PROJECTS,
    SELF_CHECKS,
    TASKS,
    VOTES,
)

IN_JUNE, NEW_YEAR = dt.date(2022, 6, 10), dt.date(2023, 1, 5)
PROJECT = {
    "重点项目清单": "| 编号 | 项目名称 | 完成时限 |\n| XM-01 | 甲 | 2022-06-30 |\n| XM-02 | 乙 | 2022-12-31 |"
}
WEIGHTS = "| 编号 | 所属项目 | 状态 | 权重 |\n"


def tasks(*states: str) -> dict[str, str]:
    lines = "\n".join(f"| RW-{n} | XM-01 | {state} |" for n, state in enumerate(states, 1))
    return {TASKS.sheet: f"| 编号 | 所属项目 | 状态 |\n{lines}"}


DATES = (
    Example(
        "DUE-001", TASKS,
        wrong="| 重点任务 | 状态 | 完成日期 |\n| 甲 | 完成 | |", flagged=["重点任务立项分解表!C2"],
        right="| 重点任务 | 状态 | 完成日期 |\n| 甲 | 完成 | 2022-03-04 |\n| 乙 | 进行中 | |\n| 丙 | 完成 | 三月 |",
    ),
    Example(
        "DUE-002", DUTIES,
        wrong="| 责任事项 | 状态 | 完成日期 |\n| 甲 | 进行中 | 2022-03-04 |", flagged=["书记责任清单!B2"],
        right="| 责任事项 | 状态 | 完成日期 |\n| 甲 | 完成 | 2022-03-04 |\n| 乙 | 调整取消 | 2022-03-04 |",
    ),
    Example(
        "DUE-003", PROJECTS, as_of=None, today=IN_JUNE, shown=beside("今天是 2022-06-10"),
        wrong="| 编号 | 状态 | 完成日期 |\n| XM-01 | 完成 | 2022-06-11 |", flagged=["重点项目清单!C2"],
        right="| 编号 | 状态 | 完成日期 |\n| XM-01 | 完成 | 2022-06-10 |",
    ),
    Example(
        "DUE-003", PROJECTS, as_of=None, today=dt.date(2023, 3, 1),
        wrong="| 编号 | 状态 | 完成日期 |\n| XM-01 | 完成 | 2023-01-20 |", flagged=["重点项目清单!C2"],
        right="| 编号 | 状态 | 完成日期 |\n| XM-01 | 完成 | 2022-12-31 |",
    ),
    Example(
        "DUE-003", PROJECTS, as_of=IN_JUNE,
        wrong="| 编号 | 状态 | 完成日期 |\n| XM-01 | 完成 | 2032-06-11 |", flagged=["重点项目清单!C2"],
        right="| 编号 | 状态 | 完成日期 |\n| XM-01 | 完成 | 2022-06-11 |",
    ),
    Example(
        "DUE-004", KEY_WORK, as_of=IN_JUNE, shown=beside("今天是 2022-06-10"),
        wrong="| 事项名称 | 完成时限 | 状态 | 完成日期 |\n| 甲 | 5月底前 | 进行中 | |\n"
              "| 乙 | 5月底前 | 完成 | 2022-06-11 |",
        flagged=["重点工作台账!B2", "重点工作台账!B3"],
        right="| 事项名称 | 完成时限 | 状态 |\n| 甲 | 5月底前 | 完成 |\n| 乙 | 长期坚持 | 进行中 |\n"
              "| 丙 | 2022-06-10 | 进行中 |\n| 丁 | 5月底前 | 调整取消 |",
    ),
    Example(  # the year is over, and so is its last day
        "DUE-004", TASKS, as_of=None, today=NEW_YEAR,
        wrong="| 重点任务 | 完成时限 | 状态 |\n| 甲 | 年底前 | 进行中 |\n| 乙 | 2022-12-31 | 未开始 |",
        flagged=["重点任务立项分解表!B2", "重点任务立项分解表!B3"],
        right="| 重点任务 | 完成时限 | 状态 |\n| 甲 | 2023-01-01 | 进行中 |\n| 乙 | 年底前 | 完成 |",
    ),
    Example(  # a later limit is the next year's
        "DUE-004", TASKS, as_of=None, today=dt.date(2026, 5, 1),
        wrong="| 重点任务 | 完成时限 | 状态 |\n| 甲 | 年底前 | 进行中 |",
        flagged=["重点任务立项分解表!B2"],
        right="| 重点任务 | 完成时限 | 状态 |\n| 甲 | 2023-03-31 | 进行中 |",
    ),
    Example(  # a person chose the last day, which is not over
        "DUE-004", TASKS,
        wrong="| 重点任务 | 完成时限 | 状态 |\n| 甲 | 2022-12-30 | 进行中 |",
        flagged=["重点任务立项分解表!B2"],
        right="| 重点任务 | 完成时限 | 状态 |\n| 甲 | 年底前 | 进行中 |",
    ),
    Example(
        "DUE-005", TASKS,
        shown=("{row}。今天是 2023-01-05，还有 15 天",
               "重点任务：乙；完成时限：2023-01-21；状态：进行中（还有 16 天）"),
        as_of=None, today=NEW_YEAR,
        wrong="| 重点任务 | 完成时限 | 状态 |\n| 甲 | 2023-01-20 | 进行中 |",
        flagged=["重点任务立项分解表!B2"],
        right="| 重点任务 | 完成时限 | 状态 | 完成日期 |\n| 甲 | 年底前 | 进行中 | |\n"
              "| 乙 | 2023-01-21 | 进行中 | |\n| 丙 | 2023-01-20 | 完成 | 2023-01-04 |",
    ),
    Example(
        "DUE-005", PROBLEMS, as_of=IN_JUNE,
        wrong="| 标题 | 完成时限 | 状态 |\n| 甲 | 2022-06-25 | 进行中 |", flagged=["问题与打算!B2"],
        right="| 标题 | 完成时限 | 状态 |\n| 甲 | 2022-06-26 | 进行中 |\n| 乙 | 2022-06-09 | 进行中 |",
    ),
    Example(
        "DUE-006", SELF_CHECKS, as_of=IN_JUNE, shown=beside("今天是 2022-06-10"),
        wrong="| 自查事项 | 完成时限 | 自查日期 |\n| 公务接待 | 3月底前 | |\n| 公务用车 | 3月底前 | 2022-06-11 |",
        flagged=["专项自查台账!B2", "专项自查台账!B3"],
        right="| 自查事项 | 完成时限 | 自查日期 |\n| 公务接待 | 3月底前 | 2022-03-30 |\n| 办公用房 | 上半年 | |",
    ),
    Example(
        "DUE-006", SELF_CHECKS, as_of=None, today=NEW_YEAR,
        wrong="| 自查事项 | 完成时限 | 自查日期 |\n| 公务接待 | 年底前 | |", flagged=["专项自查台账!B2"],
        right="| 自查事项 | 完成时限 | 自查日期 |\n| 公务接待 | 2023-01-04 | |",
    ),
    Example(
        "DUE-007", OUTCOMES, as_of=IN_JUNE, shown=beside("今天是 2022-06-10，支委是张三、李四、王五"),
        wrong="| 类别 | 应交范围 | 已交人员 | 截止日期 |\n| 心得体会 | 支委 | 张三、李四 | 5月底前 |",
        flagged=["成果台账!C2"],
        right="| 类别 | 应交范围 | 已交人员 | 截止日期 |\n| 心得体会 | 支委 | 张三、李四、王五 | 5月底前 |\n"
              "| 心得体会 | 支委 | 张三 | 上半年 |",
    ),
    Example(
        "PAPER-001", DOCUMENTS,
        wrong="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | | |", flagged=["文件与报送台账!C2"],
        right="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2022-03-04 | |\n| 收文 | 乙 | | |\n"
              "| 报送 | 丙 | | 2022-03-04 |",
    ),
    Example(
        "PAPER-002", DOCUMENTS, as_of=IN_JUNE, shown=beside("今天是 2022-06-10"),
        wrong="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2022-06-09 | |\n| 报送 | 乙 | 2022-06-09 | 2022-06-11 |",
        flagged=["文件与报送台账!C2", "文件与报送台账!C3"],
        right="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2022-06-09 | 2022-06-10 |\n"
              "| 报送 | 乙 | 2022-06-10 | |\n| 报送 | 丙 | 2022-06-09 | 六月 |",
    ),
    Example(
        "PAPER-002", DOCUMENTS, as_of=None, today=NEW_YEAR,
        wrong="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2022-12-31 | |", flagged=["文件与报送台账!C2"],
        right="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2023-01-05 | |",
    ),
    Example(
        "PAPER-003", DOCUMENTS,
        shown=("{row}。今天是 2023-01-05，还没有报",
               "方向：报送；名称：乙；要求时限：2023-01-06；完成日期：2023-01-04（已经报了）"),
        as_of=None, today=NEW_YEAR,
        wrong="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2023-01-05 | |", flagged=["文件与报送台账!C2"],
        right="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2022-12-31 | |\n| 报送 | 乙 | 2023-01-06 | 2023-01-04 |",
    ),
    Example(
        "PAPER-003", DOCUMENTS, as_of=IN_JUNE,
        wrong="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2022-06-13 | |\n| 报送 | 乙 | 2022-06-13 | 2022-06-11 |",
        flagged=["文件与报送台账!C2", "文件与报送台账!C3"],
        right="| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2022-06-14 | |\n"
              "| 报送 | 乙 | 2022-06-13 | 2022-06-10 |",
    ),
    Example(
        "PAPER-004", DOCUMENTS,
        shown=("甲通知、乙通知的文号都是“云组〔2022〕3号”，单位都是市委组织部",
               "甲通知是“云组〔2022〕3号”，乙通知是“云组〔2022〕4号”"),
        wrong="| 方向 | 名称 | 文号 | 单位 |\n| 收文 | 甲通知 | 云组〔2022〕3号 | 市委组织部 |\n"
              "| 收文 | 乙通知 | 云组〔2022〕3号 | 市委组织部 |",
        flagged=["文件与报送台账!C3"],
        right="| 方向 | 名称 | 文号 | 单位 |\n| 收文 | 甲通知 | 云组〔2022〕3号 | 市委组织部 |\n"
              "| 收文 | 乙通知 | 云组〔2022〕4号 | 市委组织部 |\n| 制发 | 转发甲通知 | 云组〔2022〕3号 | 市委组织部 |",
    ),
)  # fmt: skip

LISTS = (
    Example(
        "TASK-001", TASKS, given=PROJECT, shown=beside("重点项目清单里有 XM-01、XM-02"),
        wrong="| 编号 | 所属项目 | 重点任务 |\n| RW-01 | XM-03 | 甲 |", flagged=["重点任务立项分解表!B2"],
        right="| 编号 | 所属项目 | 重点任务 |\n| RW-01 | XM-02 | 甲 |\n| RW-02 | | 乙 |",
    ),
    Example(
        "TASK-002", TASKS,
        shown=("XM-01 的两项任务，权重一项 60，一项空着",
               "XM-01 的两项任务，一项权重 100，另一项已调整取消，权重空着"),
        given=PROJECT,
        wrong=WEIGHTS + "| 1 | XM-01 | 完成 | 60 |\n| 2 | XM-01 | 进行中 | |", flagged=["重点任务立项分解表!D3"],
        right=WEIGHTS + "| 1 | XM-01 | 完成 | 100 |\n| 2 | XM-01 | 调整取消 | |\n| 3 | XM-02 | 进行中 | |\n| 4 | | 完成 | |",
    ),
    Example(
        "TASK-003", TASKS,
        shown=("XM-01 的两项任务，权重 60、30，合计 90", "XM-01 的两项任务，权重 66.7、33.3，合计 100"),
        given=PROJECT,
        wrong=WEIGHTS + "| 1 | XM-01 | 完成 | 60 |\n| 2 | XM-01 | 进行中 | 30 |", flagged=["重点任务立项分解表!D2"],
        right=WEIGHTS + "| 1 | XM-01 | 完成 | 66.7 |\n| 2 | XM-01 | 进行中 | 33.3 |\n| 3 | XM-02 | 完成 | |",
    ),
    Example(
        "TASK-004", TASKS, given=PROJECT, shown=beside("XM-01 的时限是 2022-06-30"),
        wrong="| 编号 | 所属项目 | 完成时限 |\n| RW-01 | XM-01 | 2022-07-31 |", flagged=["重点任务立项分解表!C2"],
        right="| 编号 | 所属项目 | 完成时限 |\n| RW-01 | XM-01 | 上半年 |\n| RW-02 | XM-01 | 长期坚持 |",
    ),
    Example(
        "PROJ-001", PROJECTS,
        shown=("项目 XM-01 是“完成”；它的任务一项完成，一项进行中",
               "项目 XM-01 是“进行中”；它的任务一项完成，一项进行中"),
        given=tasks("完成", "进行中"),
        wrong="| 编号 | 状态 |\n| XM-01 | 完成 |", flagged=["重点项目清单!B2"],
        right="| 编号 | 状态 |\n| XM-01 | 进行中 |\n| XM-02 | 完成 |",
    ),
    Example(
        "PROJ-002", PROJECTS,
        shown=("项目 XM-01 是“进行中”；它的任务两项完成，一项调整取消",
               "项目 XM-01 是“完成”；它的任务两项完成，一项调整取消"),
        given=tasks("完成", "完成", "调整取消"), as_of=IN_JUNE,
        wrong="| 编号 | 状态 |\n| XM-01 | 进行中 |", flagged=["重点项目清单!B2"],
        right="| 编号 | 状态 | 完成日期 |\n| XM-01 | 完成 | 2022-07-01 |\n| XM-02 | 进行中 | |",
    ),
    Example(
        "PROJ-003", PROJECTS,
        shown=("项目 XM-02 是“进行中”；重点任务立项分解表里没有它的任务",
               "项目 XM-01 是“进行中”；重点任务立项分解表里有它的任务"),
        given=tasks("进行中"),
        wrong="| 编号 | 状态 |\n| XM-02 | 进行中 |", flagged=["重点项目清单!A2"],
        right="| 编号 | 状态 |\n| XM-01 | 进行中 |\n| XM-02 | 调整取消 |",
    ),
    Example(
        "DUTY-001", DUTIES,
        wrong="| 责任事项 | 责任人 |\n| 甲 | |\n| 乙 | 张三 |\n| 丙 | |",
        flagged=["书记责任清单!B2", "书记责任清单!B4"],
        right="| 责任事项 | 责任人 |\n| 甲 | 张三 |\n| 乙 | 全体 |",
    ),
    Example(  # a table nobody has begun to fill is told of once
        "DUTY-001", SELF_CHECKS,
        wrong="| 自查事项 | 责任人 |\n| 甲 | |\n| 乙 | |\n| 丙 | |", flagged=["专项自查台账!B2"],
        right="| 自查事项 | 责任人 |\n| 甲 | 张三 |",
    ),
    Example(
        "DUTY-002", DUTIES, shown=beside("基本信息里“划分党小组”是“否”"),
        given={
            "基本信息": BASICS.format(year=2022).replace("划分党小组 | 是", "划分党小组 | 否"),
            "统计口径": "| 指标 | 台账 | 条件 | 计算 |\n| 党小组会次数 | 活动台账 | 类型=党小组会 | 次数 |\n"
                        "| 支委会次数 | 活动台账 | 类型=支委会 | 次数 |",
        },
        wrong="| 责任事项 | 对应指标 | 状态 |\n| 指导党小组 | 党小组会次数 | 未开始 |", flagged=["书记责任清单!B2"],
        right="| 责任事项 | 对应指标 | 状态 |\n| 指导党小组 | 党小组会次数 | 调整取消 |\n"
              "| 开支委会 | 支委会次数 | 未开始 |\n| 别的 | | |\n| 没有的指标 | 甲 | |",
    ),
    Example(
        "CHECK-001", SELF_CHECKS,
        wrong="| 自查事项 | 发现问题数 | 已整改数 |\n| 甲 | 2 | 3 |", flagged=["专项自查台账!C2"],
        right="| 自查事项 | 发现问题数 | 已整改数 |\n| 甲 | 3 | 3 |\n| 乙 | | 1 |",
    ),
    Example(
        "CHECK-002", SELF_CHECKS,
        wrong="| 自查事项 | 自查日期 | 发现问题数 |\n| 甲 | | 0 |", flagged=["专项自查台账!B2"],
        right="| 自查事项 | 自查日期 | 发现问题数 |\n| 甲 | 2022-03-04 | 0 |\n| 乙 | | |",
    ),
    Example(
        "CHECK-003", SELF_CHECKS, shown=("{row}", "{row}。查过，没有发现问题"),
        wrong="| 自查事项 | 自查日期 | 发现问题数 |\n| 甲 | 2022-03-04 | |", flagged=["专项自查台账!C2"],
        right="| 自查事项 | 自查日期 | 发现问题数 |\n| 甲 | 2022-03-04 | 0 |\n| 乙 | | |",
    ),
    Example(
        "HON-001", HONOURS,
        wrong="| 称号 | 对象类型 | 涉及党员 |\n| 最美家庭 | 家庭 | |\n| 优秀党员 | 个人 | |",
        flagged=["荣誉台账!C2", "荣誉台账!C3"],
        right="| 称号 | 对象类型 | 涉及党员 |\n| 最美家庭 | 家庭 | 张三 |\n| 先进支部 | 集体 | |",
    ),
    Example(
        "OUT-001", OUTCOMES, shown=beside("支委是张三、李四、王五"),
        wrong="| 类别 | 应交范围 | 已交人员 |\n| 心得体会 | 支委 | 张三、赵六 |", flagged=["成果台账!C2"],
        right="| 类别 | 应交范围 | 已交人员 |\n| 心得体会 | 支委 | 张三 |\n| 心得体会 | 自定 | 赵六 |\n| 心得体会 | 支委 | 全体 |",
    ),
    Example(
        "OUT-002", OUTCOMES,
        wrong="| 类别 | 已交人员 | 数量 |\n| 心得体会 | 张三、赵六 | 1 |", flagged=["成果台账!C2"],
        right="| 类别 | 已交人员 | 数量 |\n| 心得体会 | 张三、赵六 | 2 |\n| 家风故事 | | 30 |",
    ),
    Example(
        "OUT-003", OUTCOMES,
        wrong="| 类别 | 数量 | 单位 |\n| 家风故事 | 30 | |", flagged=["成果台账!C2"],
        right="| 类别 | 数量 | 单位 |\n| 家风故事 | 30 | 个 |\n| 心得体会 | | |",
    ),
    Example(
        "OUT-004", OUTCOMES,
        wrong="| 类别 | 已交人员 | 数量 | 提交日期 |\n| 心得体会 | | | 2022-03-04 |", flagged=["成果台账!B2"],
        right="| 类别 | 已交人员 | 数量 | 提交日期 |\n| 心得体会 | 全体 | | 2022-03-04 |\n| 家风故事 | | | |\n"
              "| 心得体会 | 5 | | 2022-03-04 |",
    ),
    Example(
        "VOTE-001", VOTES,
        wrong="| 议题 | 实到会 | 赞成 | 反对 | 弃权 |\n| 甲 | 20 | 18 | 2 | 1 |", flagged=["议题表决台账!C2"],
        right="| 议题 | 实到会 | 赞成 | 反对 | 弃权 |\n| 甲 | 20 | 18 | 1 | |\n| 乙 | | 18 | | |",
    ),
    Example(
        "VOTE-001", VOTES,
        wrong="| 议题 | 议题类别 | 应到会 | 实到会 | 赞成 |\n| 甲 | 发展党员 | 22 | 20 | 23 |\n| 乙 | 选举 | 22 | 20 | 21 |",
        flagged=["议题表决台账!E2", "议题表决台账!E3"],
        right="| 议题 | 议题类别 | 应到会 | 实到会 | 赞成 |\n| 甲 | 发展党员 | 22 | 20 | 21 |\n| 乙 | 预备党员转正 | | 20 | 21 |",
    ),
)  # fmt: skip

EXAMPLES = (*DATES, *LISTS)
