"""What is to be done by a day: not yet, and never.

The requirements of a meeting, a term and a branch are rules, whose states stand beside their examples:
R11 (quorum and majority of a vote) VOTE-007, VOTE-009, VOTE-011; R12 (quorum of the committee) VOTE-010,
VOTE-013, ELECT-014; R13 (hours of study) HOUR-004, HOUR-006; R18 (the term ends, the longest delay) TERM-001,
TERM-002, TERM-003; R19 (an election) ELECT-004, ELECT-005, ELECT-008, ELECT-011; R20 (committee and size)
BRANCH-001, BRANCH-002, BRANCH-005, BRANCH-006.
A vote passed by none of the two bases (R11, R19) is a wrong entry: VOTE-002, ELECT-010.
"""

import datetime as dt

from tests.rules.example import silent
from workbook.tables import DOCUMENTS, KEY_WORK, MEMBERS, OUTCOMES, SELF_CHECKS, TASKS

IN_JUNE = dt.date(2022, 6, 10)
WORK = "| 事项名称 | 完成时限 | 状态 |\n| 甲 | 5月底前 | 进行中 |"
SOON = "| 重点任务 | 完成时限 | 状态 |\n| 甲 | 2022-06-26 | 进行中 |"
CHECK = "| 自查事项 | 完成时限 | 自查日期 |\n| 公务接待 | 3月底前 | |"
PIECES = "| 类别 | 应交范围 | 已交人员 | 数量 | 截止日期 |\n| 心得体会 | 支委 | 张三、李四 | | 5月底前 |"
PAPER = "| 方向 | 名称 | 要求时限 | 完成日期 |\n| 报送 | 甲 | 2022-06-14 | |"
CAME_LATER = {
    MEMBERS.sheet: "| 姓名 | 入党日期 | 党内职务 | 转入日期 | 转出日期 |\n| 张三 | 1995-07-01 | 书记 | | |\n"
                   "| 李四 | 2001-07-01 | 副书记 | | |\n| 王五 | 2004-07-01 | 委员 | 2022-06-05 | |"
}  # fmt: skip

STILL_POSSIBLE = (
    silent("DUE-004", KEY_WORK, WORK, as_of=dt.date(2022, 5, 31)),
    silent("DUE-005", TASKS, SOON, as_of=IN_JUNE),
    silent("DUE-006", SELF_CHECKS, CHECK, as_of=dt.date(2022, 3, 31)),
    silent("DUE-007", OUTCOMES, PIECES, as_of=dt.date(2022, 5, 31)),
    silent("PAPER-002", DOCUMENTS, PAPER, as_of=dt.date(2022, 6, 14)),
    silent("PAPER-003", DOCUMENTS, PAPER, as_of=IN_JUNE),
)
NOT_APPLICABLE = (
    silent("DUE-004", KEY_WORK, WORK.replace("进行中", "调整取消")),
    silent("DUE-004", KEY_WORK, WORK.replace("5月底前", "长期坚持")),
    silent("DUE-005", TASKS, SOON.replace("进行中", "调整取消"), as_of=dt.date(2022, 6, 20)),
    silent("DUE-006", SELF_CHECKS, CHECK.replace("3月底前", "长期坚持")),
    silent("DUE-007", OUTCOMES, PIECES.replace("支委", "自定")),
    silent("DUE-007", OUTCOMES, PIECES.replace("| | 5月", "| 2 | 5月")),
    silent("DUE-007", OUTCOMES, PIECES, given=CAME_LATER),
    silent("PAPER-002", DOCUMENTS, PAPER.replace("2022-06-14", "")),
    silent("PAPER-003", DOCUMENTS, PAPER.replace("2022-06-14", ""), as_of=dt.date(2022, 6, 13)),
)
