"""Meetings that decide and their votes. The roster has 6 full members, 3 of them on the committee."""

import datetime as dt

from tests.rules.example import BASICS, ROSTER, Example, beside, silent
from workbook.tables import ACTIVITIES, ELECTION, MEMBERS, VOTES

MEETINGS = {
    ACTIVITIES.sheet: "| 编号 | 日期 | 类型 | 参加范围 | 请假缺席人员 | 主题内容 |\n"
                      "| HD-1 | 2022-03-04 | 党员大会 | 全体党员 | 周八 | 表决 |\n"
                      "| HD-2 | 2022-03-01 | 支委会 | 支委 | | 审查入党材料 |"
}  # fmt: skip
ALONE = {ACTIVITIES.sheet: "| 编号 | 日期 | 类型 |\n| HD-1 | 2022-03-04 | 党员大会 |"}
TWO_ON_A_DAY = {
    ACTIVITIES.sheet: "| 编号 | 日期 | 类型 |\n| HD-1 | 2022-03-04 | 党员大会 |\n| HD-2 | 2022-03-04 | 支委会 |\n"
                      "| HD-3 | 2022-03-08 | 党员大会 |\n| HD-4 | 2022-03-05 | 党课 |"
}  # fmt: skip
HEAD = "| 日期 | 活动编号 | 议题类别 | 应到会 | 实到会 | 赞成 | 反对 | 弃权 | 表决结果 | 备注 |\n"
MEETING = "| 日期 | 类型 | 参加范围 | 实到 | 请假缺席人员 | 参加人员 | 主持人 |\n"
WITHOUT_COMMITTEE = {"基本信息": BASICS.format(year=2022).replace("设支部委员会 | 是", "设支部委员会 | 否")}
# One of the six is on probation, one confirmed on the very day, one without the right to vote.
MIXED = {
    MEMBERS.sheet: "| 姓名 | 党员类别 | 入党日期 | 转正日期 | 表决权 | 党内职务 | 转出日期 |\n"
                   "| 张三 | 正式党员 | 1995-07-01 | 1996-07-01 | | 书记 | |\n"
                   "| 李四 | 正式党员 | 2001-07-01 | 2002-07-01 | 是 | 组织委员 | |\n"
                   "| 王五 | 正式党员 | 2004-07-01 | | | | |\n"
                   "| 赵六 | 正式党员 | 2021-03-04 | 2022-03-04 | | | |\n"
                   "| 孙七 | 正式党员 | 2010-07-01 | 2011-07-01 | 否 | | |\n"
                   "| 周八 | 预备党员 | 2021-07-01 | | | | |"
}  # fmt: skip

