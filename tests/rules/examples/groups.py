"""党小组 and who heads them. 张三 heads the first group, 王五 the second until 31 July."""

import datetime as dt

from tests.rules.example import BASICS, Example, beside, silent
from workbook.tables import ACTIVITIES, MEMBERS

HEAD = "| 姓名 | 入党日期 | 党小组 | 党小组长 | 转入日期 | 转出日期 |\n"
FIRST = "| 张三 | 1995-07-01 | 第一党小组 | 是 | | |\n| 赵六 | 2008-07-01 | 第一党小组 | 否 | | |\n"
SECOND = "| 王五 | 2004-07-01 | 第二党小组 | 是 | | 2022-08-01 |\n| 孙七 | 2010-07-01 | 第二党小组 | | | |\n"
ROSTER = {MEMBERS.sheet: HEAD + FIRST + SECOND}
MEETING = "| 日期 | 类型 | 主体 | 主持人 |\n"
BY_ANOTHER = MEETING + "| 2022-03-04 | 党小组会 | 第一党小组 | 赵六 |"
SUCCEEDED = {MEMBERS.sheet: HEAD + SECOND.replace("第二党小组 | |", "第二党小组 | 是 |")}
BY_EITHER = (
    MEETING + "| 2022-06-04 | 党小组会 | 第二党小组 | 王五 |\n| 2022-09-04 | 党小组会 | 第二党小组 | 孙七 |"
)
NO_GROUPS = {"基本信息": BASICS.format(year=2022).replace("划分党小组 | 是", "划分党小组 | 否")}

EXAMPLES = (
    Example(
        "MEET-016", ACTIVITIES, given=ROSTER, shown=beside("第一党小组的组长是张三"),
        wrong=BY_ANOTHER + "\n| 2022-07-31 | 党小组会 | 第二党小组 | 张三 |",
        flagged=["活动台账!D2", "活动台账!D3"],
        right=MEETING + "| 2022-03-04 | 党小组会 | 第一党小组 | 张三 |\n"
                        "| 2022-07-31 | 党小组会 | 第二党小组 | 王五 |\n"
                        "| 2022-08-31 | 党小组会 | 第二党小组 | 孙七 |\n"
                        "| 2022-03-04 | 党小组会 | 第一党小组 | |\n"
                        "| 2022-03-04 | 党小组会 | | 赵六 |\n"
                        "| | 党小组会 | 第一党小组 | 赵六 |\n"
                        "| 2022-03-04 | 党小组会 | 第一党小组 | 外请（县直机关工委） |\n"
                        "| 2022-03-04 | 党小组会 | 第一党小组 | 吴九 |",
    ),
    Example(
        "WHO-016", MEMBERS,
        shown=("第一党小组的张三、赵六都填了党小组长“是”", "第一党小组只有张三填了党小组长“是”"),
        wrong=HEAD + FIRST.replace("否", "是") + SECOND, flagged=["党员花名册!D3"],
        right=HEAD + FIRST + SECOND.replace("第二党小组 | |", "第二党小组 | 是 |"),
    ),
    Example(
        "WHO-017", MEMBERS,
        wrong=HEAD + "| 李四 | 2001-07-01 | | 是 | | |", flagged=["党员花名册!D2"],
        right=HEAD + FIRST + "| 李四 | 2001-07-01 | | 否 | | |\n| 周八 | 2012-07-01 | | | | |",
    ),
    Example(
        "WHO-018", MEMBERS,
        shown=("第一党小组写了组长张三，第二党小组没有在任的组长",
               "第一党小组的组长是张三，第二党小组的是孙七"),
        given={"基本信息": BASICS.format(year=2022)},
        wrong=HEAD + FIRST + SECOND, flagged=["党员花名册!D5"],
        right=HEAD + FIRST + SECOND.replace("第二党小组 | |", "第二党小组 | 是 |"),
    ),
    Example(  # nobody names heads here
        "WHO-018", MEMBERS, as_of=dt.date(2022, 7, 31),
        wrong=HEAD + FIRST + SECOND.replace("是", ""), flagged=["党员花名册!D4"],
        right=HEAD + FIRST.replace("是", "") + SECOND.replace("是", ""),
    ),
)  # fmt: skip
STILL_POSSIBLE = (silent("MEET-016", ACTIVITIES, BY_ANOTHER, given=ROSTER, as_of=dt.date(2022, 3, 3)),)
NOT_APPLICABLE = (
    silent("MEET-016", ACTIVITIES, BY_ANOTHER),
    silent("MEET-016", ACTIVITIES, BY_EITHER, given=SUCCEEDED),
    silent("MEET-016", ACTIVITIES, BY_ANOTHER.replace("党小组会", "主题党日"), given=ROSTER),
    silent("WHO-018", MEMBERS, HEAD + FIRST + SECOND, given=NO_GROUPS),
)
