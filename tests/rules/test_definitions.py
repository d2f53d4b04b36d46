"""What is wrong in a definition is told so that it can be mended: the word, its fault, what to do."""

import pytest

from tests.rules.example import Example
from workbook.tables import INDICATORS

HEAD = "| 指标 | 台账 | 条件 | 计算 |\n"


@pytest.mark.parametrize(
    ("code", "condition", "count", "told"),
    [
        ("DEF-002", "类形=党课", "次数", ("“类形”", "“活动台账”里没有这一列", "是不是“类型”？")),
        ("DEF-004", "类型=", "次数", ("“类型=”", "后面没有写值", "“类型 空”")),
        ("DEF-004", "类型=党克", "次数", ("“党克”", "“类型”这一列没有这个值", "是不是“党课”？")),
        ("DEF-004", "类型=党课 或 类型=宣讲", "次数", ("“或”连不起两个条件", "用顿号", "分成两行")),
        ("DEF-004", "类型=党课或宣讲", "次数", ("“党课或宣讲”", "用顿号")),
        ("DEF-004", "学时≥两", "次数", ("“两”", "“学时”要写数字")),
        ("DEF-004", "日期≥三月", "次数", ("“三月”", "“日期”要写成 2022-3-4")),
        ("DEF-005", "", "合计", ("“合计”", "没有写是哪一列", "合计(列名)")),
        ("DEF-005", "", "合计(类型)", ("“类型”不是数字列",)),
        ("DEF-005", "", "日期(类型)", ("“类型”不是日期列",)),
        ("DEF-005", "", "平均(学时)", ("“平均(学时)”", "没有这种计算")),
    ],
)
def test_a_wrong_definition_is_told_so_that_it_can_be_mended(
    code: str, condition: str, count: str, told: tuple[str, ...]
) -> None:
    wrong = HEAD + f"| 甲 | 活动台账 | {condition} | {count} |"
    (found,) = Example(code, INDICATORS, wrong, [], wrong).found_in_wrong()
    assert all(part in found.says + found.fix for part in told), found.says + found.fix
