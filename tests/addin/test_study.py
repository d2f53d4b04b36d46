"""Hours of study: what a year asks for, by the plan in force or by the office's own number."""

import datetime as dt

import pytest

from addin.basis import LOCAL, UNVERIFIED, VERIFIED
from addin.rules.study import study_hours_short_of_the_year
from addin.study import asked
from tests.given import BASICS, ledgers
from workbook.ledger import Ledgers

MEMBERS = "| 姓名 | 入党日期 | 党内职务 | 转入日期 | 转出日期 |\n| 张三 | 2010-01-01 | | | |"
EVENTS = "| 日期 | 类型 | 主题内容 | 参加范围 | 参加人员 | 学时 |\n| {}-03-04 | 党课 | 甲 | 全体党员 | | 2 |"


def given(year: int, settings: str = "") -> Ledgers:
    sheets = {"党员花名册": MEMBERS, "活动台账": EVENTS.format(year)}
    basics = {"基本信息": BASICS.format(year=year) + settings}
    return ledgers(sheets | basics, year, dt.date(year, 12, 31), dt.date(year + 1, 6, 30))


@pytest.mark.parametrize(
    ("year", "settings", "committee", "expected"),
    [
        (2022, "", False, (32, VERIFIED)),
        (2022, "", True, (56, VERIFIED)),
        (2024, "", False, (32, UNVERIFIED)),
        (2022, "\n| 党员学时要求 | 40 |", False, (40, LOCAL)),
        (2022, "\n| 党员学时要求 | 40 |", True, (56, VERIFIED)),
        (2022, "\n| 支委学时要求 | 60 |", True, (60, LOCAL)),
    ],
)
def test_a_year_asks_what_the_plan_in_force_says_or_what_the_office_wrote(
    year: int, settings: str, committee: bool, expected: tuple[int, str]
) -> None:
    value = asked(given(year, settings), committee)
    assert value and (value.amount, value.basis.standing) == expected


def test_a_year_without_a_plan_asks_for_nothing() -> None:
    assert asked(given(2018)) is None


@pytest.mark.parametrize(
    ("year", "settings", "named"),
    [
        (2022, "", "《2019—2023年全国党员教育培训工作规划》"),
        (2024, "", "《全国党员教育培训工作规划（2024—2028年）》（依据待核）"),
        (2024, "\n| 党员学时要求 | 40 |", "基本信息所填的学时要求（地方要求）"),
    ],
)
def test_a_finding_names_the_plan_of_its_year(year: int, settings: str, named: str) -> None:
    (found,) = study_hours_short_of_the_year.check(given(year, settings))
    assert found.basis == named
