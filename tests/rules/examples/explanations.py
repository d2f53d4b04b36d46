"""情况说明: codes and periods."""

from tests.rules.example import Example
from workbook.tables import EXPLANATIONS

REQUIRED = {"规定动作": "| 编号 | 规定动作 | 周期 |\n| R02 | 召开支委会 | 月 |\n| R01 | 召开党员大会 | 季 |"}
WORK = {
    "重点任务立项分解表": "| 编号 | 重点任务 | 完成时限 | 状态 | 完成日期 |\n| RW-01 | 甲 | 2022-11-01 | 进行中 | |\n"
    "| RW-02 | 乙 | 2022-11-01 | 未开始 | |\n| RW-03 | 丙 | 2022-11-01 | 完成 | |"
}
HEAD = "| 规则 | 期间或对象 | 原因 |\n"

EXAMPLES = (
    Example(
        "EXPL-001", EXPLANATIONS, given=REQUIRED,
        wrong=HEAD + "| R2 | 3月 | 出差 |\n| DUE-04 | RW-01 | 缓办 |", flagged=["情况说明!A2", "情况说明!A3"],
        right=HEAD + "| R02 | 3月 | 出差 |\n| DUE-004 | RW-01 | 缓办 |\n| | 3月 | 出差 |",
    ),
    Example(
        "EXPL-002", EXPLANATIONS, given=REQUIRED,
        wrong=HEAD + "| R02 | 三月份 | 出差 |\n| R01 | 3月 | 出差 |\n| R02 | 3月、四月 | 出差 |",
        flagged=["情况说明!B2", "情况说明!B3", "情况说明!B4"],
        right=HEAD + "| R02 | 3月、4月 | 出差 |\n| R01 | 第一季度 | 出差 |\n| R02 | 全年 | 出差 |\n| DUE-004 | 三月份 | 缓办 |",
    ),
    Example(
        "EXPL-003", EXPLANATIONS, given=WORK, beside=("DUE-004",),
        wrong=HEAD + "| DUE-004 | 第2行 | 缓办 |\n| DUE-004 | 2022-11-01 | 缓办 |\n| DUE-004 | RW-01、RW-9 | 缓办 |",
        flagged=["情况说明!B2", "情况说明!B3", "情况说明!B4"],
        right=HEAD + "| DUE-004 | RW-01 | 缓办 |\n| DUE-004 | RW-03 | 已办结 |\n| DUE-006 | 随便写 | 缓办 |",
    ),
    Example(
        "EXPL-004", EXPLANATIONS, given=WORK, beside=("DUE-001", "DUE-004"),
        wrong=HEAD + "| DUE-001 | RW-03 | 记不清了 |", flagged=["情况说明!A2"],
        right=HEAD + "| DUE-004 | RW-03 | 已办结 |\n| DUE-002 | RW-03 | 记不清了 |",
    ),
)  # fmt: skip
