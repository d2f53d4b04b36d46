"""Days against the year, the as-of date and one another."""

import datetime as dt

from tests.rules.example import BASICS, Example, beside
from workbook.tables import ACTIVITIES, DOCUMENTS, DUTIES, HONOURS, MEMBERS, OUTCOMES, PROJECTS, TALKS
from workbook.tables import BASICS as BASICS_TABLE

SETTINGS = BASICS.format(year=2022)

EXAMPLES = (
    Example(
        "DATE-001", ACTIVITIES,
        wrong="| 日期 | 类型 |\n| 2002-03-04 | 党课 |\n| 2024-03-04 | 党课 |", flagged=["活动台账!A2", "活动台账!A3"],
        right="| 日期 | 类型 |\n| 2022-03-04 | 党课 |\n| 2023-01-04 | 组织生活会 |",
    ),
    Example(
        "DATE-002", TALKS,
        wrong="| 日期 | 谈话人 | 归属年度 |\n| 2021-12-30 | 张三 | |", flagged=["谈心谈话台账!A2"],
        right="| 日期 | 谈话人 | 归属年度 |\n| 2022-12-30 | 张三 | |\n| 2023-01-06 | 张三 | 2022 |",
    ),
    Example(
        "DATE-003", HONOURS,
        wrong="| 称号 | 授予日期 | 归属年度 |\n| 文明单位 | 2019-05-01 | |", flagged=["荣誉台账!B2"],
        right="| 称号 | 授予日期 | 归属年度 |\n| 文明单位 | 2022-05-01 | |\n| 文明单位 | 2021-12-31 | 2022 |",
    ),
    Example(
        "DATE-004", ACTIVITIES,
        wrong="| 日期 | 类型 | 归属年度 |\n| 2022-03-04 | 党课 | 2020 |\n| 2022-03-04 | 党课 | 2023 |",
        flagged=["活动台账!C2", "活动台账!C3"],
        right="| 日期 | 类型 | 归属年度 |\n| 2023-02-04 | 组织生活会 | 2022 |\n| 2022-03-04 | 党课 | 2022 |",
    ),
    Example(
        "DATE-005", ACTIVITIES, as_of=None, today=dt.date(2022, 6, 30), shown=beside("今天是 2022-06-30"),
        wrong="| 日期 | 类型 |\n| 2022-07-01 | 党课 |", flagged=["活动台账!A2"],
        right="| 日期 | 类型 |\n| 2022-06-30 | 党课 |",
    ),
    Example(
        "DATE-005", ACTIVITIES, as_of=None, today=dt.date(2023, 1, 31),
        wrong="| 日期 | 类型 | 归属年度 |\n| 2023-02-01 | 组织生活会 | 2022 |", flagged=["活动台账!A2"],
        right="| 日期 | 类型 | 归属年度 |\n| 2022-12-31 | 组织生活会 | |\n| 2023-01-31 | 民主评议党员 | 2022 |\n"
              "| 2023-02-01 | 党课 | |",
    ),
    Example(
        "DATE-005", ACTIVITIES, as_of=dt.date(2022, 6, 30), today=dt.date(2022, 8, 31),
        wrong="| 日期 | 类型 |\n| 2022-09-01 | 党课 |", flagged=["活动台账!A2"],
        right="| 日期 | 类型 | 归属年度 |\n| 2022-07-01 | 党课 | |\n| 2022-08-31 | 党课 | 2022 |",
    ),
    Example(
        "DATE-006", PROJECTS,
        wrong="| 编号 | 起始日期 | 完成时限 | 完成日期 | 立项日期 | 验收日期 |\n"
              "| XM-01 | 2022-05-01 | 4月底前 | 2022-04-20 | | |\n| XM-02 | | | | 2022-03-01 | 2022-02-01 |",
        flagged=["重点项目清单!C2", "重点项目清单!D2", "重点项目清单!F3"],
        right="| 编号 | 起始日期 | 完成时限 | 完成日期 |\n| XM-01 | 2022-05-01 | 长期坚持 | 2022-05-01 |",
    ),
    Example(
        "DATE-006", MEMBERS,
        wrong="| 姓名 | 入党日期 | 转正日期 | 转入日期 | 转出日期 |\n"
              "| 张三 | 2001-07-01 | 2000-07-01 | 2020-03-01 | 2019-03-01 |",
        flagged=["党员花名册!C2", "党员花名册!E2"],
        right="| 姓名 | 入党日期 | 转正日期 | 转入日期 | 转出日期 |\n| 张三 | 2001-07-01 | 2002-07-01 | | 2019-03-01 |",
    ),
    Example(
        "DATE-006", BASICS_TABLE,
        wrong=SETTINGS.replace("| 本届任期起 | |", "| 本届任期起 | 2022-10-12 |")
                      .replace("| 本届任期止 | |", "| 本届任期止 | 2019-10-11 |"),
        flagged=["基本信息!B12"],
        right=SETTINGS.replace("| 本届任期起 | |", "| 本届任期起 | 2022-10-12 |"),
    ),
    Example(
        "DATE-007", DUTIES,
        wrong="| 责任事项 | 完成时限 |\n| 甲 | 2021-12-31 |", flagged=["书记责任清单!B2"],
        right="| 责任事项 | 完成时限 |\n| 甲 | 年底前 |\n| 乙 | 2023-03-31 |\n| 丙 | 长期坚持 |",
    ),
    Example(
        "DATE-002", OUTCOMES,
        wrong="| 类别 | 提交日期 |\n| 心得体会 | 2023-01-05 |", flagged=["成果台账!B2"],
        right="| 类别 | 提交日期 |\n| 心得体会 | |",
    ),
    Example(
        "DATE-003", DOCUMENTS,
        wrong="| 方向 | 完成日期 |\n| 收文 | 2018-11-05 |", flagged=["文件与报送台账!B2"],
        right="| 方向 | 完成日期 |\n| 收文 | 2022-11-05 |",
    ),
)  # fmt: skip
