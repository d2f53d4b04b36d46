"""组织生活会 and 民主评议党员. The roster has 6 full members; the year is looked at on its last day."""

import datetime as dt

from tests.rules.example import ROSTER, Example, beside, silent
from workbook.tables import ACTIVITIES, DOCUMENTS, MEMBERS, PROBLEMS, REQUIREMENTS, TALKS, THEMES, VOTES

HEAD = "| 日期 | 类型 | 归属年度 |\n"
TOLD = "| 日期 | 类型 | 归属年度 | 主题内容 | 年度主题 |\n"
LABELLED = "| 日期 | 类型 | 归属年度 | 主题内容 | 兼作一 | 兼作二 | 兼作三 |\n"
BARE = TOLD + "| 2022-10-20 | 组织生活会 | | 召开组织生活会 | |"
SILENT_ON_IT = LABELLED + "| 2022-10-20 | 组织生活会 | | 学习党章专题组织生活会 | | | |"
HELD = HEAD + "| 2022-10-20 | 组织生活会 | |"
GRADES = "| 日期 | 议题 | 评议优秀 | 评议合格 | 评议基本合格 | 评议不合格 | 备注 |\n"
GRACE = """
| 编号 | 规定动作 | 台账 | 条件 | 计算 | 周期 | 最少 | 启用 | 次年宽限月数 |
| R08 | 召开组织生活会 | 活动台账 | 类型=组织生活会 | 次数 | 年 | 1 | 是 | 3 |"""
PROBATION = ROSTER + "| 吴九 | 男 | 1995-01 | 预备党员 | 2022-01-07 | | | | | | |\n"


def talked(day: str, reason: str) -> dict[str, str]:
    """Return a 谈心谈话台账 with one talk."""
    return {TALKS.sheet: f"| 日期 | 谈话人 | 谈话对象 | 谈话时机 |\n| {day} | 张三 | 赵六 | {reason} |"}


MEETINGS = (
    Example(
        "LIFE-001", ACTIVITIES,
        shown=("组织生活会 2022-10-20；以前的谈心谈话只有 2022-08-19 一次，早了两个月以上",
               "组织生活会 2022-10-19；谈心谈话 2022-08-19"),
        given=talked("2022-08-19", "日常"),
        wrong=HELD, flagged=["活动台账!A2"],
        right=HEAD + "| 2022-10-19 | 组织生活会 | |\n| 2022-11-20 | 党员大会 | |",
    ),
    Example(
        "LIFE-001", ACTIVITIES, given=talked("2022-03-10", "组织生活会前"),
        wrong=HEAD + "| 2022-03-09 | 组织生活会 | |", flagged=["活动台账!A2"],
        right=HELD + "\n| 2022-01-13 | 组织生活会 | 2021 |",
    ),
    Example(
        "LIFE-001", ACTIVITIES, as_of=dt.date(2022, 10, 31),
        wrong=HELD, flagged=["活动台账!A2"],
        right=HEAD + "| 2022-11-20 | 组织生活会 | |",
    ),
    Example(
        "LIFE-002", ACTIVITIES,
        shown=("组织生活会 2022-03-04、2022-07-04，全年再没有开", "组织生活会 2022-07-04、2022-10-01"),
        as_of=None,
        wrong=HEAD + "| 2022-03-04 | 组织生活会 | |\n| 2022-07-04 | 组织生活会 | |", flagged=["活动台账!A3"],
        right=HEAD + "| 2022-07-04 | 组织生活会 | |\n| 2022-10-01 | 组织生活会 | |\n| 2022-01-13 | 组织生活会 | 2021 |",
    ),
    Example(
        "LIFE-002", ACTIVITIES, as_of=None, today=dt.date(2023, 4, 1), given={REQUIREMENTS.sheet: GRACE},
        wrong=HEAD + "| 2022-07-04 | 组织生活会 | |", flagged=["活动台账!A2"],
        right=HEAD + "| 2022-07-04 | 组织生活会 | |\n| 2023-01-13 | 组织生活会 | 2022 |",
    ),
    Example(
        "LIFE-003", ACTIVITIES,
        shown=("组织生活会 2022-10-20；来源是“组织生活会”的问题只有 2022-08-04 提出的",
               "组织生活会 2022-08-04；来源是“组织生活会”的问题 2022-08-04 提出"),
        given={PROBLEMS.sheet: "| 类型 | 标题 | 来源 | 提出日期 |\n| 问题 | 甲 | 组织生活会 | 2022-08-04 |"},
        wrong=HELD, flagged=["活动台账!A2"],
        right=HEAD + "| 2022-08-04 | 组织生活会 | |\n| 2022-12-01 | 组织生活会 | |\n| 2022-01-13 | 组织生活会 | 2021 |",
    ),
    Example(
        "LIFE-003", ACTIVITIES, given={DOCUMENTS.sheet: "| 方向 | 名称 | 完成日期 |\n| 制发 | 组织生活会整改清单 | 2022-10-28 |"},
        wrong=HEAD + "| 2022-11-04 | 组织生活会 | |", flagged=["活动台账!A2"],
        right=HELD,
    ),
    Example(
        "LIFE-007", ACTIVITIES, given={THEMES.sheet: "| 简称 |\n| 党史学习教育 |"},
        wrong=TOLD + "| 2022-10-20 | 组织生活会 | | 召开2022年度组织生活会，开展批评和自我批评，民主评议党员 | |\n"
                     "| 2022-11-20 | 组织生活会 | | 组织生活会 | |",
        flagged=["活动台账!D2", "活动台账!D3"],
        right=TOLD + "| 2022-10-20 | 组织生活会 | | 召开组织生活会，以学习贯彻党章为主题对照检查 | |\n"
                     "| 2022-10-21 | 组织生活会 | | 党史学习教育专题组织生活会 | |\n"
                     "| 2022-10-22 | 组织生活会 | | 召开组织生活会 | 党史学习教育 |\n"
                     "| 2022-10-23 | 组织生活会 | | | |",
    ),
    Example(
        "LIFE-008", ACTIVITIES,
        wrong=LABELLED + "| 2022-10-20 | 组织生活会 | | 学习党章专题组织生活会 | 民主评议党员 | | |",
        flagged=["活动台账!D2"],
        right=LABELLED + "| 2022-10-20 | 组织生活会 | | 学习党章专题组织生活会 | 民主评议党员 | 批评和自我批评 | |\n"
                         "| 2022-10-21 | 组织生活会 | | 学习党章，开展相互批评 | | | |\n"
                         "| 2022-10-22 | 组织生活会 | | | | | |",
    ),
)  # fmt: skip