ITEMS = (
    Example(
        "VOTE-002", VOTES, given=MEETINGS,
        wrong=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 2 | 3 | 0 | 通过 | |\n"
                     "| 2022-03-04 | | 其他重要事项 | 6 | 4 | 2 | 2 | 0 | 通过 | |",
        flagged=["议题表决台账!I2", "议题表决台账!I3"],
        right=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 4 | 1 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 3 | 2 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | 6 | | 2 | | | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 2 | 3 | 0 | 未通过 | |\n"
                     "| 2022-03-04 | HD-1 | 选举 | 6 | 5 | 3 | 2 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | | 5 | 3 | 2 | 0 | 通过 | |\n"
                     "| 2022-03-01 | HD-2 | 发展党员 | 3 | 2 | 1 | 1 | 0 | 通过 | |",
    ),
    Example(  # its kind says that it is the assembly's, and more were entitled than the committee has members
        "VOTE-002", VOTES,
        wrong=HEAD + "| 2022-03-04 | | 发展党员 | 6 | 5 | 2 | 3 | 0 | 通过 | |", flagged=["议题表决台账!I2"],
        right=HEAD + "| 2022-03-04 | | 发展党员 | 3 | 3 | 1 | 2 | 0 | 通过 | |\n"
                     "| 2022-03-04 | | 其他重要事项 | 6 | 5 | 2 | 3 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-9 | 发展党员 | 6 | 5 | 2 | 3 | 0 | 通过 | |\n"
                     "| | | 发展党员 | 6 | 5 | 2 | 3 | 0 | 通过 | |",
    ),
    Example(
        "VOTE-011", VOTES, given=TWO_ON_A_DAY,
        wrong=HEAD + "| 2022-03-04 | | 表彰处分 | 6 | 5 | 3 | 2 | 0 | 通过 | |", flagged=["议题表决台账!I2"],
        right=HEAD + "| 2022-03-04 | HD-2 | 表彰处分 | 6 | 5 | 3 | 2 | 0 | 通过 | |",
    ),
    Example(
        "VOTE-012", VOTES, given=TWO_ON_A_DAY,
        wrong=HEAD + "| 2022-03-04 | | 发展党员 | 6 | 5 | 5 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-05 | | 其他重要事项 | 6 | 5 | 5 | 0 | 0 | 通过 | |",
        flagged=["议题表决台账!B2", "议题表决台账!B3"],
        right=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 5 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-9 | 发展党员 | 6 | 5 | 5 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-08 | | 发展党员 | 6 | 5 | 5 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-05 | | 民主评议 | | | | | | | |\n"
                     "| 2023-03-05 | | 发展党员 | | | | | | | |\n| | | 发展党员 | | | | | | | |",
    ),
    Example(
        "VOTE-013", VOTES, given=MEETINGS,
        wrong=HEAD + "| 2022-03-01 | HD-2 | 发展党员 | 5 | 2 | 2 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-01 | | 选举 | 5 | 2 | 2 | 0 | 0 | 未通过 | |",
        flagged=["议题表决台账!E2", "议题表决台账!E3"],
        right=HEAD + "| 2022-03-01 | HD-2 | 发展党员 | 4 | 2 | 2 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-01 | HD-2 | 发展党员 | 5 | | 2 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | 6 | 2 | 2 | 0 | 0 | 通过 | |",
    ),
    Example(
        "VOTE-011", VOTES, given=MEETINGS,
        wrong=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 3 | 2 | 0 | 通过 | |\n"
                     "| 2022-03-04 | | 其他重要事项 | 6 | | 3 | | | 通过 | |",
        flagged=["议题表决台账!I2", "议题表决台账!I3"],
        right=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 4 | 1 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 2 | 3 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 3 | 2 | 0 | 未通过 | |\n"
                     "| 2022-03-01 | HD-2 | 发展党员 | 4 | 3 | 2 | 1 | 0 | 通过 | |",
    ),
    Example(
        "VOTE-003", VOTES, given=MEETINGS,
        wrong=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 4 | 1 | 0 | 未通过 | |", flagged=["议题表决台账!I2"],
        right=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 3 | 2 | 0 | 未通过 | |\n"
                     "| 2022-03-04 | HD-1 | 选举 | 6 | 5 | 4 | 1 | 0 | 未通过 | |",
    ),
    Example(
        "VOTE-004", VOTES, given=MEETINGS, shown=beside("花名册当日有表决权的 6 人"),
        wrong=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 7 | 5 | 5 | 0 | 0 | 通过 | 票决 |\n"
                     "| 2022-03-04 | HD-1 | 其他重要事项 | 5 | 5 | 5 | 0 | 0 | 通过 | |",
        flagged=["议题表决台账!D2", "议题表决台账!D3"],
        right=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 5 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | 5 | 5 | 5 | 0 | 0 | 通过 | 一人长期卧病，经同意不计入 |\n"
                     "| 2022-03-01 | HD-2 | 发展党员 | 5 | 3 | 3 | 0 | 0 | 通过 | |",
    ),
    Example(
        "VOTE-004", VOTES, given=ALONE | MIXED,
        wrong=HEAD + "| 2022-03-04 | HD-1 | 预备党员转正 | 4 | | | | | | |", flagged=["议题表决台账!D2"],
        right=HEAD + "| 2022-03-04 | HD-1 | 预备党员转正 | 3 | | | | | | |",
    ),
    Example(
        "VOTE-004", VOTES, given=ALONE | {
            ELECTION.sheet: "| 步骤号 | 步骤 | 完成日期 | 核减人数 |\n| 11 | 选举 | 2022-03-04 | 1 |"
        },
        wrong=HEAD + "| 2022-03-04 | HD-1 | 选举 | 6 | | | | | | |", flagged=["议题表决台账!D2"],
        right=HEAD + "| 2022-03-04 | HD-1 | 选举 | 5 | | | | | | |",
    ),
    Example(
        "VOTE-004", VOTES, given=MIXED | {ACTIVITIES.sheet: "| 编号 | 日期 | 类型 |\n| HD-1 | 2022-02-04 | 党员大会 |\n"
                                                           "| HD-2 | 2022-03-05 | 党员大会 |"},
        as_of=dt.date(2022, 3, 3),
        wrong=HEAD + "| 2022-02-04 | HD-1 | 发展党员 | 4 | | | | | | |", flagged=["议题表决台账!D2"],
        right=HEAD + "| 2022-03-05 | HD-2 | 发展党员 | 4 | | | | | | |",
    ),
    Example(
        "VOTE-005", VOTES, given=MEETINGS, shown=beside("HD-1 实到 5 人"),
        wrong=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 6 | 6 | 0 | 0 | 通过 | |", flagged=["议题表决台账!E2"],
        right=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 5 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-08 | | 发展党员 | 6 | 6 | 6 | 0 | 0 | 通过 | |",
    ),
    Example(
        "VOTE-006", VOTES,
        wrong=HEAD + "| 2022-03-04 | | 发展党员 | 6 | 5 | 3 | 1 | 0 | 未通过 | |", flagged=["议题表决台账!F2"],
        right=HEAD + "| 2022-03-04 | | 发展党员 | 6 | 5 | 3 | 1 | 1 | 未通过 | |\n"
                     "| 2022-03-04 | | 发展党员 | 6 | 5 | 3 | 1 | | 未通过 | |\n"
                     "| 2022-03-04 | | 发展党员 | 6 | 5 | 3 | 1 | 0 | 未通过 | 一人提前离会 |",
    ),
    Example(
        "VOTE-007", VOTES, given=MEETINGS,
        wrong=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 2 | 2 | 0 | 0 | 未通过 | |", flagged=["议题表决台账!E2"],
        right=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 3 | 3 | 0 | 0 | 未通过 | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | 6 | | | | | | |\n"
                     "| 2022-03-04 | HD-1 | 发展党员 | 6 | 2 | 2 | 0 | 0 | 通过 | |",
    ),
    Example(
        "VOTE-008", VOTES,
        shown=("“选举”提交 2022-03-04 的党员大会；此前的支委会只审查了入党材料",
               "“发展党员”提交 2022-03-04 的党员大会；2022-03-01 的支委会审查了入党材料"),
        given=MEETINGS,
        wrong=HEAD + "| 2022-03-04 | HD-1 | 选举 | 6 | 5 | 5 | 0 | 0 | 通过 | |", flagged=["议题表决台账!C2"],
        right=HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 5 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 其他重要事项 | 6 | 5 | 5 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-04 | HD-1 | 表彰处分 | 6 | 5 | 5 | 0 | 0 | 通过 | |\n"
                     "| 2022-03-01 | HD-2 | 表彰处分 | 3 | 3 | 3 | 0 | 0 | 通过 | |",
    ),
    Example(
        "VOTE-008", VOTES,
        given={ACTIVITIES.sheet: "| 编号 | 日期 | 类型 | 主题内容 |\n| HD-1 | 2022-01-14 | 党员大会 | |\n"
                                "| HD-2 | 2022-02-08 | 党员大会 | |"},
        wrong=HEAD + "| 2022-02-08 | HD-2 | 发展党员 | 6 | 5 | 5 | 0 | 0 | 通过 | |", flagged=["议题表决台账!C2"],
        right=HEAD + "| 2022-01-14 | HD-1 | 发展党员 | 6 | 5 | 5 | 0 | 0 | 通过 | |",
    ),
)  # fmt: skip

