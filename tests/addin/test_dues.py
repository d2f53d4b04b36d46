"""Dues by the rates, of the whole base, in the band it falls into; and what was paid in a year."""

import datetime as dt

import pytest

from addin.dues import by_rate
from tests.given import ledgers


@pytest.mark.parametrize(
    ("base", "retired", "due"),
    [
        (3000, False, 15),
        (3000.01, False, 30),
        (5000, False, 50),
        (5001, False, 75.02),
        (10000, False, 150),
        (10001, False, 200.02),
        (5000, True, 25),
        (5001, True, 50.01),
    ],
)
def test_the_rate_of_its_band_is_taken_of_the_whole_base(base: float, retired: bool, due: float) -> None:
    assert by_rate(base, 2022, retired) == pytest.approx(due, abs=0.011)


def test_before_the_rates_began_nothing_is_computed() -> None:
    assert by_rate(5000, 2007) is None


@pytest.mark.parametrize(
    ("as_of", "came", "left", "paid"),
    [
        (dt.date(2022, 3, 15), "2022-06-01", "", 0),  # is not there yet
        (dt.date(2022, 3, 31), "2022-03-10", "", 0),  # paid March where he came from
        (dt.date(2022, 3, 31), "", "2022-01-10", 0),  # pays where he went to
        (dt.date(2022, 3, 31), "2022-02-10", "", None),
        (dt.date(2022, 1, 15), "", "", None),  # no month is over: who knows whether January was paid
    ],
)
def test_who_owes_no_dues_yet_does_not_leave_the_sum_open(as_of, came, left, paid) -> None:
    roster = f"| 姓名 | 入党日期 | 转入日期 | 转出日期 |\n| 李四 | 2011-07-01 | {came} | {left} |"
    dues = "| 姓名 | 月应交 | 1月 | 2月 | 3月 |\n| 李四 | 30 | | | |"
    (row,) = ledgers({"党员花名册": roster, "党费台账": dues}, as_of=as_of)["dues"]
    assert row["paid"] == paid
