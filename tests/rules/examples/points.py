"""积分台账."""

from tests.rules.example import Example
from workbook.tables import POINTS

HEAD = "| 积分事项 | 台账 | 计分人员列 | 每次分值 | 启用 |\n"

EXAMPLES = (
    Example(
        "POINT-001", POINTS,
        wrong=HEAD + "| 参加活动 | 活动台账 | 主题内容 | 1 | 是 |", flagged=["积分台账!C2"],
        right=HEAD + "| 参加活动 | 活动台账 | 到场人员 | 1 | 是 |\n| 撰写心得 | 成果台账 | 已交人员 | 1 | 是 |\n"
                     "| 未用 | 活动台账 | 主题内容 | 1 | 否 |\n| 写错 | 活动 | 主题 | 1 | 是 |",
    ),
)  # fmt: skip