APPRAISALS = (
    Example(
        "LIFE-004", VOTES, shown=beside("在册 6 人"),
        wrong=GRADES + "| 2022-12-14 | 民主评议 | 3 | 3 | 0 | 0 | |\n| 2022-12-14 | 民主评议 | 3 | | | | |",
        flagged=["议题表决台账!C2", "议题表决台账!C3"],
        right=GRADES + "| 2022-12-14 | 民主评议 | 2 | 4 | 0 | 0 | |\n| 2022-12-14 | 选举 | | | | | |",
    ),
    Example(
        "LIFE-005", VOTES, shown=beside("在册 6 人"),
        wrong=GRADES + "| 2022-12-14 | 民主评议 | 2 | 5 | | | |", flagged=["议题表决台账!C2"],
        right=GRADES + "| 2022-12-14 | 民主评议 | 2 | 4 | 0 | 0 | |\n| 2022-12-14 | 选举 | | | | | |",
    ),
    Example(
        "LIFE-006", VOTES, given={MEMBERS.sheet: PROBATION}, shown=beside("有表决权的正式党员 6 人"),
        wrong=GRADES + "| 2022-12-14 | 民主评议 | 2 | 3 | 0 | 0 | |", flagged=["议题表决台账!C2"],
        right=GRADES + "| 2022-12-14 | 民主评议 | 2 | 4 | 0 | 0 | |\n| 2022-12-14 | 民主评议 | 2 | 3 | | | |\n"
                       "| 2022-12-14 | 民主评议 | 2 | 3 | 0 | 0 | 一人外出学习，没有参加 |",
    ),
)  # fmt: skip

EXAMPLES = (*MEETINGS, *APPRAISALS)
STILL_POSSIBLE = (
    silent("LIFE-001", ACTIVITIES, HELD, as_of=dt.date(2022, 10, 19)),
    silent("LIFE-002", ACTIVITIES, HEAD + "| 2022-07-04 | 组织生活会 | |", as_of=dt.date(2022, 12, 31)),
    silent(
        "LIFE-002",
        ACTIVITIES,
        HEAD + "| 2022-07-04 | 组织生活会 | |",
        as_of=dt.date(2023, 3, 31),
        given={REQUIREMENTS.sheet: GRACE},
    ),
    silent("LIFE-003", ACTIVITIES, HELD, as_of=dt.date(2022, 11, 20)),
    silent("LIFE-007", ACTIVITIES, BARE, as_of=dt.date(2022, 10, 19)),
    silent("LIFE-008", ACTIVITIES, SILENT_ON_IT, as_of=dt.date(2022, 10, 19)),
    silent(
        "LIFE-004", VOTES, GRADES + "| 2022-12-14 | 民主评议 | 3 | 3 | 0 | 0 | |", as_of=dt.date(2022, 12, 13)
    ),
)
LAST_YEARS = HEAD + "| 2022-01-13 | 组织生活会 | 2021 |"
NOT_APPLICABLE = (
    silent("LIFE-001", ACTIVITIES, LAST_YEARS),
    silent("LIFE-001", ACTIVITIES, HELD.replace("组织生活会", "党员大会")),
    silent("LIFE-002", ACTIVITIES, LAST_YEARS),
    silent("LIFE-003", ACTIVITIES, LAST_YEARS),
    silent("LIFE-007", ACTIVITIES, BARE.replace("会 | |", "会 | 2021 |", 1)),
    silent("LIFE-007", ACTIVITIES, BARE.replace("组织生活会", "党员大会")),
    silent("LIFE-008", ACTIVITIES, SILENT_ON_IT.replace("会 | |", "会 | 2021 |", 1)),
    silent("LIFE-008", ACTIVITIES, SILENT_ON_IT.replace("组织生活会", "党员大会")),
    silent("LIFE-003", ACTIVITIES, HELD.replace("组织生活会", "党员大会")),
    silent("LIFE-004", VOTES, GRADES + "| 2022-12-14 | 选举 | | | | | |"),
)
