"""活动台账: attendance, labels, lecturers. The roster has 6 members, 3 on the committee, 3 in each group."""

from tests.rules.example import Example, beside
from workbook.tables import ACTIVITIES, ELECTION, VOTES

HEAD = "| 日期 | 类型 | 参加范围 | 应到 | 实到 | 请假缺席人员 | 参加人员 | 主持人 | 主讲人 | 主体 |\n"
LABELS = "| 日期 | 类型 | 兼作一 | 兼作二 | 兼作三 |\n"

EXAMPLES = (
    Example(
        "MEET-001", ACTIVITIES,
        wrong=HEAD + "| 2022-03-04 | 主题党日 | 全体党员 | 6 | 5 | 李四、王五 | | | | |", flagged=["活动台账!E2"],
        right=HEAD + "| 2022-03-04 | 主题党日 | 全体党员 | 6 | 4 | 李四、王五 | | | | |",
    ),
    Example(
        "MEET-002", ACTIVITIES,
        wrong=HEAD + "| 2022-03-04 | 主题党日 | 全体党员 | 6 | 5 | | | | | |", flagged=["活动台账!F2"],
        right=HEAD + "| 2022-03-04 | 主题党日 | 全体党员 | 6 | 5 | 李四 | | | | |\n"
                     "| 2022-03-05 | 主题党日 | 全体党员 | 6 | 6 | | | | | |",
    ),
    Example(
        "MEET-003", ACTIVITIES,
        wrong="| 日期 | 类型 | 应到 | 实到 |\n| 2022-03-04 | 主题党日 | 26 | 28 |", flagged=["活动台账!D2"],
        right="| 日期 | 类型 | 应到 | 实到 |\n| 2022-03-04 | 主题党日 | 26 | 26 |",
    ),
    Example(
        "MEET-003", VOTES,
        wrong="| 日期 | 应到会 | 实到会 |\n| 2022-03-04 | 20 | 21 |", flagged=["议题表决台账!C2"],
        right="| 日期 | 应到会 | 实到会 |\n| 2022-03-04 | 20 | |",
    ),
    Example(
        "MEET-003", ELECTION,
        wrong="| 步骤号 | 应到会 | 实到会 |\n| 11 | 20 | 21 |", flagged=["换届选举台账!C2"],
        right="| 步骤号 | 应到会 | 实到会 |\n| 11 | 20 | 20 |",
    ),
    Example(
        "MEET-004", ACTIVITIES, shown=beside("支委是张三、李四、王五"),
        wrong=HEAD + "| 2022-03-04 | 支委会 | 支委 | 5 | | | | | | |", flagged=["活动台账!D2"],
        right=HEAD + "| 2022-03-04 | 支委会 | 支委 | 3 | | | | | | |\n"
                     "| 2022-03-05 | 党课 | 自定 | 40 | 38 | | | | | |",
    ),
    Example(
        "MEET-005", ACTIVITIES,
        wrong=HEAD + "| 2022-03-04 | 党课 | 自定 | | 3 | | 张三、李四 | | | |\n"
                     "| 2022-03-05 | 支委会 | 支委 | | 3 | 王五 | | | | |",
        flagged=["活动台账!E2", "活动台账!E3"],
        right=HEAD + "| 2022-03-04 | 党课 | 自定 | | 2 | | 张三、李四 | | | |\n"
                     "| 2022-03-05 | 支委会 | 支委 | | 2 | 王五 | | | | |",
    ),
    Example(
        "MEET-006", ACTIVITIES,
        wrong=HEAD + "| 2022-03-04 | 支委会 | 支委 | | | 张三 | | 张三 | | |\n"
                     "| 2022-03-05 | 党课 | 自定 | | | 李四（公务） | 李四、王五 | | 李四 | |",
        flagged=["活动台账!F2", "活动台账!F3", "活动台账!F3"],
        right=HEAD + "| 2022-03-04 | 支委会 | 支委 | | | 王五 | | 张三 | 李四 | |",
    ),
    Example(
        "MEET-007", ACTIVITIES,
        wrong=HEAD + "| 2022-03-04 | 党员大会 | 全体党员 | | | | | 外请（县直机关工委） | | |",
        flagged=["活动台账!H2"],
        right=HEAD + "| 2022-03-04 | 党员大会 | 全体党员 | | | | | 张三 | | |\n"
                     "| 2022-03-05 | 宣讲 | 全体党员 | | | | | 外请（县委党校） | | |",
    ),
    Example(
        "MEET-008", ACTIVITIES,
        wrong=HEAD + "| 2022-03-04 | 宣讲 | 自定 | | | | | | | |", flagged=["活动台账!G2"],
        right=HEAD + "| 2022-03-04 | 宣讲 | 自定 | | | | 张三、李四 | | | |\n"
                     "| 2022-03-05 | 宣讲 | 自定 | 40 | 38 | | | | | |\n"
                     "| 2022-03-06 | 宣讲 | 自定 | | | | 张三等5人 | | | |",
    ),
    Example(
        "MEET-009", ACTIVITIES,
        wrong=HEAD + "| 2022-03-04 | 党小组会 | 党小组 | | | | | | | |\n"
                     "| 2022-03-05 | 党小组会 | 党小组 | | | | | | | 第三党小组 |",
        flagged=["活动台账!J2", "活动台账!J3"],
        right=HEAD + "| 2022-03-04 | 党小组会 | 党小组 | | | | | | | 第一党小组 |",
    ),
    Example(
        "MEET-010", ACTIVITIES,
        wrong=LABELS + "| 2022-03-04 | 党课 | 党课 | 警示教育 | 警示教育 |", flagged=["活动台账!C2", "活动台账!E2"],
        right=LABELS + "| 2022-03-04 | 党课 | 警示教育 | 宣讲 | |",
    ),
    Example(
        "MEET-011", ACTIVITIES,
        wrong=LABELS + "| 2022-03-04 | 主题党日 | 党员大会 | 党课 | 组织生活会 |",
        flagged=["活动台账!C2", "活动台账!E2"],
        right=LABELS + "| 2022-03-04 | 党员大会 | 党课 | | |",
    ),
    Example(
        "MEET-012", ACTIVITIES,
        wrong="| 日期 | 类型 | 兼作一 | 主讲人 |\n| 2022-03-04 | 党课 | | |\n| 2022-03-05 | 主题党日 | 党课 | |",
        flagged=["活动台账!D2", "活动台账!D3"],
        right="| 日期 | 类型 | 兼作一 | 主讲人 |\n| 2022-03-04 | 党课 | | 张三 |\n| 2022-03-05 | 主题党日 | | |",
    ),
    Example(
        "MEET-013", ACTIVITIES,
        wrong="| 日期 | 参加人员 | 列席 |\n| 2022-03-04 | 张三、李四 | 李四 |", flagged=["活动台账!C2"],
        right="| 日期 | 参加人员 | 列席 |\n| 2022-03-04 | 张三、李四 | 吴九 |",
    ),
    Example(
        "MEET-014", ACTIVITIES, shown=beside("支委是张三、李四、王五"),
        wrong=HEAD + "| 2022-03-04 | 支委会 | 支委 | | | 王五、赵六 | | | | |", flagged=["活动台账!F2"],
        right=HEAD + "| 2022-03-04 | 支委会 | 支委 | | | 王五 | | | | |",
    ),
)  # fmt: skip
