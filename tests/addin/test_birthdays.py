"""Political birthdays of a month."""

import pytest

from addin.birthdays import birthdays_in
from tests.given import ledgers

MEMBERS = """
| 姓名 | 入党日期 | 转入日期 | 转出日期 |
| 张三 | 1995-07-20 | | |
| 李四 | 2001-07-01 | | |
| 王五 | 2004-02-29 | | |
| 赵六 | 2022-07-05 | | |
| 孙七 | 2010-07-10 | | 2022-03-01 |
| 周八 | 2012-07-30 | 2022-07-15 | |
| 吴九 | | | |
"""


@pytest.mark.parametrize(
    ("month", "names"), [(7, ["李四", "张三", "周八"]), (2, ["王五"]), (1, [])], ids=["七月", "二月", "一月"]
)
def test_members_of_that_day_have_a_birthday_the_first_of_the_month_first(
    month: int, names: list[str]
) -> None:
    assert [row["name"] for row in birthdays_in(ledgers({"党员花名册": MEMBERS}), month)] == names


def test_without_a_year_nobody_has_one() -> None:
    given = ledgers({"党员花名册": MEMBERS})
    given.year = None
    assert birthdays_in(given, 7) == ()
