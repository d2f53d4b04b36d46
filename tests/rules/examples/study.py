"""Hours of study: reached, missed, still possible, and not asked of those who came or left in the year."""

import datetime as dt

from tests.rules.example import BASICS, Example, silent
from workbook.tables import ACTIVITIES, MEMBERS

EVENTS = "| 日期 | 类型 | 主题内容 | 参加范围 | 参加人员 | 学时 |\n"
ENOUGH = EVENTS + "".join(
    f"| 2022-0{month}-04 | 集中学习 | 第{month}课 | 全体党员 | | 8 |\n" for month in range(1, 8)
)
CAME_OR_LEFT = {
    MEMBERS.sheet: "| 姓名 | 党员类别 | 入党日期 | 转入日期 | 转出日期 | 党内职务 |\n| 张三 | 正式党员 | 1995-07-01 | | | |\n"
                   "| 李四 | 正式党员 | 2001-07-01 | 2022-03-01 | | |\n| 王五 | 预备党员 | 2022-06-01 | | | |\n"
                   "| 赵六 | 正式党员 | 2001-07-01 | | 2022-09-01 | |",
}  # fmt: skip
ONCE = EVENTS + "| 2022-03-04 | 集中学习 | 甲 | 全体党员 | | 24 |\n"


def settings(**own: str) -> dict[str, str]:
    """Return 基本信息 with some settings filled in."""
    text = BASICS.format(year=2022)
    for title, value in own.items():
        text = text.replace(f"| {title} | |", f"| {title} | {value} |")
    return {"基本信息": text}


ELECTED_IN_MAY = settings(本届任期起="2022-05-13")
BLANK_ONCE = (
    ONCE + "| 2022-04-04 | 集中学习 | 乙 | 自定 | 张三、李四、王五 | |\n"
    "| 2022-05-04 | 集中学习 | 丙 | 自定 | 张三 | 两小时多 |\n"
)


EXAMPLES = (
    Example(
        "HOUR-004", ACTIVITIES, shown=("孙七全年登记的学时是 24，不足 32", "全体党员全年登记的学时是 56"),
        wrong=EVENTS + "| 2022-03-04 | 集中学习 | 甲 | 自定 | 赵六、孙七 | 24 |\n| 2022-04-04 | 党课 | 乙 | 自定 | 张三、李四、王五 | 24 |\n"
                       "| 2022-05-04 | 集中学习 | 丙 | 自定 | 张三、李四、周八 | 24 |\n| 2022-06-04 | 集中学习 | 丁 | 自定 | 赵六、周八、张三 | 9 |",
        flagged=["党员花名册!A3", "党员花名册!A4", "党员花名册!A6"],
        right=ENOUGH,
    ),
    Example(  # who was at an event without hours is not judged; who was not there is
        "HOUR-004", ACTIVITIES,
        wrong=BLANK_ONCE, flagged=["党员花名册!A5", "党员花名册!A6", "党员花名册!A7"],
        right=ONCE + "| 2022-04-04 | 集中学习 | 乙 | 全体党员 | | |",
    ),
    Example(  # nor is anybody who may have been where nobody is named
        "HOUR-004", ACTIVITIES,
        wrong=ONCE + "| 2022-04-04 | 党课 | 乙 | 自定 | | 7 |",
        flagged=[f"党员花名册!A{row}" for row in range(2, 8)],
        right=ONCE + "| 2022-04-04 | 党课 | 乙 | 自定 | | 32 |",
    ),
    Example(
        "HOUR-005", ACTIVITIES,
        shown=("类型：集中学习；主题内容：乙；学时：（空着），到场的张三全年登记的学时是 24，不足 32", "类型：集中学习；主题内容：乙；学时：8"),
        wrong=BLANK_ONCE, flagged=["活动台账!F1"],
        right=ENOUGH + "| 2022-09-04 | 集中学习 | 乙 | 全体党员 | | |",
    ),
    Example(
        "HOUR-005", ACTIVITIES, wrong=ONCE + "| 2022-04-04 | 集中学习 | 乙 | 全体党员 | | |", flagged=["活动台账!F1"],
        right=EVENTS + "| 2022-03-04 | 党课 | 甲 | 全体党员 | | |",
    ),
    Example(
        "HOUR-005", ACTIVITIES,
        wrong=ONCE + "| 2022-04-04 | 集中学习 | 乙 | 全体党员 | | |", flagged=["活动台账!F1"],
        right=ONCE + "| 2022-04-04 | 集中学习 | 乙 | 全体党员 | | 0 |\n| 2023-01-04 | 集中学习 | 丙 | 全体党员 | | |",
    ),
    Example(
        "HOUR-004", ACTIVITIES, given=CAME_OR_LEFT,
        wrong=ONCE, flagged=["党员花名册!A2"], right=ONCE + "| 2022-04-04 | 集中学习 | 乙 | 全体党员 | | 8 |",
    ),
    Example(
        "HOUR-004", ACTIVITIES, given=settings(本届任期起="2022-05-13", 党员学时要求="40", 每小时折合学时="2"),
        wrong=EVENTS + "| 2022-03-04 | 集中学习 | 甲 | 自定 | 张三、赵六、孙七、周八 | 20 |\n| 2022-03-05 | 集中学习 | 乙 | 自定 | 李四 | 19 |",
        flagged=["党员花名册!A3", "党员花名册!A4"],
        right=EVENTS + "| 2022-03-04 | 集中学习 | 甲 | 全体党员 | | 20 |",
    ),
    Example(
        "HOUR-006", ACTIVITIES, given=ELECTED_IN_MAY,
        wrong=EVENTS + "| 2022-03-04 | 集中学习 | 甲 | 自定 | 张三、赵六 | 32 |\n| 2022-03-05 | 集中学习 | 乙 | 自定 | 李四 | 31 |\n"
                       "| 2022-03-06 | 集中学习 | 丙 | 自定 | 王五 | 56 |",
        flagged=["党员花名册!A2"],
        right=EVENTS + "| 2022-03-04 | 集中学习 | 甲 | 自定 | 张三 | 40 |\n| 2022-03-05 | 集中学习 | 乙 | 自定 | 张三 | |",
    ),
)  # fmt: skip
IN_BETWEEN = EVENTS + "| 2022-03-04 | 集中学习 | 甲 | 全体党员 | | 40 |"
STILL_POSSIBLE = (
    silent("HOUR-004", ACTIVITIES, ONCE, as_of=dt.date(2022, 12, 30)),
    silent("HOUR-006", ACTIVITIES, IN_BETWEEN, given=ELECTED_IN_MAY, as_of=dt.date(2022, 12, 30)),
)
NOT_APPLICABLE = (
    silent("HOUR-006", ACTIVITIES, IN_BETWEEN),
    silent("HOUR-006", ACTIVITIES, IN_BETWEEN, given=settings(本届任期起="2022-01-01")),
    silent("HOUR-006", ACTIVITIES, IN_BETWEEN, given=settings(本届任期起="2023-01-02")),
    silent(
        "HOUR-006",
        ACTIVITIES,
        IN_BETWEEN.replace("40", "12"),
        given=ELECTED_IN_MAY | settings(本届任期起="2022-05-13", 党员学时要求="10", 支委学时要求="12"),
    ),
    silent("HOUR-004", ACTIVITIES, EVENTS + "| 2022-03-04 | 党课 | 甲 | 全体党员 | | |"),
    silent("HOUR-004", ACTIVITIES, ONCE.replace("2022", "2018"), year=2018, as_of=dt.date(2018, 12, 31)),
)
