"""Cells the reader could not read."""

from tests.rules.example import Example
from workbook.grid.model import UNCACHED
from workbook.tables import ACTIVITIES, MEMBERS, TASKS, VOLUNTEERING

EXAMPLES = (
    Example(
        "READ-001", ACTIVITIES,
        wrong="| 日期 | 类型 |\n| 2022.1 | 党课 |", flagged=["活动台账!A2"],
        right="| 日期 | 类型 |\n| 2022-01-04 | 党课 |\n| 2022年10月8日 | 党课 |",
    ),
    Example(
        "READ-002", ACTIVITIES,
        wrong="| 日期 | 类型 |\n| 3月中旬 | 党课 |\n| 2022-02-30 | 党课 |", flagged=["活动台账!A2", "活动台账!A3"],
        right="| 日期 | 类型 |\n| 2022-03-14 | 党课 |\n| | 党课 |",
    ),
    Example(
        "READ-012", ACTIVITIES, shown=("{row}。填的是数字 2，显示成了这一天", "{row}"),
        wrong="| 日期 | 类型 |\n| 1900-01-02 | 党课 |\n| 1905-07-14 | 党课 |", flagged=["活动台账!A2", "活动台账!A3"],
        right="| 日期 | 类型 |\n| 2022-03-15 | 党课 |",
    ),
    Example(
        "READ-003", TASKS,
        wrong="| 重点任务 | 完成时限 |\n| 甲 | 尽快完成 |", flagged=["重点任务立项分解表!B2"],
        right="| 重点任务 | 完成时限 |\n| 甲 | 4月底前 |\n| 乙 | 长期坚持 |\n| 丙 | 2022-04-30 |",
    ),
    Example(
        "READ-004", VOLUNTEERING,
        wrong="| 日期 | 每人时长 |\n| 2022-03-04 | 两三个小时 |\n| 2022-03-05 | 3-4 |",
        flagged=["志愿服务台账!B2", "志愿服务台账!B3"],
        right="| 日期 | 每人时长 |\n| 2022-03-04 | 2.5 |\n| 2022-03-05 | 3小时 |",
    ),
    Example(
        "READ-005", VOLUNTEERING,
        shown=("两行的“每人时长”合并成一格，填了 2", "两行的“每人时长”没有合并，各填 2"),
        wrong="| 日期 | 每人时长 |\n| 2022-03-04 | 2 |\n| 2022-03-05 | |", flagged=["志愿服务台账!B2"],
        merges=((2, 2, 3, 2),),
        right="| 日期 | 每人时长 |\n| 2022-03-04 | 2 |\n| 2022-03-05 | 2 |",
    ),
    Example(
        "READ-006", VOLUNTEERING, shown=("日期：2022-03-04；每人时长：#REF!", "{row}"),
        wrong="| 日期 | 每人时长 |\n| 2022-03-04 | #REF! |", flagged=["志愿服务台账!B2"],
        right="| 日期 | 每人时长 |\n| 2022-03-04 | 2 |\n| 2022-03-05 | |",
    ),
    Example(
        "READ-007", VOLUNTEERING, shown=("日期：2022-03-04；每人时长：一个还没有算出结果的公式", "{row}"),
        wrong="| 日期 | 每人时长 |\n| 2022-03-04 | |", flagged=["志愿服务台账!B2"], faults={(2, 2): UNCACHED},
        right="| 日期 | 每人时长 |\n| 2022-03-04 | 2 |\n| 2022-03-05 | |",
    ),
    Example(
        "READ-008", VOLUNTEERING,
        wrong="| 日期 | 参加人员 |\n| 2022-03-04 | 张三、李四等5人 |", flagged=["志愿服务台账!B2"],
        right="| 日期 | 参加人员 |\n| 2022-03-04 | 张三、李四 |\n| 2022-03-05 | 全体除王五 |",
    ),
    Example(
        "READ-009", VOLUNTEERING,
        wrong="| 日期 | 参加人员 |\n| 2022-03-04 | 5 |\n| 2022-03-05 | 党员5人 |",
        flagged=["志愿服务台账!B2", "志愿服务台账!B3"],
        right="| 日期 | 参加人员 |\n| 2022-03-04 | 全体 |",
    ),
    Example(
        "READ-010", ACTIVITIES,
        wrong="| 日期 | 类型 | 学时 |\n| TRUE | 党课 | 2 |\n| 2022-03-04 | 党课 | FALSE |",
        flagged=["活动台账!A2", "活动台账!C3"],
        right="| 日期 | 类型 | 学时 |\n| 2022-03-04 | 党课 | 2 |",
    ),
    Example(
        "READ-011", MEMBERS,
        wrong="| 姓名 | 党员类别 |\n| 张三 | 2022-03-04 |", flagged=["党员花名册!B2"],
        right="| 姓名 | 党员类别 |\n| 张三 | 正式党员 |",
    ),
)  # fmt: skip
