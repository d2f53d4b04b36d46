"""Columns a person added can be tested and counted, whatever stands in them."""

from __future__ import annotations

import pytest

from addin.indicator import EVIDENCED, MISSING, compute
from tests.given import ledgers

ACTIVITIES = """
| 日期 | 类型 | 主题内容 | 参加范围 | 稿费 |
| 2022-03-04 | 主题党日 | 甲 | 全体党员 | 3 |
| 2022-03-05 | 主题党日 | 乙 | 全体党员 | 未定 |
| 2022-03-06 | 主题党日 | 丙 | 全体党员 | 2022-03-04 |
"""


@pytest.mark.parametrize(
    ("condition", "way", "value", "state"),
    [
        ("稿费≥2", "次数", 1, EVIDENCED),
        ("稿费≤2022-3-5", "次数", 1, EVIDENCED),
        ("稿费=3", "合计(稿费)", 3, EVIDENCED),
        ("稿费=未定", "次数", 1, EVIDENCED),
        ("", "合计(稿费)", None, MISSING),
        ("", "合计(主题内容)", None, MISSING),
        ("", "日期(主题内容)", None, MISSING),
    ],
)
def test_an_added_column_is_counted_or_left_open(condition: str, way: str, value: object, state: str) -> None:
    indicators = f"| 指标 | 台账 | 条件 | 计算 |\n| 甲 | 活动台账 | {condition} | {way} |"
    figure = compute(ledgers({"活动台账": ACTIVITIES, "统计口径": indicators}))["甲"]
    assert (figure.value, figure.state) == (value, state)
