"""The condition language: what it takes, what it leaves open, and how it names a mistake."""

import pytest

from tests.given import ledgers
from workbook.ledger import Ledgers
from workbook.selection import Misstated, find_ledger, select

ACTIVITIES = """
| 日期 | 类型 | 兼作一 | 主题内容 | 年度主题 | 参加范围 | 参加人员 | 主讲人 | 学时 |
| 2022-03-04 | 主题党日 | 警示教育 | 学习且讨论 | | 全体党员 | | | 2 |
| 2022-04-11 | 党课 | | 讲“两个”问题 | 主题甲 | 自定 | 张三、李四 | 张三 | 3 |
| 2022-05-06 | 党课 | 宣讲 | 专题 | 主题甲 | 全体党员 | | | |
| 2022-06-01 | | | 缺类型 | | 全体党员 | | 李四 | 1 |
"""
MEMBERS = """
| 姓名 | 党员类别 | 入党日期 | 党内职务 | 班子成员 |
| 张三 | 正式党员 | 2001-07-01 | 书记 | 是 |
| 李四 | 正式党员 | 2011-07-01 | | |
"""
OPTIONS = """
| 活动类型 | 兼作标签 | 参加范围 |
| 主题党日 | 警示教育 | 全体党员 |
| 党课 | 宣讲 | 自定 |
| 党课、宣讲 | | |
"""
SHEETS = {
    "活动台账": ACTIVITIES,
    "党员花名册": MEMBERS,
    "选项表": OPTIONS,
    "年度主题": "| 简称 |\n| 主题甲 |",
}


@pytest.fixture(scope="module")
def given() -> Ledgers:
    return ledgers(SHEETS)


def picked(given: Ledgers, condition: str) -> list[int]:
    ledger = find_ledger(given, "活动台账")
    return [row.number for row in select(condition, ledger).pick(ledger).rows]


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        ("", [2, 3, 4, 5]),
        ("类型=党课", [3, 4]),
        ("类型＝党课", [3, 4]),
        ("类型=警示教育", [2]),
        ("类型=警示教育、宣讲", [2, 4]),
        ("类型≠党课", [2]),
        ("年度主题 非空", [3, 4]),
        ("年度主题 空", [2, 5]),
        ("学时≥2", [2, 3]),
        ("学时<=2", [2, 5]),
        ("日期≥2022-05-01", [4, 5]),
        ("日期≥2022年5月1日 且 类型=党课", [4]),
        ("主题内容 含 且讨论", [2]),
        ("主题内容 含“专题”且 类型=党课", [4]),
        ("参加人员=李四", [3]),
        ("参加人员 含 张", [3]),
        ("主讲人身份=书记、班子成员", [3]),
        ("主讲人身份=党员", [5]),
    ],
)
def test_a_condition_takes_the_rows_that_meet_it(given: Ledgers, condition: str, rows: list[int]) -> None:
    assert picked(given, condition) == rows


def test_a_value_that_is_itself_an_option_is_not_split(given: Ledgers) -> None:
    assert picked(given, "类型=党课、宣讲") == []


def test_a_blank_required_cell_leaves_the_row_open(given: Ledgers) -> None:
    ledger = given["activities"]
    found = select("类型=党课", ledger).pick(ledger)
    assert [row.number for row in found.doubtful] == [5]


def test_a_blank_number_leaves_a_comparison_open(given: Ledgers) -> None:
    ledger = given["activities"]
    assert [row.number for row in select("学时≥1", ledger).pick(ledger).doubtful] == [4]


def test_a_rank_nobody_can_tell_leaves_the_row_open(given: Ledgers) -> None:
    ledger = given["activities"]
    found = select("类型=党课 且 主讲人身份=书记", ledger).pick(ledger)
    assert [row.number for row in found.rows] == [3]
    assert [row.number for row in found.doubtful] == [4]


@pytest.mark.parametrize(
    ("condition", "what", "word", "near"),
    [
        ("类别=党课", "column", "类别", "类型"),
        ("类型=党克", "value", "党克", "党课"),
        ("类型 党课", "operator", "类型 党课", "="),
        ("类型=", "value", "类型=", ""),
        ("=党课", "operator", "=党课", "="),
        ("类型=党课 或 学时≥2", "value", "类型=党课 或 学时≥2", ""),
        ("主题内容 含 甲或者类型=党课", "value", "主题内容 含 甲或者类型=党课", ""),
        ("学时≥两", "value", "两", ""),
        ("日期≥2022年5月", "value", "2022年5月", ""),
        ("年度主题 非空 主题甲", "operator", "主题甲", "非空"),
        ("年度主题=主题己", "value", "主题己", "主题甲"),
    ],
)
def test_a_mistake_is_named_with_the_nearest_right_word(
    given: Ledgers, condition: str, what: str, word: str, near: str
) -> None:
    with pytest.raises(Misstated) as caught:
        select(condition, given["activities"])
    assert (caught.value.what, caught.value.word, caught.value.nearest) == (what, word, near)


def test_an_unknown_ledger_is_named_with_the_nearest(given: Ledgers) -> None:
    with pytest.raises(Misstated) as caught:
        find_ledger(given, "活动台帐")
    assert caught.value.nearest == "活动台账"


def test_a_column_the_user_added_can_be_used_in_a_condition() -> None:
    sheet = (
        "| 日期 | 类型 | 承办科室 |\n| 2022-03-04 | 主题党日 | 人事科 |\n| 2022-03-05 | 主题党日 | 办公室 |"
    )
    given = ledgers({"活动台账": sheet})
    assert picked(given, "承办科室=办公室") == [3]