MEETINGS_HELD = (
    Example(
        "VOTE-009", ACTIVITIES, shown=beside("正式党员 6 人"),
        wrong=MEETING + "| 2022-03-04 | 党员大会 | 全体党员 | | 张三、李四、王五、赵六 | | |\n"
                        "| 2022-06-04 | 党员大会 | 全体党员 | 2 | | | |",
        flagged=["活动台账!D2", "活动台账!D3"],
        right=MEETING + "| 2022-03-04 | 党员大会 | 全体党员 | | 张三、李四、王五 | | |\n"
                        "| 2022-06-04 | 党员大会 | 全体党员 | 3 | | | |\n"
                        "| 2022-07-04 | 党课 | 全体党员 | 2 | | | |",
    ),
    Example(
        "VOTE-009", ACTIVITIES, given=MIXED,
        wrong=MEETING + "| 2022-03-04 | 党员大会 | 全体党员 | | 张三、李四 | | |", flagged=["活动台账!D2"],
        right=MEETING + "| 2022-03-04 | 党员大会 | 全体党员 | | 张三、孙七、周八 | | |",
    ),
    Example(
        "VOTE-010", ACTIVITIES, shown=beside("委员 3 人"),
        wrong=MEETING + "| 2022-03-04 | 支委会 | 支委 | | 李四、王五 | | |\n"
                        "| 2022-04-04 | 支委会 | 自定 | | | 张三、赵六、孙七 | |",
        flagged=["活动台账!D2", "活动台账!D3"],
        right=MEETING + "| 2022-03-04 | 支委会 | 支委 | | 李四 | | |\n"
                        "| 2022-04-04 | 支委会 | 自定 | | | 张三、李四、孙七 | |\n"
                        "| 2022-05-04 | 支委会 | 支委 | 2 | | | |",
    ),
    Example(
        "MEET-015", ACTIVITIES,
        shown=("{row}。花名册上赵六没有党内职务", "{row}。花名册上李四是组织委员"),
        wrong=MEETING + "| 2022-03-04 | 党员大会 | 全体党员 | | | | 赵六 |", flagged=["活动台账!G2"],
        right=MEETING + "| 2022-03-04 | 党员大会 | 全体党员 | | | | 李四 |\n"
                        "| 2022-03-05 | 支委会 | 支委 | | | | 外请（县直机关工委） |\n"
                        "| 2022-03-06 | 党小组会 | 党小组 | | | | 赵六 |\n"
                        "| 2022-03-07 | 支委会 | 支委 | | | | |",
    ),
)  # fmt: skip

