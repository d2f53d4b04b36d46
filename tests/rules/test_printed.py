"""The printed examples, as a clerk reads them in 规则说明 and docs/规则目录.md."""

from __future__ import annotations

import pytest

from addin.rules import RULES
from tests.rules.example import Example
from tests.rules.examples import EXAMPLES
from tests.rules.printed import shown
from tests.rules.test_catalogue import INVENTING
from workbook.tables import ACTIVITIES

FIRST = {rule.code: next(each for each in EXAMPLES if each.code == rule.code) for rule in RULES}
LONGEST = 120


def example(wrong: str, right: str, flagged: str = "活动台账!B2", **rest: tuple[str, str]) -> Example:
    return Example("MEET-012", ACTIVITIES, wrong=wrong, flagged=[flagged], right=right, **rest)


@pytest.mark.parametrize("code", FIRST)
def test_the_wrong_and_the_right_example_differ_on_paper(code: str) -> None:
    wrong, right = shown(FIRST[code])
    assert wrong != right


@pytest.mark.parametrize("code", FIRST)
def test_an_example_is_printed_whole(code: str) -> None:
    assert all("…" not in text and len(text) <= LONGEST for text in shown(FIRST[code]))


@pytest.mark.parametrize("code", FIRST)
def test_no_example_invites_anybody_to_invent(code: str) -> None:
    assert not any(INVENTING.search(text) for text in FIRST[code].shown)


def test_a_row_is_printed_with_the_sentence_beside_it() -> None:
    rows = "| 日期 | 类型 |\n| 2022-03-04 | 党课 |"
    both = shown(example(rows, rows, shown=("{row}（当天是 2022-03-04）", "登了主讲人")))
    assert both == ("日期：2022-03-04；类型：党课（当天是 2022-03-04）", "登了主讲人")


def test_what_one_row_fills_in_is_printed_as_blank_of_the_other() -> None:
    both = shown(example("| 日期 | 主讲人 |\n| 2022-03-04 | |", "| 日期 | 主讲人 |\n| 2022-03-04 | 张三 |"))
    assert both == ("日期：2022-03-04；主讲人：（空着）", "日期：2022-03-04；主讲人：张三")


def test_what_neither_row_fills_in_is_not_printed() -> None:
    rows = "| 日期 | 主讲人 | 地点 |\n| 2022-03-04 | {} | |"
    assert "地点" not in "".join(shown(example(rows.format("张三"), rows.format("李四"))))


def test_of_a_faulty_header_both_headers_are_printed() -> None:
    both = shown(example("| 日期 | | 类型 |", "| 日期 | 类型 |\n| 2022-03-04 | 党课 |", "活动台账!B1"))
    assert both == ("列名：日期、（空着）、类型", "列名：日期、类型")
