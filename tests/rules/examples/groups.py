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
DISSOLVED = {MEMBERS.sheet: HEAD + FIRST + SECOND.replace("| | | |", "| | | 2022-08-01 |")}
REQUIRED = {
    "规定动作": "| 编号 | 规定动作 | 台账 | 条件 | 计算 | 周期 | 最少 | 适用情形 | 启用 |\n"
                "| R03 | 召开党小组会 | 活动台账 | 类型=党小组会 | 次数 | 月 | 1 | 划分党小组 | 是 |"
}  # fmt: skip
QUARTERLY = {"规定动作": REQUIRED["规定动作"].replace("| 月 |", "| 季 |")}
TURNED_OFF = {"规定动作": REQUIRED["规定动作"].replace("| 是 |", "| 否 |")}
HELD = "| 日期 | 类型 | 主体 | 主题内容 |\n"


def held(first: str, second: str) -> str:
    """Return the meetings of the two groups in the months given as digits."""
    months = [(month, "第一党小组") for month in first] + [(month, "第二党小组") for month in second]
    return HELD + "".join(f"| 2022-0{month}-20 | 党小组会 | {group} | 甲 |\n" for month, group in months)


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
    Example(  # 第二党小组 has nobody from August; in May nobody met, which R03 tells
        "MEET-017", ACTIVITIES, given=DISSOLVED | REQUIRED,
        wrong=held("123467", "1267"), flagged=["规定动作!B2", "规定动作!B2"],
        right=held("1234679", "123467"),
    ),
    Example(  # of a meeting that names no group nobody can tell whose it was
        "MEET-017", ACTIVITIES, given=ROSTER | REQUIRED,
        wrong=held("1", ""), flagged=["规定动作!B2"],
        right=held("1", "1") + "| 2022-03-20 | 党小组会 | 第一党小组 | 乙 |\n| 2022-03-21 | 党小组会 | | 丙 |\n"
                               "| 2022-04-20 | 党小组会 | 第一党小组 | 乙 |\n| 2022-04-20 | 党小组会 | 各党小组 | 丙 |",
    ),
    Example(
        "MEET-017", ACTIVITIES, given=ROSTER | QUARTERLY,
        wrong=held("14", "5"), flagged=["规定动作!B2"], right=held("14", "36"),
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
STILL_POSSIBLE = (
    silent("MEET-016", ACTIVITIES, BY_ANOTHER, given=ROSTER, as_of=dt.date(2022, 3, 3)),
    silent("MEET-017", ACTIVITIES, held("12", "1"), given=ROSTER | REQUIRED, as_of=dt.date(2022, 2, 28)),
)
NOT_APPLICABLE = (
    silent("MEET-016", ACTIVITIES, BY_ANOTHER),
    silent("MEET-016", ACTIVITIES, BY_EITHER, given=SUCCEEDED),
    silent("MEET-016", ACTIVITIES, BY_ANOTHER.replace("党小组会", "主题党日"), given=ROSTER),
    silent("MEET-017", ACTIVITIES, held("12", "1"), given=ROSTER | TURNED_OFF),
    silent("MEET-017", ACTIVITIES, held("12", "1"), given=ROSTER | REQUIRED | NO_GROUPS),
    silent("MEET-017", ACTIVITIES, held("12", "1")),
    silent("WHO-018", MEMBERS, HEAD + FIRST + SECOND, given=NO_GROUPS),
)
