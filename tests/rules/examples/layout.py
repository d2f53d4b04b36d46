"""Sheets, columns and rows that are not where they should be."""

from tests.rules.example import BASICS, Example
from workbook.tables import BASICS as BASICS_TABLE
from workbook.tables import OUTCOMES, SELF_CHECKS, TALKS

TALK = "| 日期 | 谈话人 | 谈话对象 | 关系 | 谈话时机 | 归属年度 |\n| 2022-03-04 | 张三 | 李四 | 支委之间 | 日常 | |"
CHECKS = "| 自查事项 | 依据 | 自查期间 | 完成时限 | 自查日期 | 自查范围 | 发现问题数 | 已整改数 | 整改情况 | 责任人 "

EXAMPLES = (
    Example(
        "READ-040", OUTCOMES,
        shown=("没有“成果台账”这张表", "有“成果台账”这张表，还没有登记也可以"),
        wrong=None, flagged=["成果台账!A1"], right="| 类别 | 名称或主题 |",
    ),
    Example("READ-048", TALKS, wrong="| 甲 | 乙 |\n| 张三 | 李四 |", flagged=["谈心谈话台账!A1"], right=TALK),
    Example(
        "READ-041", TALKS,
        wrong=TALK.replace("谈话对象", "谈话的对象").replace("| 关系 ", ""),
        flagged=["谈心谈话台账!A1", "谈心谈话台账!C1"], right=TALK,
    ),
    Example(
        "READ-047", TALKS, wrong=TALK.replace("谈话时机", "心得"), flagged=["谈心谈话台账!A1"], right=TALK,
    ),
    Example(
        "READ-042", TALKS,
        wrong="| 日期 | 谈话人 | 谈话对象 | 日期 |\n| 2022-03-04 | 张三 | 李四 | 2022-03-05 |",
        flagged=["谈心谈话台账!D1"], right=TALK,
    ),
    Example(
        "READ-043", OUTCOMES,
        wrong="| 类别 | 名称或主题 | 份数 |\n| 心得体会 | 学习心得 | 3 |", flagged=["成果台账!C1"],
        right="| 类别 | 名称或主题 | 数量 |\n| 心得体会 | 学习心得 | 3 |",
    ),
    Example(
        "READ-044", TALKS, shown=("C 列没有列名，下面写着“在办公室”", "C 列没有列名，下面也空着"),
        wrong="| 日期 | 谈话人 | | 谈话对象 |\n| 2022-03-04 | 张三 | 在办公室 | 李四 |", flagged=["谈心谈话台账!C1"],
        right="| 日期 | 谈话人 | | 谈话对象 |\n| 2022-03-04 | 张三 | | 李四 |",
    ),
    Example(
        "READ-045", SELF_CHECKS,
        wrong=f"{CHECKS}|\n| 公务接待 | | 一季度 | | | | 0 | | | 张三 |\n| 合计 | | | | | | 0 | | | |",
        flagged=["专项自查台账!A3"],
        right=f"{CHECKS}|\n| 公务接待 | | 一季度 | | | | 0 | | | 张三 |",
    ),
    Example(
        "READ-046", BASICS_TABLE, shown=("项目：模板版本；内容：（空着）", "项目：模板版本；内容：1.0"),
        wrong=BASICS.format(year=2022).replace("'1.0", ""), flagged=["基本信息!A1"], right=BASICS.format(year=2022),
    ),
)  # fmt: skip
