"""What is studied where and with whom, service where one lives, and problems put right."""

import datetime as dt

from tests.rules.example import BASICS, ROSTER, Example, beside, silent
from workbook.tables import ACTIVITIES, SELF_CHECKS, VOLUNTEERING

EVENTS = "| 日期 | 类型 | 兼作一 | 兼作二 | 主题内容 | 参加范围 | 参加人员 | 请假缺席人员 |\n"
NEW_TERM = {"基本信息": BASICS.format(year=2022).replace("| 本届任期起 | |", "| 本届任期起 | 2022-05-13 |")}
WITHOUT = EVENTS + "| 2022-03-04 | 支委会 | 研究意识形态 | | 甲 | 支委 | | 张三 |\n"
CHECKS = "| 自查事项 | 自查日期 | 发现问题数 | 已整改数 | 归属年度 |\n"
LEFT = CHECKS + "| 甲 | 2022-06-01 | 3 | 1 | |\n"
SERVICE = "| 日期 | 组织方式 | 社区 | 服务内容 | 参加人员 |\n"
LIVING = {
    "党员花名册": "| 姓名 | 入党日期 | 报到社区 |\n| 张三 | 1995-07-01 | 甲社区 |\n| 李四 | 1995-07-01 | |"
}


def meetings(absent: str, times: int = 4) -> str:
    """Return theme days of the whole branch without those `absent`."""
    days = range(1, times + 1)
    return EVENTS + "".join(
        f"| 2022-0{day}-04 | 主题党日 | | | 第{day}次 | 全体党员 | | {absent} |\n" for day in days
    )


EXAMPLES = (
    Example(
        "TOPIC-001", ACTIVITIES,
        wrong=EVENTS + "| 2022-03-04 | 志愿服务 | 研究意识形态 | 第一议题 | 甲 | 全体党员 | | |",
        flagged=["活动台账!C2", "活动台账!D2"],
        right=EVENTS + "| 2022-03-04 | 支委会 | 研究意识形态 | 第一议题 | 甲 | 支委 | | |\n"
                       "| 2022-03-05 | 志愿服务 | 党费日 | | 甲 | 全体党员 | | |\n| 2022-03-06 | 局务会 | 第一议题 | | 甲 | 自定 | 张三 | |",
    ),
    Example(
        "TOPIC-002", ACTIVITIES, shown=beside("书记是张三"),
        wrong=WITHOUT + "| 2022-03-05 | 研究全面从严治党 | | | 乙 | 自定 | 李四、王五 | |",
        flagged=["活动台账!B2", "活动台账!B3"],
        right=EVENTS + "| 2022-03-04 | 支委会 | 研究意识形态 | | 甲 | 支委 | | 李四 |\n| 2022-03-05 | 支委会 | 第一议题 | | 甲 | 支委 | | 张三 |\n"
                       "| 2022-03-06 | 支委会 | 研究意识形态 | | 甲 | 自定 | | |",
    ),
    Example(
        "TOPIC-002", ACTIVITIES, given=NEW_TERM,
        wrong=WITHOUT.replace("2022-03-04", "2022-06-04"), flagged=["活动台账!B2"], right=WITHOUT,
    ),
    Example(
        "SERVE-001", VOLUNTEERING, given=LIVING, shown=beside("张三的报到社区是甲社区"),
        wrong=SERVICE + "| 2022-03-04 | 党员个人 | 乙社区 | 清扫 | 张三、李四 |", flagged=["志愿服务台账!C2"],
        right=SERVICE + "| 2022-03-04 | 党员个人 | 甲社区 | 清扫 | 张三 |\n| 2022-03-05 | 单位组织 | 乙社区 | 清扫 | 张三 |\n"
                        "| 2022-03-06 | 党员个人 | 乙社区 | 清扫 | 李四、吴九 |\n| 2022-03-07 | 党员个人 | | 清扫 | 张三 |",
    ),
    Example(
        "SERVE-002", ACTIVITIES,
        shown=("班子成员李四 4 次主题党日都请了假，也没有参加别的",
               "班子成员李四 4 次主题党日都请了假，参加了 1 次党小组会"),
        wrong=meetings("李四、赵六"), flagged=["党员花名册!G3"],
        right=meetings("李四") + "| 2022-06-04 | 党小组会 | | | 丙 | 自定 | 李四 | |",
    ),
    Example(
        "CHECK-004", SELF_CHECKS, shown=("{row}", "{row}。查明还没有整改"),
        wrong=CHECKS + "| 甲 | 2022-06-01 | 3 | | |", flagged=["专项自查台账!D2"],
        right=CHECKS + "| 甲 | 2022-06-01 | 3 | 0 | |\n| 乙 | 2022-06-01 | 0 | | |\n| 丙 | | | | |\n| 丁 | 2022-06-01 | 3 | 三 | |",
    ),
    Example(
        "CHECK-005", SELF_CHECKS, wrong=LEFT, flagged=["专项自查台账!D2"],
        right=CHECKS + "| 甲 | 2022-06-01 | 3 | 3 | |\n| 乙 | 2022-06-01 | 0 | 0 | |\n| 丙 | 2022-06-01 | 3 | 1 | 2021 |",
    ),
)  # fmt: skip
STILL_POSSIBLE = (
    silent("TOPIC-002", ACTIVITIES, WITHOUT, as_of=dt.date(2022, 3, 3)),
    silent("SERVE-002", ACTIVITIES, meetings("李四"), as_of=dt.date(2022, 11, 30)),
    silent("CHECK-005", SELF_CHECKS, LEFT, as_of=dt.date(2022, 11, 30)),
)
NOT_APPLICABLE = (
    silent("TOPIC-002", ACTIVITIES, WITHOUT, given={"党员花名册": ROSTER.replace("书记", "委员")}),
    silent("TOPIC-002", ACTIVITIES, WITHOUT, given=NEW_TERM),
    silent("SERVE-002", ACTIVITIES, meetings("李四", times=3)),
    silent("SERVE-002", ACTIVITIES, meetings("李四"),
           given={"党员花名册": ROSTER.replace("| 2002-07-01 | |", "| 2002-07-01 | 2022-02-01 |", 1)}),
    silent("CHECK-005", SELF_CHECKS, LEFT.replace("| 1 | |", "| 1 | 2021 |")),
    silent("CHECK-005", SELF_CHECKS, CHECKS + "| 甲 | 2022-06-01 | 0 | 0 | |"),
)  # fmt: skip