EXAMPLES = (*ITEMS, *MEETINGS_HELD)
BEFORE = dt.date(2022, 2, 28)
ELECTED = HEAD + "| 2022-03-04 | HD-1 | 选举 | 6 | 5 | 5 | 0 | 0 | 通过 | |"
ON_ONE_BASE = HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 5 | 3 | 2 | 0 | 通过 | |"
TWO_OF_FIVE = HEAD + "| 2022-03-01 | HD-2 | 其他重要事项 | 5 | 2 | 2 | 0 | 0 | 通过 | |"
FEW = MEETING + "| 2022-03-04 | {kind} | 全体党员 | 2 | | | |"
FEW_OF_COMMITTEE = MEETING + "| 2022-03-04 | {kind} | 支委 | 1 | | | |"
CHAIRED = MEETING + "| 2022-03-04 | {kind} | 全体党员 | | | | 赵六 |"
NEW_TERM = {"基本信息": BASICS.format(year=2022).replace("| 本届任期起 | |", "| 本届任期起 | 2022-05-13 |")}
NO_STANDING = {MEMBERS.sheet: ROSTER.replace("正式党员", "")}
STILL_POSSIBLE = (
    silent("VOTE-007", VOTES, HEAD + "| 2022-03-04 | HD-1 | 发展党员 | 6 | 2 | 2 | 0 | 0 | 未通过 | |",
           given=MEETINGS, as_of=BEFORE),
    silent("VOTE-008", VOTES, ELECTED, given=MEETINGS, as_of=BEFORE),
    silent("VOTE-011", VOTES, ON_ONE_BASE, given=MEETINGS, as_of=BEFORE),
    silent("VOTE-013", VOTES, TWO_OF_FIVE, given=MEETINGS, as_of=BEFORE),
    silent("VOTE-009", ACTIVITIES, FEW.format(kind="党员大会"), as_of=BEFORE),
    silent("VOTE-010", ACTIVITIES, FEW_OF_COMMITTEE.format(kind="支委会"), as_of=BEFORE),
    silent("MEET-015", ACTIVITIES, CHAIRED.format(kind="党员大会"), as_of=BEFORE),
)  # fmt: skip
NOT_APPLICABLE = (
    silent(
        "VOTE-007",
        VOTES,
        HEAD + "| 2022-03-01 | HD-2 | 发展党员 | 6 | 2 | 2 | 0 | 0 | 未通过 | |",
        given=MEETINGS,
    ),
    silent("VOTE-008", VOTES, ELECTED, given=MEETINGS | WITHOUT_COMMITTEE),
    silent("VOTE-008", VOTES, ELECTED.replace("选举", "其他重要事项"), given=MEETINGS),
    silent("VOTE-013", VOTES, TWO_OF_FIVE, given=MEETINGS | WITHOUT_COMMITTEE),
    silent("VOTE-011", VOTES, ON_ONE_BASE.replace("发展党员", "选举"), given=MEETINGS),
    silent("VOTE-009", ACTIVITIES, FEW.format(kind="主题党日")),
    silent("VOTE-009", ACTIVITIES, FEW.format(kind="党员大会"), given=NO_STANDING),
    silent("VOTE-010", ACTIVITIES, FEW_OF_COMMITTEE.format(kind="党小组会")),
    silent("VOTE-010", ACTIVITIES, FEW_OF_COMMITTEE.format(kind="支委会"), given=WITHOUT_COMMITTEE),
    silent("VOTE-010", ACTIVITIES, FEW_OF_COMMITTEE.format(kind="支委会"), given=NEW_TERM),
    silent("MEET-015", ACTIVITIES, CHAIRED.format(kind="党小组会")),
    silent("MEET-015", ACTIVITIES, CHAIRED.format(kind="党员大会"), given=NEW_TERM),
)
